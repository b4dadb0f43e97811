"""The SHACL report of graphs: as RDF, and as what it says of each node."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from onrecord import resources
from onrecord.errors import InputError
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.values.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Conformance:
    """What a check found."""

    checked: int  # graphs
    rejections: tuple[Rejection, ...]
    results: Graph  # the standard report

    @property
    def conforms(self) -> bool:
        """Whether nothing violates a shape."""
        return not self.rejections


def shapes() -> Graph:
    """The shapes in force, parsed once; pySHACL adds to them what it builds in."""
    return _shapes(resources.files("shapes", ".ttl"))


@lru_cache(maxsize=2)
def _shapes(files: tuple[Path, ...]) -> Graph:
    return read_shapes(files)


def read_shapes(files: Iterable[Path]) -> Graph:
    """The shapes that these files hold, and nothing else.

    Raises:
        InputError: a file is no Turtle.
    """
    graph = Graph()
    for path in files:
        try:
            graph.parse(path, format="turtle")
        except BadSyntax as error:
            raise InputError(f"{path}, line {error.lines + 1}: not Turtle that can be read: mend it") from error
    return graph


def check(graph: Graph, texts: Mapping[str, str] | None = None) -> Conformance:
    """What one graph's check found; with the articles' `texts`, by their IRIs, quotes are checked against them."""
    results = report(graph, texts)
    found = tuple(describe(graph, node, message) for node, message in violations(results, graph))
    return Conformance(1, found, results)


def joined(parts: Iterable[Conformance]) -> Conformance:
    """One report over all parts."""
    whole, results = BNode("report"), Graph()
    checked, rejections = 0, list[Rejection]()
    for part in parts:
        checked += part.checked
        rejections += part.rejections
        for subject, predicate, thing in part.results:
            if (subject, RDF.type, SH.ValidationReport) not in part.results:
                results.add((subject, predicate, thing))
            elif predicate == SH.result:
                results.add((whole, predicate, thing))
    results.add((whole, RDF.type, SH.ValidationReport))
    results.add((whole, SH.conforms, Literal(not rejections)))
    return Conformance(checked, tuple(rejections), results)


def report(graph: Graph, texts: Mapping[str, str] | None = None) -> Graph:
    """The SHACL validation report of a graph.

    With the articles' `texts`, by the articles' IRIs, the quotes are checked against them as well.
    """
    from pyshacl import validate  # here, since it takes long to import, and most builds have nothing to report

    checked = _Asked()
    checked += graph
    for article, text in (texts or {}).items():
        checked.add((URIRef(article), ONR.text, Literal(text)))
    _, results, _ = validate(
        checked, shacl_graph=shapes(), inference="none", advanced=False, meta_shacl=False, inplace=True
    )
    if not isinstance(results, Graph):
        raise TypeError(f"the shapes could not be checked: {results}")
    return results


class _Asked(Graph):
    """A graph that pySHACL asks the queries of the shapes: the same of every graph, and so they are parsed once."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        parsed = _parsed(query_object) if isinstance(query_object, str) else query_object
        return super().query(parsed, *args, **kwargs)


@lru_cache(maxsize=64)
def _parsed(query: str) -> Query:
    return prepareQuery(query, initNs=dict(Graph().namespaces()))


def violations(
    results: Graph, graph: Graph, among: Set[tuple[str, bool]] | None = None
) -> Iterator[tuple[URIRef, str]]:
    """The nodes a report complains of, each with the message, in order.

    Where a query over the whole article found the fault, the node is the value it returned, else the focus node. A
    selector's fault is its evidence's. Where some are given, only complaints `among` them count: of a node, by a query
    or not.
    """
    found = set[tuple[URIRef, str]]()
    blamed = {result: _blamed(results, result) for result in results.subjects(RDF.type, SH.ValidationResult)}
    told = {result: node for result, (node, _) in blamed.items()}
    meant = [result for result, (node, query) in blamed.items() if among is None or (str(node), query) in among]
    for result in {detail for one in meant for detail in results.transitive_objects(one, SH.detail)}:
        node = told.get(result) if result is not None else None
        message = min(str(m) for m in results.objects(result, SH.resultMessage))
        owners = set(graph.subjects(OA.hasSelector, node))
        found |= {(_named(owner), message) for owner in owners} or {(_named(node), message)}
    return iter(sorted(found))


def _blamed(results: Graph, result: Node) -> tuple[Node | None, bool]:
    """The node of a result, and whether a query returned it."""
    by_query = results.value(result, SH.sourceConstraint) is not None
    return results.value(result, SH.value if by_query else SH.focusNode), by_query


def _named(node: Node | None) -> URIRef:
    if not isinstance(node, URIRef):
        raise TypeError(f"a SHACL result without a named node: {node!r}")
    return node


def describe(graph: Graph, node: URIRef, message: str) -> Rejection:
    """What `node` said, in which sentence of which article, and why it was held back."""
    types = sorted(_local(t) for t in graph.objects(node, RDF.type))
    values = sorted(
        f"{_local(p)} {o if isinstance(o, Literal) else _local(o)}"
        for p, o in graph.predicate_objects(node)
        if p not in (RDF.type, ONR.evidence, ONR.mention, OA.hasSelector, OA.hasSource, ONR.sentence)
    )
    return Rejection(
        source=str(graph.value(URIRef(urldefrag(node).url), ONR.source) or ""),
        node=str(node),
        statement=f"{'/'.join(types) or _untyped(graph, node)}: {', '.join(values)}".rstrip(": "),
        message=message,
        sentence=_sentence(graph, node),
    )


def _untyped(graph: Graph, node: URIRef) -> str:
    """What a node without a type is."""
    if (None, ONR.mention, node) in graph:
        return "Mention"
    return "Evidence" if (node, OA.hasSelector, None) in graph else "node"


def _sentence(graph: Graph, node: URIRef) -> str:
    told = [node] if (node, OA.hasSelector, None) in graph else graph.objects(node, ONR.evidence | ONR.mention)
    for stretch in sorted(told, key=str):
        for place in [*sorted(graph.objects(stretch, ONR.sentence), key=str), stretch]:
            for exact in graph.objects(place, OA.hasSelector / OA.exact):
                return str(exact)
    return ""


def _local(term: Node) -> str:
    return str(term).rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
