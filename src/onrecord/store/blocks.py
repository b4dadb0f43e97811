"""Blocking on disk: what articles say that is compared, by the keys under which it may meet what others say.

Records that share a key, or that others join which do, make a part. Each part is decided by itself, and the triples
that say what was decided of it are kept: when articles come and go, only the parts that they touch are decided again.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

TABLES = """
CREATE TABLE IF NOT EXISTS compared (
    family TEXT NOT NULL, id TEXT NOT NULL, article TEXT NOT NULL, part INTEGER, value TEXT NOT NULL,
    PRIMARY KEY (family, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS compared_article ON compared (article, family);
CREATE INDEX IF NOT EXISTS compared_part ON compared (family, part);
CREATE TABLE IF NOT EXISTS meeting (
    family TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (family, key, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS meeting_id ON meeting (family, id);
CREATE TABLE IF NOT EXISTS part (number INTEGER PRIMARY KEY, family TEXT NOT NULL, told TEXT NOT NULL);
"""
_MANY = 500  # values in one statement
# Queries name their index, or order by `+id`, where SQLite would read a whole family: that grows with the corpus.


@dataclass(frozen=True, slots=True)
class Row:
    """Something that an article says, as it is compared."""

    id: str
    article: str
    value: str
    keys: frozenset[str] = frozenset()


class Blocks:
    """The blocks of one family: of records that are compared with each other."""

    def __init__(self, database: sqlite3.Connection, family: str) -> None:
        """The blocks of this family in the database of a catalogue."""
        self._database, self._family = database, family

    def touch(self, articles: Iterable[str], fresh: Iterable[Row]) -> list[str]:
        """Take out what these articles said, and put in what they say now; what that touches is to be decided again.

        Gives what was told of the parts that it takes apart, in N-Triples.
        """
        gone, come = self._changes(articles, fresh)
        parts = self._parts_of([row.id for row in gone])
        self._remove(gone)
        parts |= self._parts_beside({key for row in come for key in row.keys})
        self._insert(come)
        return [*self._take_apart(parts)]

    def parts(self) -> Iterator[tuple[Row, ...]]:
        """The parts that are to be decided, in order; the rows without their keys, read when a part's turn comes."""
        keys = self._database.execute(
            "SELECT c.id, m.key FROM compared c LEFT JOIN meeting m ON m.family = c.family AND m.id = c.id"
            " WHERE c.family = ? AND c.part IS NULL ORDER BY +c.id, m.key",
            (self._family,),
        )
        for ids in _connected(keys):
            yield tuple(row for some in portions(ids) for row in self._those(some))

    def _those(self, ids: Sequence[str]) -> list[Row]:
        marks = ",".join("?" * len(ids))
        found = f"SELECT id, article, value FROM compared WHERE family = ? AND id IN ({marks}) ORDER BY id"
        return [Row(*row) for row in self._database.execute(found, (self._family, *ids))]

    def put(self, articles: Iterable[str], fresh: Iterable[Row]) -> None:
        """Take out what these articles said, and put in what they say now; of a family that is not decided in parts."""
        gone, come = self._changes(articles, fresh)
        self._remove(gone)
        self._insert(come)

    def _changes(self, articles: Iterable[str], fresh: Iterable[Row]) -> tuple[list[Row], list[Row]]:
        """The rows that go, and those that come, of a row that changed both."""
        said = {row.id: row for article in articles for row in self.of_article(article)}
        now = {row.id: row for row in fresh}
        gone = [row for row in said.values() if now.get(row.id) != row]
        return gone, [row for row in now.values() if said.get(row.id) != row]

    def values(self, ids: Sequence[str]) -> dict[str, str]:
        """What rows say, by what they are called, in that order."""
        return {row.id: row.value for some in portions(sorted(ids)) for row in self._those(some)}

    def of_article(self, article: str) -> list[Row]:
        """What one article says."""
        found = self._database.execute(
            "SELECT id, article, value FROM compared INDEXED BY compared_article"
            " WHERE article = ? AND family = ? ORDER BY id",
            (article, self._family),
        ).fetchall()
        keys: dict[str, set[str]] = defaultdict(set)
        for some in portions([row[0] for row in found]):
            marks = ",".join("?" * len(some))
            for id_, key in self._database.execute(
                f"SELECT id, key FROM meeting WHERE family = ? AND id IN ({marks})", (self._family, *some)
            ):
                keys[id_].add(key)
        return [Row(id_, of, value, frozenset(keys[id_])) for id_, of, value in found]

    def told_under(self, key: str) -> list[str]:
        """What those that meet under a key say, each once, in order."""
        found = self._database.execute(
            "SELECT DISTINCT c.value FROM meeting m JOIN compared c ON c.family = m.family AND c.id = m.id"
            " WHERE m.family = ? AND m.key = ?",
            (self._family, key),
        )
        return sorted(value for (value,) in found)

    def under(self, key: str) -> list[Row]:
        """What meets under a key; the rows without their keys."""
        found = self._database.execute(
            "SELECT c.id, c.article, c.value FROM meeting m JOIN compared c ON c.family = m.family AND c.id = m.id"
            " WHERE m.family = ? AND m.key = ? ORDER BY m.id",
            (self._family, key),
        )
        return [Row(*row) for row in found]

    def count(self, key: str) -> int:
        """How many rows meet under a key."""
        query = "SELECT COUNT(*) FROM meeting WHERE family = ? AND key = ?"
        return int(self._database.execute(query, (self._family, key)).fetchone()[0])

    def decide(self, part: Iterable[Row], told: str) -> None:
        """Keep what was decided of a part."""
        insert = "INSERT INTO part (family, told) VALUES (?, ?)"
        number = self._database.execute(insert, (self._family, told)).lastrowid
        ids = [(number, self._family, row.id) for row in part]
        self._database.executemany("UPDATE compared SET part = ? WHERE family = ? AND id = ?", ids)

    def clear(self) -> None:
        """Forget everything."""
        for table in ("compared", "meeting", "part"):
            self._database.execute(f"DELETE FROM {table} WHERE family = ?", (self._family,))

    def _parts_of(self, ids: Sequence[str]) -> set[int]:
        return self._numbers("SELECT part FROM compared WHERE family = ? AND id IN ({})", ids)

    def _parts_beside(self, keys: Iterable[str]) -> set[int]:
        """The parts of those that meet others under the keys: one of each key shows the part of all."""
        any_part = "SELECT 1 FROM compared WHERE family = ? AND part IS NOT NULL LIMIT 1"
        if self._database.execute(any_part, (self._family,)).fetchone() is None:
            return set()
        one = (
            "SELECT (SELECT part FROM compared c JOIN meeting m ON c.family = m.family AND c.id = m.id"
            " WHERE m.family = ? AND m.key = ? AND part IS NOT NULL LIMIT 1)"
        )
        found = (self._database.execute(one, (self._family, key)).fetchone()[0] for key in sorted(keys))
        return {number for number in found if number is not None}

    def _numbers(self, query: str, values: Sequence[str]) -> set[int]:
        found = set()
        for some in portions(values):
            rows = self._database.execute(query.format(",".join("?" * len(some))), (self._family, *some))
            found |= {number for (number,) in rows if number is not None}
        return found

    def _remove(self, rows: Iterable[Row]) -> None:
        pairs = [(self._family, row.id) for row in rows]
        for table in ("compared", "meeting"):
            self._database.executemany(f"DELETE FROM {table} WHERE family = ? AND id = ?", pairs)

    def _insert(self, rows: Iterable[Row]) -> None:
        fresh = list(rows)
        values = [(self._family, row.id, row.article, row.value) for row in fresh]
        self._database.executemany("INSERT INTO compared VALUES (?, ?, ?, NULL, ?)", values)
        keys = [(self._family, key, row.id) for row in fresh for key in sorted(row.keys)]
        self._database.executemany("INSERT INTO meeting VALUES (?, ?, ?)", keys)

    def _take_apart(self, parts: Iterable[int]) -> Iterable[str]:
        for number in sorted(parts):
            (told,) = self._database.execute("SELECT told FROM part WHERE number = ?", (number,)).fetchone()
            self._database.execute("DELETE FROM part WHERE number = ?", (number,))
            self._database.execute(
                "UPDATE compared SET part = NULL WHERE family = ? AND part = ?", (self._family, number)
            )
            yield told


def lines(told: str) -> set[str]:
    """The lines of N-Triples: only a line feed ends one."""
    return {f"{line}\n" for line in told.split("\n") if line}


def portions(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values, as many at a time as go together."""
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))


def _connected(keys: Iterable[tuple[str, str | None]]) -> list[list[str]]:
    """The ids in parts, by pairs of an id and a key: ids of different parts share no key, not through others either.

    In the order of the pairs.
    """
    parent: dict[str, str] = {}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    first: dict[str, str] = {}
    for id_, key in keys:
        parent.setdefault(id_, id_)
        if key is not None:
            one, other = root(first.setdefault(key, id_)), root(id_)
            parent[max(one, other)] = min(one, other)
    parts: dict[str, list[str]] = defaultdict(list)
    for id_ in parent:
        parts[root(id_)].append(id_)
    return list(parts.values())
