"""The text as a reader reads it, with the exact map to the text as it is stored, to which all offsets on record refer.

`view_of` normalises what a reader does not see: hard line breaks within paragraphs, hyphens that break words at the
end of a line, kinds of blanks, invisible characters, marks of notes and of emphasis. A text without is its own view.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.document.blocks import Block, BlockKind, Document, Stretch, in_order
from onrecord.document.characters import plain_characters
from onrecord.document.edits import Edit, Edited, edited
from onrecord.document.inline_markup import inline_markup
from onrecord.document.plain import marks_of
from onrecord.document.running_lines import running_lines
from onrecord.values.findings import Evidence

_ACROSS = frozenset({BlockKind.PAGE, BlockKind.REFERENCE})  # in the middle of which a sentence may stand


@dataclass(frozen=True, slots=True)
class View:
    """What a reader reads of a document, and how it maps to what is stored."""

    stored: str
    document: Document  # as read: its text, and its blocks in offsets of that
    steps: tuple[Edited, ...] = ()  # from the stored text on

    def stretch(self, start: int, end: int) -> Stretch:
        """The stretch of the stored text that a stretch of the view stands for."""
        for step in reversed(self.steps):
            start, end = step.before(start, end)
        return start, end

    def evidence(self, where: Evidence) -> Evidence:
        """Evidence in the view as evidence in the stored text."""
        if not self.steps:
            return where
        start, end = self.stretch(where.start, where.end)
        return Evidence(start, end, self.stored[start:end])


def view_of(document: Document, words: frozenset[str] = frozenset()) -> View:
    """The view of a document; `words` are known words, by which broken ones are told from compounds."""
    read, steps = replace(document, blocks=_with_marks(document)), []
    while edits := tuple(_edits(read, words)):
        step = edited(read.text, edits)
        read = replace(document, text=step.text, blocks=tuple(_moved(read, step)))
        steps.append(step)
    return View(document.text, read, tuple(steps))


def _with_marks(document: Document) -> tuple[Block, ...]:
    """The blocks, with the marks of notes that are found in the text of a document that brings none of them."""
    if any(block.kind is BlockKind.REFERENCE for block in document.blocks):
        return document.blocks
    return in_order((*document.blocks, *marks_of(document.text)))


def _edits(document: Document, words: frozenset[str]) -> Iterator[Edit]:
    """What is to be edited next; characters first, by which lines are told."""
    marks = [(b.start, b.end, "") for b in document.blocks if b.kind is BlockKind.REFERENCE and b.start < b.end]
    edits = (*marks, *plain_characters(document.text), *inline_markup(document.text))
    if edits:
        yield from edits
        return
    borders = [at for block in document.blocks if block.kind not in _ACROSS for at in (block.start, block.end)]
    yield from running_lines(document.text, borders, words)


def _moved(document: Document, step: Edited) -> Iterator[Block]:
    """The blocks, where they stand after a step; marks of notes are gone."""
    return (block.moved(step.after) for block in document.blocks if block.kind is not BlockKind.REFERENCE)
