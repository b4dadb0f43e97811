"""The article of a page as plain text with blocks: paragraphs stand apart, an item or a row of a table takes a line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from onrecord.document import Block, BlockKind
from onrecord.document.blocks import Stretch
from onrecord.sources.html.elements import BLOCKS, HEADINGS, Element, Side, shown
from onrecord.sources.html.notes import Notes
from onrecord.sources.html.selection import Selection
from onrecord.sources.html.tables import Cell, Table, is_data
from onrecord.sources.html.writer import Gap, Writer

_LINES = frozenset(("li", "dd", "dt", "tr"))  # what takes a line, where others take a paragraph
_NARROW = frozenset(("li", "dd", "dt", "caption", "figcaption"))  # whose own paragraphs are lines
_QUOTATION_MARKS = {"start": "“", "end": "”"}  # that browsers set around <q>


class Rendered(NamedTuple):
    """Text and its blocks, in order."""

    text: str
    blocks: tuple[Block, ...]


class Renderer:
    """Writes those nodes of a tree that are the article's."""

    def __init__(self, article: Selection, notes: Notes, entries: Mapping[Element, str]) -> None:
        """Of a page with its notes, and the entries of a live blog with their days."""
        self._article, self._notes, self._entries = article, notes, entries
        self._writer = Writer()
        self._widest = [Gap.PARAGRAPH]  # the gap that may stand where we are, innermost last
        self._opened: list[int] = []  # how many blocks each element around us opened
        self._counted: dict[Element, int] = {}  # of lists: the number of the last item
        self._shown_number = ""  # of the item begun last
        self._cell: int | None = None  # where the cell that is being written began

    def render(self, root: Element) -> Rendered:
        """The text of an element and everything in it."""
        self._write(root)
        return Rendered(self._writer.text, self._writer.ordered())

    def _write(self, root: Element, inside: bool = False) -> None:
        """An element, or what is inside it; without recursion, as pages nest as deep as they like."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            is_within = element is not root
            if event == "start":
                if is_within or not inside:
                    self._begin(element)
                if element.tag == "table" and is_data(element):
                    self._table(element)
                    walk.skip_subtree()
                else:
                    self._text(element, "text")
            else:
                if is_within or not inside:
                    self._end(element)
                if is_within:
                    self._text(element, "tail")

    def _text(self, element: Element, side: Side) -> None:
        text = getattr(element, side)
        if not text or not (text.isspace() or self._article.keeps_text(element, side)):
            return
        holder = element if side == "text" else element.getparent()
        if holder.tag == "pre" or next(holder.iterancestors("pre"), None) is not None:
            self._writer.write_lines(text)
        else:
            self._writer.write(text)

    def _part(self, gap: Gap) -> None:
        at_start = self._cell == self._writer.length  # of a cell, whose first paragraph stands where the cell does
        self._writer.part(min(gap, Gap.SPACE if at_start else self._widest[-1]))

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._break_line()
        elif tag == "q":
            self._quotation_mark(element, "start")
        elif tag in BLOCKS:
            self._part(Gap.LINE if tag in _LINES else Gap.PARAGRAPH)
        if tag == "li":
            self._number(element)
        blocks = list(self._blocks(element))
        for kind, label, published in blocks:
            self._writer.open(kind, label, published)
        self._opened.append(len(blocks))
        if tag in _NARROW:
            self._widest.append(min(Gap.LINE, self._widest[-1]))

    def _end(self, element: Element) -> None:
        tag = element.tag
        if tag in _NARROW:
            self._widest.pop()
        for _ in range(self._opened.pop()):
            self._writer.close()
        if tag == "q":
            self._quotation_mark(element, "end")
        elif tag in BLOCKS:
            self._part(Gap.LINE if tag in _LINES else Gap.PARAGRAPH)

    def _break_line(self) -> None:
        if self._widest[-1] == Gap.PARAGRAPH:
            self._writer.break_line()
        else:
            self._part(Gap.LINE)

    def _quotation_mark(self, element: Element, event: str) -> None:
        if self._article.keeps(element):
            self._writer.write(_QUOTATION_MARKS[event])

    def _blocks(self, element: Element) -> Iterator[tuple[BlockKind, str, str]]:
        """The blocks that an element is, from the outermost, each with its label and day."""
        if element in self._entries:
            yield BlockKind.ENTRY, "", self._entries[element]
        if element in self._notes.notes:
            yield BlockKind.NOTE, self._notes.notes[element], ""
        elif element.tag in HEADINGS:
            yield BlockKind.HEADING, "", ""
        elif element.tag in ("li", "dd"):
            yield BlockKind.ITEM, self._shown_number if element.tag == "li" else "", ""
        elif element.tag in ("caption", "figcaption"):
            yield BlockKind.CAPTION, "", ""
        if element in self._notes.references:
            yield BlockKind.REFERENCE, self._notes.references[element], ""

    def _number(self, item: Element) -> None:
        """Count an item of a list, and have its text begin with its bullet or number."""
        parent = item.getparent()
        before = self._counted.get(parent, _integer(parent.get("start") or "", 1) - 1)
        self._counted[parent] = number = _integer(item.get("value") or "", before + 1)
        shown_as = _SHOWN.get(parent.get("type") or "", str)
        self._shown_number = f"{shown_as(number)}." if parent.tag == "ol" else ""
        if self._article.keeps(item):
            self._writer.mark(f"{self._shown_number or '-'} ")

    def _table(self, element: Element) -> None:
        """A table of data, a row a line; a table is the article's as a whole or not at all."""
        if not self._article.keeps(element):
            return
        for caption in element.findall("caption"):
            self._write(caption)
        table = Table(element)
        where: dict[Cell, Stretch] = {}
        for row in table.rows:
            self._row(row, table, where)
        for cell, (start, end) in where.items():
            heads = table.heads[cell]
            self._writer.blocks.append(
                Block(
                    start,
                    end,
                    BlockKind.CELL,
                    row_heads=tuple(where[head] for head in heads.of_row if head in where),
                    column_heads=tuple(where[head] for head in heads.of_column if head in where),
                    is_head=table.is_head(cell),
                )
            )

    def _row(self, row: Sequence[Cell], table: Table, where: dict[Cell, Stretch]) -> None:
        if not any(shown(cell.element) for cell in row):
            return
        self._part(Gap.LINE)
        begun = self._writer.length
        for number, cell in enumerate(row):
            if number:
                self._writer.divide(fresh=self._writer.length == begun)
            self._widest.append(Gap.SPACE if table.is_head(cell) else min(Gap.LINE, self._widest[-1]))
            self._cell = self._writer.length
            self._writer.open()
            self._write(cell.element, inside=True)
            stretch = self._writer.close()
            if stretch is not None:
                where[cell] = stretch
            self._cell = None
            self._widest.pop()
        self._part(Gap.LINE)


def _integer(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1) if 0 < number <= 26 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 90:
        return str(number)
    tens, ones = divmod(number, 10)
    tens_written = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")[tens]
    return tens_written + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


_SHOWN: Mapping[str, Callable[[int], str]] = {
    "a": _letter,
    "A": lambda number: _letter(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
