"""The catalogue of a store: what is known of each article, in an SQLite database beside the graph.

SQLite, since it is a part of Python, finds a row by a key without reading the others, and is whole after any crash.
Each row says from which snapshot on it holds, and until which, so that whoever reads a snapshot finds what belongs to
it, and a commit costs what changed. All that a build changes is one transaction, which ends as its snapshot is made.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store import blocks, history, outbox, snapshots
from onrecord.store.blocks import Blocks
from onrecord.store.faults import damaged, told
from onrecord.store.snapshots import Record, read_record

_FORMAT = "2"
_FOREIGN = "written by another version of onrecord: build into a new folder"
_TABLES = """
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
    iri TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
    origin TEXT NOT NULL, sha256 TEXT NOT NULL, amended INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (iri, since)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS article_origin ON article (origin) WHERE until IS NULL;
CREATE INDEX IF NOT EXISTS article_amended ON article (amended) WHERE until IS NULL AND amended;
CREATE INDEX IF NOT EXISTS article_since ON article (since);
CREATE INDEX IF NOT EXISTS article_until ON article (until) WHERE until IS NOT NULL;
CREATE INDEX IF NOT EXISTS article_former ON article (origin, json_extract(record, '$.source'))
    WHERE until IS NOT NULL;
"""


class Catalogue:
    """What is known of each article, as whoever builds changes it."""

    def __init__(self, folder: Path) -> None:
        """Open the catalogue of the store in `folder`, or make one.

        Raises:
            StoreError: it is damaged, or another version's.
        """
        self._folder = folder
        with told(folder):
            if not _place(folder).exists() and snapshots.current(folder):
                raise StoreError(f"{folder}: {_FOREIGN}")
            self.database = sqlite3.connect(_place(folder), isolation_level=None)
            self.database.executescript(
                f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {_TABLES} {blocks.TABLES} {outbox.TABLES}"
                + history.TABLES
            )
            self.snapshot = int(self.note("snapshot", "0"))
            if self.note("format", "" if snapshots.current(folder) else _FORMAT) != _FORMAT:
                raise StoreError(f"{folder}: {_FOREIGN}")
            self._begin()

    def _begin(self) -> None:
        self.database.execute("BEGIN IMMEDIATE")

    def note(self, name: str, default: str = "") -> str:
        """What is noted of the store as a whole."""
        row = self.database.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def write_note(self, name: str, value: str) -> None:
        """Note something of the store as a whole."""
        self.database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def get(self, iri: str) -> Record | None:
        """What is known of one article; None where it is not in the store."""
        row = self.database.execute("SELECT record FROM article WHERE iri = ? AND until IS NULL", (iri,)).fetchone()
        return _record(self._folder, row[0]) if row else None

    def blocks(self, family: str) -> Blocks:
        """What articles say that is compared, of one family."""
        return Blocks(self.database, family)

    def forget(self) -> None:
        """Forget what articles say that is compared, and what was decided of it."""
        for table in ("compared", "meeting", "part", "note"):
            self.database.execute(f"DELETE FROM {table}")

    def put(self, iri: str, record: Record) -> None:
        """Say what is known of one article from now on."""
        self.drop(iri)
        content = json.dumps(asdict(record), ensure_ascii=False)
        told = (iri, self.snapshot + 1, record.origin, record.sha256, record.amended is not None, content)
        self.database.execute("INSERT INTO article VALUES (?, ?, NULL, ?, ?, ?, ?)", told)

    def drop(self, iri: str) -> None:
        """Take an article out."""
        under_way = self.snapshot + 1
        self.database.execute("DELETE FROM article WHERE iri = ? AND since = ?", (iri, under_way))
        self.database.execute("UPDATE article SET until = ? WHERE iri = ? AND until IS NULL", (under_way, iri))

    def articles(self) -> list[str]:
        """The IRIs of all articles, in order."""
        return self._iris("until IS NULL")

    def is_empty(self) -> bool:
        """Whether there is no article."""
        return self.database.execute("SELECT 1 FROM article WHERE until IS NULL LIMIT 1").fetchone() is None

    def amended(self) -> list[str]:
        """The IRIs of the articles that users' decisions changed, in order."""
        return self._iris("until IS NULL AND amended")

    def given(self, path: Path) -> list[str]:
        """The IRIs of the articles that came from a file, or from files below a folder, in order."""
        below = str(path).rstrip("/") + "/"
        after = below[:-1] + chr(ord("/") + 1)
        return self._iris(
            "until IS NULL AND origin = ? UNION SELECT iri FROM article"
            " WHERE until IS NULL AND origin >= ? AND origin < ?",
            str(path),
            below,
            after,
        )

    def former(self, record: Record) -> list[str]:
        """The IRIs of the articles that a file gave before under the name that it gives one now, the last one first.

        Those that are on record are not among them.
        """
        return [
            iri
            for (iri,) in self.database.execute(
                "SELECT iri FROM article AS one WHERE origin = ? AND json_extract(record, '$.source') = ?"
                " AND until IS NOT NULL AND NOT EXISTS"
                " (SELECT 1 FROM article WHERE iri = one.iri AND until IS NULL) ORDER BY until DESC, iri",
                (record.origin, record.source),
            )
        ]

    def _iris(self, condition: str, *values: str) -> list[str]:
        return sorted(iri for (iri,) in self.database.execute(f"SELECT iri FROM article WHERE {condition}", values))

    def changed(self) -> bool:
        """Whether any article came, changed or went since the newest snapshot."""
        under_way = self.snapshot + 1
        fresh = self.database.execute("SELECT 1 FROM article WHERE since = ? LIMIT 1", (under_way,)).fetchone()
        gone = self.database.execute("SELECT 1 FROM article WHERE until = ? LIMIT 1", (under_way,)).fetchone()
        return (fresh or gone) is not None

    def commit(self) -> None:
        """Make what was changed belong to the next snapshot. What held in older ones stays, for their sake."""
        self.snapshot += 1
        self.write_note("format", _FORMAT)
        self.write_note("snapshot", str(self.snapshot))
        self.keep()

    def keep(self) -> None:
        """Keep what was written so far."""
        self.database.execute("COMMIT")
        self._begin()

    def close(self) -> None:
        """Let go of the catalogue; what was not committed is undone."""
        self.database.close()


def records(folder: Path, snapshot: int) -> dict[str, Record]:
    """What is known of each article of a snapshot, by its IRI, in order.

    Raises:
        StoreError: the catalogue is damaged, or gone.
    """
    with told(folder), closing(sqlite3.connect(f"{_place(folder).absolute().as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "SELECT iri, record FROM article WHERE since <= ?1 AND (until IS NULL OR until > ?1) ORDER BY iri",
            (snapshot,),
        )
        return {iri: _record(folder, content) for iri, content in rows}


def _record(folder: Path, content: str) -> Record:
    try:
        return read_record(json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(folder, error) from error


def _place(folder: Path) -> Path:
    return folder / "catalogue.sqlite"
