"""A store as whoever builds changes it."""

import datetime as dt
import io
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.graph.canonical import graph_hash, packed_lines
from onrecord.graph.node_digests import node_digests
from onrecord.store import history, snapshots
from onrecord.store.catalogue import Catalogue
from onrecord.store.changes import Changes
from onrecord.store.faults import told, why
from onrecord.store.journal import Journal
from onrecord.store.outbox import Outbox
from onrecord.store.queries import select
from onrecord.store.snapshots import Record
from onrecord.store.standing import Standings
from onrecord.store.view import ViewWriter, naming_children, withheld
from onrecord.values.ntriples import Ntriples, unpack

_MANY = 8  # articles; loading so many in bulk, or a long one, makes up for the files that it begins
_MOST = 1_000_000  # bytes of packed graphs that are loaded at once: memory grows with them
_LARGE = 8_000_000  # characters; loading so many in bulk takes far less memory than a transaction

_logger = logging.getLogger(__name__)


class Writer:
    """The store being changed. One process at a time holds it; what it does not commit is undone."""

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime] = history.utc_now) -> None:
        """Open the store in `folder`, or make one there; `clock` tells when a commit is made.

        Raises:
            StoreError: `folder` is a file or another kind of folder, cannot be written, or is held by another process.
        """
        self.folder, self._clock = folder, clock
        if folder.exists() and not folder.is_dir():
            raise StoreError(f"{folder} is a file: name a folder for the store")
        if folder.is_dir() and any(folder.iterdir()):
            snapshots.must_be_store(folder)
        self._unfinished = folder / "unfinished"
        self.changed = set[str]()  # the IRIs of articles that came, went, or say something else than before
        try:
            (folder / "texts").mkdir(parents=True, exist_ok=True)
            broken_off = self._unfinished.exists()
            self._unfinished.touch()
            self.database = _opened(folder / "graph", broken_off)
        except (OSError, RuntimeError) as error:
            held = "lock" in str(error).lower()
            what = "another process holds it open: wait for it, or name another folder" if held else why(error)
            raise StoreError(f"{folder}: the store cannot be opened: {what}") from error
        with told(folder):
            self.catalogue, self.journal = Catalogue(folder), Journal(folder)
            self.outbox = Outbox(self.catalogue.database)
            if broken_off:
                self._restore()
            self._changes = Changes(recorded=self.catalogue.snapshot > 0)

    def _restore(self) -> None:
        """Make the database what the newest snapshot is; empty where there is none yet."""
        del self.database
        shutil.rmtree(self.folder / "graph")
        if number := self.catalogue.snapshot:
            snapshots.replace_file(self.folder / "current", f"{number}\n")  # it may have broken off just before that
            snapshot = ox.Store.read_only(str(snapshots.snapshot(self.folder, str(number)) / "graph"))
            snapshot.backup(str(self.folder / "graph"))
            del snapshot
        self.database = ox.Store(str(self.folder / "graph"))

    def put(self, article: str, text: str, ntriples: str, record: Record) -> None:
        """Store one article under its IRI, in place of what was there."""
        self.put_all([(article, text, Ntriples.of(ntriples), record)])

    def put_all(self, given: Sequence[tuple[str, str, Ntriples, Record]]) -> None:
        """Store articles, each given as its IRI, text, graph and record, in place of what was there."""
        for article, text, graph, record in given:
            snapshots.text_path(self.folder, record.sha256).write_bytes(text.encode("utf-8"))
            self._remove_graph(ox.NamedNode(article))
            self._record(article, _with_hashes(article, graph, record))
            self.changed.add(article)
        if len(given) < _MANY and all(len(graph) <= 1 for _, _, graph, _ in given):  # else past the database's log
            for article, _, graph, _ in given:
                for stretch in graph:
                    self.database.load(stretch, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(article))
        else:
            for some in _portions((name, stretch) for name, _, graph, _ in given for stretch in graph.packed):
                quads = (unpack(stretch).replace(" .\n", f" <{name}> .\n") for name, stretch in some)
                self.database.bulk_load(io.BufferedReader(_Stream(quads)), format=ox.RdfFormat.N_QUADS)

    def text(self, sha256: str) -> str:
        """The text with this SHA-256, unchanged.

        Raises:
            StoreError: the store has no such text.
        """
        return snapshots.read_text(snapshots.text_path(self.folder, sha256))

    def drop(self, article: str) -> None:
        """Take one article out, with all that it said."""
        self._remove_graph(ox.NamedNode(article))
        self.catalogue.drop(article)
        self._changes.articles.add(article)
        self.changed.add(article)

    def moved(self, article: str, origin: str) -> None:
        """Note that an article, unchanged, now comes from another file."""
        if (record := self.catalogue.get(article)) is not None:
            self._record(article, replace(record, origin=origin))

    def amend(self, article: str, record: Record) -> None:
        """Note how users' decisions changed an article that is in the store, and what it says now."""
        told = self.database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b""
        self._record(article, _with_hashes(article, Ntriples.of(told.decode()), record))
        self.changed.add(article)

    def _record(self, article: str, record: Record) -> None:
        self.catalogue.put(article, record)
        self._changes.articles.add(article)

    def articles(self) -> set[str]:
        """The IRIs of all articles, those that came by an update among them."""
        told = (row["article"].value for row in select(self.database, "articles"))
        return {*self.catalogue.articles(), *told}

    def graphs(self) -> Iterator[str]:
        """The IRIs of all named graphs."""
        return (graph.value for graph in self.database.named_graphs() if isinstance(graph, ox.NamedNode))

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""
        return (quad.triple for quad in self.database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def forget(self) -> None:
        """Forget what was decided across articles; all of them count as changed."""
        self.catalogue.forget()
        self._remove_graph(ox.NamedNode(iri.SHARED_GRAPH))
        self.changed |= self.articles()

    def anything_changed(self) -> None:
        """Note that the database was changed in other ways than by this class."""
        self.catalogue.forget()
        self._changes.lose()

    def replace_graph(self, graph: str, ntriples: str) -> None:
        """Make a named graph hold just these triples."""
        self._remove_graph(ox.NamedNode(graph))
        self.add_to_graph(graph, ntriples)

    def _remove_graph(self, name: ox.NamedNode) -> None:
        self._changes.graph(self.database, name)
        self.database.remove_graph(name)

    def add_to_graph(self, graph: str, ntriples: str) -> None:
        """Add triples to a named graph."""
        name = ox.NamedNode(graph)
        triples = [*ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)] if self._changes.records(name) else []
        self._changes.triples(name, triples)
        load = self.database.bulk_load if len(ntriples) > _LARGE else self.database.load  # takes far more memory
        load(ntriples, format=ox.RdfFormat.N_TRIPLES, to_graph=name)

    def exchange(self, graph: str, withdrawn: str, added: str) -> None:
        """Take triples out of a named graph, and put others in."""
        name = ox.NamedNode(graph)
        triples = [*ox.parse(withdrawn, format=ox.RdfFormat.N_TRIPLES)]
        self._changes.triples(name, triples)
        for triple in triples:
            self.database.remove(ox.Quad(triple.subject, triple.predicate, triple.object, name))
        self.add_to_graph(graph, added)

    def commit(self) -> None:
        """Let readers see the new state, and what is known of its articles, in one step."""
        before, at = self.catalogue.snapshot, self._clock()
        place, number = self.folder / "snapshots", str(before + 1)
        last = ox.Store.read_only(str(place / str(before) / "graph")) if before else None
        self._tell_history(last, at, naming_children(place / str(before)))
        newest = place / number
        shutil.rmtree(newest, ignore_errors=True)  # of a commit that broke off
        newest.mkdir(parents=True)
        self.database.flush()
        self.database.backup(str(newest / "graph"))
        ViewWriter(self.database, self.catalogue.get, self.text).write(place / str(before), newest, self._changes)
        self.outbox.note(self._changes, self.graphs())
        history.withhold(self.catalogue.database, withheld(newest))
        deltas = history.deltas(self._changes, last, self.database) if last else ()
        history.note(self.catalogue.database, before + 1, at, deltas)
        self.catalogue.commit()
        snapshots.replace_file(self.folder / "current", f"{number}\n")
        _logger.debug("%s: snapshot %s is what is read from now on", self.folder, number)
        self.journal.clear()
        self._unfinished.unlink(missing_ok=True)
        self.changed.clear()
        self._changes = Changes(recorded=True)
        for path in place.iterdir():  # the current one stays, and the one that readers may still have open
            if path.name not in (number, str(before)):
                shutil.rmtree(path, ignore_errors=True)

    def _tell_history(self, last: ox.Store | None, at: dt.datetime, of_children: Set[str]) -> None:
        """Say in the graphs of the history what becomes of what is on record, and of what was before."""
        second = history.written(at, "seconds")  # stores write fractions of one each in its own way
        standings = Standings((last, self.database), second, self._former, of_children)
        graphs = (str(graph).strip("<>") for graph in self._changes.places(last, self.database))
        standings.tell(sorted(filter(iri.is_article, graphs)))
        for graph, change in ((iri.HISTORY_GRAPH, standings.history), (iri.FORMER_GRAPH, standings.former)):
            if change.withdrawn or change.added:
                self.exchange(graph, change.withdrawn, change.added)

    def _former(self, article: str) -> list[str]:
        """The articles that a file gave before in place of one, the last one first."""
        record = self.catalogue.get(article)
        return self.catalogue.former(record) if record else []

    def close(self) -> None:
        """Let go of the store."""
        self.journal.close()
        self.catalogue.close()
        del self.database


def _portions(packed: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Packed stretches, each with its article, as many at a time as are loaded at once."""
    held: list[tuple[str, bytes]] = []
    for one in packed:
        held.append(one)
        if sum(len(stretch) for _, stretch in held) >= _MOST:
            yield held
            held = []
    yield held


class _Stream(io.RawIOBase):
    """Stretches of text as a file of bytes, of which one is held at a time."""

    def __init__(self, stretches: Iterator[str]) -> None:
        self._stretches, self._rest = stretches, io.BytesIO()

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer as far as one stretch goes; 0 at the end of the last one."""
        while not (count := self._rest.readinto(buffer)) and (stretch := next(self._stretches, None)) is not None:
            self._rest = io.BytesIO(stretch.encode())
        return count


def _with_hashes(article: str, graph: Ntriples, record: Record) -> Record:
    """The record with the hashes of what the article's graph says."""
    hashed = graph_hash(article, packed_lines(article, graph))
    nodes = sorted(digest for stretch in graph for digest in node_digests(stretch.encode()).values())
    return replace(record, graph=hashed.sha256, nodes="".join(nodes))


def _opened(graph: Path, broken_off: bool) -> ox.Store:
    """The database; an empty one in place of one whose making was broken off, since it is restored anyway."""
    try:
        return ox.Store(str(graph))
    except RuntimeError:
        if not broken_off:
            raise
        shutil.rmtree(graph)
        return ox.Store(str(graph))
