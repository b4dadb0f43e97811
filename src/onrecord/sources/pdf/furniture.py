"""Page furniture: running heads and feet, and the numbers of pages.

They stand at the top or bottom of a page, outside of everything else, in the same place on several pages, and say the
same but for their numbers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.sources.pdf.lines import Line

_DEPTH = 4  # lines from the top and from the bottom that are looked at
_PLACE = 2.0  # points: lines that differ by less stand in the same place
_MOST = 0.5  # of the pages: what stands in a place on as many is furniture there on the others, too
_AWAY = 1.6  # of the size of type: as far is furniture from the text at least
_EDGE = 0.12  # of the page's height: numbers of pages stand within
_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page, from the top, across its columns."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge of a page: how it reads without its numbers, and where it stands."""

    is_top: bool
    wording: str
    place: int


def without_furniture(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without their furniture, and what that said."""
    told = Counter(edge for sheet in sheets for edge in {*_edges(sheet, True), *_edges(sheet, False)})
    places = Counter[tuple[bool, int]]()
    for edge, times in told.items():
        if times > 1:
            places[edge.is_top, edge.place] += times
    usual = {place for place, times in places.items() if times >= max(3, _MOST * len(sheets))}
    kept, left_out, examples = list[Sheet](), Counter[str](), dict[str, str]()
    for sheet in sheets:
        first = _how_many(sheet, True, told, usual)
        last = len(sheet.lines) - _how_many(sheet, False, told, usual)
        last = max(first, last)
        gone = (*sheet.lines[:first], *sheet.lines[last:])
        left_out.update(_worded(line) for line in gone)
        examples.update((_worded(line), line.text) for line in gone if _worded(line) not in examples)
        kept.append(Sheet(sheet.number, sheet.height, sheet.lines[first:last]))
    return kept, [
        f"{examples[one]} (so on {times} pages)" if times > 1 else examples[one] for one, times in left_out.items()
    ]


def _edges(sheet: Sheet, is_top: bool) -> Iterator[_Edge]:
    """The lines at one edge of a page, from outside."""
    lines: Iterable[Line] = sheet.lines[:_DEPTH] if is_top else reversed(sheet.lines[-_DEPTH:])
    for line in lines:
        yield _Edge(is_top, _worded(line), round(line.baseline / _PLACE))


def _how_many(sheet: Sheet, is_top: bool, told: Counter[_Edge], usual: set[tuple[bool, int]]) -> int:
    """How many lines at one edge of a page are furniture."""
    lines = list(sheet.lines if is_top else reversed(sheet.lines))
    count = 0
    for line, edge in zip(lines, _edges(sheet, is_top), strict=False):
        repeated = max(told[_moved(edge, by)] for by in (-1, 0, 1)) > 1
        in_place = count == 0 and any((is_top, edge.place + by) in usual for by in (-1, 0, 1))
        if not (repeated or in_place or _is_number(line, sheet.height)):
            break
        count += 1
    while 0 < count < len(lines) and not _is_apart(lines[count - 1], lines[count]):
        count -= 1
    return count


def _worded(line: Line) -> str:
    """How a line reads without its numbers."""
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text)


def _is_apart(line: Line, inner: Line) -> bool:
    """Whether a line stands away from the next one towards the middle of the page."""
    return abs(inner.baseline - line.baseline) > _AWAY * min(line.size, inner.size)


def _moved(edge: _Edge, by: int) -> _Edge:
    return _Edge(edge.is_top, edge.wording, edge.place + by)


def _is_number(line: Line, height: float) -> bool:
    """Whether a line is the number of a page and nothing else."""
    at_edge = line.baseline < _EDGE * height or line.baseline > (1 - _EDGE) * height
    return at_edge and _NUMBER.fullmatch(line.text) is not None
