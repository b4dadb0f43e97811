"""The days of entries: which day it is, the order, and how it is written for people."""

import calendar
import datetime as dt
from collections.abc import Iterable

from onrecord.chronology.values import DayIs, Kind
from onrecord.values.isodate import bounds

_OF = {Kind.FIGURE: DayIs.HOLDS, Kind.POSITION: DayIs.HOLDS, Kind.STATEMENT: DayIs.SAID}


def day_of(kind: Kind, told: Iterable[str], published: Iterable[str]) -> tuple[str, DayIs]:
    """The day of an entry: the most exact of those that articles tell, or else the first on which one was published.

    Args:
        kind: of the entry.
        told: the days that articles give it, as ISO dates or spans; '' where one gives none.
        published: the days of publication of these articles.
    """
    days = sorted({day for day in told if _known(day)}, key=lambda day: (_length(day), day))
    if days:
        return days[0], _OF.get(kind, DayIs.HAPPENED)
    reported = sorted(day for day in published if _known(day))
    return (reported[0], DayIs.PUBLISHED) if reported else ("", DayIs.UNKNOWN)


def order(day: str) -> tuple[bool, dt.date, int]:
    """Sorts days by when they begin, a span of them before what is shorter; what has no day comes last."""
    if not day:
        return True, dt.date.max, 0
    first, last = bounds(day)
    return False, first, -(last - first).days


def meets(day: str, first: dt.date, last: dt.date) -> bool:
    """Whether something of a day or span may lie between two days; what has no day does only between all there are."""
    if not day:
        return (first, last) == (dt.date.min, dt.date.max)
    earliest, latest = bounds(day)
    return first <= latest and earliest <= last


def written(day: str) -> str:
    """A day, month, year or span for people, no more exact than it is told: '5 March 2024', 'March 2024', '2024'."""
    return " to ".join(_part(part) for part in day.split("/")) if day else "No day told"


def _part(part: str) -> str:
    numbers = [int(number) for number in part.split("-")]
    names = [str(numbers[0]), *(calendar.month_name[number] for number in numbers[1:2]), *map(str, numbers[2:])]
    return " ".join(reversed(names))


def _known(day: str) -> bool:
    try:
        bounds(day)
    except ValueError:
        return False
    return True


def _length(day: str) -> int:
    first, last = bounds(day)
    return (last - first).days
