"""Answers in batches, so that the first rows come at once and memory does not grow with the store.

A store gives no row before it has found and sorted them all. But most named queries list their rows article by article:
such a query is put to a few articles at a time, in order, and the rows of all batches, one after the other, are those
of the whole query. Its comment `# batches: PATTERN` says what an article's graph holds where it has rows at all. One
that goes by what is counted says `# batches: ?population`, and has `#VALUES ?population` where a batch's values stand.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

import pyoxigraph as ox

from onrecord.answers.ask import ask
from onrecord.errors import QueryError
from onrecord.store import Readable, queries

_BATCHES = re.compile(r"^# batches: (.+)\n", re.MULTILINE)
_PREFIXES = re.compile(r"^PREFIX .*\n", re.MULTILINE)
_POPULATIONS = 64


def ask_in_batches(reader: Readable, query: str) -> Iterator[ox.QuerySolutions]:
    """The answer to the text of a named query, in order; in one piece where it names no batches.

    Raises:
        QueryError: it cannot be answered.
    """
    batches = _BATCHES.search(query)
    if batches is None:
        return iter((_solutions(ask(reader, query)),))
    if batches[1].startswith("?population"):
        return _by_population(reader, query)
    return _by_article(reader, query, batches[1])


def _by_article(reader: Readable, query: str, pattern: str) -> Iterator[ox.QuerySolutions]:
    prefixes = "".join(_PREFIXES.findall(query))
    told = _solutions(ask(reader, prefixes + queries.query("batches-of-articles").replace("#PATTERN", pattern)))
    shared = reader.shared_graphs()
    for batch in _together(told, reader.articles_at_once):
        yield _solutions(ask(reader, query, [row["key"] for row in batch] + shared))


def _by_population(reader: Readable, query: str) -> Iterator[ox.QuerySolutions]:
    for batch in _together(reader.select("batches-of-populations"), _POPULATIONS):
        values = " ".join(str(row["order"]) for row in batch)
        yield _solutions(ask(reader, query.replace("#VALUES ?population", f"VALUES ?population {{ {values} }}")))


def _together(rows: Iterable[ox.QuerySolution], size: int) -> Iterator[list[ox.QuerySolution]]:
    """The keys in batches of at least `size`, those that sort alike together; one empty batch where there are none."""
    groups = (list(alike) for _, alike in groupby(rows, key=lambda row: row["order"]))
    first = True
    while (batch := [row for group in islice(groups, size) for row in group]) or first:
        first = False
        yield batch


def serialized(answer: Iterable[ox.QuerySolutions], form: ox.QueryResultsFormat) -> Iterator[bytes]:
    """The rows of all batches as one document in CSV, TSV or JSON, piece by piece."""
    pieces = (batch.serialize(format=form) or b"" for batch in answer)
    if form == ox.QueryResultsFormat.JSON:
        yield from _one_json(map(json.loads, pieces))
        return
    for number, piece in enumerate(pieces):
        yield piece if number == 0 else piece.split(b"\n", 1)[1]  # the columns are told once


def _one_json(documents: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    first = next(documents)
    yield f'{{"head":{_compact(first["head"])},"results":{{"bindings":['.encode()
    separator = ""
    for document in (first, *documents):
        for row in document["results"]["bindings"]:
            yield f"{separator}{_compact(row)}".encode()
            separator = ","
    yield b"]}}"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _solutions(answer: object) -> ox.QuerySolutions:
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("only a SELECT query is answered in batches")
    return answer
