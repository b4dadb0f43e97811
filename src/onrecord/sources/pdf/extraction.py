"""Pages -> text: the steps in their order."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from onrecord.document import Block
from onrecord.sources.pdf import words
from onrecord.sources.pdf.columns import in_columns
from onrecord.sources.pdf.furniture import Sheet, without_furniture
from onrecord.sources.pdf.hyphenation import Hyphenation
from onrecord.sources.pdf.lines import Line, levels
from onrecord.sources.pdf.paragraphs import leading, paragraphs
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


def extracted(path: Path) -> Extracted:
    """The text of a PDF, as people read it.

    Raises:
        LockedError: it asks for a password.
        ValueError: it is no PDF that can be read.
    """
    pages = list(words.pages(path))
    sheets, furniture = without_furniture([Sheet(p.number, p.height, tuple(levels(p.words))) for p in pages])
    contents = [line for sheet in sheets for line in sheet.lines if _LEADERS.search(line.text)]
    columns = [(sheet.number, lines) for sheet in sheets for lines in in_columns(_without(sheet.lines, contents))]
    text = Text(_body_size(sheets), Hyphenation(line for _, lines in columns for line in lines))
    usual = leading(lines for _, lines in columns)
    for number, lines in columns:
        text.column(list(paragraphs(lines, number, usual)))
    composed, title = text.finish()
    left_out = [f"running head or foot: {told}" for told in furniture]
    left_out += [f"{len(contents)} lines of a table of contents"] if contents else []
    turned = sum(page.turned for page in pages)
    left_out += [f"{turned} letters that stand at an angle or off the page"] if turned else []
    return Extracted(
        composed.text,
        title or _stated(words.title(path), composed.text),
        composed.blocks,
        tuple(left_out),
        len(pages),
        sum(len(word.text) for page in pages for word in page.words),
        sum(page.unreadable for page in pages),
    )


def _stated(title: str, text: str) -> str:
    """The title of a document's properties, which many programs fill with the name of a file, if the text has it."""
    return title if title and title.lower() in " ".join(text[:_OPENING].split()).lower() else ""


def _without(lines: tuple[Line, ...], left_out: list[Line]) -> list[Line]:
    return [line for line in lines if line not in left_out]


def _body_size(sheets: list[Sheet]) -> float:
    """The size of the type that most of a document is set in."""
    sizes = Counter[float]()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0
