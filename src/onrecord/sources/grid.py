"""Tables of any format as text with blocks: a row a line, bars between its cells, each with its heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.document import Block, BlockKind
from onrecord.document.blocks import Stretch
from onrecord.sources.composition import Composition

_NUMBER = re.compile(r"[\W\d]*\d[\W\d]*|[-–—.…]?|n/?a|nil|none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and the columns it covers."""

    text: str
    first: int
    last: int  # exclusive
    is_head: bool = False  # by the format's own word


def is_number(text: str) -> bool:
    """Whether a cell holds a number, or says that there is none."""
    return _NUMBER.fullmatch(text.strip()) is not None


def write_table(rows: Sequence[Sequence[Cell]], into: Composition) -> None:
    """Go on with a table; its rows and columns have the heads that the format marks, or that hold no numbers."""
    rows = [row for row in rows if any(cell.text for cell in row)]
    heads = _head_rows(rows)
    names_rows = _names_rows(rows[heads:])
    over: list[tuple[Cell, Stretch]] = []
    for number, row in enumerate(rows):
        into.add("\n" if number else "")
        written = _write_row(row, into)
        if number < heads:
            blocks = [_head(cell, place, over) for cell, place in written]
            over += written
        else:
            blocks = list(_row_blocks(written, over, names_rows))
        for block in blocks:
            into.place(block)


def _write_row(row: Sequence[Cell], into: Composition) -> list[tuple[Cell, Stretch]]:
    """The cells of a row that have text, with where they stand once it is written."""
    found = []
    for cell in row:
        bar = " | " if cell.text else " |"
        into.add(bar if cell is not row[0] else "")
        start = into.length
        into.add(cell.text)
        if cell.text:
            found.append((cell, (start, into.length)))
    return found


def _row_blocks(
    row: Sequence[tuple[Cell, Stretch]], over: Sequence[tuple[Cell, Stretch]], names_rows: bool
) -> Iterator[Block]:
    """The blocks of a row below the heads, whose first cell may name what the others are of."""
    before: tuple[Stretch, ...] = ()
    for cell, place in row:
        if names_rows and cell.first == 0:
            yield _head(cell, place, over)
            before = (place,)
        else:
            yield Block(*place, BlockKind.CELL, row_heads=before, column_heads=_above(cell, over))


def _head(cell: Cell, place: Stretch, over: Sequence[tuple[Cell, Stretch]]) -> Block:
    return Block(*place, BlockKind.CELL, column_heads=_above(cell, over), is_head=True)


def _above(cell: Cell, over: Sequence[tuple[Cell, Stretch]]) -> tuple[Stretch, ...]:
    """The heads of a cell's columns, from the top."""
    return tuple(place for head, place in over if head.first < cell.last and cell.first < head.last)


def _head_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows stand at the head of the columns."""
    marked = 0
    for row in rows:
        if not all(cell.is_head for cell in row):
            break
        marked += 1
    if marked:
        return marked if marked < len(rows) else 0
    if len(rows) < 2 or any(is_number(cell.text) and cell.text for cell in rows[0]):
        return 0
    return int(any(is_number(cell.text) and cell.text for row in rows[1:] for cell in row))


def _names_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first cells of rows name what the row is of: they hold no numbers, and others do."""
    first = [row[0] for row in rows if row and row[0].first == 0]
    rest = [cell for row in rows for cell in row if cell.first > 0]
    words = sum(not is_number(cell.text) for cell in first)
    return bool(rest) and words > len(first) / 2 and any(is_number(cell.text) and cell.text for cell in rest)
