"""Tables of figures on a page: lines whose stretches of words stand in the same columns.

Nothing marks a table in a PDF. Lines of two stretches and more make one where these stand below each other and many
hold numbers; a line of one stretch among them goes on with a cell of the line before, or heads the rows below it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from onrecord.sources.grid import Cell, is_number
from onrecord.sources.pdf.lines import Line
from onrecord.sources.pdf.paragraphs import marker_of

_APART = 0.9  # of the size of type: white that parts cells
_DRAWN = 2.5  # of the size of type: words of a line are not drawn farther apart to fill it
_EVENLY = 1.6  # times the narrowest: white that was drawn evenly
_NEXT = 3.2  # sizes of type: rows are not farther apart
_ROWS = 3
_NUMBERS = 0.3  # of the cells below the heads: numbers
_MOSTLY = 0.7  # of the cells of a column of numbers: numbers
_WORDS = 6  # of a cell on average, but of the first in its row
_CLOSER = 0.8  # times the usual distance between rows: that of lines of one row

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]


def tables_apart(lines: Sequence[Line]) -> Iterator[Grid | Sequence[Line]]:
    """The lines in their order, those of each table as one."""
    begun = at = 0
    while at < len(lines):
        end = _run(lines, at)
        grid = _grid(lines[at:end]) if end - at >= _ROWS else None
        if grid is None:
            at += 1
            continue
        if begun < at and (higher := _with_head(lines[at - 1 : end])) is not None:
            at, grid = at - 1, higher
        if begun < at:
            yield lines[begun:at]
        yield grid
        begun = at = end
    if begun < len(lines):
        yield lines[begun:]


def _with_head(lines: Sequence[Line]) -> Grid | None:
    """The table of these lines, the first of which is of the row of the second, if it stands as close."""
    close = lines[1].baseline - lines[0].baseline < _CLOSER * _pitch(lines[1:])
    return _grid(lines) if close else None


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines."""
    return median(after.baseline - before.baseline for before, after in pairwise(lines))


def _stretches(line: Line) -> list[Line]:
    """What of a line stands together."""
    found = [[line.words[0]]]
    whites = [word.left - before.right for before, word in pairwise(line.words)]
    if not _is_justified(whites, line.size):
        for white, word in zip(whites, line.words[1:], strict=True):
            if white > _APART * line.size:
                found.append([])
            found[-1].append(word)
        return [Line(tuple(words)) for words in found]
    return [line]


def _is_justified(whites: Sequence[float], size: float) -> bool:
    """Whether the words of a line were drawn apart to fill it: about evenly, and not far."""
    return len(whites) > 1 and max(whites) < min(_DRAWN * size, _EVENLY * min(whites))


def _run(lines: Sequence[Line], at: int) -> int:
    """Where the lines end that may be rows of a table that begins here; `at` where none does."""
    if len(_stretches(lines[at])) < 2:
        return at
    end = last = at + 1
    while last < len(lines) and lines[last].baseline - lines[last - 1].baseline < _NEXT * lines[last].size:
        parts = len(_stretches(lines[last]))
        if parts < 2 and last - end >= 1:
            break
        last += 1
        end = last if parts >= 2 else end
    follows = _goes_on(lines, end)
    return end + follows


def _goes_on(lines: Sequence[Line], end: int) -> int:
    """1 where the line after the last row goes on with a cell of it, else 0."""
    if end >= len(lines) or end < 2 or len(_stretches(lines[end])) > 1:
        return 0
    return int(lines[end].baseline - lines[end - 1].baseline < _CLOSER * _pitch(lines[max(0, end - 4) : end]))


def _grid(lines: Sequence[Line]) -> Grid | None:
    """The table that lines are; None where they are none."""
    parts = [_stretches(line) for line in lines]
    columns = _columns([part for row in parts if len(row) > 1 for part in row])
    if len(columns) < 2 or all(map(marker_of, lines)):
        return None
    rows = _rows(lines, parts, columns)
    return Grid(tuple(map(tuple, rows))) if len(rows) >= _ROWS and _holds_figures(rows) else None


def _holds_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells below the first row are short and many of them numbers, which fill a column."""
    columns = defaultdict[int, list[str]](list)
    for cell in (cell for row in rows[1:] for cell in row if cell.first > 0 and cell.text):
        columns[cell.first].append(cell.text)
    every = [text for texts in columns.values() for text in texts]
    if sum(map(is_number, every)) < max(1, _NUMBERS * len(every)):
        return False
    of_numbers = (texts for texts in columns.values() if sum(map(is_number, texts)) > _MOSTLY * len(texts))
    return any(len(texts) > 1 for texts in of_numbers) and mean(len(text.split()) for text in every) <= _WORDS


def _columns(parts: Sequence[Line]) -> list[Span]:
    """The columns that stretches of words stand in: they overlap within one, and not with another."""
    found: list[Span] = []
    for left, right in sorted((part.left, part.right) for part in parts):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _rows(lines: Sequence[Line], parts: Sequence[Sequence[Line]], columns: Sequence[Span]) -> list[list[Cell]]:
    """The cells of each row, in order of the columns; columns without words are empty cells."""
    pitch = _pitch(lines)
    rows: list[list[Cell]] = []
    for number, (line, row) in enumerate(zip(lines, parts, strict=True)):
        cells = [_cell(part, columns) for part in row]
        close = number > 0 and line.baseline - lines[number - 1].baseline < _CLOSER * pitch
        above = sum(bool(cell.text) for cell in rows[-1]) if rows else 0
        if close and min(len(cells), above) < len(columns):
            rows[-1] = [_joined(cell, cells) for cell in rows[-1]]
        else:
            rows.append(_filled(cells, len(columns)))
    return rows


def _cell(part: Line, columns: Sequence[Span]) -> Cell:
    covered = [n for n, (left, right) in enumerate(columns) if part.left < right and left < part.right]
    return Cell(part.text, covered[0], covered[-1] + 1) if covered else Cell(part.text, 0, 1)


def _filled(cells: Sequence[Cell], width: int) -> list[Cell]:
    """The cells of a row, with empty ones for the columns that have none."""
    taken = {column for cell in cells for column in range(cell.first, cell.last)}
    empty = [Cell("", column, column + 1) for column in range(width) if column not in taken]
    return sorted([*cells, *empty], key=lambda cell: cell.first)


def _joined(cell: Cell, more: Sequence[Cell]) -> Cell:
    """A cell with what stands below it in its column and is of its row."""
    below = [other.text for other in more if other.first == cell.first]
    return Cell(" ".join(filter(None, (cell.text, *below))), cell.first, cell.last, cell.is_head)
