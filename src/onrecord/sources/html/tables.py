"""Tables of data: the grid that rows, columns and spans make, and which of its cells are heads of which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.sources.html.elements import Element, letters, shown

_WIDEST = 1000  # columns; beyond them nothing spans
_MOST_SPANNED = 100  # rows or columns, as browsers have it for columns; more is a fault of the page
_DEEPEST = 5  # rows of heads above a cell
_LONGEST = 250  # letters of a cell on average; longer ones hold an article or a column of the page
_NUMBER = re.compile(r"[\W\d]*\d[\W\d]*|[-–—.…]?|n/?a", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, by the rows and columns it covers; ends are exclusive."""

    element: Element
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one cell, from the left and from the top."""

    of_row: tuple[Cell, ...]
    of_column: tuple[Cell, ...]


class Table:
    """The grid of a table of data."""

    def __init__(self, element: Element) -> None:
        """Of a `<table>` that `is_data`."""
        self.rows = [list(row) for row in _grid(element)]
        self._width = max((cell.right for cell in self._cells()), default=0)
        self._row_heads = set[Cell]()
        self._column_heads = set[Cell]()
        self._sections = set[Cell]()  # heads of the rows below them, which span all columns
        for row in self.rows:
            all_heads = all(cell.element.tag == "th" or not shown(cell.element) for cell in row)
            for cell in row:
                self._place(cell, all_heads)
        if not self._column_heads and self._names_columns():
            self._column_heads.update(self.rows[0])
        if self._names_rows():
            self._row_heads.update(cell for cell in self._cells() if cell.left == 0 and not self.is_head(cell))
        self.heads = dict(self._read_heads())

    def _cells(self) -> Iterator[Cell]:
        return (cell for row in self.rows for cell in row)

    def is_head(self, cell: Cell) -> bool:
        """Whether the cell is a head of others."""
        return cell in self._row_heads or cell in self._column_heads or cell in self._sections

    def _place(self, cell: Cell, all_heads: bool) -> None:
        """Of what does a `<th>`, or a cell in `<thead>`, stand at the head?"""
        scope = (cell.element.get("scope") or "").lower()
        in_head = next(cell.element.iterancestors("thead", "table")).tag == "thead"
        if cell.element.tag != "th" and not in_head:
            return
        if cell.right - cell.left >= self._width > 1 and cell.top > 0 and not in_head:
            self._sections.add(cell)
        elif in_head or scope.startswith("col") or (not scope and all_heads):
            self._column_heads.add(cell)
        else:
            self._row_heads.add(cell)

    def _names_columns(self) -> bool:
        """Whether the first row, without a `<th>`, says what stands below it: it is bold, or numbers stand there."""
        first, *others = self.rows or [[]]
        if not others or any(_is_number(cell) for cell in first if cell.left > 0):
            return False
        bold = all(_is_bold(cell) for cell in first if shown(cell.element))
        return bold or any(map(_counts, self._cells()))

    def _names_rows(self) -> bool:
        """Whether the first column says what stands beside it: words there, and numbers in others."""
        body = [cell for cell in self._cells() if not self.is_head(cell)]
        return any(map(_counts, body)) and not any(_is_number(cell) for cell in body if cell.left == 0)

    def _read_heads(self) -> Iterator[tuple[Cell, Heads]]:
        """The heads of each cell: of its rows, from the left, and of its columns, from the nearest rows of heads."""
        over: dict[int, list[Cell]] = {}  # by column
        beside: list[Cell] = []  # in rows that are not done
        section: list[Cell] = []
        for top, row in enumerate(self.rows):
            beside = [head for head in beside if head.bottom > top]
            for cell in row:
                above = dict.fromkeys(head for column in range(cell.left, cell.right) for head in over.get(column, ()))
                is_head = self.is_head(cell)
                before = [] if is_head else [*section, *(head for head in beside if head.right <= cell.left)]
                yield cell, Heads(tuple(before), tuple(above))
                if cell in self._row_heads:
                    beside.append(cell)
                elif cell in self._sections:
                    section = [cell]
            for cell in row:
                if cell in self._column_heads:
                    self._head_columns(cell, over)

    def _head_columns(self, head: Cell, over: dict[int, list[Cell]]) -> None:
        for column in range(head.left, head.right):
            heads = over.setdefault(column, [])
            if heads and (heads[-1].bottom < head.top or len(heads) >= _DEEPEST):
                heads.clear()
            heads.append(head)


def is_data(element: Element) -> bool:
    """Whether a table holds data, and is not there to lay out the page."""
    if element.get("role") in ("presentation", "none") or next(element.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if not cells or letters(element) > _LONGEST * len(cells):
        return False
    return any(cell.tag == "th" for cell in cells) or (len(rows) > 1 and max(map(len, rows)) > 1)


def _grid(element: Element) -> Iterator[Sequence[Cell]]:
    taken: dict[int, int] = {}  # by column: the row up to which a cell from above covers it
    for top, row in enumerate(element.iter("tr")):
        left, cells = 0, []
        for cell in (c for c in row if c.tag in ("td", "th")):
            while taken.get(left, 0) > top:
                left += 1
            spans = left < _WIDEST
            right = left + (_span(cell, "colspan") if spans else 1)
            bottom = top + (_span(cell, "rowspan") if spans else 1)
            cells.append(Cell(cell, top, left, bottom, right))
            if spans:
                taken.update(dict.fromkeys(range(left, right), bottom))
            left = right
        yield cells


def _span(cell: Element, attribute: str) -> int:
    given = (cell.get(attribute) or "1").strip()
    return min(max(int(given), 1), _MOST_SPANNED) if given.isascii() and given.isdecimal() else 1


def _counts(cell: Cell) -> bool:
    return cell.left > 0 and _is_number(cell) and shown(cell.element) != ""


def _is_number(cell: Cell) -> bool:
    return _NUMBER.fullmatch(shown(cell.element)) is not None


def _is_bold(cell: Cell) -> bool:
    bold = sum(letters(part) for part in cell.element.iter("b", "strong"))
    return bold >= letters(cell.element)
