"""Records which quads a writer changed since the last snapshot, so that what derives from them can follow."""

from collections.abc import Iterable

import pyoxigraph as ox

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Node = ox.NamedNode | ox.BlankNode | ox.Triple
Unit = tuple[Graph, Node]  # what a graph says of a subject
_MOST = 100_000  # units, beyond which it is not recorded what changed: to do everything anew costs no more


def ntriples(database: ox.Store, graph: Graph) -> bytes:
    """What a graph holds, in an order that databases of the same triples have in common."""
    return database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""


class Changes:
    """What changed in a database: whole graphs, and what others say of some subjects."""

    def __init__(self, recorded: bool) -> None:
        """Record what changes, or only that something may have."""
        self.unknown = not recorded  # it is not known what of the touched graphs changed
        self.anywhere = False  # nor which graphs did
        self.touched = set[Graph]()
        self._found: set[Graph] | None = None
        self.graphs = set[Graph]()  # that were exchanged as a whole
        self.units = set[Unit]()
        self.nodes = set[object]()  # that changed quads are of, or lead to
        self.articles = set[str]()  # the IRIs of articles of which the catalogue knows something else

    def graph(self, database: ox.Store, name: ox.NamedNode) -> None:
        """Note that a whole graph is about to be exchanged."""
        self.touched.add(name)
        if self.records(name):
            self.graphs.add(name)
            self.nodes |= {quad.subject for quad in database.quads_for_pattern(None, None, None, name)}

    def places(self, old: ox.Store | None, new: ox.Store) -> set[Graph]:
        """The graphs that may tell a database as it is from the one that it was."""
        if self.anywhere and self._found is None:  # all of them are compared, once
            every = {ox.DefaultGraph(), *(old.named_graphs() if old else ()), *new.named_graphs()}
            self._found = {graph for graph in every if old is None or ntriples(old, graph) != ntriples(new, graph)}
        return self.touched | (self._found or set())

    def records(self, name: ox.NamedNode) -> bool:
        """Whether it is to be noted which triples of a graph change."""
        return not self.unknown and name not in self.graphs

    def triples(self, name: ox.NamedNode, triples: Iterable[ox.Triple | ox.Quad]) -> None:
        """Note that triples are put into a graph, or taken out."""
        self.touched.add(name)
        if self.records(name):
            for triple in triples:
                self.units.add((name, triple.subject))
                self.nodes |= {triple.subject, triple.object}
            if len(self.units) > _MOST:
                self._lose()

    def lose(self) -> None:
        """Note that anything may have changed."""
        self.anywhere = True
        self._lose()

    def _lose(self) -> None:
        self.unknown = True
        self.units, self.nodes = set(), set()
