"""The structure of a text: what a stretch of it is on the page, beside plain paragraphs, which need no block."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

Stretch = tuple[int, int]  # offsets in code points of the text, the end exclusive


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    HEADING = "heading"
    ITEM = "item"  # of a list, without its bullet or number
    CELL = "cell"  # of a table; heads are cells as well
    CAPTION = "caption"
    NOTE = "note"  # a footnote
    REFERENCE = "reference"  # the mark in the text that points to a note: no part of its sentence
    PARAGRAPH = "paragraph"  # of a judgment or a resolution, after its number
    TURN = "turn"  # what one speaker says in a transcript
    ENTRY = "entry"  # of a live blog
    PAGE = "page"  # of a printed document


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of an article's text that is something other than a plain paragraph.

    Blocks nest (an item within an entry) and never overlap otherwise, but pages, which end wherever they do. Offsets
    count code points; `end` is exclusive.
    """

    start: int
    end: int
    kind: BlockKind
    label: str = ""  # what marks it on the page: '3.', '(a)', '14', the number of a page, 'MR. DAHL'
    row_heads: tuple[Stretch, ...] = ()  # of a cell: the heads of its row, from the left
    column_heads: tuple[Stretch, ...] = ()  # of a cell: the heads of its column, from the top
    is_head: bool = False  # of a cell
    published: str = ""  # of an entry: its own ISO day; '' where it has none

    def moved(self, to: Callable[[int], int]) -> "Block":
        """The block in another text, whose offsets `to` gives for those of this one."""
        rows, columns = (
            tuple((to(start), to(end)) for start, end in heads) for heads in (self.row_heads, self.column_heads)
        )
        return replace(self, start=to(self.start), end=to(self.end), row_heads=rows, column_heads=columns)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in order of the text, each before those within it."""
    return tuple(sorted(blocks, key=lambda block: (block.start, -block.end)))


@dataclass(frozen=True, slots=True)
class Document:
    """What extraction reads: a text, its day of publication where that is known, its blocks in order of the text."""

    text: str
    published: dt.date | None = None
    blocks: tuple[Block, ...] = ()
