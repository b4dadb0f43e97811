"""Tables written as text: cells between '|', between tabs, or in columns aligned by spaces.

| Region | Killed |        Region     Killed
|--------|--------|        Velm           40
| Velm   | 40     |        Pell            9
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.document.blocks import Block, BlockKind, Stretch
from onrecord.document.lines import Line

_RULE = re.compile(r"[|+ :=\-–—]*[-=–—]{3}[|+ :=\-–—]*")
_GAP = re.compile(r"[ \u00a0]{2,}")
_NUMBER = re.compile(
    r"""[-–−+~<>≤≥≈]?\s*[$€£]?\s*\d[\d,.' \u00a0\u202f]*\s*(?:%|[kKmM]|per\ ?cent|thousand|million|billion|bn|mln)?
    \s*(?:\(.*\))?(?:\[?[*†‡a-z\d]\]?)?""",
    re.ASCII | re.VERBOSE,
)
_NOTHING = re.compile(r"[-–—]+|n/?a|\.\.+|nil|none|unknown|\?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALIGNED = 3  # rows at least, before spaces make columns


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its cells as stretches of the text, an empty one where nothing stands; `ruled` where a rule follows."""

    cells: tuple[Stretch, ...]
    texts: tuple[str, ...]
    ruled: bool = False


def cells(lines: Sequence[Line]) -> list[Block]:
    """The cells of the tables in the lines, each with the heads of its row and of its column."""
    return [cell for rows in _tables(lines) for cell in _cells(rows)]


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _NUMBER.fullmatch(cell) is not None


def _tables(lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """The rows of each run of lines that make a table."""
    for blank, run in groupby(lines, key=lambda line: not line.text):
        if blank:
            continue
        block = list(run)
        for separate in (_between_bars, _between_tabs, _between_gaps):
            tables = [rows for rows in _runs(block, separate) if _is_table(rows, separate is _between_gaps)]
            if tables:
                yield from tables
                break


def _runs(block: Sequence[Line], separate: Callable[[Line], _Row | None]) -> Iterator[list[_Row]]:
    """Runs of lines that are cut into the same number of cells; a rule belongs to the row before it."""
    rows: list[_Row] = []
    for line in block:
        if _RULE.fullmatch(line.text):
            if rows:
                rows[-1] = _Row(rows[-1].cells, rows[-1].texts, ruled=True)
            continue
        cut = separate(line)
        if rows and (cut is None or len(cut.cells) != len(rows[-1].cells)):
            yield rows
            rows = []
        if cut is not None:
            rows.append(cut)
    if rows:
        yield rows


def _is_table(rows: Sequence[_Row], by_gaps: bool) -> bool:
    columns = len(rows[0].cells)
    if columns < 2 or len(rows) < 2:
        return False
    if by_gaps:
        return _is_in_columns(rows)
    return any(row.ruled for row in rows) or len(rows) > 2 or columns > 2


def _is_in_columns(rows: Sequence[_Row]) -> bool:
    """Whether what is cut by spaces stands in columns, and is no prose with two spaces after its sentences."""
    sentences = sum(row.texts[0][-1:] in ".!?" for row in rows)
    columns = range(1, len(rows[0].cells))
    return (
        len(rows) >= _ALIGNED and sentences < 2 and all(_aligned([row.cells[i] for row in rows], rows) for i in columns)
    )


def _aligned(column: Sequence[Stretch], rows: Sequence[_Row]) -> bool:
    """Whether cells stand under one another: they begin or end at the same place of their lines."""
    starts = {cell[0] - row.cells[0][0] for cell, row in zip(column, rows, strict=True)}
    ends = {cell[1] - row.cells[0][0] for cell, row in zip(column, rows, strict=True)}
    return len(starts) == 1 or len(ends) == 1 or max(starts) < min(ends)


# How a line is cut ----------------------------------------------------------------------------------------------------


def _between_bars(line: Line) -> _Row | None:
    if line.text.count("|") < 1 + line.text.startswith("|"):
        return None
    start = line.start + line.text.startswith("|")
    end = line.end - (line.text.endswith("|") and line.end > start)
    return _cut(line, [(m.start(), m.end()) for m in re.finditer(r"\|", line.text)], start, end)


def _between_tabs(line: Line) -> _Row | None:
    tabs = [(m.start(), m.end()) for m in re.finditer(r" *\t *", line.text)]
    return _cut(line, tabs, line.start, line.end) if tabs else None


def _between_gaps(line: Line) -> _Row | None:
    gaps = [(m.start(), m.end()) for m in _GAP.finditer(line.text)]
    return _cut(line, gaps, line.start, line.end) if gaps else None


def _cut(line: Line, separators: Iterable[Stretch], start: int, end: int) -> _Row:
    """The line between `start` and `end` cut at the separators between them."""
    moved = ((line.start + a, line.start + b) for a, b in separators)
    edges = [start, *(edge for a, b in moved if start <= a and b <= end for edge in (a, b)), end]
    stretches = tuple(_trimmed(line, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return _Row(stretches, tuple(line.text[a - line.start : b - line.start] for a, b in stretches))


def _trimmed(line: Line, start: int, end: int) -> Stretch:
    text = line.text[start - line.start : end - line.start]
    start += len(text) - len(text.lstrip())
    return start, start + len(text.strip())


# Heads ----------------------------------------------------------------------------------------------------------------


def _cells(rows: Sequence[_Row]) -> Iterator[Block]:
    heads = _head_rows(rows)
    stub = _stub(rows[heads:])
    for number, row in enumerate(rows):
        body = number >= heads
        above = rows[:heads] if body else ()
        for i, (start, end) in enumerate(row.cells):
            told = _told(r.cells[i] for r in above)
            beside = _told(row.cells[j] for j in stub if j < i or i not in stub) if body else ()
            if start < end:
                yield Block(start, end, BlockKind.CELL, "", beside, told, is_head=not body or i in stub)


def _told(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Those in which something stands."""
    return tuple(stretch for stretch in stretches if stretch[0] < stretch[1])


def _head_rows(rows: Sequence[_Row]) -> int:
    """How many rows are heads: those above a rule, else the first where no number stands in it but years."""
    ruled = next((i + 1 for i, row in enumerate(rows[:-1]) if row.ruled), 0)
    if ruled:
        return ruled
    columns = list(zip(*(row.texts for row in rows), strict=True))
    return int(all(not is_number(column[0]) or _under_year(column) for column in columns))


def _under_year(column: Sequence[str]) -> bool:
    """Whether a column has a year for its head: numbers stand under it that are none."""
    below = [text for text in column[1:] if is_number(text)]
    return _YEAR.fullmatch(column[0]) is not None and any(not _YEAR.fullmatch(text) for text in below)


def _stub(body: Sequence[_Row]) -> tuple[int, ...]:
    """The columns that say what each row is about: those of words before the first of numbers; else the first of words.

    A column that only numbers the rows is none.
    """
    columns = [[row.texts[i] for row in body] for i in range(len(body[0].cells))] if body else []
    words = [i for i, column in enumerate(columns) if not _of_numbers(column)]
    counts = [i for i, column in enumerate(columns) if _of_numbers(column) and not _numbers_rows(column)]
    before = tuple(i for i in words if counts and i < counts[0])
    return before or tuple(words[:1])


def _of_numbers(column: Sequence[str]) -> bool:
    told = [text for text in column if text and not _NOTHING.fullmatch(text)]
    return bool(told) and 2 * sum(map(is_number, told)) > len(told)


def _numbers_rows(column: Sequence[str]) -> bool:
    counted = [int(text.rstrip(".")) for text in column if text.rstrip(".").isdigit()]
    return len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] < 2
