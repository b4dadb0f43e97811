"""The day of publication as the article itself gives it: 'KYIV, 8 April 2023 –', or a line of its own near the top."""

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.timex.day_month_order import day_first
from onrecord.timex.expressions import Calendar, Expression, Found, Numeric
from onrecord.timex.normalise import Context, resolve

_TOP = 400  # characters in which a dateline stands
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[^\S\n]*(?:$|[\n–—|()-]|,?[^\S\n]*\d)")  # what follows: nothing, a dash, an agency, a time of day


def dateline(text: str, found: Sequence[Found]) -> dt.date | None:
    """The first full date near the top of a text that stands on its line alone or after a place; None without one."""
    context = Context(None, day_first=day_first(text, found, None))
    days = (_full_date(f.says, context) for f in found if f.start <= _TOP and _stands_apart(text, f))
    return next((day for day in days if day), None)


def _full_date(says: Expression, context: Context) -> dt.date | None:
    """The day of a date written with its year, where the order of its numbers is known."""
    match says:
        case Calendar(int(), int(), int()) | Numeric():
            resolved = resolve(says, context)
            return resolved.period.first if resolved and not resolved.ambiguous else None
    return None


def _stands_apart(text: str, date: Found) -> bool:
    return _after_place(text, date) and bool(_END.match(text, date.end))


def _after_place(text: str, date: Found) -> bool:
    """Whether nothing but names stands before the date on its line: 'The Hague (', but not 'On '."""
    words = _WORD.findall(text, text.rfind("\n", 0, date.start) + 1, date.start)
    return all(word[0].isupper() for word in words) and words[:1] not in (["On"], ["In"], ["Since"], ["By"], ["From"])
