"""Entries of a live blog: each opens with the time of day it was written, and may give its day.

14 May 2024, 10:10            14:05 - The bridge has been closed.
Nine people were hurt.        13.50 GMT
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.document.blocks import Block, BlockKind, Stretch
from onrecord.document.lines import Line

_MONTHS = {name.lower(): i for names in (calendar.month_name, calendar.month_abbr) for i, name in enumerate(names) if i}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\ (?:{_MONTH})\.?\ \d{{4}}|(?:{_MONTH})\.?\ \d{{1,2}},\ \d{{4}})"
_ZONE = r"(?:(?:GMT|UTC|BST|MSK|IST|EES?T|CES?T|[ECMP][SD]T|AES?T)\b|local\ time)"
_TIME = rf"\d{{1,2}}[:.]\d\d(?:[ ]?[ap]\.?m\.?)?(?:[ ]{_ZONE})?"
_LABEL = re.compile(
    rf"""[\[(*_]*(?P<label>(?:(?P<before>{_DAY})[,\ at–-]+)?{_TIME}(?:[,\ on–-]+(?P<after>{_DAY}))?)[\])*_]*
    (?:[ ]*$|[ ]*(?P<mark>[-–—:|])[ ]+|[ ]+(?=[A-Z“"']))""",
    re.VERBOSE | re.IGNORECASE,
)
_DATE_LINE = re.compile(
    rf"[#*\s]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\ )?(?P<day>{_DAY})[*\s:]*", re.VERBOSE | re.I
)


def entries(lines: Sequence[Line], end: int) -> list[tuple[Block, Stretch]]:
    """The entries of a text that ends at `end`, with their labels: where two lines or more open with a time."""
    opened = list(_opened(lines))
    if len(opened) < 2:
        return []
    limits = [*(_closed(lines, after.line) for after in opened[1:]), end]
    return [
        (
            Block(o.start, max(o.start, limit), BlockKind.ENTRY, o.label, published=o.day),
            (lines[o.line].start, o.label_end),
        )
        for o, limit in zip(opened, limits, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Opening:
    """The label of an entry: its line, where it ends, where what it labels starts, and its day."""

    line: int
    label_end: int
    start: int
    label: str
    day: str


def _opened(lines: Sequence[Line]) -> Iterator[_Opening]:
    """The labels, each with its day: its own, or that of the last line with one."""
    day = ""
    for i, line in enumerate(lines):
        dated = _DATE_LINE.fullmatch(line.text)
        if dated:
            day = _iso(dated["day"])
        label = _LABEL.match(line.text)
        if label is None or not _is_label(label, line.text[label.end() :]):
            continue
        own = _iso(label["before"] or label["after"] or "")
        end = line.start + label.end()
        start = end if end < line.end or i + 1 == len(lines) else lines[i + 1].start
        yield _Opening(i, end, start, label["label"], own or day)


def _is_label(label: re.Match[str], rest: str) -> bool:
    """Whether a time is a label: alone on its line, before a mark, or with a day or a colon before a sentence."""
    return not rest or bool(label["mark"] or label["before"] or label["after"] or ":" in label["label"])


def _closed(lines: Sequence[Line], label: int) -> int:
    """Where the entry before a label ends: with the last line before it that is not blank."""
    return next((lines[i].end for i in range(label - 1, -1, -1) if lines[i].text), lines[label].start)


def _iso(day: str) -> str:
    """A day as ISO 8601; '' of what is none."""
    words = re.findall(r"\w+", day.lower())
    if len(words) != 3:
        return ""
    if words[0].isdigit() and len(words[0]) == 4:
        year, month, date = map(int, words)
    else:
        number, name = (words[0], words[1]) if words[0].isdigit() else (words[1], words[0])
        year, month, date = int(words[2]), _MONTHS[name], int(number)
    try:
        return dt.date(year, month, date).isoformat()
    except ValueError:
        return ""
