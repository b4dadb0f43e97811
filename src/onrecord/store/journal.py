"""The journal of a build: each article as it was read, kept until the build is done.

What is in the journal survives a process that is killed; the next build takes it from there instead of reading the
article again. It is a database of its own: what is read is kept at once, and what follows from it only at the end.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from onrecord.store.faults import told
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

_LENGTH = 4  # bytes of the length of what stands at the head of what is kept of a reading


@dataclass(frozen=True, slots=True)
class Entry:
    """What was read of one article: its graph as it may go in, and what the gate held back."""

    article: str  # its IRI
    fingerprint: str  # of the article's own data and the configuration that read it
    graph: Ntriples
    rejections: tuple[Rejection, ...] = ()


class Journal:
    """What a build has read so far, and what one that broke off had."""

    def __init__(self, folder: Path) -> None:
        """Open the journal of the store in `folder`, or begin one.

        Raises:
            StoreError: it cannot be written.
        """
        self._folder, self._path = folder, folder / "read.sqlite"
        with told(folder):
            self._database = sqlite3.connect(self._path, isolation_level=None)
            self._database.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS reading"
                " (article TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID"
            )

    def keep(self, readings: Iterable[Entry]) -> None:
        """Write down what was read, so that it survives."""
        rows = [(one.article, one.fingerprint, _packed(one)) for one in readings]
        with told(self._folder):
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", rows)
            self._database.execute("COMMIT")

    def find(self, article: str, fingerprint: str) -> Entry | None:
        """What was read of the article in the way that the fingerprint stands for; None where it was not."""
        where = "article = ? AND fingerprint = ?"
        row = self._database.execute(f"SELECT content FROM reading WHERE {where}", (article, fingerprint)).fetchone()
        if row is None:
            return None
        length, content = int.from_bytes(row[0][:_LENGTH]), row[0][_LENGTH:]
        rejections, *lengths = json.loads(zlib.decompress(content[:length]))
        bounds = pairwise(accumulate(lengths, initial=length))
        graph = Ntriples(tuple(content[start:end] for start, end in bounds))
        return Entry(article, fingerprint, graph, tuple(Rejection(*one) for one in rejections))

    def clear(self) -> None:
        """Forget all that was read: it is in the store."""
        self._database.execute("DELETE FROM reading")

    def close(self) -> None:
        """Let go of the journal, and keep it if there is anything in it."""
        empty = self._database.execute("SELECT 1 FROM reading LIMIT 1").fetchone() is None
        self._database.close()
        for path in self._path.parent.glob(f"{self._path.name}*") if empty else ():
            path.unlink()


def _packed(reading: Entry) -> bytes:
    """The head's length, the head, and the stretches of the graph, whose lengths the head has after the rejections."""
    told = [astuple(rejection) for rejection in reading.rejections], *map(len, reading.graph.packed)
    head = zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8"), 1)
    return b"".join((len(head).to_bytes(_LENGTH), head, *reading.graph.packed))
