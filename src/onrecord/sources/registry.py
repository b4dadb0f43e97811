"""The readers of files, by how a file's name ends."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from onrecord.sources.article import Article
from onrecord.sources.json_articles import read_json, read_json_lines
from onrecord.sources.mail import read_mail
from onrecord.sources.omission import Omission
from onrecord.sources.pdf.reader import read_pdf
from onrecord.sources.plain_text import read_plain_text
from onrecord.sources.refusal import Refusal
from onrecord.sources.wacz import read_wacz
from onrecord.sources.warc import read_warc
from onrecord.sources.web_page import read_web_page
from onrecord.sources.word_document import read_docx

Reader = Callable[[Path, str, str], Iterable[Article | Refusal | Omission]]
"""Reads a file of a name, which refusals call by the words given; OSError is the only error it raises."""


def _whole(reader: Callable[[bytes, str, str], Iterable[Article | Refusal]]) -> Reader:
    """The reader of files that takes all of a file's bytes at once."""
    return lambda path, name, where: reader(path.read_bytes(), name, where)


READERS: Mapping[str, Reader] = {
    ".txt": _whole(read_plain_text),
    ".md": _whole(read_plain_text),
    ".html": _whole(read_web_page),
    ".htm": _whole(read_web_page),
    ".jsonl": _whole(read_json_lines),
    ".json": _whole(read_json),
    ".pdf": read_pdf,
    ".docx": _whole(read_docx),
    ".eml": _whole(read_mail),
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".wacz": read_wacz,
}


def kinds() -> str:
    """The endings that are read, in words for users."""
    return ", ".join(sorted(READERS))


def reader_for(path: Path) -> Reader | None:
    """The reader of the files whose names end as this one does; None where there is none."""
    name = path.name.lower()
    ending = max((ending for ending in READERS if name.endswith(ending)), key=len, default="")
    return READERS.get(ending)
