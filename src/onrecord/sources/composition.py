"""Texts put together piece by piece, with blocks for what the pieces are."""

from dataclasses import replace

from onrecord.document import Block, BlockKind


class Composition:
    """A text that grows, and the blocks of what is in it."""

    def __init__(self) -> None:
        """An empty text."""
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Go on with this text."""
        self._parts.append(text)
        self.length += len(text)

    def mark(self, start: int, kind: BlockKind, label: str = "") -> None:
        """What was added since `start` is a block, unless that is nothing."""
        if start < self.length:
            self._blocks.append(Block(start, self.length, kind, label))

    def place(self, block: Block) -> None:
        """Set a block that is known whole."""
        self._blocks.append(block)

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order of the text, those around others first."""
        return tuple(sorted(self._blocks, key=lambda block: (block.start, -block.end)))


def shifted(block: Block, by: int) -> Block:
    """The block of a text that was added further on."""
    heads = [tuple((start + by, end + by) for start, end in side) for side in (block.row_heads, block.column_heads)]
    return replace(block, start=block.start + by, end=block.end + by, row_heads=heads[0], column_heads=heads[1])
