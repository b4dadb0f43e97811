"""The text of a document from the paragraphs of its pages, and the blocks of what they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.document import BlockKind
from onrecord.sources.composition import Composition
from onrecord.sources.grid import write_table
from onrecord.sources.pdf.hyphenation import Hyphenation
from onrecord.sources.pdf.lines import spaces
from onrecord.sources.pdf.paragraphs import Paragraph
from onrecord.sources.pdf.tables import Grid

_LARGER = 1.15  # times the size of the text: the type of headings
_SMALLER = 0.93  # times the size of the text: the type of notes
_HEADING_WORDS = 25
_BOLD_WORDS = 14  # of a heading in type of the text's size
_ITEM_WORDS = 40  # more than these after a number are a paragraph of a judgment or a resolution
_CAPTION_WORDS = 40
_CAPTION = re.compile(r"(?:table|figure|chart|box|map)\s+(?:\d{1,3}|[ivx]{1,5})\b\s*[.:–—-]", re.IGNORECASE)
_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}")
_MARK_OF_NOTE = re.compile(r"(\d{1,3}|[*†‡]{1,3})\.?\s*(?=\D)")
_MEASURES = ("m", "km", "cm", "mm", "ft")  # whose raised figures are powers


@dataclass(slots=True)
class _Token:
    """A word as it goes into the text: on which page, and what parts it from the one before."""

    page: int
    space: str
    text: str
    is_raised: bool


class Text:
    """Puts the paragraphs of a document's pages together."""

    def __init__(self, body: float, hyphenation: Hyphenation) -> None:
        """A text whose type is `body` points high."""
        self._body, self._hyphenation = body, hyphenation
        self._composed = Composition()
        self._page, self._page_start = 0, 0
        self._pending: list[Paragraph] = []  # a paragraph that may go on in the next column
        self._notes: list[Paragraph] = []  # that stand below it
        self._after_item = False
        self._title, self._title_size, self._title_page = "", 0.0, 0

    def column(self, paragraphs: Sequence[Paragraph]) -> None:
        """Go on with the paragraphs of one column; its notes stand after what goes on in the next one."""
        text, notes = _notes_apart(paragraphs, self._body)
        for paragraph in text:
            if not (self._pending and paragraph is text[0] and self._goes_on(self._pending[-1], paragraph)):
                self._flush()
            self._pending.append(paragraph)
        self._notes += notes
        if not (self._pending and self._pending[-1].is_cut):
            self._flush()

    def table(self, grid: Grid, page: int) -> None:
        """Go on with a table."""
        self._flush()
        self._turn_to(page, "\n\n")
        self._after_item = False
        write_table(grid.rows, self._composed)

    def finish(self) -> tuple[Composition, str]:
        """The text, and its title: the first of the largest headings of the first page."""
        self._flush()
        self._close_page()
        return self._composed, self._title

    def _goes_on(self, before: Paragraph, paragraph: Paragraph) -> bool:
        """Whether what one column ends with goes on at the head of the next."""
        return before.is_cut and not (paragraph.marker or self._is_heading(before) or self._is_heading(paragraph))

    def _is_heading(self, paragraph: Paragraph) -> bool:
        words = sum(len(line.words) for line in paragraph.lines)
        if paragraph.size >= _LARGER * self._body:
            return words <= _HEADING_WORDS
        return paragraph.is_bold and words <= _BOLD_WORDS and not paragraph.lines[-1].text.endswith((".", ",", ";"))

    def _flush(self) -> None:
        """Write down the paragraph that nothing follows, and the notes below it."""
        if self._pending:
            self._write(self._pending)
        for note in self._notes:
            self._write_note(note)
        self._pending, self._notes = [], []

    def _write(self, paragraphs: Sequence[Paragraph]) -> None:
        first = paragraphs[0]
        tokens = self._tokens(paragraphs)
        marker, heading = first.marker, self._is_heading(first)
        is_item = bool(marker) and not heading
        self._turn_to(first.page, "\n" if is_item and self._after_item else "\n\n")
        self._after_item = is_item
        start = self._composed.length
        if is_item:
            self._add(tokens[:1])
            self._composed.add(tokens[1].space)
            tokens[1].space = ""
            start = self._composed.length
            tokens = tokens[1:]
        self._add(tokens)
        if heading:
            self._composed.mark(start, BlockKind.HEADING)
            self._is_title(first, start)
        elif _CAPTION.match(first.lines[0].text) and len(tokens) <= _CAPTION_WORDS:
            self._composed.mark(start, BlockKind.CAPTION)
        elif is_item:
            is_long = marker.strip("().[]").isdigit() and len(tokens) > _ITEM_WORDS
            self._composed.mark(start, BlockKind.PARAGRAPH if is_long else BlockKind.ITEM, marker)

    def _is_title(self, heading: Paragraph, start: int) -> None:
        if self._title_page in (0, heading.page) and heading.size > self._title_size:
            self._title, self._title_size, self._title_page = self._composed.text[start:], heading.size, heading.page

    def _write_note(self, note: Paragraph) -> None:
        tokens = self._tokens([note])
        for token in tokens:
            token.is_raised = False
        self._turn_to(note.page, "\n\n")
        self._after_item = False
        mark = _MARK_OF_NOTE.match(note.lines[0].text)
        start = self._composed.length + (mark.end() if mark else 0)
        self._add(tokens)
        self._composed.mark(start, BlockKind.NOTE, mark.group(1) if mark else "")

    def _tokens(self, paragraphs: Sequence[Paragraph]) -> list[_Token]:
        """The words of a paragraph; those that ends of lines break are whole again."""
        found: list[_Token] = []
        for paragraph in paragraphs:
            for line in paragraph.lines:
                words = [
                    _Token(paragraph.page, space, word.text, word.is_raised)
                    for space, word in zip(spaces(line.words), line.words, strict=True)
                ]
                joined = self._hyphenation.joined(found[-1].text, words[0].text) if found else None
                if joined is not None:
                    found[-1].text = joined
                    words = words[1:]
                elif found:
                    words[0].space = "" if re.search(r"\w[—/]$", found[-1].text) else " "
                found += words
        return found

    def _add(self, tokens: Sequence[_Token]) -> None:
        before = ""
        for token in tokens:
            if token.page != self._page:
                self._turn_to(token.page, token.space)
            else:
                self._composed.add(token.space)
            start = self._composed.length
            self._composed.add(token.text)
            if token.is_raised and _MARK.fullmatch(token.text) and before not in _MEASURES:
                self._composed.mark(start, BlockKind.REFERENCE, token.text)
            before = token.text

    def _turn_to(self, page: int, space: str) -> None:
        """Go on with this page, after this white space."""
        if page != self._page:
            self._close_page()
        if self._composed.length:
            self._composed.add(space)
        if page != self._page:
            self._page, self._page_start = page, self._composed.length

    def _close_page(self) -> None:
        self._composed.mark(self._page_start, BlockKind.PAGE, str(self._page))


def _notes_apart(paragraphs: Sequence[Paragraph], body: float) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The paragraphs of a column, and its notes: those in smaller type at its foot, from the first with a mark on."""
    small = len(list(takewhile(lambda one: one.size < _SMALLER * body, reversed(paragraphs))))
    below = range(len(paragraphs) - small, len(paragraphs))
    first = next((n for n in below if _MARK_OF_NOTE.match(paragraphs[n].lines[0].text)), len(paragraphs))
    return paragraphs[:first], paragraphs[first:]
