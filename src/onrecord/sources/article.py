"""The article: a text as it was published, and what is known of its publication."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.document import Block


class Dating(StrEnum):
    """Where the day of publication of an article is stated."""

    GIVEN = "given"  # with the text: by its header, its record or the user
    JSON_LD = "json-ld"
    TIME = "time"  # an element that is marked as the time of publication
    META = "meta"
    DATELINE = "dateline"  # a line that readers see near the title
    ADDRESS = "address"
    TEXT = "text"  # the article's own dateline


class Method(StrEnum):
    """What an article's text was taken from."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINE = "json-line"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "e-mail"
    WARC = "warc"  # one record of it
    WACZ = "wacz"  # one record of an archive in it


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was published. `text` is stored unchanged and never again edited."""

    source: str  # the file's name, or the `id` of a JSON article
    text: str
    published: str = ""  # ISO day; '' where it is not known
    headline: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()  # what its file says of its structure, in order of the text
    retrieved: str = ""  # when an archive captured it, or its line of JSON says, in UTC: '2022-03-04T10:15:00+00:00'
    left_out: tuple[str, ...] = field(default=(), compare=False)  # what its file also holds, in words for users
    byline: str = ""  # who wrote it, as it is printed
    published_from: Dating | None = None
    method: Method | None = None
    received: str = ""  # hexadecimal SHA-256 of the bytes that the text was taken from: a file, a line, a record

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
