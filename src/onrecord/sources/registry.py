"""The readers of files, by how a file's name ends; each article bears its method and the hash of what was received."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from onrecord.sources.article import Article, Method
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


def received(
    items: Iterable[Article | Refusal | Omission], method: Method, digest: Callable[[], str]
) -> Iterator[Article | Refusal | Omission]:
    """What a reader gives, with how it was taken and the SHA-256 of the bytes, unless the reader knows closer ones."""
    for item in items:
        if isinstance(item, Article):
            yield replace(item, method=method, received=item.received or digest())
        else:
            yield item


def _whole(method: Method, reader: Callable[[bytes, str, str], Iterable[Article | Refusal]]) -> Reader:
    """The reader of files that takes all of a file's bytes at once."""

    def read(path: Path, name: str, where: str) -> Iterator[Article | Refusal | Omission]:
        data = path.read_bytes()
        return received(reader(data, name, where), method, lambda: hashlib.sha256(data).hexdigest())

    return read


def _opened(method: Method, reader: Reader) -> Reader:
    """The reader of files that opens the file itself."""

    def digest(path: Path) -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    return lambda path, name, where: received(reader(path, name, where), method, lambda: digest(path))


READERS: Mapping[str, Reader] = {
    ".txt": _whole(Method.TEXT, read_plain_text),
    ".md": _whole(Method.TEXT, read_plain_text),
    ".html": _whole(Method.HTML, read_web_page),
    ".htm": _whole(Method.HTML, read_web_page),
    ".jsonl": _whole(Method.JSON_LINE, read_json_lines),
    ".json": _whole(Method.JSON, read_json),
    ".pdf": _opened(Method.PDF, read_pdf),
    ".docx": _whole(Method.DOCX, read_docx),
    ".eml": _whole(Method.MAIL, read_mail),
    ".warc": _opened(Method.WARC, read_warc),
    ".warc.gz": _opened(Method.WARC, read_warc),
    ".wacz": _opened(Method.WACZ, read_wacz),
}


def kinds() -> str:
    """The endings that are read, in words for users."""
    return ", ".join(sorted(READERS))


def reader_for(path: Path) -> Reader | None:
    """The reader of the files whose names end as this one does; None where there is none."""
    name = path.name.lower()
    ending = max((ending for ending in READERS if name.endswith(ending)), key=len, default="")
    return READERS.get(ending)
