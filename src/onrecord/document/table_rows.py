"""Tables and rows of cells, whatever page they come from."""

import re
from collections.abc import Iterator, Sequence

from onrecord.document.blocks import Block, BlockKind, Stretch

_BETWEEN = re.compile(r"[\s|+:=\-–—]*")


def tables_of(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The cells of each table, in order: cells with nothing but rules and white space between them.

    A table that follows another at once begins with heads of columns again.
    """
    cells = [block for block in blocks if block.kind is BlockKind.CELL]
    heads = {head for cell in cells for head in cell.row_heads}
    table: list[Block] = []
    for cell in cells:
        anew = table and cell.is_head and not cell.column_heads and (cell.start, cell.end) not in heads
        if table and (not _BETWEEN.fullmatch(text, table[-1].end, cell.start) or (anew and _in_body(table[-1]))):
            yield table
            table = []
        table.append(cell)
    if table:
        yield table


def _in_body(cell: Block) -> bool:
    return bool(cell.column_heads or cell.row_heads)


def rows_of(text: str, table: Sequence[Block]) -> list[list[Block]]:
    """The rows of a table: a new one begins with another head of rows, where a column comes again, or on a new line."""
    heads = {head for cell in table for head in cell.row_heads}
    rows: list[list[Block]] = []
    for cell in table:
        if not rows or _is_next(text, rows[-1], cell, heads):
            rows.append([])
        rows[-1].append(cell)
    return rows


def _is_next(text: str, row: Sequence[Block], cell: Block, heads: set[Stretch]) -> bool:
    own, last = _heads(cell, heads), _heads(row[-1], heads)
    if own and last:
        return not own & {head for other in row for head in _heads(other, heads)}
    if bool(own) != bool(last) or (not own and bool(cell.column_heads) != bool(row[-1].column_heads)):
        return True
    if not cell.column_heads:
        return "\n" in text[row[-1].end : cell.start]
    return any(cell.column_heads == other.column_heads for other in row)


def _heads(cell: Block, heads: set[Stretch]) -> set[Stretch]:
    """The heads of the cell's row, itself where it is one."""
    return {*cell.row_heads, *({(cell.start, cell.end)} & heads)}
