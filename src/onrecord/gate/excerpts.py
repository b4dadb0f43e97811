"""What pySHACL is given of a graph too long for it: the nodes that may not conform, with all that is asked of them.

Of these nodes it comes to the verdict of the whole graph: all their triples are there, and those of the nodes around
them that a shape can reach. What it says of other nodes is not to be heard.
"""

from collections.abc import Callable, Iterator, Set
from functools import partial
from urllib.parse import urldefrag

from onrecord.gate.triples import TYPE, Term, Triple, lexical, read
from onrecord.graph.vocabulary import OA, ONR, PROV
from onrecord.values.ntriples import Ntriples

_TOLD = frozenset({TYPE, *(f"<{p}>" for p in (ONR.sentence, ONR.source, OA.hasSource, OA.hasSelector, OA.exact))})
_OF_MENTIONS = frozenset(f"<{predicate}>" for predicate in (ONR.form, ONR.rule, ONR.confidence))
_SOURCE, _EXACT, _SELECTOR = (f"<{predicate}>" for predicate in (OA.hasSource, OA.exact, OA.hasSelector))
_MENTION = f"<{ONR.mention}>"
_SUPPORTING = frozenset({f"<{PROV.Attribution}>", f"<{OA.FragmentSelector}>"})


def excerpt(graph: Ntriples, nodes: Set[Term], asked: Set[Term], everywhere: Set[Term] = frozenset()) -> str:
    """The triples of a graph with one of the nodes, and what is asked from there on, however far it goes.

    Args:
        graph: The graph of an article.
        nodes: Those on which pySHACL is to decide, or which are to be described.
        asked: The predicates that are asked of the nodes around them; those of a report's words are added.
        everywhere: The predicates all of whose triples are given, wherever they stand.

    Raises:
        UndecidedError: the graph holds what is not read.
    """
    found = {t for t in _triples(graph) if t[0] in nodes or t[2] in nodes or t[1] in everywhere}
    seen, wanted = set(nodes), _around(found) | {f"<{urldefrag(lexical(node)).url}>" for node in nodes}
    while wanted := wanted - seen:
        seen |= wanted
        told = {t for t in _triples(graph) if _is_told(t, wanted, asked)}
        found |= told
        wanted = _around(told)
    return _written(sorted(found))


def _around(triples: Set[Triple]) -> set[Term]:
    return {node for subject, _, thing in triples for node in (subject, thing) if node[0] == "<"}


def _is_told(triple: Triple, nodes: Set[Term], asked: Set[Term]) -> bool:
    subject, predicate, thing = triple
    if predicate == _SELECTOR and thing in nodes:
        return True  # a selector's fault is its evidence's
    return subject in nodes and (predicate in asked or predicate in _TOLD)


def without(graph: Ntriples, nodes: Set[Term]) -> Ntriples:
    """A graph without some nodes, the links to them, and what only said where these came from: see `gate.drop_loose`.

    Raises:
        UndecidedError: the graph holds what is not read.
    """
    while nodes:
        graph = _kept(graph, partial(_tells_of_none, nodes))
        nodes = _supporting(graph)
        for _, _, thing in _triples(graph):
            nodes.discard(thing)
    plain = {subject for subject, predicate, _ in _triples(graph) if predicate == _SOURCE}
    for _, predicate, thing in _triples(graph):
        if predicate == _MENTION:
            plain.discard(thing)
    return _kept(graph, lambda triple: triple[1] not in _OF_MENTIONS or triple[0] not in plain)


def _tells_of_none(nodes: Set[Term], triple: Triple) -> bool:
    return triple[0] not in nodes and triple[2] not in nodes


def _supporting(graph: Ntriples) -> set[Term]:
    """The links of chains of sources, the evidence and its selectors."""
    return {
        subject
        for subject, predicate, thing in _triples(graph)
        if predicate in (_SOURCE, _EXACT) or (predicate == TYPE and thing in _SUPPORTING)
    }


def _triples(graph: Ntriples) -> Iterator[Triple]:
    for stretch in graph:
        yield from read(stretch)


def _kept(graph: Ntriples, keep: Callable[[Triple], bool]) -> Ntriples:
    return Ntriples.of(*(_written(sorted(filter(keep, read(stretch)))) for stretch in graph))


def _written(triples: list[Triple]) -> str:
    return "".join(f"{subject} {predicate} {thing} .\n" for subject, predicate, thing in triples)
