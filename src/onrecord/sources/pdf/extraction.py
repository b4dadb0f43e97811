"""Pages -> text: the steps in their order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.document import Block
from onrecord.sources.composition import Composition
from onrecord.sources.pdf import words
from onrecord.sources.pdf.columns import in_columns
from onrecord.sources.pdf.furniture import Sheet, without_furniture
from onrecord.sources.pdf.hyphenation import Hyphenation
from onrecord.sources.pdf.lines import Line, levels
from onrecord.sources.pdf.paragraphs import leading, paragraphs
from onrecord.sources.pdf.tables import Grid, tables_apart
from onrecord.sources.pdf.text import Text

_OPENING = 2_000  # characters at the head of a text
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*(?:\d+|[ivxl]+)$|(?:…\s?){3,}\s*\d+$")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a PDF holds of its article."""

    text: str
    title: str
    blocks: tuple[Block, ...]
    left_out: tuple[str, ...]  # what it also says, in words for users
    pages: int
    letters: int  # that have a meaning
    unreadable: int  # letters that have none
    pictures: tuple[int, ...]  # the numbers of pages that are pictures without words


def extracted(path: Path) -> Extracted:
    """The text of a PDF, as people read it.

    Raises:
        LockedError: it asks for a password.
        ValueError: it is no PDF that can be read.
    """
    pages = list(words.pages(path))
    sheets, furniture = without_furniture([Sheet(p.number, p.height, tuple(levels(p.words))) for p in pages])
    contents = _contents(sheets)
    parts = [
        (sheet.number, part)
        for sheet in sheets
        for part in _parts([line for line in sheet.lines if line not in contents])
    ]
    composed, title = _written(parts, _body_size(sheets))
    return Extracted(
        composed.text,
        title or _stated(words.title(path), composed.text),
        composed.blocks,
        tuple(_left_out(furniture, len(contents), sum(page.turned for page in pages))),
        len(pages),
        sum(len(word.text) for page in pages for word in page.words),
        sum(page.unreadable for page in pages),
        tuple(page.number for page in pages if page.is_picture),
    )


def _contents(sheets: Sequence[Sheet]) -> set[Line]:
    """The lines of tables of contents."""
    return {line for sheet in sheets for line in sheet.lines if _LEADERS.search(line.text)}


def _written(parts: Sequence[tuple[int, Grid | Sequence[Line]]], body: float) -> tuple[Composition, str]:
    """The text of the tables and columns of the pages with these numbers, and its title."""
    columns = [part for _, part in parts if not isinstance(part, Grid)]
    text = Text(body, Hyphenation(line for lines in columns for line in lines))
    usual = leading(columns)
    for number, part in parts:
        if isinstance(part, Grid):
            text.table(part, number)
        else:
            text.column(list(paragraphs(part, number, usual)))
    return text.finish()


def _left_out(furniture: Sequence[str], contents: int, turned: int) -> Iterator[str]:
    """What pages also hold, in words for users."""
    yield from (f"running head or foot: {told}" for told in furniture)
    if contents:
        yield f"{contents} lines of a table of contents"
    if turned:
        yield f"{turned} letters that stand at an angle or off the page"


def _parts(lines: Sequence[Line]) -> Iterator[Grid | Sequence[Line]]:
    """The tables and columns of a page in order of reading; a table may stand across the page, or in a column."""
    for part in tables_apart(lines):
        if isinstance(part, Grid):
            yield part
        else:
            for column in in_columns(part):
                yield from tables_apart(column)


def _stated(title: str, text: str) -> str:
    """The title of a document's properties, which many programs fill with the name of a file, if the text has it."""
    return title if title and title.lower() in " ".join(text[:_OPENING].split()).lower() else ""


def _body_size(sheets: list[Sheet]) -> float:
    """The size of the type that most of a document is set in."""
    sizes = Counter[float]()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0
