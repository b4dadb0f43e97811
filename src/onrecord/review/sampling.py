"""Draws articles to be annotated, by chance or by doubt, and writes them as `onrecord evaluate` reads them."""

import hashlib
import heapq
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.evaluation.annotation_files import SUFFIXES
from onrecord.evaluation.evaluate import tables
from onrecord.evaluation.gold import Row
from onrecord.evaluation.sample import Sample, write_sample
from onrecord.evaluation.scoring import Tables
from onrecord.evaluation.templates import template
from onrecord.graph import iri
from onrecord.notebook.dataset import Dataset
from onrecord.review.guide import guide
from onrecord.review.queue import queue
from onrecord.sources import language
from onrecord.sources.article import Article
from onrecord.sources.plain_text import front_matter
from onrecord.sources.reading import Given, read_file
from onrecord.sources.refusal import UnreadableError
from onrecord.store import Reader, Record

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 60  # code points of the name of a file


@dataclass(frozen=True, slots=True)
class Drawn:
    """An article that was drawn."""

    source: str
    published: str  # ISO day; '' where it is not known
    text: str
    file: Path | None = None  # from which it is read as it was; None where the text has to stand for it


def by_chance(names: Iterable[str], count: int, seed: int) -> list[str]:
    """So many articles, each with the same probability, in the order in which they are drawn.

    They are those whose IRIs have the least hashes with the seed: the same on every machine, in whatever order they are
    given, and of more articles drawn with one seed the first ones are these.
    """
    return heapq.nsmallest(count, set(names), key=lambda name: (_rank(name, seed), name))


def _rank(name: str, seed: int) -> str:
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()


def articles(reader: Reader) -> dict[str, str]:
    """The articles in English of a store, by their IRIs, each with its day of publication ('' where it is not known).

    Raises:
        QueryError: the store cannot answer.
    """
    rows = Dataset(reader).articles()
    return {
        str(row["article"]): str(row["published"] or "")
        for row in rows
        if not language.is_foreign(str(row["language"] or ""))
    }


def by_doubt(names: Iterable[str], count: int, reader: Reader) -> list[str]:
    """So many articles of a store, first those in which most statements are likely to be misread.

    Raises:
        QueryError: the store cannot answer.
    """
    doubt = dict.fromkeys(names, Decimal(0))
    for item in queue(reader):
        article = item.node.partition("#")[0]
        if article in doubt:
            doubt[article] += item.doubt
    return heapq.nsmallest(count, doubt, key=lambda name: (-doubt[name], name))


def from_store(reader: Reader, days: Mapping[str, str], names: Iterable[str]) -> list[Drawn]:
    """Articles of a store, by their IRIs; `days` are those of publication.

    Raises:
        StoreError: a text cannot be read.
    """
    records = reader.records()
    return [_stored(records[name], days[name], reader.text(records[name].sha256)) for name in names]


def _stored(record: Record, published: str, text: str) -> Drawn:
    file = Path(record.origin)
    return Drawn(record.source, published, text, file if _reads(file, record.sha256, published) else None)


def _reads(file: Path, sha256: str, published: str) -> bool:
    """Whether the file still gives this one article."""
    if file.suffix not in SUFFIXES or not file.is_file():
        return False
    items = [given.item for given in read_file(file)]
    return [(one.sha256, one.published) for one in items if isinstance(one, Article)] == [(sha256, published)]


def from_files(given: Iterable[Given], count: int, seed: int) -> tuple[list[Drawn], int]:
    """So many articles of files, drawn by chance, and of how many; those not in English are passed over."""
    number = 0

    def articles() -> Iterator[tuple[str, str, Given, Article]]:
        nonlocal number
        seen = set[str]()
        for one in given:
            article = one.item
            if not isinstance(article, Article) or language.is_foreign(article.language):
                continue
            name = iri.article(article)
            if name not in seen:
                seen.add(name)
                number += 1
                yield _rank(name, seed), name, one, article

    drawn = heapq.nsmallest(count, articles(), key=lambda each: each[:2])
    return [_of_file(one, article) for _, _, one, article in drawn], number


def _of_file(given: Given, article: Article) -> Drawn:
    file = Path(given.origin)
    alone = _reads(file, article.sha256, article.published)
    return Drawn(article.source, article.published, article.text, file if alone else None)


def write(drawn: list[Drawn], sample: Sample, folder: Path, reader: Reader | None = None) -> None:
    """Write articles with annotations to be filled in, how they were drawn, and a guide for annotators.

    The annotations begin with what a `reader` says of the articles, where one is given.

    Raises:
        UsageError: the folder is there and holds something, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there and is not empty: annotations are never written over, name another folder")
    rows = _by_source(reader) if reader else {}
    width = len(str(len(drawn)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for place, article in enumerate(drawn, start=1):
            name = f"{place:0{width}}-{_stem(article.source)}"
            content = template(article.published, rows.get(article.source))
            (folder / f"{name}.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
            suffix = article.file.suffix if article.file else ".txt"
            (folder / f"{name}{suffix}").write_bytes(_bytes(article))
        (folder / "GUIDE.md").write_text(guide(), "utf-8")
        write_sample(sample, folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error


def _stem(source: str) -> str:
    stem = source
    for suffix in SUFFIXES:
        stem = stem.removesuffix(suffix)
    return _UNSAFE.sub("-", stem)[-_LONGEST:].strip("-.") or "article"


def _bytes(article: Drawn) -> bytes:
    """The file as it is; else the text, under a line with its day where it does not begin with that."""
    if article.file is not None:
        return article.file.read_bytes()
    try:
        told = front_matter(article.text).published
    except UnreadableError:
        told = ""
    header = f"date {article.published}\n\n" if article.published and told != article.published else ""
    return (header + article.text).encode("utf-8")


def _by_source(reader: Reader) -> Mapping[str, Tables]:
    """The rows of the queries that are scored, by the source that they are about."""
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for query, rows in tables(reader).items():
        for row in rows:
            found[row["source"]][query].append(row)
    return found
