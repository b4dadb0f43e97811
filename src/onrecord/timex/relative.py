"""Dates counted from another day: 'today', 'last week', 'next Friday', 'two months ago', 'the following year'."""

import re

from onrecord.timex import vocabulary as v
from onrecord.timex.absolute import part_of_year
from onrecord.timex.expressions import Calendar, NthWeekday, Of, Origin, Part, Relative, Weekday, Weekend
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
    return Weekend(step) if what == "weekend" else Relative(_grain(what), step)


def _nth_weekday(m: re.Match[str]) -> Says:
    if m["step"]:
        month: Calendar | Relative = Relative(Grain.MONTH, _step(m["step"]))
    else:
        month = Calendar(int(m["year"]) if m["year"] else None, v.month_number(m["fullmonth"]))
    return NthWeekday(v.NTH[m["nth"].lower()], v.WEEKDAYS[m["weekday"].lower()], month)


def _anchored(m: re.Match[str]) -> Says:
    step, what = _step(m["step"]), m["what"].lower()
    if what in v.WEEKDAYS:
        return Weekday(v.WEEKDAYS[what], step, Origin.TEXT)
    return Relative(_grain(what), step, Origin.TEXT)


def _counted(m: re.Match[str]) -> Says:
    grain, count = _grain(m["unit"]), v.count_number(m["count"]) * _step(m["way"])
    if grain is Grain.YEAR and m["way"].lower() == "ago":
        return None  # 'three years ago' tells how long it has been, not which year
    if m["way"].lower().endswith(("ago", "now")):
        return Relative(grain, count)
    if grain is Grain.WEEK:  # 'two weeks later' than a day is a day; 'two weeks ago' is a week
        return Relative(Grain.DAY, 7 * count, Origin.TEXT)
    return Relative(grain, count, Origin.TEXT)


def _today(m: re.Match[str]) -> Says:
    words = m.group().lower()
    step = -1 if "yesterday" in words else 1 if "tomorrow" in words else 0
    return Relative(Grain.DAY, 2 * step if words.startswith("the") else step)


# The words that may follow 'the' at the beginning of an expression, besides those that begin one themselves.
AFTER_THE = "current coming very same following previous preceding day night week month weekend q".split()
AFTER_THE += [*v.DECADES, *v.DAYS]

_HEDGE = (
    r"\b(?:about|some|nearly|almost|around|roughly|over|under|than|least|most|approximately|within|every|(?:up )?to|or)"
    r"|\d[-–]"
)
_COMPARED = r"\b(?:than|from|with|share|million|billion|percent|to)|[\d%](?= $)"  # 'up from $2 million a year ago'
_HABIT = r"\b(?:each|every|any|one|most|some|black|good|bloody|ash|palm|easter|super|cyber|giving|holy)"
_DURATION = r"\b(?:the|his|her|its|their|our|my|your|past)"  # 'over the last year' is no calendar year
_STRETCH = r"\b(?:over|within|during|for|throughout|in)"  # 'over the next year'
_MONTHS = v.proper(v.MONTHS)

PATTERNS = (
    # the first Monday of June, the last Sunday in April 2023, the second Friday of last month
    pattern(
        " ".join(["the", *v.NTH]),
        rf"(?:the )?(?P<nth>{v.either(v.NTH)}) <weekday> (?:of|in) "
        r"(?:<fullmonth>(?:,? <year>)?|(?P<step>last|this|next) month\b)",
        _nth_weekday,
    ),
    # this year's third quarter
    pattern(
        "last this next",
        r"(?P<step>last|this|next) year['’]s <ordinal> (?P<part>quarter|half)",
        lambda m: part_of_year(m["ordinal"], m["part"], Relative(Grain.YEAR, _step(m["step"]))),
    ),
    # last week, this year, next Friday, this past weekend, last April, the current month
    pattern(
        "last this next the",
        rf"(?P<step>last|this(?: (?:past|coming))?|next|the (?:current|coming)) "
        rf"(?P<what>week|weekend|month|quarter|year|<weekday>|{_MONTHS}(?! \d))(?![-\w])(?: <daypart>\b)?",
        _stepped,
        unless_after=_DURATION,
    ),
    # last night, this morning
    pattern("last this", r"(?P<step>last|this) (?P<what>night|morning|afternoon|evening)(?!\w)", _stepped),
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
    # the week before last; the day before, the year after
    pattern("the", r"the (?P<unit>week|month|year) before last\b", lambda m: Relative(_grain(m["unit"]), -2)),
    pattern(
        "the",
        r"the (?P<unit>day|night|week|month|year) (?P<way>before|after)<clauseend>",
        lambda m: Relative(_grain(m["unit"]), _step(m["way"]), Origin.TEXT),
    ),
    # two days ago, three weeks earlier, a year later; in two weeks' time
    pattern(
        " ".join([NUMBER, *v.COUNTS]),
        r"(?<![\w.,-])<count> <unit>s? (?P<way>ago|earlier|later|from now|(?:before|after)<clauseend>)(?!\w| than\b)",
        _counted,
        unless_after=f"{_HEDGE}|{_COMPARED}",
    ),
    pattern(
        "in", r"in <count> <unit>s?['’]s? time\b", lambda m: Relative(_grain(m["unit"]), v.count_number(m["count"]))
    ),
    # the day before yesterday, yesterday, tomorrow morning, tonight
    pattern("the", r"the day (?:before yesterday|after tomorrow)\b", _today),
    pattern(
        "today tonight yesterday tomorrow",
        r"(?:today|tonight|(?:yesterday|(?<!of\s)tomorrow)(?: <daypart>)?)(?![\w-])",
        _today,
        unless_after=r"\bthe",
    ),
    # the end of the year, earlier in the month, year-end
    pattern(
        "the start beginning middle end close",
        r"(?:the )?(?P<part><edge>) of the (?P<unit>week|month|year)(?![-\w]| (?:of|before)\b)",
        lambda m: Of(PARTS[m["part"].lower()], Relative(_grain(m["unit"]), 0)),
    ),
    pattern(
        "early earlier late later",
        r"(?P<part>early|earlier|late|later) in the (?P<unit>week|month|year)(?![-\w])",
        lambda m: Of(PARTS[m["part"].lower()], Relative(_grain(m["unit"]), 0)),
    ),
    pattern("year", r"year(?:-| |['’]s )end(?![-\w])", lambda _: Of(Part.LATE, Relative(Grain.YEAR, 0))),
    # Friday, Friday night; at the weekend
    pattern(
        " ".join(v.WEEKDAYS),
        r"<weekday>(?!\w| (?:morning|afternoon|evening|night)s\b)(?: <daypart>\b)?",
        lambda m: Weekday(v.WEEKDAYS[m["weekday"].lower()]),
        unless_after=_HABIT,
    ),
    # on Sat.; Sat., 11 May
    pattern(
        " ".join(v.WEEKDAYS_SHORT),
        rf"(?P<short>{v.proper(v.WEEKDAYS_SHORT)})\b(?:(?<=on\s...)\.|(?<=on\s....)\.|\.?(?=,? (?:<day>|<month>)))",
        lambda m: Weekday(v.WEEKDAYS_SHORT[m["short"].lower()]),
    ),
    pattern("the", r"the weekend(?![-\w]| of \d)", lambda _: Weekend(None)),  # but 'the weekend of 3-4 June'
)
