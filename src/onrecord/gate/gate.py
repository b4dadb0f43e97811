"""The SHACL gate: what conforms goes on; what does not is held back with its reason, and only that.

A node that violates a shape is taken out whole, with every link to it. What then no longer conforms (a position
whose person was refused) is taken out in the next round, until the rest conforms.
"""

from collections.abc import Mapping
from urllib.parse import urldefrag

from rdflib import Graph
from rdflib.namespace import PROV, RDF
from rdflib.term import Node

from onrecord.gate.report import describe, report, violations
from onrecord.graph import of_ntriples
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.values.rejection import Rejection

_ROUNDS = 10  # each takes out at least one node's links; refusals have never been nested deeper than three


def suspects(graphs: Mapping[str, str], texts: Mapping[str, str]) -> set[str]:
    """The articles, by IRI, in whose graphs, given in N-Triples, something does not conform.

    One check of many articles at once costs far less than one for each, and most articles conform.
    """
    together = of_ntriples("".join(graphs.values()))
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
    while loose := [node for node in _supporting(graph) if (None, None, node) not in graph]:
        for node in loose:
            graph.remove((node, None, None))
    for node in set(graph.subjects(OA.hasSource)):
        if (None, ONR.mention, node) not in graph:  # evidence of something else, but a mention no more
            for predicate in (ONR.form, ONR.rule, ONR.confidence):
                graph.remove((node, predicate, None))


def _supporting(graph: Graph) -> set[Node]:
    """The links of chains of sources, the evidence and the selectors."""
    return {
        *graph.subjects(RDF.type, PROV.Attribution),
        *graph.subjects(OA.hasSource),
        *graph.subjects(OA.exact),
    }
