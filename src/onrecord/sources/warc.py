"""Archives of web pages: `.warc` and `.warc.gz` (ISO 28500), through warcio; each page that was captured is an article.

A page is a response with status 200 in HTML. What was captured twice is read once; a record that only refers to an
earlier capture (a revisit) has no content of its own.
"""

import io
import logging
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from onrecord.sources.article import Article
from onrecord.sources.checks import moment_of
from onrecord.sources.omission import Omission
from onrecord.sources.refusal import Refusal, UnreadableError
from onrecord.sources.web_page import MAX_PAGE, page_article

_logger = logging.getLogger(__name__)

_MOST = 1_000_000  # bytes of the head of a record, or of the response in it
_BLANK = 10_000  # bytes of blank lines between records
_HTML = ("text/html", "application/xhtml+xml")
_READ = "what stands before was read; `warcio recompress IN OUT` mends what can be mended"


def read_warc(path: Path, name: str, where: str) -> Iterator[Article | Refusal | Omission]:
    """The articles of an archive."""
    with path.open("rb") as file:
        yield from Captures(where).read(file, where)


class Captures:
    """The pages of one or more archives, each once."""

    def __init__(self, where: str) -> None:
        """Of a file that goes by this name."""
        self._where = where
        self._seen = set[bytes]()
        self._passed_over = Counter[str]()

    def read(self, file: IO[bytes], where: str) -> Iterator[Article | Refusal | Omission]:
        """The articles of an archive, then what of it is none."""
        try:
            yield from self._articles(file)
        except UnreadableError as error:
            yield Refusal(where, str(error))
        if self._passed_over:
            told = ", ".join(f"{what} ({times})" for what, times in self._passed_over.items())
            yield Omission(where, told)
        self._passed_over.clear()

    def _articles(self, file: IO[bytes]) -> Iterator[Article]:
        for record in _Records(file):
            what = _kind(record)
            if what:
                self._passed_over[what] += 1
                continue
            content = _content(record)
            article = self._article(content, record) if content is not None else "broken responses"
            if isinstance(article, Article):
                yield article
            else:
                self._passed_over[article] += 1

    def _article(self, content: bytes, record: Any) -> Article | str:
        """The article of a page, or what the page is instead, in words for users."""
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if len(content) > MAX_PAGE:
            return f"pages of more than {MAX_PAGE:,} bytes"
        if not self._is_new(content):
            return "captures of a page that was captured before"
        try:
            article = page_article(content, address or self._where, address)
        except UnreadableError as error:
            _logger.info("%s: %s: %s", self._where, address, error)
            return "pages without an article"
        if not self._is_new(article.text.encode()):
            return "captures of a page that was captured before"
        captured = moment_of(record.rec_headers.get_header("WARC-Date") or "") or ""
        return replace(article, retrieved=captured, received=sha256(content).hexdigest())

    def _is_new(self, content: bytes) -> bool:
        digest = sha256(content).digest()
        is_new = digest not in self._seen
        self._seen.add(digest)
        return is_new


class _Records:
    """The records of an archive in their order, through warcio, for which an archive that is cut off just ends."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            from warcio.archiveiterator import ArchiveIterator
        except ImportError as error:
            raise UnreadableError("needs warcio, which is not installed: pip install 'onrecord[warc]'") from error
        self._records = ArchiveIterator(file, arc2warc=True)
        self._records.reader.readline = _Lines(self._records.reader.readline)
        for parser in (self._records.loader.warc_parser, self._records.loader.http_parser):
            parser.parse = partial(_parsed, parser.parse)
        self._close, self._records.close = self._records.close, self._end
        self._is_cut = False
        self._is_begun = False

    def __iter__(self) -> Iterator[Any]:
        """The records.

        Raises:
            UnreadableError: from here on the archive cannot be read.
        """
        before = None
        while (record := self._next()) is not None:
            self._check(before)
            self._is_begun = True
            yield record
            before = record
        self._check(before)
        if self._is_cut:
            raise UnreadableError(f"is cut off: {_READ}")

    def _next(self) -> Any:
        try:
            with redirect_stderr(io.StringIO()):  # warcio writes there what we raise
                return next(self._records, None)
        except Exception as error:  # warcio raises what the bytes lead it to, of any kind
            _logger.info("an archive cannot be read on", exc_info=True)
            told = f"breaks off ({type(error).__name__}): {_READ}" if self._is_begun else "no archive, or a broken one"
            raise UnreadableError(told) from error

    def _check(self, record: Any) -> None:
        """Raise where a record, which was read to its end, is not as long as it says."""
        if record is not None and (_missing(record) > 0 or record.rec_headers.get_header("Content-Length") is None):
            raise UnreadableError(f"is cut off: {_READ}")
        if self._records.err_count:
            raise UnreadableError(f"has a record that is longer than it says: {_READ}")

    def _end(self) -> None:
        packed = self._records.reader.decompressor if self._records.reader else None
        self._is_cut = self._is_cut or (packed is not None and not packed.eof)
        self._close()


class _Lines:
    """Reads lines, which are only so long, and of which only so many are blank one after the other."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline, self._blank = readline, 0

    def __call__(self, length: int | None = None) -> bytes:
        line = self._readline(min(length or _MOST + 1, _MOST + 1))
        self._blank = 0 if line.strip() else self._blank + len(line)
        if len(line) > _MOST or self._blank > _BLANK:
            raise ValueError("a line that does not end, or too many blank ones")
        return line


class _Head:
    """The lines at the head of a record, of which there are only so many bytes."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._left = stream, _MOST

    def readline(self) -> bytes:
        line: bytes = self._stream.readline()
        self._left -= len(line)
        if self._left < 0:
            raise ValueError(f"a head of more than {_MOST:,} bytes")
        return line


def _parsed(parse: Callable[..., Any], stream: Any, first_line: str | None = None) -> Any:
    return parse(_Head(stream), first_line)


def _missing(record: Any) -> int:
    """How many bytes a record, once it is read, is shorter than it says."""
    return int(getattr(record.raw_stream, "limit", 0))


def _kind(record: Any) -> str:
    """What a record is, in words for users; '' of one that may be a page."""
    if record.rec_type != "response":
        return "revisits" if record.rec_type == "revisit" else "records that are no responses"
    headers = record.http_headers
    if headers is None:
        return "responses that are not of the web"
    if headers.get_statuscode() != "200":
        return "responses that are not 200"
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return "" if kind in _HTML else "responses that are no pages"


def _content(record: Any) -> bytes | None:
    """What a response holds, unpacked, up to a little more than a page may have; None where it is broken."""
    parts: list[bytes] = []
    size = 0
    try:
        stream = record.content_stream()
        while size <= MAX_PAGE and (part := stream.read(65_536)):
            parts.append(part)
            size += len(part)
    except (OSError, EOFError, ValueError, zlib.error):
        return None
    is_whole = size > MAX_PAGE or _missing(record) == 0
    return b"".join(parts) if is_whole else None
