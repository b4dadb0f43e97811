"""The day of publication, by an order of trust, in the publisher's own time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.sources.article import Dating
from onrecord.sources.html.days import Written

_FIRST = dt.date(1991, 8, 6)  # of the web; what is dated before was not published there
_DAY = dt.timedelta(days=1)
_WESTMOST, _EASTMOST = "12:00", "10:00"  # in UTC: until when it is yesterday somewhere, since when tomorrow
_FOR_MACHINES = (Dating.JSON_LD, Dating.TIME, Dating.META)


@dataclass(frozen=True, slots=True)
class Statement:
    """A day of publication, and where the page states it."""

    source: Dating
    written: Written
    is_shown: bool = False  # to readers, and not only to machines

    @property
    def day(self) -> dt.date:
        """The day as it is written."""
        return self.written.day


def decide(stated: Sequence[Statement], others: Sequence[dt.date] = ()) -> Statement | None:
    """The statement to trust, of those in order of trust; `others` are the other days that the page gives.

    A time in UTC may fall on another day than the publisher's: a statement in local time beside it is trusted then.
    """
    possible = [one for one in stated if _is_possible(one, stated, others)]
    if not possible:
        return None
    first = possible[0]
    if not first.written.is_utc:
        return first
    local = min((one for one in possible if _is_local(one, first)), key=_rank, default=first)
    return first if local.day == first.day else local


def _is_possible(one: Statement, stated: Sequence[Statement], others: Sequence[dt.date]) -> bool:
    """Whether an article can be of that day: not before the web, nor after all that the page says to machines."""
    known = [*others, *(other.day for other in stated if other is not one and other.source in _FOR_MACHINES)]
    known = [day for day in known if day >= _FIRST]
    return one.day >= _FIRST and (not known or one.day <= max(known) + _DAY)


def _is_local(one: Statement, utc: Statement) -> bool:
    """Whether a day may be the publisher's at a time that is given in UTC: west of it days end later, east earlier."""
    if one.written.is_utc or (one.written.clock and one.written.clock == utc.written.clock and not one.is_shown):
        return False
    if one.day == utc.day - _DAY:
        return utc.written.clock < _WESTMOST
    return one.day == utc.day or (one.day == utc.day + _DAY and utc.written.clock >= _EASTMOST)


def _rank(one: Statement) -> int:
    """What is in whose time: shown to readers, or with another clock; an address; a day alone."""
    if one.is_shown:
        return 0
    if one.written.clock:
        return 1
    return 2 if one.source is Dating.ADDRESS else 3
