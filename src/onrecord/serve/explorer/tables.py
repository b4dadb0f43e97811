"""Tables of one build, filled from the answers to queries: a temporary SQLite database without a name.

It is gone with the process, however that ends.
"""

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.parameters import Days
from onrecord.serve.explorer.queries import query
from onrecord.store import Readable

# What may lie in a span of days; without a day, in the span of all.
DATED = f"""(latest >= :first OR (latest = '' AND :first = '{dt.date.min}'))
    AND ((earliest <> '' AND earliest <= :last) OR (earliest = '' AND :last = '{dt.date.max}'))"""


class Tables:
    """Tables whose cells are texts, empty where a row has nothing."""

    def __init__(self, reader: Readable, read: Sequence[tuple[str, str, Sequence[str]]], arranged: str) -> None:
        """Fill tables.

        Args:
            reader: of the build.
            read: the name of each table, the query of `queries/explorer` that fills it, and its columns.
            arranged: the statements that make indices, or other tables.
        """
        self._database = sqlite3.connect("", check_same_thread=False)
        self._database.row_factory = sqlite3.Row
        self._one_at_a_time = threading.Lock()
        with self._database:
            for table, question, columns in read:
                self._database.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
                places = ", ".join("?" * len(columns))
                self._database.executemany(f"INSERT INTO {table} VALUES ({places})", _rows(reader, question, columns))
            self._database.executescript(arranged)

    def ask(self, statement: str, **given: object) -> list[Row]:
        """The rows of a statement, with values for its parameters."""
        with self._one_at_a_time:
            rows = self._database.execute(statement, given).fetchall()
        return [{name: str(value) for name, value in dict(row).items()} for row in rows]


def given(days: Days) -> dict[str, str]:
    """A span of days as DATED asks for it."""
    return {"first": days.first.isoformat(), "last": days.last.isoformat()}


def _rows(reader: Readable, question: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    answer = reader.query(query(question))
    assert isinstance(answer, ox.QuerySolutions)
    for row in answer:
        yield tuple("" if (value := row[column]) is None else value.value for column in columns)
