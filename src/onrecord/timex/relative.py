"""Dates counted from another day: 'today', 'last week', 'next Friday', 'two months ago', 'the following year'."""

import re

from onrecord.timex import vocabulary as v
from onrecord.timex.expressions import Calendar, Months, NthWeekday, Of, Part, Relative, Weekday, Weekend
from onrecord.timex.patterns import NUMBER, Says, pattern
from onrecord.timex.periods import Grain

PARTS = {
    "early": Part.EARLY,
    "start": Part.EARLY,
    "beginning": Part.EARLY,
    "mid": Part.MIDDLE,
    "middle": Part.MIDDLE,
    "late": Part.LATE,
    "end": Part.LATE,
    "close": Part.LATE,
    "earlier": Part.EARLIER,
    "later": Part.LATER,
}
_GRAINS = {"week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}  # else a day
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "before": -1, "ago": -1, "earlier": -1}
_STEPS |= {"this": 0, "current": 0, "same": 0, "that": 0}
_STEPS |= {"next": 1, "coming": 1, "following": 1, "after": 1, "later": 1, "now": 1}


def _step(words: str) -> int:
    """-1, 0 or 1 by the last of the words: 'this coming', 'from now', 'very same'."""
    return _STEPS[words.split()[-1].lower()]


def _grain(unit: str) -> Grain:
    return _GRAINS.get(unit.lower(), Grain.DAY)


def _stepped(m: re.Match[str]) -> Says:
    step, what = _step(m["step"]), m["what"].lower()
    if what in v.WEEKDAYS:
        return Weekday(v.WEEKDAYS[what], step)
    if what in v.MONTHS:
        return Calendar(month=v.MONTHS[what], step=step)
    if what in v.SEASONS:
        return Months(v.SEASONS[what], 3, step=step)
    return Weekend(step) if what == "weekend" else Relative(_grain(what), step)


def _nth_weekday(m: re.Match[str]) -> Says:
    month = Calendar(int(m["year"]) if m["year"] else None, v.month_number(m["fullmonth"]))
    return NthWeekday(v.NTH[m["nth"].lower()], v.WEEKDAYS[m["weekday"].lower()], month)


def _anchored(m: re.Match[str]) -> Says:
    step, what = _step(m["step"]), m["what"].lower()
    if what in v.WEEKDAYS:
        return Weekday(v.WEEKDAYS[what], step, anchored=True)
    return Relative(_grain(what), step, anchored=True)


def _counted(m: re.Match[str]) -> Says:
    grain, count = _grain(m["unit"]), v.count_number(m["count"]) * _step(m["way"])
    if m["way"].lower().endswith(("ago", "now")):
        return Relative(grain, count)
    if grain is Grain.WEEK:  # 'two weeks later' than a day is a day; 'two weeks ago' is a week
        return Relative(Grain.DAY, 7 * count, anchored=True)
    return Relative(grain, count, anchored=True)


def _today(m: re.Match[str]) -> Says:
    words = m.group().lower()
    step = -1 if "yesterday" in words else 1 if "tomorrow" in words else 0
    return Relative(Grain.DAY, 2 * step if words.startswith("the") else step)


# The words that may follow 'the' at the beginning of an expression, besides those that begin one themselves.
AFTER_THE = "current coming very same following previous preceding day night week month weekend q".split()
AFTER_THE += v.DECADES

_HEDGE = (
    r"\b(?:about|some|nearly|almost|around|roughly|over|under|than|least|most|approximately|within|every|(?:up )?to|or)"
    r"|\d[-–]"
)
_COMPARED = r"\b(?:than|from|with|share|million|billion|percent|to)|[\d%](?= $)"  # 'up from $2 million a year ago'
_HABIT = r"\b(?:each|every|any|one|most|some|black|good|bloody|ash|palm|easter|super|cyber|giving|holy)"
_DURATION = r"\b(?:the|his|her|its|their|our|my|your|past)"  # 'over the last year' is no calendar year
_STRETCH = r"\b(?:over|within|during|for|throughout|in)"  # 'over the next year'
_MONTHS = v.proper(v.MONTHS)

_UNIT = "week|weekend|month|quarter|year|night|morning|afternoon|evening"

PATTERNS = (
    # the first Monday of June, the last Sunday in April 2023
    pattern(
        " ".join(["the", *v.NTH]),
        rf"(?:the )?(?P<nth>{v.either(v.NTH)}) <weekday> (?:of|in) <fullmonth>(?:,? <year>)?",
        _nth_weekday,
    ),
    # last week, this year, next Friday, this past weekend, last April, last summer, the current month, last night
    pattern(
        "last this next the",
        rf"(?P<step>last|this(?: (?:past|coming))?|next|the (?:current|coming)) "
        rf"(?P<what>{_UNIT}|<weekday>|{_MONTHS}(?! \d)|<season>)"
        r"(?![-\w])(?: <daypart>\b)?",
        _stepped,
        unless_after=_DURATION,
    ),
    # the same day, that year, the following Monday, the previous month, the next morning
    pattern(
        "the that",
        r"(?P<step>the (?:very )?same|the following|the previous|the preceding|that same|that) "
        r"(?P<what><unit>|<daypart>|<weekday>)(?![-\w])",
        _anchored,
    ),
    pattern(
        "the",
        r"(?P<step>the next) (?P<what><unit>|<daypart>|<weekday>)(?![-\w])",
        _anchored,
        unless_after=_STRETCH,
    ),
    # the day before, the year after
    pattern(
        "the",
        r"the (?P<unit>day|night|week|month|year) (?P<way>before|after)<clauseend>",
        lambda m: Relative(_grain(m["unit"]), _step(m["way"]), anchored=True),
    ),
    # two days ago, three weeks earlier, a year later
    pattern(
        " ".join([NUMBER, *v.COUNTS]),
        r"(?<![\w.,-])<count> <unit>s? (?P<way>ago|earlier|later|from now|(?:before|after)<clauseend>)(?!\w| than\b)",
        _counted,
        unless_after=f"{_HEDGE}|{_COMPARED}",
    ),
    # the day before yesterday, yesterday, tomorrow morning, tonight
    pattern("the", r"the day (?:before yesterday|after tomorrow)\b", _today),
    pattern(
        "today tonight yesterday tomorrow",
        r"(?:today|tonight|(?:yesterday|(?<!of\s)tomorrow)(?: <daypart>)?)(?![\w-])",
        _today,
        unless_after=r"\bthe",
    ),
    # the end of the year, earlier in the month
    pattern(
        "the start beginning middle end close early earlier late later",
        r"(?:the )?(?P<part><edge> of|(?:early|earlier|late|later) in) the (?P<unit>week|month|year)"
        r"(?![-\w]| (?:of|before)\b)",
        lambda m: Of(PARTS[m["part"].split()[0].lower()], Relative(_grain(m["unit"]), 0)),
    ),
    # Friday, Friday night; at the weekend
    pattern(
        " ".join(v.WEEKDAYS),
        r"<weekday>(?!\w| (?:morning|afternoon|evening|night)s\b)(?: <daypart>\b)?",
        lambda m: Weekday(v.WEEKDAYS[m["weekday"].lower()]),
        unless_after=_HABIT,
    ),
    pattern("the", r"the weekend(?![-\w]| of \d)", lambda _: Weekend(None)),  # but 'the weekend of 3-4 June'
)
