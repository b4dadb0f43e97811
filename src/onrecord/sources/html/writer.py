"""Text as it is written piece by piece, with the blocks that open and close on the way: offsets are exact by making."""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from onrecord.document import Block, BlockKind
from onrecord.document.blocks import Stretch, in_order

_UNPRINTED = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}  # soft hyphens, spaces of no width


class Gap(IntEnum):
    """What stands between two pieces of text; the wider one counts."""

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3


_WRITTEN = {Gap.NONE: "", Gap.SPACE: " ", Gap.LINE: "\n", Gap.PARAGRAPH: "\n\n"}


@dataclass(slots=True)
class _Open:
    """A block that is being written; it starts with its first character."""

    kind: BlockKind | None
    label: str
    published: str
    start: int | None = None


class Writer:
    """Writes text as a browser sets it: white space collapses, blocks stand apart."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = Gap.NONE
        self._marker = ""
        self._open: list[_Open] = []
        self.blocks: list[Block] = []

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(self._pieces)

    @property
    def length(self) -> int:
        """How long what is written is."""
        return self._length

    def part(self, gap: Gap) -> None:
        """Have the next piece stand apart from what is written, at least so far."""
        self._gap = max(self._gap, gap)

    def break_line(self) -> None:
        """A line break, of which two make a paragraph."""
        self._gap = Gap.PARAGRAPH if self._gap >= Gap.LINE else Gap.LINE

    def divide(self, fresh: bool) -> None:
        """A bar between two cells of a row; the row may begin with it, where its first cell is empty."""
        if not fresh:
            self._gap = Gap.SPACE
        self._put("|")
        self._gap = Gap.SPACE

    def mark(self, marker: str) -> None:
        """Have the next piece begin with a bullet or number, which is no part of the blocks that are open."""
        self._marker = marker

    def write(self, text: str) -> None:
        """Text in which any white space is one space."""
        text = unicodedata.normalize("NFC", text.translate(_UNPRINTED))
        words = text.split()
        if not words:
            if text:
                self.part(Gap.SPACE)
            return
        if text[0].isspace():
            self.part(Gap.SPACE)
        self._put(_printed(" ".join(words)))
        if text[-1].isspace():
            self.part(Gap.SPACE)

    def write_lines(self, text: str) -> None:
        """Text whose line breaks and spaces are its own, as in `<pre>`."""
        text = unicodedata.normalize("NFC", text.translate(_UNPRINTED)).replace("\r\n", "\n")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.break_line()
            if line.strip():
                self._put(_printed(line.rstrip()))
                if line != line.rstrip():
                    self.part(Gap.SPACE)

    def _put(self, text: str) -> None:
        if not text:
            return
        before = (_WRITTEN[self._gap] if self._length else "") + self._marker
        self._gap, self._marker = Gap.NONE, ""
        start = self._length + len(before)
        for block in self._open:
            if block.start is None:
                block.start = start
        self._pieces += (before, text)
        self._length = start + len(text)

    def open(self, kind: BlockKind | None = None, label: str = "", published: str = "") -> None:
        """Begin a block, or a stretch of no kind that becomes one later."""
        self._open.append(_Open(kind, label, published))

    def close(self) -> Stretch | None:
        """End the block that was opened last; None where nothing was written in it."""
        block = self._open.pop()
        if block.start is None:
            return None
        if block.kind is not None:
            self.blocks.append(Block(block.start, self._length, block.kind, block.label, published=block.published))
        return block.start, self._length

    def ordered(self) -> tuple[Block, ...]:
        """The blocks in order of the text, the outer before the inner."""
        return in_order(self.blocks)


def _printed(text: str) -> str:
    """The text without control characters."""
    return text if text.isprintable() else "".join(c for c in text if c == "\t" or unicodedata.category(c) != "Cc")
