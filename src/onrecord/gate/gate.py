"""The SHACL gate: what conforms goes on; what does not is held back with its reason, and only that.

A node that violates a shape is taken out whole, with every link to it. What then no longer conforms (a position
whose person was refused) is taken out in the next round, until the rest conforms.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF, SH
from rdflib.term import Node

from onrecord import resources
from onrecord.graph.vocabulary import OA, ONR
from onrecord.values.rejection import Rejection

_ROUNDS = 10  # each takes out at least one node's links; refusals have never been nested deeper than three


@cache
def shapes(folder: Path | None = None) -> Graph:
    """All shapes, parsed once."""
    graph = Graph()
    for path in sorted(folder.glob("*.ttl")) if folder else resources.files("shapes", ".ttl"):
        graph.parse(path, format="turtle")
    return graph


def report(graph: Graph, texts: Mapping[str, str] | None = None) -> Graph:
    """The SHACL validation report of a graph.

    With the articles' `texts`, by the articles' IRIs, the quotes are checked against them as well.
    """
    checked = graph
    if texts:
        checked = Graph()
        checked += graph
        for article, text in texts.items():
            checked.add((URIRef(article), ONR.text, Literal(text)))
    _, results, _ = validate(
        checked, shacl_graph=shapes(), inference="none", advanced=False, meta_shacl=False, inplace=True
    )
    if not isinstance(results, Graph):
        raise TypeError(f"the shapes could not be checked: {results}")
    return results


def suspects(graphs: Mapping[str, Graph], texts: Mapping[str, str]) -> set[str]:
    """The articles, by IRI, in whose graphs something does not conform.

    One check of many articles at once costs far less than one for each, and most articles conform.
    """
    together = Graph()
    for graph in graphs.values():
        together += graph
    return {urldefrag(node).url for node, _ in violations(report(together, texts), together)}


def admit(graph: Graph, text: str) -> tuple[Graph, tuple[Rejection, ...]]:
    """The part of an article's graph that conforms, and what was held back, in order.

    Raises:
        RuntimeError: the article node itself does not conform, so that nothing of it can go in.
    """
    rejections: set[Rejection] = set()
    texts = {str(article): text for article in graph.subjects(RDF.type, ONR.Article)}
    for _ in range(_ROUNDS):
        found = list(violations(report(graph, texts), graph))
        if not found:
            return graph, tuple(sorted(rejections))
        for node, message in found:
            if (node, RDF.type, ONR.Article) in graph:
                raise RuntimeError(f"the article itself does not conform: {message}")
            rejections.add(describe(graph, node, message))
        for node, _message in found:
            graph.remove((node, None, None))
            graph.remove((None, None, node))
        drop_loose(graph)
    raise RuntimeError(f"does not conform after {_ROUNDS} rounds of taking out what violates a shape")


def drop_loose(graph: Graph) -> None:
    """Take out what only says where another node comes from, once nothing rests on it any more."""
    while loose := [
        node
        for node_type in (PROV.Attribution, ONR.Mention, ONR.Evidence, OA.TextQuoteSelector)
        for node in graph.subjects(RDF.type, node_type)
        if (None, None, node) not in graph or (node_type == ONR.Mention and (node, ONR.evidence, None) not in graph)
    ]:
        for node in loose:
            graph.remove((node, None, None))
            graph.remove((None, None, node))


def violations(results: Graph, graph: Graph) -> Iterator[tuple[URIRef, str]]:
    """The nodes a report complains of, each with the message, in order.

    Where a query over the whole article found the fault, the node is the value it returned, else the focus node. A
    selector's fault is its evidence's.
    """
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node = results.value(result, SH.focusNode)
        if results.value(result, SH.sourceConstraint) is not None:
            node = results.value(result, SH.value)
        owner = graph.value(predicate=OA.hasSelector, object=node)
        message = min(str(m) for m in results.objects(result, SH.resultMessage))
        found.add((_named(owner or node), message))
    return iter(sorted(found))


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
        if p not in (RDF.type, ONR.evidence, OA.hasSelector, OA.hasSource, ONR.sentence)
    )
    return Rejection(
        source=str(graph.value(URIRef(urldefrag(node).url), ONR.source) or ""),
        node=str(node),
        statement=f"{'/'.join(types) or 'node'}: {', '.join(values)}".rstrip(": "),
        message=message,
        sentence=_sentence(graph, node),
    )


def _sentence(graph: Graph, node: URIRef) -> str:
    is_evidence = (node, RDF.type, ONR.Evidence) in graph
    for stretch in [node] if is_evidence else sorted(graph.objects(node, ONR.evidence), key=str):
        for place in [*sorted(graph.objects(stretch, ONR.sentence), key=str), stretch]:
            selector = graph.value(place, OA.hasSelector)
            exact = graph.value(selector, OA.exact) if selector else None
            if exact:
                return str(exact)
    return ""


def _local(term: Node) -> str:
    return str(term).rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
