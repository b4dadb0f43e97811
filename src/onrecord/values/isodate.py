"""ISO 8601 dates of different precision: a day, a month, a year, or a span of two of them.

Spans are written `start/end`, which is also level 0 of the Library of Congress' Extended Date/Time Format.
"""

import calendar
import datetime as dt
import re
from enum import StrEnum

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Precision(StrEnum):
    """How much of the calendar a date pins down."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


def precision(value: str) -> Precision:
    """The precision of an ISO date or span.

    Raises:
        ValueError: `value` is neither.
    """
    bounds(value)
    if "/" in value:
        return Precision.SPAN
    return (Precision.YEAR, Precision.MONTH, Precision.DAY)[value.count("-")]


def bounds(value: str) -> tuple[dt.date, dt.date]:
    """The earliest and the latest day of an ISO date or span, both inclusive.

    Raises:
        ValueError: `value` is no ISO date or span, names a day that is not in the calendar, or ends before it starts.
    """
    parts = [_bounds(part) for part in value.split("/")]
    if len(parts) > 2:
        raise ValueError(f"not an ISO date or span: {value!r}")
    earliest, latest = parts[0][0], parts[-1][1]
    if latest < earliest:
        raise ValueError(f"ends before it starts: {value!r}")
    return earliest, latest


def _bounds(part: str) -> tuple[dt.date, dt.date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"not an ISO date: {part!r}")
    year = int(match[1])
    if match[2] is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = int(match[2])
    if match[3] is None:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    day = dt.date(year, month, int(match[3]))
    return day, day
