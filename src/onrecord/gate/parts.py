"""A graph in parts that are checked one by one: each with all that the shapes ask of the nodes on which it decides.

A shape asks of a focus node its own triples; of a value node only where a path, a class or a shape goes on from it. So
a part holds the whole descriptions of its own nodes, and of those around them what is asked of such.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from onrecord.gate.triples import Term, Triple, Triples, read
from onrecord.values.ntriples import Ntriples


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from their focus nodes shapes look, by predicates."""

    onward: Set[Term] = frozenset()  # from whose objects they go on
    asked: Set[Term] = frozenset()  # of which they ask where they have gone on
    backward: Set[Term] = frozenset()  # that they follow from object to subject, or whose objects are focus nodes
    named: Set[Term] = frozenset()  # nodes that are focus nodes by name
    everywhere: bool = False  # whether they may look at any node, so that a graph cannot be parted


@dataclass(frozen=True, slots=True)
class Part:
    """Triples, and of which nodes in them they decide; None where of all."""

    triples: Triples
    own: Set[Term] | None = None

    def focus(self, targets: Collection[Term]) -> Collection[Term]:
        """Those of the focus nodes on which it decides."""
        return targets if self.own is None else [node for node in targets if node in self.own]


def parts(graph: Ntriples, reach: Reach) -> Iterator[Part]:
    """The parts of a graph, one for each of its stretches.

    Raises:
        UndecidedError: it holds what is not read.
    """
    if len(graph) <= 1 or reach.everywhere:
        yield Part(Triples(read(str(graph))))
        return
    around = _Surroundings(graph, reach)
    for number, stretch in enumerate(graph):
        lines = read(stretch)
        own = {subject for subject, _, _ in lines} | around.undescribed(lines)
        own |= around.nowhere if number == 0 else set()
        yield Part(Triples([*lines, *around.of(own, lines)]), own)


class _Surroundings:
    """What of a graph is asked from other stretches than those in which it stands."""

    def __init__(self, graph: Ntriples, reach: Reach) -> None:
        self._reach = reach
        self._told_of: dict[Term, list[Triple]] = defaultdict(list)  # by the object, which is described elsewhere
        self._described: dict[Term, list[Triple]] = {}  # what is asked of nodes from other stretches
        self.nowhere = set(reach.named)  # of the nodes named, those that no stretch describes
        wanted = set[Term]()
        for stretch in graph:
            lines = read(stretch)
            own = {subject for subject, _, _ in lines}
            self.nowhere -= own
            wanted |= self._onward(lines) - own
            for triple in lines:
                if triple[1] in reach.backward and triple[2] not in own:
                    self._told_of[triple[2]].append(triple)
                    wanted.add(triple[0])
        while wanted:
            found = self._find(graph, wanted)
            self._described |= found
            wanted = {node for told in found.values() for node in self._onward(told)} - self._described.keys()
        self._undescribed = set(self._told_of)
        for stretch in graph:
            self._undescribed.difference_update(subject for subject, _, _ in read(stretch))

    def _onward(self, triples: Iterable[Triple]) -> set[Term]:
        onward = self._reach.onward
        return {thing for _, predicate, thing in triples if predicate in onward and thing[0] == "<"}

    def _find(self, graph: Ntriples, wanted: Set[Term]) -> Mapping[Term, list[Triple]]:
        """What is asked of nodes, wherever it stands."""
        found: dict[Term, list[Triple]] = {node: [] for node in wanted}
        for stretch in graph:
            for triple in read(stretch):
                if triple[0] in found and triple[1] in self._reach.asked:
                    found[triple[0]].append(triple)
        return found

    def undescribed(self, triples: Iterable[Triple]) -> set[Term]:
        """The objects among some triples that may be focus nodes and are described nowhere."""
        return {thing for _, predicate, thing in triples if predicate in self._reach.backward} & self._undescribed

    def of(self, own: Set[Term], triples: Iterable[Triple]) -> Set[Triple]:
        """The triples of other stretches that are asked from one of these triples, which describes these nodes."""
        given = set(triples)
        told = {triple for node in own for triple in self._told_of.get(node, ())}
        wanted = self._onward((*given, *told)) | {subject for subject, _, _ in told}
        seen = set(own)
        while wanted := wanted - seen:
            seen |= wanted
            found = {triple for node in wanted for triple in self._described.get(node, ())}
            told |= found
            wanted = self._onward(found)
        return told - given
