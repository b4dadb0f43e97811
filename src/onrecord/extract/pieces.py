"""Long documents in pieces that end where paragraphs do, so that time and memory grow no faster than the text.

What is found in the pieces is put together before it is resolved, so that names and sources are known across them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.document import Block, BlockKind, Document
from onrecord.document.blocks import Stretch
from onrecord.values.findings import Evidence, Findings, SourceNote
from onrecord.values.relocation import relocated

LONGEST = 12_000  # characters of a piece; an article of a newspaper is shorter
_CONTAINERS = frozenset({BlockKind.PAGE, BlockKind.ENTRY, BlockKind.TURN, BlockKind.PARAGRAPH})  # that may be cut
_ENDS = ("\n\n", "\n", ". ", " ")  # where a piece may end, the best first


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document, as a document of its own."""

    start: int
    document: Document


def pieces(document: Document) -> tuple[Piece, ...]:
    """The pieces of a document, in order; a short one is its own piece."""
    return tuple(_cut(document)) if len(document.text) > LONGEST else (Piece(0, document),)


def _cut(document: Document) -> Iterator[Piece]:
    text, whole = document.text, _Whole(document.blocks)
    starts = [block.start for block in document.blocks]
    start = 0
    while start < len(text):
        end = _end(text, start, whole)
        begun = document.blocks[: bisect_left(starts, end)]
        blocks = tuple(_moved(block, start, end) for block in begun if block.end > start)
        yield Piece(start, replace(document, text=text[start:end], blocks=blocks))
        start = end


class _Whole:
    """What is not to be cut: items, headings and the like, and tables from the heads of their columns on."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._stretches: list[list[int]] = []
        for start, end in sorted(map(_reach, (b for b in blocks if b.kind not in _CONTAINERS))):
            if self._stretches and start < self._stretches[-1][1]:
                self._stretches[-1][1] = max(end, self._stretches[-1][1])
            else:
                self._stretches.append([start, end])

    def holds(self, offset: int) -> bool:
        """Whether a cut at an offset would part what belongs together."""
        last = bisect_right(self._stretches, offset, key=lambda stretch: stretch[0]) - 1
        return last >= 0 and self._stretches[last][0] < offset < self._stretches[last][1]


def _reach(block: Block) -> Stretch:
    return min((block.start, *(head[0] for head in (*block.row_heads, *block.column_heads)))), block.end


def _end(text: str, start: int, whole: _Whole) -> int:
    """Where a piece ends: after a paragraph, a line, a sentence, a word, whichever there is, in this order."""
    last = start + LONGEST
    if last >= len(text):
        return len(text)
    for mark in _ENDS:
        end = text.rfind(mark, start + LONGEST // 2, last)
        while end > 0 and whole.holds(end + len(mark)):
            end = text.rfind(mark, start + LONGEST // 2, end)
        if end > 0:
            return end + len(mark)
    return last


def _moved(block: Block, start: int, end: int) -> Block:
    """What of a block lies in a piece, in offsets of the piece."""
    rows, columns = (
        tuple(head for head in heads if start <= head[0] and head[1] <= end)
        for heads in (block.row_heads, block.column_heads)
    )
    return replace(block, row_heads=rows, column_heads=columns).moved(lambda at: min(max(at, start), end) - start)


def joined(text: str, found: Iterable[tuple[Piece, Findings]]) -> Findings:
    """The findings of all pieces of a text, as findings of the whole; those of a piece are let go with it."""
    together: dict[str, list[Any]] = {field.name: [] for field in fields(Findings) if field.name != "published"}
    published = ""
    for piece, findings in found:
        moved = relocated(findings, _shift(piece.start)) if piece.start else findings
        published = published if piece.start else findings.published
        for name, values in together.items():
            values += getattr(moved, name)
    together["source_notes"] = [_to_the_end(note, text) for note in together["source_notes"]]
    return Findings(**{name: tuple(values) for name, values in together.items()}, published=published)


def _shift(by: int) -> Callable[[Evidence], Evidence]:
    return lambda where: Evidence(where.start + by, where.end + by, where.exact)


def _to_the_end(note: SourceNote, text: str) -> SourceNote:
    """A note that holds for all that follows, also for what follows in later pieces."""
    if not note.general:
        return note
    start = note.evidence.start
    return replace(note, evidence=Evidence(start, len(text), text[start:]))
