"""Expressions that stand next to each other, put together: 'Friday, 17 March', 'between June and August 2014'.

Each step looks at two neighbours and at the text between them, or at one and the words before it. `compose` runs them
in the order in which they bind: what belongs to one date first, then what two dates share, then spans, then parts.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.timex.expressions import (
    Between,
    Calendar,
    Expression,
    Found,
    Months,
    Numeric,
    Of,
    Relative,
    Weekday,
    Weekend,
    Year,
)
from onrecord.timex.patterns import GAP, RANGE, compiled
from onrecord.timex.periods import Grain
from onrecord.timex.relative import PARTS

_COMMA = compiled(r",? (?:the )?|,| ?\(")
_OF = compiled(r" (?:of |in )?|, ")
_PART_OF_NEXT = r"(?:(?:early|mid|late)(?:-| ))?"  # 'late March to early May'
_AND = compiled(rf"(?:(?:, |,? (?:and|or|&) |/)(?:the )?| (?:and|or) (?:in|on) (?:the )?){_PART_OF_NEXT}")
# A dash alone makes a range; '18 March 2024 - On 17 March 2023' is a dateline and what it opens.
_RANGE = compiled(rf"(?:{RANGE}| (?:to|until|till|through|up to) (?:in |on )?){_PART_OF_NEXT}")
_WITH = compiled(rf" and (?:in |on |the )?{_PART_OF_NEXT}")
_BETWEEN = re.compile(rf"\bbetween{GAP}(?:the{GAP})?$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom{GAP}(?:the{GAP})?$", re.IGNORECASE)
_PART = re.compile(
    rf"\b(?:(?:the{GAP})?(?:very{GAP})?(?P<edge>start|beginning|middle|end|close){GAP}of{GAP}"
    rf"|(?P<part>early|mid|late|earlier|later)(?:-|{GAP}(?:in{GAP})?)(?:the{GAP})?)$",
    re.IGNORECASE,
)
_LOOK_BACK = 28  # longer than any of the words looked for before an expression


def compose(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The expressions of a text with those put together that are one date, or one span; in order of the text."""
    joined = _pairwise(text, found, _one_date)
    shared = _share_year(text, joined)
    spans = _pairwise(text, shared, _one_span)
    whole = (f for f in spans if not (isinstance(f.says, Months) and f.says.year is None))
    return tuple(_widened(text, f) for f in whole)


def _pairwise(text: str, found: Sequence[Found], join: Callable[[str, Found, Found], Found | None]) -> list[Found]:
    kept: list[Found] = []
    for second in found:
        both = join(text, kept[-1], second) if kept else None
        if both:
            kept[-1] = both
        else:
            kept.append(second)
    return kept


def _one_date(text: str, first: Found, second: Found) -> Found | None:
    """'Friday' + '17 March', '17 March' + '(Friday)', 'June' + 'last year', 'Thursday' + 'of last week'."""
    between = text[first.end : second.start]
    match first.says, second.says:
        case Weekday(weekday, None), Calendar(day=int()) if _COMMA.fullmatch(between):
            return Found(first.start, _end(text, second, between), replace(second.says, weekday=weekday))
        case Calendar(day=int(), weekday=None), Weekday(weekday, None) if between.strip() in ("(", ","):
            return Found(first.start, _end(text, second, between), replace(first.says, weekday=weekday))
        case Calendar(year=None, month=int(), step=None), Calendar(int(year), None) if between.isspace():
            return Found(first.start, second.end, replace(first.says, year=year))
        case ((Calendar(year=None) | Months(year=None)), Relative(Grain.YEAR)) if _OF.fullmatch(between):
            return Found(first.start, second.end, replace(first.says, year=second.says))
        case Relative(Grain.YEAR), Calendar(year=None, day=int(), step=None) if between.isspace():
            return Found(first.start, second.end, replace(second.says, year=first.says))  # 'last year 8 August'
        case Between(Calendar(year=None) as start, Calendar(year=None) as end), Relative(Grain.YEAR) as year if (
            _OF.fullmatch(between)
        ):
            both = Between(replace(start, year=year, step=None), replace(end, year=year, step=None))
            return Found(first.start, second.end, both)
        case Weekday(weekday, None), Relative(Grain.WEEK) if _OF.fullmatch(between):
            return Found(first.start, second.end, replace(first.says, week=second.says))
    return None


def _end(text: str, second: Found, between: str) -> int:
    """The end of the second date, after the bracket if one was opened before it."""
    return second.end + ("(" in between and text.startswith(")", second.end))


def _share_year(text: str, found: Sequence[Found]) -> list[Found]:
    """'June and August 2014', 'from 3 May to 5 June 2022': the year written last holds for those before it."""
    shared: list[Found] = []
    for one in reversed(found):
        year = _year_of_next(text, one, shared[-1]) if shared else None
        says = one.says
        if year is not None and isinstance(says, Calendar):
            one = replace(one, says=replace(says, year=year))
        shared.append(one)
    return shared[::-1]


def _year_of_next(text: str, first: Found, second: Found) -> Year:
    """The year of the date after a date that leaves its own open, where the words between join the two."""
    match first.says, second.says:
        case Calendar(year=None, month=int(month), step=None), Calendar(int() | Relative() as year, int(last)):
            between = text[first.end : second.start]
            ranged = _RANGE.fullmatch(between)
            if ranged and isinstance(year, int) and month > last:
                return year - 1  # 'from December to February 2023'
            return year if ranged or _AND.fullmatch(between) else None
    return None


def _one_span(text: str, first: Found, second: Found) -> Found | None:
    """'between 2014 and 2022', 'from June to August 2014', '3 May - 5 June'."""
    if not (_can_bound(first) and _can_bound(second)) or type(first.says) is not type(second.says):
        return None
    between, before = text[first.end : second.start], text[max(0, first.start - _LOOK_BACK) : first.start]
    opening = _BETWEEN.search(before) if _WITH.fullmatch(between) else None
    if not opening and not _RANGE.fullmatch(between):
        return None
    if _runs_back(first.says, second.says):
        return None
    if isinstance(first.says, Weekday) and not (opening or _FROM.search(before)):
        return None  # 'open Monday to Friday' is a habit
    return Found(first.start, second.end, Between(first.says, second.says))


def _runs_back(first: Expression, second: Expression) -> bool:
    """Whether the second date, its year written out, lies before the first: then the two are no span."""
    match first, second:
        case Calendar(int(start), month), Calendar(int(end), other) if start and end:
            return (end, other or 12) < (start, month or 1)
    return False


def _can_bound(found: Found) -> bool:
    return isinstance(found.says, Calendar | Numeric | Weekday)


def _widened(text: str, found: Found) -> Found:
    """With the words before it that belong to it: 'between …', 'from … to …', 'late …', 'the end of …'."""
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    if isinstance(found.says, Between):
        opening = _BETWEEN.search(before) or _FROM.search(before)
        return replace(found, start=found.start - len(before) + opening.start()) if opening else found
    part = _PART.search(before)
    if not part or not _has_parts(found):
        return found
    word = (part["edge"] or part["part"]).lower()
    return Found(found.start - len(before) + part.start(), found.end, Of(PARTS[word], found.says))


def _has_parts(found: Found) -> bool:
    match found.says:
        case Calendar(day=int()) | Numeric() | Of() | Weekend():
            return False
    return True
