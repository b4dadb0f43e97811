"""The day of publication as the article itself gives it: 'KYIV, 8 April 2023 –', or a line of its own near the top."""

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.timex.day_month_order import day_first, readings
from onrecord.timex.expressions import Calendar, Found, Numeric

_TOP = 400  # characters in which a dateline stands
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[^\S\n]*(?:$|[\n–—|()-]|,?[^\S\n]*\d)")  # what follows: nothing, a dash, an agency, a time of day


def dateline(text: str, found: Sequence[Found]) -> dt.date | None:
    """The first full date near the top of a text that stands on its line alone or after a place; None without one."""
    for date in found:
        if date.start > _TOP:
            break
        match date.says:
            case Calendar(int(year), int(month), int(day)) if _stands_apart(text, date):
                try:
                    return dt.date(year, month, day)
                except ValueError:
                    continue
            case Numeric() as says if _stands_apart(text, date) and (named := _in_numbers(text, found, says)):
                return named
    return None


def _in_numbers(text: str, found: Sequence[Found], says: Numeric) -> dt.date | None:
    """The day of '11.05.2021', in the order of the article's dates, which dots between the numbers tell as well."""
    order = True if says.separator == "." else day_first(text, found, None)
    return None if order is None else readings(says)[not order]


def _stands_apart(text: str, date: Found) -> bool:
    return _after_place(text, date) and bool(_END.match(text, date.end))


def _after_place(text: str, date: Found) -> bool:
    """Whether nothing but names stands before the date on its line: 'The Hague (', but not 'On '."""
    words = _WORD.findall(text, text.rfind("\n", 0, date.start) + 1, date.start)
    return all(word[0].isupper() for word in words) and words[:1] not in (["On"], ["In"], ["Since"], ["By"], ["From"])
