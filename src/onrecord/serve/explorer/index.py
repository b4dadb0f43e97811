"""Search in names, articles, figures, quotes, acts and events: an SQLite FTS5 index of one build.

The index is a temporary database without a name: it is gone with the process, however that ends.
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.serve.explorer.expression import Piece, also, expression, pieces
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.wording import kind, label
from onrecord.store import Readable

PAGE = 20  # results
KINDS = ("person", "organization", "court", "place", "article", "figure", "statement", "act", "event")
_HIT, _END = "\x02", "\x03"
_TABLE = """CREATE VIRTUAL TABLE found USING fts5(
    kind UNINDEXED, node UNINDEXED, title, body, beside, also, withdrawn UNINDEXED,
    tokenize="porter unicode61 remove_diacritics 2"
)"""
_FIND = f"""SELECT kind, node, highlight(found, 2, '{_HIT}', '{_END}'), snippet(found, 3, '{_HIT}', '{_END}', '…', 32),
    beside, withdrawn FROM found WHERE found MATCH ? AND (? = '' OR kind = ?)
    ORDER BY kind NOT IN ('person', 'organization', 'court', 'place'), bm25(found, 0, 0, 8.0, 1.0, 2.0, 1.0), node
    LIMIT {PAGE} OFFSET ?"""
_NAMES = """SELECT DISTINCT title FROM found WHERE kind IN ('person', 'organization', 'court', 'place')
    AND LENGTH(title) BETWEEN ? AND ?"""
_MOST_PIECES = 8  # of a search that is tried with one less
_ODD = 3  # letters by which a name may be longer or shorter than what was typed for it
_COUNT = "SELECT kind, COUNT(*) FROM found WHERE found MATCH ? GROUP BY kind"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text that was searched for, or one beside it."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Result:
    """Something that a search found."""

    kind: str
    node: str  # IRI
    title: Sequence[Words]
    body: Sequence[Words]  # the part around the hits
    beside: str
    withdrawn: bool = False  # taken back by its article


class Index:
    """The index of one build."""

    def __init__(self, reader: Readable) -> None:
        """Read all that can be searched for; it takes a while for large stores."""
        self._database = sqlite3.connect("", check_same_thread=False)
        self._one_at_a_time = threading.Lock()
        with self._database:
            self._database.execute(_TABLE)
            self._database.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)", _entries(reader))

    def find(self, asked: str, of: str = "", page: int = 1) -> list[Result]:
        """A page of what holds all words asked for, the last as a beginning; first who and what is called so.

        Any text may be asked for; `of` is one of KINDS, or empty for all.
        """
        rows = self._rows(_FIND, expression(pieces(asked)), of, of, (page - 1) * PAGE)
        return [
            Result(of, node, _words(title), _words(body), beside, withdrawn == "true")
            for of, node, title, body, beside, withdrawn in rows
        ]

    def count(self, asked: str) -> Mapping[str, int]:
        """How much of each kind there is to find."""
        return {of: int(count) for of, count in self._rows(_COUNT, expression(pieces(asked)))}

    def fewer(self, asked: str) -> list[tuple[str, int]]:
        """What a search would find that asks for all but one of the words, with how much; most first."""
        wanted = pieces(asked)
        if not 1 < len(wanted) <= _MOST_PIECES:
            return []
        tries = [[piece for piece in wanted if piece is not left] for left in wanted]
        found = [(" ".join(map(str, each)), self._total(each)) for each in tries]
        return sorted(((words, count) for words, count in found if count), key=lambda one: -one[1])

    def spelt(self, asked: str) -> list[tuple[str, int]]:
        """Names that are written nearly as what is asked for, with how much holds them."""
        names = self._names(len(asked))
        close = get_close_matches(asked.casefold(), names, 3, 0.75)
        return [(names[one], self._total(pieces(f'"{names[one]}"'))) for one in close]

    def _names(self, longest: int) -> Mapping[str, str]:
        """The names of about that many letters, by themselves in lower case."""
        with self._one_at_a_time:
            rows = self._database.execute(_NAMES, (longest - _ODD, longest + _ODD)).fetchall()
        return {name.casefold(): name for (name,) in rows}

    def _total(self, wanted: list[Piece]) -> int:
        return sum(int(count) for _, count in self._rows(_COUNT, expression(wanted)))

    def _rows(self, statement: str, expression: str, *values: object) -> list[tuple[str, ...]]:
        with self._one_at_a_time:
            return self._database.execute(statement, (expression, *values)).fetchall() if expression else []


def _words(text: str) -> list[Words]:
    """The text in runs, those that were searched for told apart."""
    runs, hit = [], False
    for is_border, run in groupby(text or "", lambda c: c in (_HIT, _END)):
        characters = "".join(run)
        if is_border:
            hit = characters.endswith(_HIT)
        else:
            runs.append(Words(characters, hit))
    return runs


def _entries(reader: Readable) -> Iterator[tuple[str, ...]]:
    for name in ("names", "articles", "figures", "quotes", "acts", "events"):
        rows = reader.query(query(f"index-{name}"))
        assert isinstance(rows, ox.QuerySolutions)
        columns = [variable.value for variable in rows.variables]
        for row in rows:
            told = dict.fromkeys(_COLUMNS, "")
            told |= {column: row[column].value for column in columns if row[column] is not None}
            body = _text(reader, told["sha256"]) if told["sha256"] else told["body"]
            of, title = kind(told["kind"]), _called(told)
            hidden = also(f"{title} {body}") if name == "names" else told["number"]
            yield of, told["node"], title, body, told["beside"], hidden, told["withdrawn"]


_COLUMNS = ("kind", "node", "title", "body", "beside", "sha256", "number", "withdrawn", "type", "by", "against")


def _called(told: Mapping[str, str]) -> str:
    """What an entry is called: an act by its type, who made it, and whom it is against."""
    if not told["type"]:
        return told["title"]
    by = f" by {told['by']}" if told["by"] else ""
    concerned = f", against {told['against']}" if told["against"] else ""
    return f"{label(told['type']).capitalize()}{by}{concerned}"


def _text(reader: Readable, sha256: str) -> str:
    try:
        return reader.text(sha256)
    except StoreError:  # the store was given what the article says, but not its text
        return ""
