"""The store on disk: an Oxigraph database, the articles' texts, and what is known of each article.

    DIR/graph/                      the database; whoever builds holds its lock
    DIR/unfinished                  there while the database may hold what is not in the newest snapshot
    DIR/snapshots/N/graph/          what readers open: a whole, finished build (hard links: it costs next to nothing)
    DIR/snapshots/N/articles.json   for each article: where it came from, what read it, what the gate held back
    DIR/current                     the number of the newest snapshot, replaced in one step
    DIR/texts/SHA256.txt            the texts, kept out of the graph so that they stay out of what is published

A build is done when `current` names its snapshot. One that breaks off before leaves no trace: whoever builds next
starts from the newest snapshot.
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
            self.snapshot = _current(folder)
            if not self.snapshot:
                raise StoreError(f"{folder}: holds no finished build yet: run `onrecord build INPUT --store {folder}`")
            self.database = ox.Store.read_only(str(_snapshot(folder, self.snapshot) / "graph"))
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
        return _read_records(_snapshot(self.folder, self.snapshot))

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
    """The store being changed. One process at a time holds it; what it does not commit is undone."""

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
        self._unfinished, self._gone = folder / "unfinished", set[str]()
        try:
            (folder / "texts").mkdir(parents=True, exist_ok=True)
            broken_off = self._unfinished.exists()
            self._unfinished.touch()
            self.database = ox.Store(str(folder / "graph"))
            if broken_off:
                self._restore()
        except OSError as error:
            held = "lock" in str(error).lower()
            why = "another process holds it open: wait for it, or name another folder" if held else str(error)
            raise StoreError(f"{folder}: the store cannot be opened: {why}") from error
        self.records = _read_records(_snapshot(folder, _current(folder))) if _current(folder) else {}

    def _restore(self) -> None:
        """Make the database what the newest snapshot is; empty where there is none yet."""
        del self.database
        shutil.rmtree(self.folder / "graph")
        if _current(self.folder):
            snapshot = ox.Store.read_only(str(_snapshot(self.folder, _current(self.folder)) / "graph"))
            snapshot.backup(str(self.folder / "graph"))
            del snapshot
        self.database = ox.Store(str(self.folder / "graph"))

    def put(self, article: str, text: str, ntriples: str, record: Record) -> None:
        """Store one article under its IRI, in place of what was there."""
        _text_path(self.folder, record.sha256).write_bytes(text.encode("utf-8"))
        self.replace_graph(article, ntriples)
        self.records[article] = record

    def drop(self, article: str) -> None:
        """Take one article out, with all that it said."""
        self.database.remove_graph(ox.NamedNode(article))
        self._gone.add(self.records.pop(article).sha256)

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
        """Let readers see the new state, and what is known of its articles, in one step."""
        self.database.flush()
        snapshots = self.folder / "snapshots"
        snapshots.mkdir(exist_ok=True)
        numbers = sorted(int(path.name) for path in snapshots.iterdir() if path.name.isdigit())
        newest = snapshots / str(numbers[-1] + 1 if numbers else 1)
        newest.mkdir()
        self.database.backup(str(newest / "graph"))
        content = {"format": _FORMAT, "articles": {k: asdict(self.records[k]) for k in sorted(self.records)}}
        (newest / "articles.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        _replace_file(self.folder / "current", f"{newest.name}\n")
        self._unfinished.unlink(missing_ok=True)
        for number in numbers[: -(_KEPT_SNAPSHOTS - 1)]:
            shutil.rmtree(snapshots / str(number), ignore_errors=True)
        for sha256 in self._gone - {record.sha256 for record in self.records.values()}:
            _text_path(self.folder, sha256).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the database."""
        del self.database


def _must_be_store(folder: Path) -> None:
    if not folder.exists():
        raise StoreError(f"{folder}: no store here: make one with `onrecord build INPUT --store {folder}`")
    if not folder.is_dir():
        raise StoreError(f"{folder} is a file: name a folder for the store")
    if not any((folder / name).exists() for name in ("current", "unfinished")):
        raise StoreError(f"{folder} is a folder, but not a store of onrecord: name another one")


def _article_graphs(database: ox.Store) -> list[str]:
    names = (graph.value for graph in database.named_graphs())
    return sorted(name for name in names if name.startswith(iri.BASE + "article/"))


def _text_path(folder: Path, sha256: str) -> Path:
    return folder / "texts" / f"{sha256}.txt"


def _current(folder: Path) -> str:
    """The number of the newest snapshot; '' where no build was finished yet."""
    path = folder / "current"
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _snapshot(folder: Path, number: str) -> Path:
    return folder / "snapshots" / number


def _read_records(snapshot: Path) -> dict[str, Record]:
    path = snapshot / "articles.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != _FORMAT:
            raise StoreError(f"{path}: written by another version of onrecord: build into a new folder")
        return {name: _record(fields) for name, fields in content["articles"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
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
