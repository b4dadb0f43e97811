"""The sentences behind the rows of an answer, whatever the question: found by the nodes and places that a row names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.store import Readable, queries

MOST = 3  # sentences behind one row
_TOGETHER = 16  # of more, stores go over all they hold
_Cell = ox.NamedNode | ox.Literal
_BESIDE = ("event", "earlier")  # what a figure belongs to and what an act is about have sentences of their own
_MINTED = re.compile(rf"{re.escape(iri.BASE)}[a-z-]+/[^/#]*-[0-9a-f]{{12}}(?:#|$)")
Cells = Mapping[str, _Cell | None]  # of a row, by column


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article."""

    quote: str
    source: str  # the article's file name or id
    day: str  # of publication, an ISO date; empty where it is not known
    start: int  # in the article's text, in code points
    end: int  # exclusive
    iri: str
    article: str  # IRI


def behind(reader: Readable, rows: Sequence[Cells]) -> list[list[Sentence]]:
    """The sentences behind each row: those that hold most of what it says first, at most MOST.

    A row about an article, or of a question about decisions, rests on no sentence.
    """
    named, counted = [_named(row) for row in rows], _counted(reader, rows)
    wanted = {key for keys in (*named, *counted.values()) for key in keys}
    found = {
        **_of_nodes(reader, {key for key in wanted if isinstance(key, str)}),
        **_of_shared_nodes(reader, {key for key in wanted if isinstance(key, tuple)}),
        **_around(reader, {key for key in wanted if isinstance(key, _Place)}),
    }
    return [
        _nearest(row, [one for key in (*keys, *counted.get(_count(row), ())) for one in found.get(key, ())])
        for row, keys in zip(rows, named, strict=True)
    ]


def _of_nodes(reader: Readable, nodes: Set[str]) -> dict["_Key", list[Sentence]]:
    found: dict[_Key, list[Sentence]] = defaultdict(list)
    for row in _rows(reader, "sentences-behind-nodes", "?node", (f"<{node}>" for node in sorted(nodes))):
        found[row["node"].value].append(sentence(row))
    return found


def _of_shared_nodes(reader: Readable, pairs: Set[tuple[str, str]]) -> dict["_Key", list[Sentence]]:
    found: dict[_Key, list[Sentence]] = defaultdict(list)
    values = (f"(<{node}> {ox.Literal(source)})" for node, source in sorted(pairs))
    for row in _rows(reader, "sentences-of-shared-nodes", "(?node ?source)", values):
        found[row["node"].value, row["source"].value].append(sentence(row))
    return found


def _around(reader: Readable, places: Set["_Place"]) -> dict["_Key", list[Sentence]]:
    found: dict[_Key, list[Sentence]] = defaultdict(list)
    values = (f"({ox.Literal(place.source)} {place.start})" for place in sorted(places, key=str))
    for one in map(sentence, _rows(reader, "sentences-around", "(?source ?at)", values)):
        for place in places:
            if place.source == one.source and one.start <= place.start < one.end:
                found[place].append(one)
    return found


def naming(reader: Readable, node: str) -> list[Sentence]:
    """Some sentences that name or tell what stands for more than one article, and those behind a node of one."""
    name = "sentences-behind-nodes" if "#" in node else "sentences-naming"
    found = (sentence(row) for row in _rows(reader, name, "?node", [f"<{node}>"]))
    return sorted(set(found), key=lambda one: (one.day, one.source, one.start), reverse=True)[:MOST]


def sentence(row: ox.QuerySolution) -> Sentence:
    """The sentence that a row of the questions for sentences tells."""
    return Sentence(
        row["exact"].value,
        row["source"].value,
        row["published"].value if row["published"] is not None else "",
        int(row["start"].value),
        int(row["end"].value),
        row["sentence"].value,
        row["article"].value,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in an article's text, where a row names no node."""

    source: str
    start: int


_Key = str | tuple[str, str] | _Place  # a node of one article; one of several and the article; a place in one


def _named(row: Cells) -> list[_Key]:
    """What sentences are looked for by: the nodes that a row names, or where it names none the place."""
    source, start, nodes = _text(row, "source"), _text(row, "start"), _nodes(row)
    if source and start and not nodes:
        return [_Place(source, int(start))]
    shared: list[_Key] = [(node, source) for node in nodes if "#" not in node] if source else []
    return [*(node for node in nodes if "#" in node), *shared]


def _nodes(row: Cells) -> list[str]:
    """The nodes of the graph that a row names, but for those that have sentences of their own."""
    terms = ((column, term.value) for column, term in row.items() if isinstance(term, ox.NamedNode))
    told = {column: node for column, node in terms if _is_minted(node)}
    return [node for column, node in told.items() if len(told) == 1 or column not in _BESIDE]


def _is_minted(name: str) -> bool:
    """Whether an IRI stands for a node of the graph, and neither for an article nor for a term of a word list."""
    return _MINTED.match(name) is not None and not iri.is_article(name)


def _counted(reader: Readable, rows: Sequence[Cells]) -> dict[tuple[str, ...], list[_Key]]:
    """The figures of the counts that rows tell without naming one."""
    counts = sorted({count for row in rows if (count := _count(row))})
    found: dict[tuple[str, ...], list[_Key]] = defaultdict(list)
    values = (f"({' '.join(count)})" for count in counts)
    for row in _rows(reader, "figures-of-counts", "(?population ?action ?value)", values):
        found[tuple(str(row[name]) for name in _COUNT)].append(row["figure"].value)
    return found


_COUNT = ("population", "action", "value")


def _count(row: Cells) -> tuple[str, ...]:
    """Population, action and value of a row that names no figure, as terms; empty of any other row."""
    terms = [row.get(name) for name in _COUNT]
    if "figure" in row or any(term is None for term in terms):
        return ()
    return tuple(map(str, terms))


def _nearest(row: Cells, found: Iterable[Sentence]) -> list[Sentence]:
    """The sentences that hold most of what a row says, each once."""
    words = {
        term.value
        for column, term in row.items()
        if isinstance(term, ox.Literal) and column not in ("source", "start", "end") and len(term.value) > 1
    }
    start, quote = _text(row, "start"), _text(row, "quote")

    def rank(one: Sentence) -> tuple[bool, bool, int, str, int]:
        around = bool(start) and one.start <= int(start) < one.end
        quoted = bool(quote) and (one.quote in quote or quote in one.quote)
        return not around, not quoted, -sum(word in one.quote for word in words), one.source, one.start

    return sorted(dict.fromkeys(found), key=rank)[:MOST]


def _rows(reader: Readable, name: str, variables: str, values: Iterable[str]) -> Iterable[ox.QuerySolution]:
    """The rows of one of the questions for some values, a few at a time."""
    rest = iter(values)
    while some := list(islice(rest, _TOGETHER)):
        rows = reader.query(queries.with_values(queries.query(name), variables, some))
        assert isinstance(rows, ox.QuerySolutions)
        yield from rows


def _text(row: Cells, column: str) -> str:
    term = row.get(column)
    return term.value if isinstance(term, ox.Literal) else ""
