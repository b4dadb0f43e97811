"""Page furniture: running heads and feet, and the numbers of pages.

They stand at the top or bottom of a page, outside of everything else, in the same place on several pages, and say the
same but for numbers that count with the pages. Lines whose other numbers differ tell something of each page: 'In 14
villages 320 people were hurt' at the head of every sheet of a report.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from onrecord.sources.pdf.lines import Line

_DEPTH = 4  # lines from the top and from the bottom that are looked at
_PLACE = 2.0  # points: lines that differ by less stand in the same place
_MOST = 0.5  # of the pages: what stands in a place on as many is furniture there on the others, too
_AWAY = 1.6  # of the size of type: as far is furniture from the text at least
_EDGE = 0.12  # of the page's height: numbers of pages stand within
_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"\b[ivxl]+\b")

_Worded = Mapping[tuple[int, str], str]  # by the number of the page and the text of the line


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page, from the top, across its columns."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge of a page: how it reads without the numbers that count pages, and where it stands."""

    is_top: bool
    wording: str
    place: int


def without_furniture(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without their furniture, and what that said."""
    worded = _wordings(sheets)
    told = Counter(edge for sheet in sheets for edge in {*_edges(sheet, True, worded), *_edges(sheet, False, worded)})
    places = Counter[tuple[bool, int]]()
    for edge, times in told.items():
        if times > 1:
            places[edge.is_top, edge.place] += times
    usual = {place for place, times in places.items() if times >= max(3, _MOST * len(sheets))}
    kept, left_out, examples = list[Sheet](), Counter[str](), dict[str, str]()
    for sheet in sheets:
        first = _how_many(sheet, True, told, usual, worded)
        last = len(sheet.lines) - _how_many(sheet, False, told, usual, worded)
        last = max(first, last)
        for line in (*sheet.lines[:first], *sheet.lines[last:]):
            wording = worded[sheet.number, line.text]
            left_out[wording] += 1
            examples.setdefault(wording, line.text)
        kept.append(Sheet(sheet.number, sheet.height, sheet.lines[first:last]))
    return kept, [
        f"{examples[one]} (so on {times} pages)" if times > 1 else examples[one] for one, times in left_out.items()
    ]


def _lines(sheet: Sheet, is_top: bool) -> Iterable[Line]:
    """The lines at one edge of a page, from outside."""
    return sheet.lines[:_DEPTH] if is_top else reversed(sheet.lines[-_DEPTH:])


def _edges(sheet: Sheet, is_top: bool, worded: _Worded) -> Iterator[_Edge]:
    for line in _lines(sheet, is_top):
        yield _Edge(is_top, worded[sheet.number, line.text], round(line.baseline / _PLACE))


def _how_many(sheet: Sheet, is_top: bool, told: Counter[_Edge], usual: set[tuple[bool, int]], worded: _Worded) -> int:
    """How many lines at one edge of a page are furniture."""
    lines = list(sheet.lines if is_top else reversed(sheet.lines))
    found = 0
    for line, edge in zip(lines, _edges(sheet, is_top, worded), strict=False):
        repeated = max(told[_moved(edge, by)] for by in (-1, 0, 1)) > 1
        in_place = found == 0 and any((is_top, edge.place + by) in usual for by in (-1, 0, 1))
        if not (repeated or in_place or _is_number(line, sheet.height)):
            break
        found += 1
    while 0 < found < len(lines) and not _is_apart(lines[found - 1], lines[found]):
        found -= 1
    return found


def _wordings(sheets: Iterable[Sheet]) -> _Worded:
    """How each line near an edge reads without the numbers that count with the pages, as those of pages do.

    Such a number is as far from the number of its page as another in a line that is alike, and is no other's number.
    """
    texts = {(sheet.number, line.text) for sheet in sheets for top in (True, False) for line in _lines(sheet, top)}
    counting, staying = Counter[tuple[str, int, int]](), Counter[tuple[str, int, int]]()
    for page, text in texts:
        for i, number in enumerate(_DIGITS.findall(text)):
            counting[_bare(text), i, int(number) - page] += 1
            staying[_bare(text), i, int(number)] += 1

    def worded(page: int, text: str) -> str:
        bare, order = _bare(text), count()

        def told(number: re.Match[str]) -> str:
            i, value = next(order), int(number[0])
            counts = counting[bare, i, value - page] > 1 and staying[bare, i, value] == 1
            return "#" if counts else number[0]

        return _ROMAN.sub("#", _DIGITS.sub(told, text))

    return {(page, text): worded(page, text) for page, text in texts}


def _bare(text: str) -> str:
    """A line without its numbers."""
    return _ROMAN.sub("#", _DIGITS.sub("#", text))


def _is_apart(line: Line, inner: Line) -> bool:
    """Whether a line stands away from the next one towards the middle of the page."""
    return abs(inner.baseline - line.baseline) > _AWAY * min(line.size, inner.size)


def _moved(edge: _Edge, by: int) -> _Edge:
    return _Edge(edge.is_top, edge.wording, edge.place + by)


def _is_number(line: Line, height: float) -> bool:
    """Whether a line is the number of a page and nothing else."""
    at_edge = line.baseline < _EDGE * height or line.baseline > (1 - _EDGE) * height
    return at_edge and _NUMBER.fullmatch(line.text) is not None
