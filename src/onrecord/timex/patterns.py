"""The notation of the grammar: how one way of writing a date is put down, and how it is looked for.

A form is a regular expression in which a space stands for white space within a line and `<name>` for a fragment of
`FRAGMENTS`, captured under that name: `<days> (?:of )?<month>`. Case does not matter. Every form is bounded in length,
and is tried only at the words it can begin with, so that looking for all of them is linear in the length of the text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.timex import vocabulary as v
from onrecord.timex.expressions import Expression, Found

NUMBER, YEAR = "##", "####"  # in `begins`: a word of one or two digits, one of four
GAP = r"[^\S\n]+"
RANGE = rf"(?:\s?[-–—]\s?|{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?)"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,:]\d|%|[-/]\w)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w|[.,:]\d|%|-[A-Za-z])"
_AND = rf",?{GAP}(?:and|or|&){GAP}(?:the{GAP})?"
_DAYPART = "(?:morning|afternoon|evening|night)"

FRAGMENTS = {
    "year": _YEAR,
    "month": v.MONTH,
    "fullmonth": rf"{v.proper(v.MONTHS)}(?!\w)",
    "day": _DAY,
    # '12', '2-5', '3, 5 and 7'; after a month, a comma needs an 'and' ('March 17, 18 children' is one day)
    "days": rf"{_DAY}(?:(?:{RANGE}|{_AND}|,{GAP}|/){_DAY}){{0,6}}",
    "daysafter": rf"{_DAY}(?:(?:{RANGE}|(?:,{GAP}{_DAY}){{0,5}}{_AND}){_DAY}(?!{GAP}(?:[a-z]+s|children|people)\b))?",
    "weekday": v.WEEKDAY,
    "daypart": _DAYPART,
    "count": v.COUNT,
    "ordinal": v.ORDINAL,
    "dayword": rf"{v.either(v.DAYS)}(?![-\w])",
    "feast": v.FEAST,
    "decadeword": v.either(v.DECADES),
    "unit": "(?:day|week|month|year)",
    "edge": "(?:start|beginning|middle|end|close)",
    "clauseend": r"(?=\s*(?:[.,;:)\]”\"]|''|$))",
}
_NAME = re.compile(r"(?<!\?P)<(\w+)>")

# '44 BC', '15 March 44 BC' and '1600–1500 BC' are no dates of this calendar.
_BEFORE_CHRIST = re.compile(r"(?:,?\s(?:\d{1,4}\s?)?|\s?[-–]\s?\d{1,4}\s?|\s(?:to|and)\s\d{1,4}\s?)(?:BCE?\b|B\.C\.)")

Says = Expression | Sequence[Found] | None  # what a reader returns; None: the words are no date after all


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing a date."""

    begins: frozenset[str]  # the words it can begin with, in lower case
    form: re.Pattern[str]
    read: Callable[[re.Match[str]], Says]
    unless_after: re.Pattern[str] | None

    def at(self, text: str, start: int) -> Sequence[Found]:
        """What the pattern finds at `start`; empty if it does not match there."""
        match = self.form.match(text, start)
        if not match or (self.unless_after and self.unless_after.search(text[max(0, start - 24) : start])):
            return ()
        says = self.read(match)
        if says is None or _BEFORE_CHRIST.match(text, match.end()):
            return ()
        return says if isinstance(says, Sequence) else (Found(match.start(), match.end(), says),)


def pattern(begins: str, form: str, read: Callable[[re.Match[str]], Says], unless_after: str = "") -> Pattern:
    """A pattern from the notation above; `unless_after` are the words it must not follow."""
    return Pattern(
        frozenset(begins.split()),
        compiled(form),
        read,
        re.compile(rf"(?:{unless_after})[^\w.;:!?]{{0,2}}$", re.IGNORECASE) if unless_after else None,
    )


def compiled(form: str) -> re.Pattern[str]:
    """The regular expression of a form in the notation above."""
    spaced = form.replace(" ", GAP)
    return re.compile(_NAME.sub(lambda name: f"(?P<{name[1]}>{FRAGMENTS[name[1]]})", spaced), re.IGNORECASE)
