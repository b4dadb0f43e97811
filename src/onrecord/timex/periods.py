"""Stretches of the calendar: a day, a week, a month, a year, or a span, each with its ISO 8601 text.

`Period` is what every date of an article comes down to. `value` keeps the grain the article gives (`2024`, not
`2024-01-01/2024-12-31`); `first` and `last` say which days it covers, so that periods of any grain can be compared.
"""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, replace
from enum import IntEnum


class Grain(IntEnum):
    """How finely a period is given, finest first."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    YEAR = 5
    SPAN = 6


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both inclusive."""

    value: str  # ISO day, month, year, or span of two of these
    first: dt.date
    last: dt.date
    grain: Grain

    def early(self) -> "Period":
        """The same value, of which only the first half of the days can be meant."""
        return replace(self, last=self._after(0.5))

    def late(self) -> "Period":
        """The same value, of which only the second half of the days can be meant."""
        return replace(self, first=self._after(0.5))

    def middle(self) -> "Period":
        """The same value, of which only the middle half of the days can be meant."""
        return replace(self, first=self._after(0.25), last=self._after(0.75))

    def _after(self, share: float) -> dt.date:
        return self.first + dt.timedelta(days=int((self.last - self.first).days * share))


def day(date: dt.date) -> Period:
    """One day."""
    return Period(date.isoformat(), date, date, Grain.DAY)


def month(year: int, number: int) -> Period:
    """One month; `number` may lie outside 1 to 12 and then counts into the years before or after.

    Raises:
        ValueError: the year is not one of 1 to 9999.
    """
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = dt.date(year, number, 1)
    return Period(first.isoformat()[:7], first, first.replace(day=monthrange(year, number)[1]), Grain.MONTH)


def year(number: int) -> Period:
    """One year.

    Raises:
        ValueError: it is not one of 1 to 9999.
    """
    return Period(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31), Grain.YEAR)


def week(date: dt.date) -> Period:
    """The Monday to Sunday that holds `date`."""
    monday = date - dt.timedelta(days=date.weekday())
    return replace(span(day(monday), day(monday + dt.timedelta(days=6))), grain=Grain.WEEK)


def months(start_year: int, start_month: int, count: int) -> Period:
    """A run of `count` months: a quarter, half a year."""
    return span(month(start_year, start_month), month(start_year, start_month + count - 1))


def span(start: Period, end: Period) -> Period:
    """From the start of one period to the end of another.

    Raises:
        ValueError: it would end before it starts.
    """
    if end.last < start.first:
        raise ValueError(f"a span cannot run from {start.value} to {end.value}")
    value = f"{start.value.split('/')[0]}/{end.value.split('/')[-1]}"
    return Period(value, start.first, end.last, Grain.SPAN)


def shift(period: Period, count: int, grain: Grain) -> Period:
    """The period of the size `grain` that lies `count` such steps from the start of `period`.

    Raises:
        ValueError, OverflowError: the calendar does not reach that far.
    """
    if grain is Grain.DAY:
        return day(period.first + dt.timedelta(days=count))
    if grain is Grain.WEEK:
        return week(period.first + dt.timedelta(weeks=count))
    if grain is Grain.MONTH:
        return month(period.first.year, period.first.month + count)
    if grain is Grain.QUARTER:
        return months(period.first.year, (period.first.month - 1) // 3 * 3 + 1 + 3 * count, 3)
    return year(period.first.year + count)
