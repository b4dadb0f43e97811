"""The store on disk: an Oxigraph database, the articles' texts, and what is known of each article.

    DIR/graph/            the database; whoever builds holds its lock
    DIR/snapshots/N/      what readers open: a whole, finished build (hard links, so it costs next to nothing)
    DIR/current           the number of the newest snapshot, replaced in one step
    DIR/texts/SHA256.txt  the texts, kept out of the graph so that they stay out of what is published
    DIR/articles.json     for each article: where it came from, what read it, what the gate held back

The database is changed before `articles.json`; a build that breaks off in between is made good by the next one, which
takes an article that is not in `articles.json` for not read.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from onrecord import iri
from onrecord.errors import StoreError
from onrecord.gate import Rejection

_FORMAT = 1  # of articles.json
_KEPT_SNAPSHOTS = 2  # the current one, and the one that readers may still have open


@dataclass(frozen=True, slots=True)
class Record:
    """What the store knows of one article."""

    source: str
    origin: str  # the file it came from, as an absolute path, or '-'
    sha256: str
    fingerprint: str  # of the article's own data and the configuration that read it
    rejections: tuple[Rejection, ...] = ()


class Reader:
    """The newest finished build, to be asked. Never sees a build that is under way."""

    def __init__(self, folder: Path) -> None:
        """Open the store in `folder`.

        Raises:
            StoreError: there is no store, or it cannot be read.
        """
        self.folder = folder
        _must_be_store(folder)
        try:
            self.snapshot = (folder / "current").read_text(encoding="ascii").strip()
            self.database = ox.Store.read_only(str(folder / "snapshots" / self.snapshot))
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder}: the store cannot be read ({error}): build it again") from error

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""
        return _article_graphs(self.database)

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""
        return (quad.triple for quad in self.database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def records(self) -> Mapping[str, Record]:
        """What is known of each article, by its IRI."""
        return _read_records(self.folder)

    def text(self, sha256: str) -> str:
        """The text with this SHA-256, unchanged.

        Raises:
            StoreError: the store has no such text.
        """
        try:
            return _text_path(self.folder, sha256).read_bytes().decode("utf-8")
        except OSError as error:
            raise StoreError(f"{self.folder}: the text {sha256[:12]}… is missing: build again") from error


class Writer:
    """The store being changed. One process at a time holds it."""

    def __init__(self, folder: Path) -> None:
        """Open the store in `folder`, or make one there.

        Raises:
            StoreError: `folder` is a file or another kind of folder, cannot be written, or is held by another process.
        """
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            raise StoreError(f"{folder} is a file: name a folder for the store")
        if folder.is_dir() and any(folder.iterdir()):
            _must_be_store(folder)
        try:
            (folder / "texts").mkdir(parents=True, exist_ok=True)
            self.database = ox.Store(str(folder / "graph"))
        except OSError as error:
            held = "lock" in str(error).lower()
            why = "another process holds it open: wait for it, or name another folder" if held else str(error)
            raise StoreError(f"{folder}: the store cannot be opened: {why}") from error
        self.records = dict(_read_records(folder))
        for graph in _article_graphs(self.database):
            if graph not in self.records:
                self.database.remove_graph(ox.NamedNode(graph))

    def put(self, article: str, text: str, ntriples: str, record: Record) -> None:
        """Store one article under its IRI, in place of what was there."""
        _text_path(self.folder, record.sha256).write_bytes(text.encode("utf-8"))
        self.replace_graph(article, ntriples)
        self.records[article] = record

    def drop(self, article: str) -> None:
        """Take one article out, with all that it said."""
        self.database.remove_graph(ox.NamedNode(article))
        gone = self.records.pop(article)
        if all(record.sha256 != gone.sha256 for record in self.records.values()):
            _text_path(self.folder, gone.sha256).unlink(missing_ok=True)

    def moved(self, article: str, origin: str) -> None:
        """Note that an article, unchanged, now comes from another file."""
        self.records[article] = replace(self.records[article], origin=origin)

    def replace_graph(self, graph: str, ntriples: str) -> None:
        """Make a named graph hold just these triples."""
        name = ox.NamedNode(graph)
        self.database.remove_graph(name)
        self.add_to_graph(graph, ntriples)

    def add_to_graph(self, graph: str, ntriples: str) -> None:
        """Add triples to a named graph."""
        self.database.load(ntriples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(graph))

    def commit(self) -> None:
        """Note what is known of the articles and let readers see the new state, in one step."""
        content = {"format": _FORMAT, "articles": {k: asdict(self.records[k]) for k in sorted(self.records)}}
        _replace_file(self.folder / "articles.json", json.dumps(content, ensure_ascii=False, indent=1))
        self.database.flush()
        snapshots = self.folder / "snapshots"
        snapshots.mkdir(exist_ok=True)
        numbers = sorted(int(path.name) for path in snapshots.iterdir() if path.name.isdigit())
        newest = numbers[-1] + 1 if numbers else 1
        self.database.backup(str(snapshots / str(newest)))
        _replace_file(self.folder / "current", f"{newest}\n")
        for number in numbers[: -(_KEPT_SNAPSHOTS - 1)]:
            shutil.rmtree(snapshots / str(number), ignore_errors=True)

    def close(self) -> None:
        """Let go of the database."""
        del self.database


def _must_be_store(folder: Path) -> None:
    if not folder.exists():
        raise StoreError(f"{folder}: no store here: make one with `onrecord build INPUT --store {folder}`")
    if not folder.is_dir():
        raise StoreError(f"{folder} is a file: name a folder for the store")
    if not (folder / "graph").is_dir():
        raise StoreError(f"{folder} is a folder, but not a store of onrecord: name another one")


def _article_graphs(database: ox.Store) -> list[str]:
    names = (graph.value for graph in database.named_graphs())
    return sorted(name for name in names if name.startswith(iri.BASE + "article/"))


def _text_path(folder: Path, sha256: str) -> Path:
    return folder / "texts" / f"{sha256}.txt"


def _read_records(folder: Path) -> dict[str, Record]:
    path = folder / "articles.json"
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != _FORMAT:
            raise StoreError(f"{path}: written by another version of onrecord: build into a new folder")
        return {name: _record(fields) for name, fields in content["articles"].items()}
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: damaged ({error}): delete the store and build it again") from error


def _record(fields: dict[str, object]) -> Record:
    rejections = fields.pop("rejections")
    assert isinstance(rejections, Iterable)
    return Record(**fields, rejections=tuple(Rejection(**r) for r in rejections))  # type: ignore[arg-type]


def _replace_file(path: Path, content: str) -> None:
    """Write a file so that readers see the old content or the new, never half of it."""
    fresh = path.with_suffix(path.suffix + ".new")
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(path)
