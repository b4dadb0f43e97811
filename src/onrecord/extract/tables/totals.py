"""Totals of tables, tied to the cells that make them up: only where these add up to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.document.blocks import Stretch
from onrecord.values.findings import Evidence, Figure


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of a cell, with its place in the table."""

    figure: Figure
    row: int
    column: tuple[Stretch, ...]  # the heads of its column
    of_rows: bool  # it stands in a row of totals
    of_columns: bool  # it stands in a column of totals
    share: bool = False  # shares do not add up


def with_parts(cells: Sequence[Cell]) -> list[Figure]:
    """The figures of the cells, in order; each total with the figures of its column or row that add up to it."""
    return [replace(cell.figure, parts=_parts(cell, cells)) for cell in cells]


def _parts(total: Cell, cells: Sequence[Cell]) -> tuple[Evidence, ...]:
    column = [c for c in cells if c.column == total.column and not c.of_rows]
    row = [c for c in cells if c.row == total.row and not c.of_columns]
    above = _since_last_total(total, cells)
    options = (*((column, above) if total.of_rows else ()), *((row,) if total.of_columns else ()))
    return next((tuple(c.figure.evidence for c in parts) for parts in options if _adds_up(parts, total)), ())


def _since_last_total(total: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a column between the last total in it and this one: those of a sub-total."""
    before = [c for c in cells if c.column == total.column and c.row < total.row]
    last = max((c.row for c in before if c.of_rows), default=-1)
    return [c for c in before if c.row > last]


def _adds_up(parts: Iterable[Cell], total: Cell) -> bool:
    values = [c.figure.value for c in parts if c.figure.upper is None and not c.share]
    return len(values) > 1 and sum(values) == total.figure.value
