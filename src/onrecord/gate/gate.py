"""The SHACL gate: what conforms goes on; what does not is held back with its reason, and only that.

A first pass tells which articles may not conform; pySHACL decides on those, and its report says why.

A node that violates a shape is taken out whole, with every link to it. What then no longer conforms (a position
whose person was refused) is taken out in the next round, until the rest conforms.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF
from rdflib.term import Node

from onrecord import resources
from onrecord.gate.compiled import Compiled, compiled
from onrecord.gate.constraints import UnknownError
from onrecord.gate.excerpts import excerpt, without
from onrecord.gate.report import describe, read_shapes, report, violations
from onrecord.gate.triples import TYPE, Term, UndecidedError, lexical, read
from onrecord.graph import of_ntriples, to_ntriples
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

_logger = logging.getLogger(__name__)

_ROUNDS = 10  # each takes out at least one node's links; refusals have never been nested deeper than three
_ENDLESS = f"does not conform after {_ROUNDS} rounds of taking out what violates a shape"


def suspects(graphs: Mapping[str, Ntriples], texts: Mapping[str, str]) -> set[str]:
    """The articles, by IRI, whose graphs may not conform; all others do, by pySHACL's verdict.

    Most articles conform, and that is told at a small part of the cost of a report. Where an article has no text among
    the `texts`, its quotes are not checked against it.
    """
    shapes = _compiled(resources.files("shapes", ".ttl"))
    return {name for name, graph in graphs.items() if not _conforms(graph, _only(texts, name), shapes)}


def _only(texts: Mapping[str, str], name: str) -> Mapping[str, str]:
    return {name: texts[name]} if name in texts else {}


def _conforms(graph: Ntriples, texts: Mapping[str, str], shapes: Compiled | None) -> bool:
    try:
        return shapes is not None and shapes.conforms(graph, texts)
    except UndecidedError as reason:
        _logger.debug("whether %s conforms is left to pySHACL: %s", " and ".join(texts), reason)
        return False


@lru_cache(maxsize=2)
def _compiled(files: tuple[Path, ...]) -> Compiled | None:
    """The shapes of these files, compiled; None, with a warning, where they hold what is not known."""
    try:
        return compiled(read_shapes(files))
    except UnknownError as reason:
        _logger.warning("every article is left to pySHACL, which takes far longer: %s", reason)
        return None


def admitted(graph: Ntriples, text: str) -> tuple[Ntriples, tuple[Rejection, ...]]:
    """What `admit` lets through of an article's graph; of a long one pySHACL is given only what may not conform.

    Raises:
        RuntimeError: the article node itself does not conform, so that nothing of it can go in.
    """
    shapes = _compiled(resources.files("shapes", ".ttl"))
    if shapes is not None and len(graph) > 1 and not shapes.reach.everywhere:
        try:
            return _admitted(graph, text, shapes)
        except UndecidedError as reason:
            _logger.debug("a long article is left to pySHACL as a whole: %s", reason)
    conforming, rejections = admit(of_ntriples(str(graph)), text)
    return Ntriples.of(to_ntriples(conforming)), rejections


def _admitted(graph: Ntriples, text: str, shapes: Compiled) -> tuple[Ntriples, tuple[Rejection, ...]]:
    rejections: set[Rejection] = set()
    typed = (triple for stretch in graph for triple in read(stretch) if triple[1] == TYPE)
    texts = {lexical(subject): text for subject, _, of_class in typed if of_class == f"<{ONR.Article}>"}
    for _ in range(_ROUNDS):
        suspects = set(shapes.violating(graph, texts))
        found = _confirmed(graph, texts, shapes, suspects) if suspects else []
        if not found:
            return graph, tuple(sorted(rejections))
        refused = {f"<{node}>" for node, _ in found}
        rejections |= set(_refused(of_ntriples(excerpt(graph, refused, frozenset())), found))
        graph = without(graph, refused)
    raise RuntimeError(_ENDLESS)


def _confirmed(
    graph: Ntriples, texts: Mapping[str, str], shapes: Compiled, suspects: Set[tuple[Term, bool]]
) -> list[tuple[URIRef, str]]:
    """What pySHACL complains of among what the first pass suspects; what that did not suspect is no fault."""
    queried = shapes.queried if any(by_query for _, by_query in suspects) else frozenset[Term]()
    around = of_ntriples(excerpt(graph, {node for node, _ in suspects}, shapes.reach.asked, queried))
    among = {(lexical(node), by_query) for node, by_query in suspects}
    return list(violations(report(around, texts), around, among))


def _refused(graph: Graph, found: Iterable[tuple[URIRef, str]]) -> Iterator[Rejection]:
    """What is held back of a graph, unless that is the article itself."""
    for node, message in found:
        if (node, RDF.type, ONR.Article) in graph:
            raise RuntimeError(f"the article itself does not conform: {message}")
        yield describe(graph, node, message)


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
        rejections |= set(_refused(graph, found))
        for node, _message in found:
            graph.remove((node, None, None))
            graph.remove((None, None, node))
        drop_loose(graph)
    raise RuntimeError(_ENDLESS)


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
    """The links of chains of sources, the evidence and its selectors."""
    return {
        *graph.subjects(RDF.type, PROV.Attribution),
        *graph.subjects(OA.hasSource),
        *graph.subjects(OA.exact),
        *graph.subjects(RDF.type, OA.FragmentSelector),
    }
