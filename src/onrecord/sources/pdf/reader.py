"""The door to printed documents: a PDF with a text layer -> an article, whose blocks say on which pages it stands."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from onrecord.document import Block, BlockKind
from onrecord.sources.article import Article
from onrecord.sources.checks import checked
from onrecord.sources.confinement import ConfinedError, confined
from onrecord.sources.omission import Omission
from onrecord.sources.plain_text import front_matter
from onrecord.sources.refusal import Refusal, UnreadableError

_SECONDS = 120
_MEBIBYTES = 512  # a report of 400 pages, as many characters as one text may have, takes 120
_SHOWN = 12  # numbers of pages
_UNREADABLE = 0.2  # of the letters: a text with more is not readable
_OCR = "have its text recognized first, for example with `ocrmypdf IN.pdf OUT.pdf`"


def read_pdf(path: Path, name: str, where: str) -> Iterable[Article | Refusal | Omission]:
    """The article of a printed document, and which of its pages are pictures of which nothing is read."""
    try:
        told = confined("onrecord.sources.pdf.reader:_told", [str(path)], _SECONDS, _MEBIBYTES)
        return [_article(told, name), *_pictures(told["pictures"], where)]
    except (ConfinedError, UnreadableError) as error:
        return [Refusal(where, str(error))]


def _pictures(pages: list[int], where: str) -> list[Omission]:
    shown = ", ".join(map(str, pages[:_SHOWN])) + (" ..." if len(pages) > _SHOWN else "")
    told = f"pages that are pictures without text ({shown}): {_OCR}"
    return [Omission(where, told)] if pages else []


def _told(path: str) -> dict[str, Any]:
    """What a PDF holds, or why it cannot be read, in values of JSON; run in a process of its own."""
    from onrecord.sources.pdf.extraction import extracted
    from onrecord.sources.pdf.words import LockedError

    try:
        return asdict(extracted(Path(path)))
    except LockedError:
        return {"fault": "asks for a password: save it without one"}
    except ValueError:
        return {"fault": "not a PDF, or a broken one"}


def _article(told: dict[str, Any], name: str) -> Article:
    if "fault" in told:
        raise UnreadableError(told["fault"])
    if not told["text"].strip():
        pages = "its page" if told["pages"] == 1 else f"its {told['pages']} pages"
        raise UnreadableError(f"no text on {pages}, pictures at most: {_OCR}")
    if told["unreadable"] > _UNREADABLE * (told["letters"] + told["unreadable"]):
        raise UnreadableError(f"its type does not say which letters it shows: {_OCR}")
    text = checked(told["text"])
    front = front_matter(text)
    headline = told["title"] if not front.published else front.headline
    return Article(
        name,
        text,
        front.published,
        headline or front.headline,
        publisher=front.publisher,
        blocks=tuple(_block(**block) for block in told["blocks"]),
        left_out=tuple(told["left_out"]),
    )


def _block(kind: str, row_heads: list[list[int]], column_heads: list[list[int]], **rest: Any) -> Block:
    rows, columns = (tuple((start, end) for start, end in heads) for heads in (row_heads, column_heads))
    return Block(kind=BlockKind(kind), row_heads=rows, column_heads=columns, **rest)
