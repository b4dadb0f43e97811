"""The history of a store: when each commit was made, and what undoes it (reverse deltas).

A commit writes down, of each named graph that it touched, the triples that went and those that came; of a graph that is
new, its name. It does so in the transaction that makes its snapshot the newest.
"""

import datetime as dt
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store.changes import Changes, Graph, Node, ntriples
from onrecord.store.faults import told

TABLES = """
CREATE TABLE IF NOT EXISTS build (number INTEGER PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS delta (
    build INTEGER NOT NULL, graph TEXT NOT NULL, is_new INTEGER NOT NULL, withdrawn BLOB, added BLOB
);
CREATE INDEX IF NOT EXISTS delta_build ON delta (build);
CREATE TABLE IF NOT EXISTS withheld (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_PIECE = 50_000  # triples of one row
_DEFAULT = ""  # in place of the name of a graph


@dataclass(frozen=True, slots=True)
class Before:
    """The moment before a commit, which is known by its time, as ISO 8601 writes it."""

    moment: str


When = dt.date | Before  # a day stands for its end, in UTC


def utc_now() -> dt.datetime:
    """The time by this machine's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def written(at: dt.datetime, to_the: str = "milliseconds") -> str:
    """A time as ISO 8601 writes it, in UTC, to the millisecond, or to the second (`seconds`)."""
    return at.astimezone(dt.UTC).isoformat(timespec=to_the).replace("+00:00", "Z")


def note(database: sqlite3.Connection, number: int, at: dt.datetime, deltas: Iterable["Delta"]) -> None:
    """Write down in the database of a catalogue when a commit was made, and what undoes it."""
    database.execute("INSERT OR REPLACE INTO build VALUES (?, ?)", (number, written(at)))
    rows = ((number, one.graph, one.is_new, _packed(one.withdrawn), _packed(one.added)) for one in deltas)
    database.executemany("INSERT INTO delta VALUES (?, ?, ?, ?, ?)", rows)


@dataclass(frozen=True, slots=True)
class Delta:
    """What a commit changed in one graph, or a piece of it, in N-Triples."""

    graph: str  # its IRI; '' of the default graph
    is_new: bool  # it was not there before, and what it holds is not told
    withdrawn: bytes = b""
    added: bytes = b""


def deltas(changes: Changes, old: ox.Store, new: ox.Store) -> Iterator[Delta]:
    """What tells the new state of a database from the old one, of which is known what may have changed."""
    nodes = defaultdict[Graph, list[Node | None]](list)
    for graph, node in changes.units:
        nodes[graph].append(node)
    for graph in sorted(changes.places(old, new), key=str):
        if isinstance(graph, ox.NamedNode) and not old.contains_named_graph(graph):
            if new.contains_named_graph(graph):
                yield Delta(graph.value, is_new=True)
            continue
        name = graph.value if isinstance(graph, ox.NamedNode) else _DEFAULT
        whole = changes.unknown or graph in changes.graphs
        if whole and iri.is_article(name):  # small
            before, now = (set(ntriples(database, graph).splitlines(keepends=True)) for database in (old, new))
            yield Delta(name, False, b"".join(before - now), b"".join(now - before))
            continue
        about = [None] if whole else nodes[graph]
        withdrawn, added = _only_in(old, new, graph, about), _only_in(new, old, graph, about)
        while (one := Delta(name, False, _piece(withdrawn), _piece(added))).withdrawn or one.added:
            yield one


def _only_in(one: ox.Store, other: ox.Store, graph: Graph, nodes: Iterable[Node | None]) -> Iterator[ox.Triple]:
    """The triples of a graph, of some nodes or of all, that the other database does not have in it."""
    for node in nodes:
        for quad in one.quads_for_pattern(node, None, None, graph):
            if quad not in other:
                yield quad.triple


def _piece(triples: Iterator[ox.Triple]) -> bytes:
    return ox.serialize(islice(triples, _PIECE), format=ox.RdfFormat.N_TRIPLES) or b""


def _packed(content: bytes) -> bytes | None:
    return zlib.compress(content) if content else None


def _unpacked(packed: bytes | None) -> bytes:
    return zlib.decompress(packed) if packed else b""


def first_day(folder: Path) -> str:
    """The ISO day of the first commit that is known of; '' where there is none."""
    with _catalogue(folder) as database:
        return _first(database)[1]


def withhold(database: sqlite3.Connection, names: Iterable[str]) -> None:
    """Note names of children that a commit's view withholds: views of earlier records are to withhold them, too."""
    database.executemany("INSERT OR IGNORE INTO withheld VALUES (?)", ((name,) for name in names))


def withheld(folder: Path) -> list[str]:
    """The names of children that were withheld at any time, in order."""
    with _catalogue(folder) as database, told(folder):
        return [str(name) for (name,) in database.execute("SELECT name FROM withheld ORDER BY name")]


def number_on(folder: Path, when: When) -> int:
    """The number of the commit that left the record as it stood then; 0 before the first one.

    Raises:
        StoreError: it is not known, since the store kept no history then.
    """
    with _catalogue(folder) as database, told(folder):
        return _number(folder, database, when)


def undoing(folder: Path, newest: int, number: int) -> Iterator[Delta]:
    """What is to be undone, one after the other, to come from a snapshot to an earlier one."""
    with _catalogue(folder) as database, told(folder):
        for build in range(newest, number, -1):
            rows = database.execute("SELECT graph, is_new, withdrawn, added FROM delta WHERE build = ?", (build,))
            for graph, is_new, withdrawn, added in rows:
                yield Delta(graph, bool(is_new), _unpacked(withdrawn), _unpacked(added))


def _number(folder: Path, database: sqlite3.Connection, when: When) -> int:
    number, first = _first(database)
    if isinstance(when, Before):
        at = written(dt.datetime.fromisoformat(when.moment))
        made = number and database.execute("SELECT MIN(number) FROM build WHERE at = ?", (at,)).fetchone()[0]
        if made:
            return int(made) - 1
        raise StoreError(f"{folder}: no build of {when.moment} is known")
    if not number or (number > 1 and when.isoformat() < first):
        since = f"begins on {first}" if number else "begins with its next build"
        raise StoreError(f"{folder}: what was on record on {when} is not known: the history of this store {since}")
    asked = "SELECT MAX(number) FROM build WHERE SUBSTR(at, 1, 10) <= ?"
    return int(database.execute(asked, (when.isoformat(),)).fetchone()[0] or 0)


def _first(database: sqlite3.Connection) -> tuple[int, str]:
    """The number of the first commit that is known of, and its ISO day; 0 and '' where there is none."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'build'").fetchone():  # an older onrecord's
        return 0, ""
    number, at = database.execute("SELECT number, at FROM build ORDER BY number LIMIT 1").fetchone() or (0, "")
    return int(number), str(at)[:10]


def _catalogue(folder: Path) -> "closing[sqlite3.Connection]":
    """The database of the catalogue, to be read.

    Raises:
        StoreError: it cannot be.
    """
    with told(folder):
        at = (folder / "catalogue.sqlite").absolute().as_uri()
        return closing(sqlite3.connect(f"{at}?mode=ro", uri=True))
