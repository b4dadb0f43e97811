"""Readers of files: the one edge where bytes become articles.

A reader yields an `Article` or a `Refusal` for each thing it was given, in a fixed order, and never raises for bad
content: what cannot be read is said, the rest goes on. What is passed over in an archive is an `Omission`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord.sources.article import Article, Method
from onrecord.sources.dating import settled
from onrecord.sources.json_articles import holds_articles, read_json_lines
from onrecord.sources.omission import Omission
from onrecord.sources.paths import exists, resolved
from onrecord.sources.plain_text import read_plain_text
from onrecord.sources.refusal import Refusal
from onrecord.sources.registry import Reader, kinds, reader_for, received

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """One article, refusal or omission, and the input (a file, or standard input) it came from."""

    origin: str  # absolute path of the file, or '-'
    item: Article | Refusal | Omission


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
            if (meant := resolved(file)) not in done:
                done.add(meant)
                yield from read_file(file)


def files_of(given: str) -> Sequence[Path] | Refusal:
    """The files of one input, a file or a folder, in order of name; or why there are none."""
    path = Path(given)
    if not exists(path):
        return Refusal(" ".join(given.split()), "no such file or folder")
    if not path.is_dir():
        return [path]
    files = sorted(p for p in path.rglob("*") if not p.is_dir() and _may_hold_articles(p))
    return files or Refusal(given, f"no article in this folder: {kinds()} are read")


def _may_hold_articles(path: Path) -> bool:
    """Whether a file met in a folder is read: by its suffix, and `.json`, which may be anything, by its content."""
    if reader_for(path) is None:
        return False
    return path.suffix.lower() != ".json" or not path.is_file() or holds_articles(path)


def read_file(path: Path) -> Iterator[Given]:
    """The articles and refusals of one file."""
    reader = reader_for(path)
    origin = str(resolved(path))
    if fault := _unfit(path, origin, reader):
        yield Given(origin, Refusal(str(path), fault))
    elif reader is not None:
        yield from _of(origin, lambda: reader(path, path.name, str(path)))


def _unfit(path: Path, origin: str, reader: Reader | None) -> str:
    """Why a file is not to be opened, '' where it is: of a pipe or a device the reading might never end."""
    if reader is None:
        return f"not a kind of file onrecord reads: {kinds()}"
    if not path.is_file():
        return "a pipe, a device or the like: save it as a file" if exists(path) else "a link that leads nowhere"
    try:
        (str(path) + origin).encode("utf-8")
    except UnicodeEncodeError:
        return "its name, or that of a folder it is in, is not UTF-8: rename it"
    return ""


def _of(origin: str, produce: Callable[[], Iterable[Article | Refusal | Omission]]) -> Iterator[Given]:
    try:
        for item in produce():
            yield Given(origin, settled(item) if isinstance(item, Article) else item)
    except OSError as error:
        yield Given(origin, Refusal(origin, f"cannot be read: {error.strerror or error}"))


def _standard_input(data: bytes) -> Iterable[Article | Refusal | Omission]:
    where = "standard input"
    if data.lstrip()[:1] == b"{":
        return received(read_json_lines(data, where, where), Method.JSON_LINE, lambda: "")
    digest = sha256(data).hexdigest()
    return received(read_plain_text(data, "stdin.txt", where), Method.TEXT, lambda: digest)
