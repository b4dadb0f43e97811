"""Readers of files: the one edge where bytes become articles.

A reader yields an `Article` or a `Refusal` for each thing it was given, in a fixed order, and never raises for bad
content: what cannot be read is said, the rest goes on.
"""

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.sources.article import Article
from onrecord.sources.html import read_html
from onrecord.sources.paths import exists

STANDARD_INPUT = "-"
MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text; more than a book
_MAX_PAGE = 5_000_000  # bytes: larger pages take minutes to take apart, and none holds an article
_DATE_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b[ \t]*(.*)")
_HEADLINE_WORDS = 4  # fewer words than these on a `date` line are an outlet's name


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was given and could not be read, and why: one line with the remedy."""

    where: str  # the file, and the line in it where there is one
    reason: str
    traceback: str = ""  # where it is a fault of the program's

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Given:
    """One article or refusal, and the input (a file, or standard input) it came from."""

    origin: str  # absolute path of the file, or '-'
    item: Article | Refusal


class _UnreadableError(Exception):
    """One text or record cannot be an article; the message says why."""


def read(inputs: Iterable[str]) -> Iterator[Given]:
    """Everything that the inputs hold: files, folders (searched through, in order of name) and '-', each file once."""
    done = set[Path]()
    for given in inputs:
        if given == STANDARD_INPUT:
            yield from _of(given, lambda: _standard_input(sys.stdin.buffer.read()))
            continue
        found = files_of(given)
        if isinstance(found, Refusal):
            yield Given(given, found)
            continue
        for file in found:
            if file.resolve() not in done:
                done.add(file.resolve())
                yield from read_file(file)


def files_of(given: str) -> Sequence[Path] | Refusal:
    """The files of one input, a file or a folder, in order of name; or why there are none."""
    path = Path(given)
    if not exists(path):
        return Refusal(" ".join(given.split()), "no such file or folder")
    if not path.is_dir():
        return [path]
    files = sorted(p for p in path.rglob("*") if p.is_file() and _may_hold_articles(p))
    return files or Refusal(given, f"no article in this folder: {', '.join(sorted(_READERS))} are read")


def _may_hold_articles(path: Path) -> bool:
    """Whether a file met in a folder is read: by its suffix, and `.json`, which may be anything, by its content."""
    if path.suffix.lower() != ".json":
        return path.suffix.lower() in _READERS
    try:
        content = _loaded(path.read_bytes())
    except (_UnreadableError, OSError):
        return True  # broken: its reader says so
    records = content if isinstance(content, list) else [content]
    return any(isinstance(record, Mapping) and "text" in record for record in records)


def read_file(path: Path) -> Iterator[Given]:
    """The articles and refusals of one file."""
    reader = _READERS.get(path.suffix.lower())
    origin = str(path.resolve())
    if reader is None:
        yield Given(origin, Refusal(str(path), f"not a kind of file onrecord reads: {', '.join(sorted(_READERS))}"))
        return
    yield from _of(origin, lambda: reader(path.read_bytes(), path.name, str(path)))


def _of(origin: str, produce: Callable[[], Iterable[Article | Refusal]]) -> Iterator[Given]:
    try:
        for item in produce():
            yield Given(origin, item)
    except OSError as error:
        yield Given(origin, Refusal(origin, f"cannot be read: {error.strerror or error}"))


def _standard_input(data: bytes) -> Iterable[Article | Refusal]:
    where = "standard input"
    if data.lstrip()[:1] == b"{":
        return _json_lines(data, where, where)
    return _plain(data, "stdin.txt", where)


def _plain(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.txt` or `.md` file: the text as it is, with the date and headline that its first lines give."""
    try:
        text = _checked(_decoded(data))
    except _UnreadableError as error:
        return [Refusal(where, str(error))]
    header = _DATE_HEADER.match(text)
    published, rest = (header.group(1), header.group(2).strip()) if header else ("", "")
    if published and _day(published) is None:
        return [Refusal(where, f"its date {published!r} is not a day of the calendar")]
    lines = [line.strip().lstrip("#").strip() for line in text[header.end() if header else 0 :].splitlines()]
    is_headline = len(rest.split()) >= _HEADLINE_WORDS
    first = next((line for line in lines if len(line.split()) >= _HEADLINE_WORDS), "")
    return [
        Article(
            source=name,
            text=text,
            published=published,
            headline=rest if is_headline else first,
            publisher="" if is_headline else rest,
        )
    ]


def _html(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    if len(data) > _MAX_PAGE:
        return [Refusal(where, f"{len(data):,} bytes are more than one page's {_MAX_PAGE:,}: save its text alone")]
    page = read_html(data)
    try:
        text = _checked(page.text)
    except _UnreadableError as error:
        return [Refusal(where, f"no article found in the page: {error}")]
    return [Article(name, text, page.published, page.headline, page.url, page.publisher, page.language)]


def _json(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.json` file: one article or a list of them."""
    try:
        content = _loaded(data)
    except _UnreadableError as error:
        return [Refusal(where, str(error))]
    records = content if isinstance(content, list) else [content]
    return [_record(record, f"{where}, article {n}") for n, record in enumerate(records, 1)]


def _json_lines(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    if not data.strip():
        yield Refusal(where, "is empty")
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            yield _record(_loaded(line), place)
        except _UnreadableError as error:
            yield Refusal(place, str(error))


def _record(record: Any, where: str) -> Article | Refusal:
    """The article of one JSON object with `id`, `text` and, where known, title, date, url, publisher, language."""
    if not isinstance(record, Mapping):
        return Refusal(where, "not a JSON object with `id` and `text`")
    fields = {key: record.get(key) or "" for key in ("id", "text", "title", "date", "url", "publisher", "language")}
    wrong = next((key for key, value in fields.items() if not isinstance(value, str)), None)
    if wrong:
        return Refusal(where, f"`{wrong}` is not a text")
    if not fields["id"].strip():
        return Refusal(where, "has no `id`")
    published = _day(fields["date"])
    if published is None:
        return Refusal(where, f"its date {fields['date']!r} is not an ISO day (YYYY-MM-DD)")
    try:
        text = _checked(fields["text"])
        for value in fields.values():
            _encodable(value)
    except _UnreadableError as error:
        return Refusal(where, str(error))
    return Article(
        fields["id"], text, published, fields["title"], fields["url"], fields["publisher"], fields["language"]
    )


def _day(value: str) -> str | None:
    """The ISO day of an ISO day or time, '' of '', None of what is neither."""
    if not value:
        return ""
    try:
        return dt.datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return None


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise _UnreadableError("not a text: it holds NUL bytes")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"not UTF-8 (byte {error.start}): save it as UTF-8") from error


def _checked(text: str) -> str:
    if not text.strip():
        raise _UnreadableError("is empty")
    if len(text) > MAX_CHARACTERS:
        raise _UnreadableError(f"{len(text):,} characters are more than one article's {MAX_CHARACTERS:,}: split it")
    return _encodable(text)


def _encodable(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _UnreadableError(f"holds half a surrogate pair (character {error.start}), which is no text") from error
    return text


def _loaded(data: bytes) -> Any:
    """The value that JSON text stands for."""
    text = _decoded(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _UnreadableError(f"not JSON: {error}") from error


_READERS: Mapping[str, Callable[[bytes, str, str], Iterable[Article | Refusal]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _html,
    ".htm": _html,
    ".jsonl": _json_lines,
    ".json": _json,
}
