"""What pySHACL is given of a graph too long for it: the nodes that may not conform, with all that is asked of them."""

from collections.abc import Callable, Iterator, Set
from functools import partial

from onrecord.gate.triples import TYPE, Term, Triple, read
from onrecord.graph.vocabulary import OA, ONR, PROV
from onrecord.values.ntriples import Ntriples

_TOLD = frozenset({TYPE, *(f"<{p}>" for p in (ONR.sentence, ONR.source, OA.hasSource, OA.hasSelector, OA.exact))})
_STEPS = 4  # from a node to the words of the sentence of its evidence
_OF_MENTIONS = frozenset(f"<{predicate}>" for predicate in (ONR.form, ONR.rule, ONR.confidence))
_SOURCE, _EXACT, _MENTION = (f"<{predicate}>" for predicate in (OA.hasSource, OA.exact, ONR.mention))
_SUPPORTING = frozenset({f"<{PROV.Attribution}>", f"<{OA.FragmentSelector}>"})


def excerpt(graph: Ntriples, nodes: Set[Term], asked: Set[Term]) -> str:
    """The triples of a graph with one of the nodes, and what reports and the predicates `asked` tell around them.

    Raises:
        UndecidedError: the graph holds what is not read.
    """
    found = {triple for triple in _triples(graph) if triple[0] in nodes or triple[2] in nodes}
    seen = set(nodes)
    for _ in range(_STEPS):
        wanted = {node for subject, _, thing in found for node in (subject, thing) if node[0] == "<"} - seen
        seen |= wanted
        found |= {triple for triple in _triples(graph) if triple[0] in wanted and triple[1] in asked | _TOLD}
    return _written(sorted(found))


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
