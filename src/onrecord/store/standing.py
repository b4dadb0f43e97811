"""Since when articles and what they say are on record, until when they were, and what supersedes them.

What is on record is told in the graph of the history: of each article, and of a statement that is older or younger than
its article's version. What no longer is goes into the graph of what is former, with its source and its words.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR, XSD
from onrecord.store.versions import Said, said, successions

_HISTORY, _FORMER = ox.NamedNode(iri.HISTORY_GRAPH), ox.NamedNode(iri.FORMER_GRAPH)
_FIRST, _LAST = ox.NamedNode(ONR.firstOnRecord), ox.NamedNode(ONR.lastOnRecord)
_SUPERSEDES, _SOURCE = ox.NamedNode(ONR.supersedes), ox.NamedNode(ONR.source)
_FORMER_SOURCE, _FORMER_WORDS = ox.NamedNode(ONR.formerSource), ox.NamedNode(ONR.formerWords)
_NAMED_MINOR = ox.NamedNode(ONR.namedMinor)
_OF_FORMER = {_FIRST, _LAST, _FORMER_SOURCE, _FORMER_WORDS}
_DATE_TIME = ox.NamedNode(XSD.dateTime)


@dataclass(slots=True)
class Exchange:
    """Triples that go out of a graph; values of nodes, and links between them, that come in."""

    gone: set[ox.Triple] = field(default_factory=set)
    values: dict[tuple[ox.NamedNode, ox.NamedNode], ox.Literal] = field(default_factory=dict)  # by node and property
    links: set[ox.Triple] = field(default_factory=set)

    @property
    def withdrawn(self) -> str:
        """What goes out, in N-Triples."""
        return "".join(f"{triple} .\n" for triple in self.gone)

    @property
    def added(self) -> str:
        """What comes in, in N-Triples."""
        values = {ox.Triple(*about, value) for about, value in self.values.items()}
        return "".join(f"{triple} .\n" for triple in values | self.links)


class Standings:
    """Tells what a commit changes in how long what is on record has been so."""

    def __init__(
        self,
        databases: tuple[ox.Store | None, ox.Store],
        at: str,
        former: Callable[[str], Iterable[str]],
        of_children: Set[str],
    ) -> None:
        """A commit.

        Args:
            databases: as the last commit left it, if there was one; and as it is now.
            at: the time of the commit, as RDF writes it.
            former: gives, by the IRI of an article, those that its file gave in its place before, the last one first.
            of_children: the articles that name children whose names are withheld.
        """
        self._old, self._new = databases
        self._at = ox.Literal(at, datatype=_DATE_TIME)
        self._former_of, self._of_children = former, of_children
        self._superseded = set[str]()
        self.history, self.former = Exchange(), Exchange()

    def tell(self, articles: Iterable[str]) -> None:
        """Find what becomes of articles whose graphs came, went or may have changed."""
        for article in articles:
            graph = ox.NamedNode(article)
            was = self._old is not None and self._old.contains_named_graph(graph)
            if self._new.contains_named_graph(graph):
                self._changed(graph) if was else self._came(graph)
            elif was:
                self._went(graph)

    def _came(self, article: ox.NamedNode) -> None:
        self._arrive(article)
        if self._old is None:
            return
        if self._told(article, _FORMER):
            for node in said(self._new, article.value):
                self._arrive(node)
        for before in self._former_of(article.value):
            if before not in self._superseded:
                self._superseded.add(before)
                self._supersede(article, ox.NamedNode(before))
                return

    def _supersede(self, article: ox.NamedNode, before: ox.NamedNode) -> None:
        self.former.links.add(ox.Triple(article, _SUPERSEDES, before))
        if self._old is not None and self._old.contains_named_graph(before):
            self._succeed(said(self._old, before.value), said(self._new, article.value))

    def _succeed(self, before: Said, now: Said) -> None:
        for one in successions(before, now):
            self.former.links.add(ox.Triple(one.present, _SUPERSEDES, one.former))
            if one.continues and (first := self._first(one.former)) is not None:
                self.history.values[one.present, _FIRST] = first

    def _changed(self, article: ox.NamedNode) -> None:
        assert self._old is not None
        before, now = said(self._old, article.value), said(self._new, article.value)
        gone = {node: one for node, one in before.items() if node not in now}
        come = {node: one for node, one in now.items() if node not in before}
        self._depart(article, gone)
        for node in come:
            self._arrive(node)
        self._succeed(gone, come)

    def _went(self, article: ox.NamedNode) -> None:
        assert self._old is not None
        self._depart(article, said(self._old, article.value))
        self._leave(article, self._source(article), "")

    def _depart(self, article: ox.NamedNode, gone: Said) -> None:
        """Note of statements that they are no longer on record."""
        source = self._source(article)
        for node, one in gone.items():
            self._leave(node, source, one.words)

    def _leave(self, node: ox.NamedNode, source: str, words: str) -> None:
        first = self._first(node)
        self.history.gone |= self._told(node, _HISTORY)
        told = {_FIRST: first, _LAST: self._at, _FORMER_SOURCE: ox.Literal(source), _FORMER_WORDS: ox.Literal(words)}
        for property, value in told.items():
            if value is not None and value.value:
                self.former.values[node, property] = value
        if (article := node.value.partition("#")[0]) in self._of_children:
            self.former.values[ox.NamedNode(article), _NAMED_MINOR] = ox.Literal(True)

    def _arrive(self, node: ox.NamedNode) -> None:
        """Note of an article or a statement that it is on record; one that was before is since it first was."""
        former = {triple for triple in self._told(node, _FORMER) if triple.predicate in _OF_FORMER}
        firsts = (t.object for t in former if t.predicate == _FIRST and isinstance(t.object, ox.Literal))
        self.former.gone |= former
        self.history.values[node, _FIRST] = next(firsts, self._at)

    def _first(self, node: ox.NamedNode) -> ox.Literal | None:
        """Since when a node was on record before this commit: its own time, or that of its article."""
        for one in (node, ox.NamedNode(node.value.partition("#")[0])):
            for quad in self._new.quads_for_pattern(one, _FIRST, None, _HISTORY):
                if isinstance(quad.object, ox.Literal):
                    return quad.object
        return None

    def _told(self, node: ox.NamedNode, graph: ox.NamedNode) -> set[ox.Triple]:
        return {quad.triple for quad in self._new.quads_for_pattern(node, None, None, graph)}

    def _source(self, article: ox.NamedNode) -> str:
        assert self._old is not None
        told = self._old.quads_for_pattern(article, _SOURCE, None, article)
        return next((quad.object.value for quad in told if isinstance(quad.object, ox.Literal)), "")
