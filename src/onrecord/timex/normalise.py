"""From what an expression says to the days it means, in its article.

Four rules, in this order: what is written in full needs nothing else; what counts from publication or from a date in
the text is counted; numbers whose order is open follow the article's habit; and a year that is left open is that of
the nearest such date before publication, unless the text looks ahead.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from onrecord.timex import periods as p
from onrecord.timex.day_month_order import readings
from onrecord.timex.expressions import (
    Between,
    Calendar,
    Expression,
    Months,
    NthWeekday,
    Numeric,
    Of,
    Origin,
    Part,
    Relative,
    Weekday,
    Weekend,
    Years,
)
from onrecord.timex.periods import Grain, Period


class Outlook(Enum):
    """Where the words around a date look, from the day of publication."""

    BACK = "back"
    AHEAD = "ahead"
    PRESENT = "present"  # a weekday is the coming one, any other date the nearest
    EITHER = "either"


class Rule(StrEnum):
    """How a date was resolved."""

    FULL = "written in full"
    BACK = "nearest before publication"
    AHEAD = "nearest after publication, as the text looks ahead"
    EITHER = "nearest to publication"
    WEEKDAY = "nearest year in which the weekday fits"
    PUBLICATION = "counted from publication"
    TEXT = "counted from a date in the text"
    STORY = "of the year told before"
    SAID = "counted from the day it was said"
    NEWS = "from the day of the news, as that of publication is not known"
    HABIT = "day and month in the order of the article"
    OPEN_ORDER = "order of day and month unknown"


_NEAREST = {
    Outlook.BACK: Rule.BACK,
    Outlook.AHEAD: Rule.AHEAD,
    Outlook.PRESENT: Rule.EITHER,
    Outlook.EITHER: Rule.EITHER,
}
_WINTER = dt.timedelta(days=120)  # a story may go on over the end of a year: 'in December 2022 ... in February'
_YEARS_AROUND = 8  # years searched either way: as far off as a 29 February can be


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved against."""

    published: dt.date | None
    outlook: Outlook = Outlook.BACK
    before: Sequence[Period] = ()  # the dates before it in the text, nearest first
    day_first: bool | None = None  # the article's order of day and month in numbers
    story: Period | None = None  # the date before it whose year it goes on in


@dataclass(frozen=True, slots=True)
class Resolved:
    """The period an expression means, and how that was found out."""

    period: Period
    rule: Rule
    ambiguous: bool = False


def resolve(says: Expression, context: Context) -> Resolved | None:
    """What an expression means, or None where the article does not tell."""
    try:
        return _resolve(says, context)
    except (ValueError, OverflowError):  # no such day: 31 June, the year 0
        return None


def _resolve(says: Expression, context: Context) -> Resolved | None:
    return _BY_TYPE[type(says)](says, context)


def _calendar(says: Calendar, context: Context) -> Resolved | None:
    if says.year is not None:
        year, rule = _year(says.year, context) or (None, Rule.FULL)
        return Resolved(_date(year, says.month, says.day), rule) if year else None
    if context.story and says.month and says.step is None and (told := _in_story(says, context.story, context)):
        return Resolved(told, Rule.STORY)
    if not context.published or not says.month:
        return None
    around = list(_each_year(context.published, lambda y: _date(y, says.month, says.day)))
    if says.step is not None:
        return _stepped(around, says.step, context)
    if says.weekday is not None:
        close = [c for c in around if abs(c.first.year - context.published.year) <= 1]
        fitting = [c for c in close if c.first.weekday() == says.weekday]  # never two: a year moves the weekday on
        if fitting:
            return Resolved(fitting[0], Rule.WEEKDAY)
    nearest = _nearest(around, context.published, context.outlook)
    return Resolved(nearest, _NEAREST[context.outlook]) if nearest else None


def _in_story(says: Calendar, story: Period, context: Context) -> Period | None:
    """The date in the year of the one before, or in the next where winter lies between; None where it goes back."""
    told = _date(story.first.year, says.month, says.day)
    if told.last < story.first:
        told = _date(story.first.year + 1, says.month, says.day)
        if told.first - story.last > _WINTER:
            return None
    if context.published and told.first > context.published:
        return None
    return told if says.weekday is None or told.first.weekday() == says.weekday else None


def _date(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return p.year(year)
    return p.day(dt.date(year, month, day)) if day else p.month(year, month)


def _year(says: int | Relative, context: Context) -> tuple[int, Rule] | None:
    if isinstance(says, int):
        return says, Rule.FULL
    counted = _relative(says, context)
    return (counted.period.first.year, counted.rule) if counted else None


def _each_year(published: dt.date, make: Callable[[int], Period]) -> Iterator[Period]:
    """The periods that `make` gives for the years around publication; years without such a day are left out."""
    for year in range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1):
        try:
            yield make(year)
        except ValueError:
            continue


def _nearest(periods: Iterable[Period], published: dt.date, outlook: Outlook) -> Period | None:
    if outlook is Outlook.BACK:
        return max((c for c in periods if c.first <= published), key=lambda c: c.first, default=None)
    if outlook is Outlook.AHEAD:
        return min((c for c in periods if c.last >= published), key=lambda c: c.first, default=None)
    return min(periods, key=lambda c: max(c.first - published, published - c.last), default=None)


def _stepped(periods: Sequence[Period], step: int, context: Context) -> Resolved | None:
    """'last March' has ended before publication, 'next March' begins after it, 'this March' is of the same year."""
    assert context.published
    published = context.published
    if step < 0:
        chosen = max((c for c in periods if c.last < published), key=lambda c: c.first, default=None)
    elif step > 0:
        chosen = min((c for c in periods if c.first > published), key=lambda c: c.first, default=None)
    else:
        within = [c for c in periods if c.first <= published <= c.last]
        chosen = next((c for c in within or periods if within or c.first.year == published.year), None)
    return Resolved(chosen, Rule.PUBLICATION) if chosen else None


def _numeric(says: Numeric, context: Context) -> Resolved | None:
    european, american = readings(says)
    if not (european and american) or european == american:
        only = european or american
        return Resolved(p.day(only), Rule.FULL) if only else None
    day_first = True if says.separator == "." else context.day_first
    if day_first is not None:
        return Resolved(p.day(european if day_first else american), Rule.HABIT)
    both = sorted((european, american))
    likely = both[1] if not context.published or both[1] <= context.published else both[0]
    return Resolved(Period(likely.isoformat(), both[0], both[1], Grain.DAY), Rule.OPEN_ORDER, ambiguous=True)


def _weekday(says: Weekday, context: Context) -> Resolved | None:
    if says.week:
        week = _relative(says.week, context)
        return Resolved(p.day(week.period.first + dt.timedelta(days=says.weekday)), week.rule) if week else None
    if says.origin is Origin.TEXT:
        return _weekday_from_text(says, context)
    if not context.published:
        return None
    back = (context.published.weekday() - says.weekday) % 7
    ahead = (says.weekday - context.published.weekday()) % 7
    if says.step is None:
        looks_back = context.outlook is Outlook.BACK or (context.outlook is Outlook.EITHER and back < ahead)
        days = -back if looks_back else ahead
        return Resolved(_days_from(context.published, days), Rule.BACK if looks_back else Rule.AHEAD)
    of_this_week = says.weekday - context.published.weekday()
    if of_this_week > 0 and context.outlook is Outlook.BACK:
        of_this_week -= 7  # 'this Sunday he crossed'
    days_off = -(back or 7) if says.step < 0 else (ahead or 7) if says.step > 0 else of_this_week
    return Resolved(_days_from(context.published, days_off), Rule.PUBLICATION)


def _nth_weekday(says: NthWeekday, context: Context) -> Resolved | None:
    def of(month: Period) -> Period:
        if says.nth < 0:
            return _days_from(month.last, -((month.last.weekday() - says.weekday) % 7))
        found = _days_from(month.first, (says.weekday - month.first.weekday()) % 7 + 7 * (says.nth - 1))
        if found.first > month.last:
            raise ValueError(f"{month.value} has no such weekday")
        return found

    match says.month:
        case Calendar(year=None, month=int(number)):
            if not context.published:
                return None
            around = _each_year(context.published, lambda y: of(p.month(y, number)))
            nearest = _nearest(around, context.published, context.outlook)
            return Resolved(nearest, _NEAREST[context.outlook]) if nearest else None
    whole = _resolve(says.month, context)
    return replace(whole, period=of(whole.period)) if whole else None


def _weekday_from_text(says: Weekday, context: Context) -> Resolved | None:
    anchor = _anchor(Grain.DAY, context)
    if not anchor:
        return None
    ahead = (says.weekday - anchor.first.weekday()) % 7
    if says.step == 0 and ahead:
        return None
    days = ahead or (7 if says.step else 0)
    return Resolved(_days_from(anchor.first, days if says.step != -1 else ahead - 7), Rule.TEXT)


def _days_from(day: dt.date, days: int) -> Period:
    return p.day(day + dt.timedelta(days=days))


def _anchor(grain: Grain, context: Context) -> Period | None:
    """The nearest date before that is at least as fine as `grain`."""
    return next((b for b in context.before if b.grain <= grain), None)


def _relative(says: Relative, context: Context) -> Resolved | None:
    if says.origin is Origin.TEXT:
        anchor = _anchor(says.grain, context)
        return Resolved(p.shift(anchor, says.count, says.grain), Rule.TEXT) if anchor else None
    if not context.published:
        return None
    return Resolved(p.shift(p.day(context.published), says.count, says.grain), Rule.PUBLICATION)


def _weekend(says: Weekend, context: Context) -> Resolved | None:
    if not context.published:
        return None
    monday = p.week(context.published).first
    count = says.count
    if count is None or (count == 0 and context.outlook is Outlook.BACK):
        count = 0 if context.outlook is Outlook.AHEAD or context.published.weekday() >= 5 else -1
    saturday = monday + dt.timedelta(days=5, weeks=count)
    return Resolved(p.span(p.day(saturday), _days_from(saturday, 1)), Rule.PUBLICATION)


def _months(says: Months, context: Context) -> Resolved | None:
    if says.year is None:
        return None
    year, rule = _year(says.year, context) or (None, Rule.FULL)
    return Resolved(p.months(year, says.start, says.count), rule) if year else None


def _part(says: Of, context: Context) -> Resolved | None:
    whole = _resolve(says.whole, context)
    if not whole:
        return None
    period, published = whole.period, context.published
    if says.part in (Part.EARLIER, Part.LATER):
        if not published or not period.first <= published <= period.last:
            return whole
        clipped = replace(period, last=published) if says.part is Part.EARLIER else replace(period, first=published)
        return replace(whole, period=clipped)
    narrowed = {Part.EARLY: Period.early, Part.MIDDLE: Period.middle, Part.LATE: Period.late}[says.part]
    return replace(whole, period=narrowed(period))


def _between(says: Between, context: Context) -> Resolved | None:
    """A span. An end without a year is found from the other end: 'from December 2022 to March'."""
    first_open, last_open = _is_open(says.start), _is_open(says.end)
    if first_open and (not last_open or context.outlook is Outlook.BACK):
        end = _resolve(says.end, context)
        start = end and _resolve(says.start, replace(context, published=end.period.first, outlook=Outlook.BACK))
    else:
        start = _resolve(says.start, context)
        if start and last_open:
            context = replace(context, published=start.period.first, outlook=Outlook.AHEAD)
        end = start and _resolve(says.end, context)
    if not start or not end:
        return None
    whole = replace(end, period=p.span(start.period, end.period), ambiguous=start.ambiguous or end.ambiguous)
    return replace(whole, rule=start.rule) if not first_open and last_open else whole


def _is_open(says: Expression) -> bool:
    match says:
        case Calendar(year=None, step=None) | Weekday(step=None, week=None):
            return True
    return False


def _years(says: Years, context: Context) -> Resolved:
    return Resolved(p.span(p.year(says.first), p.year(says.last)), Rule.FULL)


_BY_TYPE: dict[type, Callable[..., Resolved | None]] = {
    Calendar: _calendar,
    Numeric: _numeric,
    Weekday: _weekday,
    NthWeekday: _nth_weekday,
    Relative: _relative,
    Weekend: _weekend,
    Months: _months,
    Years: _years,
    Of: _part,
    Between: _between,
}
