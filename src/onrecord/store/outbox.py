"""The outbox of a store that is also kept elsewhere: what is to be sent there yet (a transactional outbox).

What a commit changes is written down in the transaction that makes it the newest snapshot, and crossed out once the
other store has it: whatever breaks off, nothing is forgotten, and what is sent twice changes nothing the second time.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from onrecord.store.changes import Changes

TABLES = """
CREATE TABLE IF NOT EXISTS elsewhere (
    one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL, build INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS outbox (
    graph TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (graph, subject)
) WITHOUT ROWID;
"""
_WHOLE = ""  # in place of a subject


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be sent of one graph: all of it, or what it says of some subjects."""

    graph: ox.NamedNode
    subjects: tuple[ox.NamedNode, ...] = ()  # none: all of it


class Outbox:
    """What is to be sent, in the database of a catalogue."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """The outbox in this database."""
        self._database = database

    @property
    def state(self) -> str:
        """Stands for the state that the other store is to hold; empty where there is no other store."""
        row = self._database.execute("SELECT state FROM elsewhere").fetchone()
        return str(row[0]) if row else ""

    @property
    def sent_build(self) -> int:
        """The number of the newest snapshot that the other store holds whole; 0 where there is none."""
        row = self._database.execute("SELECT build FROM elsewhere").fetchone()
        return int(row[0]) if row else 0

    @sent_build.setter
    def sent_build(self, number: int) -> None:
        self._database.execute("UPDATE elsewhere SET build = ?", (number,))

    def begin(self, state: str, graphs: Iterable[str]) -> None:
        """Have everything sent, and from now on what changes; `state` stands for it."""
        self._database.execute("DELETE FROM outbox")
        self._database.execute("INSERT OR REPLACE INTO elsewhere VALUES (1, ?, 0)", (state,))
        self._note((graph, _WHOLE) for graph in graphs)

    def note(self, changes: Changes, graphs: Iterable[str]) -> None:
        """Have what changed sent, of a store with these graphs."""
        if not self.state:
            return
        if changes.anywhere:
            self._note((graph, _WHOLE) for graph in graphs)
        whole = changes.touched if changes.unknown else changes.graphs
        self._note((graph.value, _WHOLE) for graph in whole if isinstance(graph, ox.NamedNode))
        self._note(
            (graph.value, about.value)
            for graph, about in changes.units
            if isinstance(graph, ox.NamedNode) and isinstance(about, ox.NamedNode)
        )

    def _note(self, rows: Iterable[tuple[str, str]]) -> None:
        self._database.executemany("INSERT OR IGNORE INTO outbox VALUES (?, ?)", rows)

    def parcels(self, most: int) -> Iterator[Parcel]:
        """What is to be sent, of one graph after the other; of at most so many subjects at a time."""
        rows = self._database.execute("SELECT graph, subject FROM outbox ORDER BY graph, subject").fetchall()
        for graph, found in groupby(rows, key=lambda row: str(row[0])):
            subjects = [subject for _, subject in found]
            if subjects[0] == _WHOLE:
                yield Parcel(ox.NamedNode(graph))
                continue
            for start in range(0, len(subjects), most):
                some = subjects[start : start + most]
                yield Parcel(ox.NamedNode(graph), tuple(map(ox.NamedNode, some)))

    def count(self) -> int:
        """How many graphs there are of which something is to be sent."""
        return int(self._database.execute("SELECT COUNT(DISTINCT graph) FROM outbox").fetchone()[0])

    def sent(self, parcel: Parcel) -> None:
        """Cross out what was sent."""
        if not parcel.subjects:
            self._database.execute("DELETE FROM outbox WHERE graph = ?", (parcel.graph.value,))
        rows = [(parcel.graph.value, subject.value) for subject in parcel.subjects]
        self._database.executemany("DELETE FROM outbox WHERE graph = ? AND subject = ?", rows)
