"""The day of publication as the article itself gives it: 'KYIV, 8 April 2023 –', or a line of its own near the top."""

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.chronology.expression import Calendar, Found

_TOP = 400  # characters in which a dateline stands
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[^\S\n]*(?:$|[\n–—|()-]|,?[^\S\n]*\d)")  # what follows: nothing, a dash, an agency, a time of day


def dateline(text: str, found: Sequence[Found]) -> dt.date | None:
    """The first full date near the top of a text that stands on its line alone or after a place; None without one."""
    for date in found:
        if date.start > _TOP:
            break
        match date.says:
            case Calendar(int(year), int(month), int(day)) if _after_place(text, date) and _END.match(text, date.end):
                try:
                    return dt.date(year, month, day)
                except ValueError:
                    continue
    return None


def _after_place(text: str, date: Found) -> bool:
    """Whether nothing but names stands before the date on its line: 'The Hague (', but not 'On '."""
    words = _WORD.findall(text, text.rfind("\n", 0, date.start) + 1, date.start)
    return all(word[0].isupper() for word in words) and words[:1] not in (["On"], ["In"], ["Since"], ["By"], ["From"])
