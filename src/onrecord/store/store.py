"""The store on disk: an Oxigraph database, the articles' texts, and what is known of each article.

    DIR/graph/                      the database; whoever builds holds its lock
    DIR/unfinished                  there while the database may hold what is not in the newest snapshot
    DIR/snapshots/N/graph/          what readers open: a whole, finished build (hard links: it costs next to nothing)
    DIR/snapshots/N/articles.json   for each article: where it came from, what read it, what the gate held back, what
                                    readers' decisions changed in it
    DIR/snapshots/N/decided.json    what was decided about who is who, to be taken over where nothing changed
    DIR/snapshots/N/redacted/       the same, and the texts, without the names of children; there if there are any
    DIR/current                     the number of the newest snapshot, replaced in one step
    DIR/build.log                   the tracebacks of articles that could not be read; build.log.1 the older ones
    DIR/texts/SHA256.txt            the texts, kept out of the graph so that they stay out of what is published

A build is done when `current` names its snapshot. One that breaks off before leaves no trace: whoever builds next
starts from the newest snapshot.
"""

import json
import logging
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store.name_masking import Mask, Redaction, redaction
from onrecord.values.rejection import Rejection

_logger = logging.getLogger(__name__)
_FORMAT = 1  # of articles.json
_KEPT_SNAPSHOTS = 2  # the current one, and the one that readers may still have open


@dataclass(frozen=True, slots=True)
class Amended:
    """How readers' decisions changed an article's graph, so that it can be undone."""

    fingerprint: str  # of what they changed
    withdrawn: str  # N-Triples that the article's graph had
    added: str  # N-Triples that it has instead
    tied: tuple[tuple[str, str], ...]  # nodes whose statements changed, each with the decision: pairs of IRIs


@dataclass(frozen=True, slots=True)
class Record:
    """What the store knows of one article."""

    source: str
    origin: str  # the file it came from, as an absolute path, or '-'
    sha256: str
    fingerprint: str  # of the article's own data and the configuration that read it
    rejections: tuple[Rejection, ...] = ()
    amended: Amended | None = None


class Reader:
    """The newest finished build, to be asked. Never sees a build that is under way."""

    def __init__(self, folder: Path, redacted: bool = False) -> None:
        """Open the store in `folder`, or its view without the names of children.

        Raises:
            StoreError: there is no store, or it cannot be read.
        """
        self.folder = folder
        _must_be_store(folder)
        try:
            self.snapshot = _current(folder)
            if not self.snapshot:
                raise StoreError(f"{folder}: holds no finished build yet: run `onrecord build INPUT --store {folder}`")
            view = _redacted(_snapshot(folder, self.snapshot))
            self._view = view if redacted and view.exists() else None
            self._place = self._view or _snapshot(folder, self.snapshot)
            self.database = ox.Store.read_only(str(self._place / "graph"))
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
        return _read_records(self._place)

    def text(self, sha256: str) -> str:
        """The text with this SHA-256: unchanged, or as the view has it.

        Raises:
            StoreError: the store has no such text.
        """
        if self._view is not None and (masked := _text_path(self._view, sha256)).exists():
            return _read_text(masked)
        return _read_text(_text_path(self.folder, sha256))


def withholds(folder: Path) -> bool:
    """Whether the newest build of a store names children, so that its two views differ."""
    return _redacted(_snapshot(folder, _current(folder))).exists()


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
        self.decided = _read_decided(_snapshot(folder, _current(folder)))

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

    def text(self, sha256: str) -> str:
        """The text with this SHA-256, unchanged.

        Raises:
            StoreError: the store has no such text.
        """
        return _read_text(_text_path(self.folder, sha256))

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

    def exchange(self, graph: str, withdrawn: str, added: str) -> None:
        """Take triples out of a named graph, and put others in."""
        for triple in ox.parse(withdrawn, format=ox.RdfFormat.N_TRIPLES):
            self.database.remove(ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph)))
        self.add_to_graph(graph, added)

    def commit(self) -> None:
        """Let readers see the new state, and what is known of its articles, in one step."""
        self.database.flush()
        snapshots = self.folder / "snapshots"
        snapshots.mkdir(exist_ok=True)
        numbers = sorted(int(path.name) for path in snapshots.iterdir() if path.name.isdigit())
        newest = snapshots / str(numbers[-1] + 1 if numbers else 1)
        newest.mkdir()
        self.database.backup(str(newest / "graph"))
        _write_records(newest, self.records)
        hidden = redaction(self.database, self._text)
        if hidden is not None:
            self._write_view(hidden, _redacted(newest))
        (newest / "decided.json").write_text(self.decided, encoding="utf-8")
        _replace_file(self.folder / "current", f"{newest.name}\n")
        _logger.debug("%s: snapshot %s is what is read from now on", self.folder, newest.name)
        self._unfinished.unlink(missing_ok=True)
        for number in numbers[: -(_KEPT_SNAPSHOTS - 1)]:
            shutil.rmtree(snapshots / str(number), ignore_errors=True)
        for sha256 in self._gone - {record.sha256 for record in self.records.values()}:
            _text_path(self.folder, sha256).unlink(missing_ok=True)

    def _text(self, article: str) -> str:
        """The text of an article; '' of one that came by an update."""
        record = self.records.get(article)
        return _read_text(_text_path(self.folder, record.sha256)) if record else ""

    def _write_view(self, hidden: Redaction, view: Path) -> None:
        """Write a snapshot's view without the names of children."""
        (view / "texts").mkdir(parents=True)
        self.database.backup(str(view / "graph"))
        hidden.apply(ox.Store(str(view / "graph")))
        records = {
            hidden.iri(name): _masked(record, hidden.articles.get(name)) for name, record in self.records.items()
        }
        _write_records(view, records)
        for name, mask in hidden.articles.items():
            if name in self.records:
                _text_path(view, self.records[name].sha256).write_bytes(mask.text(self._text(name)).encode("utf-8"))

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


def _masked(record: Record, mask: Mask | None) -> Record:
    """What is known of an article, without what the mask hides."""
    if mask is None:
        return record
    held_back = (Rejection(*(mask.file(told) for told in astuple(each))) for each in record.rejections)
    return replace(
        record,
        source=mask.file(record.source),
        origin=mask.file(record.origin),
        rejections=tuple(held_back),
        amended=None,
    )


def _redacted(snapshot: Path) -> Path:
    return snapshot / "redacted"


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise StoreError(f"{path.parent.parent}: the text {path.stem[:12]}… is missing: build again") from error


def _write_records(snapshot: Path, records: Mapping[str, Record]) -> None:
    content = {"format": _FORMAT, "articles": {name: asdict(records[name]) for name in sorted(records)}}
    (snapshot / "articles.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _read_records(snapshot: Path) -> dict[str, Record]:
    path = snapshot / "articles.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != _FORMAT:
            raise StoreError(f"{path}: written by another version of onrecord: build into a new folder")
        return {name: _record(fields) for name, fields in content["articles"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: damaged ({error}): delete the store and build it again") from error


def _read_decided(snapshot: Path) -> str:
    """What was decided; '' where nothing is known of it, and all is decided anew."""
    path = snapshot / "decided.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _record(fields: dict[str, Any]) -> Record:
    rejections = tuple(Rejection(**rejection) for rejection in fields.pop("rejections"))
    amended = fields.pop("amended", None)
    if amended is not None:
        amended = Amended(**{**amended, "tied": tuple((node, by) for node, by in amended["tied"])})
    return Record(**fields, rejections=rejections, amended=amended)


def _replace_file(path: Path, content: str) -> None:
    """Write a file so that readers see the old content or the new, never half of it."""
    fresh = path.with_suffix(path.suffix + ".new")
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(path)
