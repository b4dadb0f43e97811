"""Texts put together piece by piece, with blocks for what the pieces are."""

from onrecord.document import Block, BlockKind
from onrecord.document.blocks import in_order


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
        return in_order(self._blocks)
