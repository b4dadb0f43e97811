"""Day or month first: in which order an article writes dates in numbers."""

import datetime as dt
from collections.abc import Iterable

from onrecord.timex.expressions import Between, Calendar, Found, Numeric


def readings(says: Numeric) -> tuple[dt.date | None, dt.date | None]:
    """The day with the day first and with the month first; None where there is no such day."""

    def read(month: int, day: int) -> dt.date | None:
        try:
            return dt.date(says.year, month, day)
        except ValueError:
            return None

    return read(says.right, says.left), read(says.left, says.right)


def day_first(text: str, found: Iterable[Found], published: dt.date | None) -> bool | None:
    """Whether an article writes the day before the month in numbers; None where nothing tells.

    A number above 12 tells, and a date that is that of publication in one order only; failing these, whether dates
    with the month in letters have the day first.
    """
    in_letters: set[bool] = set()
    for f in found:
        for says in (f.says.start, f.says.end) if isinstance(f.says, Between) else (f.says,):
            if isinstance(says, Numeric):
                european, american = readings(says)
                if not (european and american):
                    return european is not None
                if european != american and published in (european, american):
                    return european == published
            elif isinstance(says, Calendar) and says.month and says.day:
                in_letters.add(text[f.start].isdigit())
    return in_letters.pop() if len(in_letters) == 1 else None
