"""Answers in batches, so that the first rows come at once and memory does not grow with the store.

A store gives no row before it has found and sorted them all. But most named queries list their rows article by article:
such a query is put to a few articles at a time, in order, and the rows of all batches, one after the other, are those
of the whole query. Its comment says how:

    # batches: PATTERN                                 what an article's graph holds where the query has rows at all
    # batches: every article                           most have some: to look for these would take longer
    # batches: every source                            also of what is on record no more
    # batches: ?population ?action ?PROPERTY           it lists figures, and by which property within an action
    # batches: shared, then ?population ?action ?PROPERTY  likewise, but shared figures before all others

Where a batch's values stand in the query, it has `#VALUES ?article`, `?source` or `?figure`: wherever a join would be
made of all that the store holds, in an OPTIONAL for example. The first batches are of few: the first rows come soon.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from onrecord.answers.ask import ask
from onrecord.errors import QueryError
from onrecord.store import Readable, queries

_BATCHES = re.compile(r"^# batches: (.+)\n", re.MULTILINE)
_PREFIXES = re.compile(r"^PREFIX .*\n", re.MULTILINE)
_EVERY, _EVERY_SOURCE = "every article", "every source"
_ARTICLES, _FIGURES = "#VALUES ?article", "#VALUES ?figure"
_SHARED, _BUT_SHARED = "?figure onr:sharedFigure ?one .", "#BUT SHARED: they are listed before all others"
_POPULATIONS_AT_ONCE = (1, 8, 32)


def ask_in_batches(reader: Readable, query: str) -> Iterator[ox.QuerySolutions]:
    """The answer to the text of a named query, in order; in one piece where it names no batches.

    Raises:
        QueryError: it cannot be answered.
    """
    batches = _BATCHES.search(query)
    if batches is None:
        return iter((_solutions(ask(reader, query)),))
    if "?population ?action" in batches[1]:
        return _by_population(reader, query, batches[1])
    if batches[1] == _EVERY_SOURCE:
        return _by_source(reader, query)
    return _by_article(reader, query, batches[1])


def _by_article(reader: Readable, query: str, pattern: str) -> Iterator[ox.QuerySolutions]:
    by_dataset = reader.asks_by_dataset or _ARTICLES not in query
    shared = reader.shared_graphs() if by_dataset else []
    for batch in _together(_articles(reader, query, pattern), reader.keys_at_once):
        articles = [row["key"] for row in batch]
        if by_dataset:
            yield _solutions(ask(reader, query, articles + shared))
        else:
            yield _solutions(ask(reader, queries.with_values(query, "?article", articles)))


def _by_source(reader: Readable, query: str) -> Iterator[ox.QuerySolutions]:
    for batch in _together(reader.select("sources-in-order"), reader.keys_at_once):
        yield _solutions(ask(reader, queries.with_values(query, "?source", (row["key"] for row in batch))))


def _articles(reader: Readable, query: str, pattern: str) -> ox.QuerySolutions:
    if pattern == _EVERY:
        return reader.select("articles-in-order")
    prefixes = "".join(_PREFIXES.findall(query))
    return _solutions(ask(reader, prefixes + queries.query("batches-of-articles").replace("#PATTERN", pattern)))


def _by_population(reader: Readable, query: str, order: str) -> Iterator[ox.QuerySolutions]:
    text = queries.query("batches-of-figures").replace("onr:earliest", f"onr:{order.rpartition('?')[2]}")
    if order.startswith("shared"):
        yield _solutions(ask(reader, query.replace(_FIGURES, _SHARED)))
        text = text.replace(_BUT_SHARED, "FILTER NOT EXISTS { ?key onr:sharedFigure ?one }")
    for populations in _together(reader.select("batches-of-populations"), _POPULATIONS_AT_ONCE):
        figures = _solutions(
            ask(reader, queries.with_values(text, "?population", (row["order"] for row in populations)))
        )
        for batch in _together(figures, reader.keys_at_once):
            yield _solutions(ask(reader, queries.with_values(query, "?figure", (row["key"] for row in batch))))


def _together(rows: Iterable[ox.QuerySolution], sizes: Sequence[int]) -> Iterator[list[ox.QuerySolution]]:
    """The keys in batches, those that sort alike together; one empty batch where there are none.

    Each is of at least one of the `sizes` in turn; from the last on all are of that size.
    """
    batch, made = list[ox.QuerySolution](), 0
    for _, alike in groupby(rows, key=lambda row: row["order"]):
        batch += alike
        if len(batch) >= sizes[min(made, len(sizes) - 1)]:
            yield batch
            batch, made = [], made + 1
    if batch or not made:
        yield batch


def serialized(answer: Iterable[ox.QuerySolutions], form: ox.QueryResultsFormat) -> Iterator[bytes]:
    """The rows of all batches as one document in CSV, TSV or JSON, piece by piece."""
    pieces = (batch.serialize(format=form) or b"" for batch in answer)
    if form == ox.QueryResultsFormat.JSON:
        yield from _one_json(map(json.loads, pieces))
        return
    for number, piece in enumerate(pieces):
        yield piece if number == 0 else piece.split(b"\n", 1)[1]  # the columns are told once


def some_rows(answer: Iterable[ox.QuerySolutions], first: int, most: int) -> bytes:
    """At most so many rows, from number `first` on, from 0, as a document in JSON; no more batches are asked for."""
    rows, head = list[object](), None
    for batch in answer:
        document = json.loads(batch.serialize(format=ox.QueryResultsFormat.JSON) or b"")
        head = head or document["head"]
        rows += document["results"]["bindings"]
        if len(rows) >= first + most:
            break
    return _compact({"head": head, "results": {"bindings": rows[first : first + most]}}).encode()


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
