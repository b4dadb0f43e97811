"""Why the graph says it: a node, what was decided about it, and the sentences behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.errors import UsageError
from onrecord.store.store import Reader

_PREFIXES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
"""
_CALLED = """SELECT DISTINCT ?node ?wanted {
    ?node ?property ?value . FILTER (isIRI(?node))
    FILTER (STR(?node) = ?wanted
        || STRENDS(STR(?node), CONCAT("/", ?wanted)) || STRENDS(STR(?node), CONCAT("#", ?wanted))
        || (?property = schema:name && LCASE(STR(?value)) = LCASE(?wanted) && EXISTS { ?node a onr:Identity }))
} ORDER BY ?node"""
_MEMBERS = """SELECT ?node ?member ?source {
    ?member onr:identity|onr:sharedAct ?node ; onr:evidence/oa:hasSource/onr:source ?source
}"""
_DECISIONS = """SELECT ?node ?score ?reason ?left ?right {
    ?node onr:decision ?decision .
    ?decision onr:score ?score ; onr:rule ?reason ; onr:about ?left , ?right . FILTER (STR(?left) < STR(?right))
} ORDER BY DESC(?score) ?left ?right"""
_READERS = """SELECT ?node ?verdict ?named ?other ?value ?by ?on ?why ?file {
    ?node onr:decision ?decision .
    ?decision a onr:ReaderDecision ; onr:verdict ?verdict ; onr:node ?named ; schema:dateCreated ?on ;
        prov:wasAttributedTo/schema:name ?by ; prov:wasDerivedFrom/schema:name ?file .
    OPTIONAL { ?decision onr:other ?other }
    OPTIONAL { ?decision onr:decidedValue ?value }
    OPTIONAL { ?decision onr:rule ?why }
} ORDER BY ?on ?decision ?file"""
_POSSIBLE = """SELECT DISTINCT ?node ?name ?other ?score ?reason {
    ?node onr:possiblySame ?other . ?other schema:name ?name .
    ?mine onr:identity ?node . ?theirs onr:identity ?other .
    ?decision onr:about ?mine , ?theirs ; onr:score ?score ; onr:rule ?reason
} ORDER BY DESC(?score) ?other"""
_WORDS = """SELECT DISTINCT ?node ?exact ?start ?sentence ?rule ?source {
    { ?node onr:evidence|onr:speakerEvidence|onr:cueEvidence ?evidence . FILTER NOT EXISTS { ?node onr:mention ?any }
      OPTIONAL { ?node onr:rule ?rule } }
    UNION { ?node onr:mention ?mention . ?mention onr:evidence ?evidence OPTIONAL { ?mention onr:rule ?rule } }
    ?evidence oa:hasSelector ?selector ; oa:hasSource/onr:source ?source .
    ?selector oa:start ?start ; oa:exact ?exact .
    OPTIONAL { ?evidence onr:sentence/oa:hasSelector/oa:exact ?sentence }
} ORDER BY ?source ?start"""
_VALUES = """SELECT ?node ?property ?value {
    ?node ?property ?value .
    FILTER (?property NOT IN (onr:evidence, onr:mention, onr:identity, onr:decision, onr:possiblySame,
        onr:speakerEvidence, onr:cueEvidence, onr:sentence))
} ORDER BY ?property ?value"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the explanation; what a deeper line says belongs to the last one above it that is less deep."""

    depth: int
    text: str


def why(reader: Reader, wanted: str) -> Iterator[Line]:
    """Explain the node that `wanted` names: an IRI, the end of one as the tables show it, or a name.

    Raises:
        UsageError: nothing in the store is called that.
    """
    nodes = [row["node"] for row in _rows(reader, _CALLED, wanted=ox.Literal(wanted))]
    if not nodes:
        raise UsageError(f"nothing in the store is called {wanted!r}: give an IRI, the end of one, or a name")
    for node in nodes:
        yield Line(0, node.value)
        yield from _explained(reader, node)


def _explained(reader: Reader, node: ox.NamedNode) -> Iterator[Line]:
    for row in _rows(reader, _VALUES, node=node):
        yield Line(1, f"{_tail(row['property']).rsplit('#', 1)[-1]} {_tail(row['value'])}")
    for row in _rows(reader, _DECISIONS, node=node):
        yield Line(1, f"one by {row['score'].value}: {row['reason'].value}")
        yield Line(2, _tail(row["left"]))
        yield Line(2, _tail(row["right"]))
    for row in _rows(reader, _READERS, node=node):
        named = " / ".join(_tail(row[column]) for column in ("named", "other", "value") if row[column] is not None)
        verdict = _tail(row["verdict"]).replace("_", " ")
        yield Line(1, f"decided by {row['by'].value} on {row['on'].value} ({row['file'].value}): {verdict}: {named}")
        if row["why"] is not None:
            yield Line(2, _flat(row["why"].value))
    for row in _rows(reader, _POSSIBLE, node=node):
        reason = f"{row['name'].value}, {row['score'].value}: {row['reason'].value}"
        yield Line(1, f"possibly the same as {_tail(row['other'])} ({reason})")
    members = list(dict.fromkeys(row["member"] for row in _rows(reader, _MEMBERS, node=node)))
    for place in sorted(members, key=str) or [node]:
        yield from _words(reader, place)


def _words(reader: Reader, node: ox.NamedNode) -> Iterator[Line]:
    """The words behind a node, each with its rule and its sentence."""
    source = ""
    for row in _rows(reader, _WORDS, node=node):
        if row["source"].value != source:
            source = row["source"].value
            yield Line(1, f"{source} ({_tail(node)})")
        rule = f" - {row['rule'].value}" if row["rule"] is not None else ""
        yield Line(2, f'"{_flat(row["exact"].value)}"{rule}')
        if row["sentence"] is not None and row["sentence"].value != row["exact"].value:
            yield Line(3, _flat(row["sentence"].value))


def _rows(reader: Reader, query: str, **values: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
    rows = reader.database.query(
        _PREFIXES + query,
        use_default_graph_as_union=True,
        substitutions={ox.Variable(name): value for name, value in values.items()},
    )
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    return rows


def _tail(term: ox.NamedNode | ox.Literal) -> str:
    """The end of an IRI, or a literal's text."""
    if isinstance(term, ox.Literal):
        return _flat(term.value)
    value: str = term.value
    return value.rstrip("/#").rsplit("/", 1)[-1].removeprefix("ns#")


def _flat(text: str) -> str:
    return " ".join(text.split())
