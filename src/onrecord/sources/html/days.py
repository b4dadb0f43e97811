"""Days as pages write them: for machines, with an offset or without, and for people."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.timex import grammar
from onrecord.timex.day_month_order import readings
from onrecord.timex.expressions import Calendar, Numeric

_DAY = re.compile(r"(?P<year>\d{4})(?P<s>[-/.])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?)?")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")  # since 1970, or thousandths of them
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2}):(\d\d)(?!\d*/)")
_UTC = re.compile(r"\d ?(?:Z|(?:UTC|GMT)?[+-]00:?00|(?:UTC|GMT)(?![+-]\d))\s*(?:\(.*\))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it is written somewhere; of a time in UTC it is the day there, not the publisher's."""

    day: dt.date
    is_utc: bool = False
    clock: str = ""  # the hour and minute, where they are given


def read_value(value: str) -> Written | None:
    """The day of a value written for machines; the offset neither shifts nor drops it. None of what is no day."""
    value = value.strip()
    if (seconds := _SECONDS.fullmatch(value)) is not None:
        moment = dt.datetime.fromtimestamp(int(seconds[1]), dt.UTC)
        return Written(moment.date(), True, f"{moment:%H:%M}")
    match = _DIGITS.fullmatch(value) or _DAY.match(value)
    day = _date(match["year"], match["month"], match["day"]) if match else next(days_in(value), None)
    return Written(day, _is_utc(value), _clock(value)) if day is not None else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_utc(value: str) -> bool:
    """Whether a time of day in UTC is written."""
    return _UTC.search(value) is not None and (_clock(value) != "" or _DIGITS.fullmatch(value) is not None)


def _clock(value: str) -> str:
    found = _CLOCK.search(value)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def days_in(text: str, day_first: bool | None = None) -> Iterator[dt.date]:
    """The full dates of a text for people."""
    return (date.day for date in dates_in(text, day_first))


@dataclass(frozen=True, slots=True)
class DateInText:
    """A full date, and where it stands."""

    start: int
    end: int
    day: dt.date


def dates_in(text: str, day_first: bool | None = None) -> Iterator[DateInText]:
    """The full dates of a text for people, where they stand.

    Numbers whose order is open count if it is known whether the day comes before the month.
    """
    for found in grammar.find(text):
        match found.says:
            case Calendar(int(year), int(month), int(day)):
                date = _date(str(year), str(month), str(day))
            case Numeric() as says:
                date = _ordered(says, day_first)
            case _:
                date = None
        if date is not None:
            yield DateInText(found.start, found.end, date)


def _ordered(says: Numeric, day_first: bool | None) -> dt.date | None:
    """The day of '11.05.2021' or '11/20/2019'; None where both orders give one and none is known."""
    first, second = readings(says)
    if first is None or second is None or first == second:
        return first or second
    if says.separator == ".":
        return first
    return None if day_first is None else (first if day_first else second)
