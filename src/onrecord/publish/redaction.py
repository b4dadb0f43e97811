"""A store without the names of people known only as children, and without what would give these names away.

The view that the pages show (`store.name_masking`) masks names and their words in texts and in the readable part of
IRIs. A release can be searched at leisure, so more is left out of it:

* Hashes in IRIs are made of names, and whoever guesses a name can try it. So nodes of articles that name a child, and
  nodes elsewhere that rest on them, are numbered instead, and so are articles whose file is called by such a name.
* Other articles that write the full name of a child are treated as those that say that it is one, unless an adult is
  known to bear that name.
* Of a child neither the day of birth is stated nor links to other datasets; of articles that name one, no address. Why
  such nodes were joined is left out, since reasons quote names as they were compared ('ila sorin'), and so are
  decisions of users about what such articles name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from onrecord.errors import UsageError
from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR, OWL, SDO, SKOS, XSD
from onrecord.publish.numbering import numbered, numbered_articles, numbered_elsewhere
from onrecord.store import Readable, Reader, children, history
from onrecord.store.name_masking import Mask, Redaction

_ARTICLE = f"{iri.BASE}article/"
_DECISIONS = ox.NamedNode(iri.DECISION_GRAPH)
_NAMES = {ox.NamedNode(SDO.name), ox.NamedNode(SKOS.altLabel)}
_OF_CHILDREN = {ox.NamedNode(name) for name in (SDO.birthDate, OWL.sameAs)}
_ADDRESS, _REASON, _IDENTITY = (ox.NamedNode(name) for name in (SDO.url, ONR.rule, ONR.identity))
_STRING = ox.NamedNode(XSD.string)


class Redacted:
    """The named graphs of a store, as a release without names of children has them."""

    def __init__(self, database: ox.Store, hidden: Redaction) -> None:
        """The graphs of a database, of which this is `hidden` in articles that are known to name children."""
        self._database = database
        self._hidden = children.hiding(database, {**hidden.articles, **dict(_writing(database, hidden))})
        self._children = set(self._called_as_hidden())
        self._articles = numbered_articles(database, self._hidden)
        self._names = numbered(database, self._hidden, self._articles)
        self._names |= numbered_elsewhere(database, self._hidden, self._names)
        self._left = set(self._decisions_about_hidden())
        graphs = (graph for graph in database.named_graphs() if isinstance(graph, ox.NamedNode))
        self._graphs = {self._term(graph).value: graph for graph in graphs}

    @property
    def withheld(self) -> list[str]:
        """The names that are left out, in order."""
        return sorted({name for mask in self._hidden.articles.values() for name in mask.names})

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles' graphs, in order."""
        return sorted(name for name in self._graphs if name.startswith(_ARTICLE))

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The other named graphs."""
        return [ox.NamedNode(name) for name in self._graphs if not name.startswith(_ARTICLE)]

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""
        if graph not in self._graphs:
            return b""
        told = self._database.quads_for_pattern(None, None, None, self._graphs[graph])
        shown = {self._shown(quad) for quad in told if not self._is_left_out(quad)}
        return "".join(f"{triple} .\n" for triple in shown).encode("utf-8")

    def _shown(self, quad: ox.Quad) -> ox.Triple:
        value = self._masked(quad) if isinstance(quad.object, ox.Literal) else self._term(quad.object)
        return ox.Triple(self._term(quad.subject), quad.predicate, value)

    def _masked(self, quad: ox.Quad) -> Any:
        """The text of a literal without hidden names, in whatever case it has them."""
        text = self._hidden.quad(quad).object
        mask = self._hidden.mask(quad)
        if mask is None or not isinstance(text, ox.Literal) or text.datatype != _STRING:
            return text
        return ox.Literal(mask.file(text.value))

    def _term(self, term: Any) -> Any:
        if isinstance(term, ox.NamedNode) and term.value in self._names:
            return ox.NamedNode(self._names[term.value])
        if isinstance(term, ox.NamedNode) and (article := term.value.partition("#")[0]) in self._articles:
            return ox.NamedNode(self._articles[article] + term.value.removeprefix(article))
        return self._hidden.term(term)

    def _is_left_out(self, quad: ox.Quad) -> bool:
        if quad.subject in self._left or quad.object in self._left:
            return True
        if quad.predicate == _ADDRESS:
            return isinstance(quad.subject, ox.NamedNode) and quad.subject.value in self._hidden.articles
        if quad.predicate == _REASON:
            return _renamed_elsewhere(quad.subject, self._names)
        return quad.predicate in _OF_CHILDREN and quad.subject in self._children

    def _called_as_hidden(self) -> Iterator[object]:
        """What an article calls by a name that is hidden in it, and its identities."""
        for article, mask in self._hidden.articles.items():
            for quad in self._database.quads_for_pattern(None, None, None, ox.NamedNode(article)):
                if quad.predicate in _NAMES and str(getattr(quad.object, "value", "")) in mask.names:
                    yield quad.subject
                    yield from (q.object for q in self._database.quads_for_pattern(quad.subject, _IDENTITY, None, None))

    def _decisions_about_hidden(self) -> Iterator[object]:
        """Users' decisions about what articles name that name a child, or in whose words a hidden name stands."""
        mask = self._hidden.everywhere
        for quad in self._database.quads_for_pattern(None, None, None, _DECISIONS):
            value = str(getattr(quad.object, "value", ""))
            if isinstance(quad.object, ox.Literal):
                if mask.file(value) != value:
                    yield quad.subject
            elif value in self._names or value.partition("#")[0] in self._hidden.articles:
                yield quad.subject


def _renamed_elsewhere(node: object, names: Mapping[str, str]) -> bool:
    """Whether a node that no single article tells has another name."""
    return isinstance(node, ox.NamedNode) and "#" not in node.value and node.value in names


def redacted(store: Readable, also: Iterable[str] = ()) -> Readable | Redacted:
    """The graphs of a store without the names of children; the store itself where it names none.

    `also` are names of people that are left out though no article calls them children. Of a record as it stood before,
    names are left out that were withheld at any time.

    Raises:
        UsageError: it is not in a folder, or nobody in it is called by a name given.
    """
    if not isinstance(store, Reader):
        raise UsageError("names of children can be left out of a store in a folder only: name the one it was built in")
    unknown = [name for name in also if not any(children.people_called(store.database, name))]
    if unknown:
        raise UsageError(f"nobody in the store is called {unknown[0]!r}: give a name as `onrecord ask people` shows it")
    if store.as_of is not None:  # who was not called a child yet is known to be one
        also = [*also, *history.withheld(store.folder)]
    texts = {name: record.sha256 for name, record in store.records().items()}
    hidden = children.redaction(store.database, lambda name: store.text(texts[name]) if name in texts else "", {}, also)
    return Redacted(store.database, hidden) if hidden is not None else store


def _writing(database: ox.Store, hidden: Redaction) -> Iterator[tuple[str, Mask]]:
    """Other articles that write the full name of a child, with what is to be hidden in them."""
    names = {name for mask in hidden.articles.values() for name in mask.names if len(name.split()) > 1}
    written = _patterns(names - children.adults_names(database))
    for graph in database.named_graphs():
        if not written or not isinstance(graph, ox.NamedNode) or graph.value in hidden.articles:
            continue
        if graph.value.startswith(_ARTICLE):
            told = (database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b"").decode("utf-8")
            if found := [name for name, pattern in written.items() if pattern.search(told)]:
                yield graph.value, Mask(found)


def _patterns(names: set[str]) -> Mapping[str, re.Pattern[str]]:
    """What finds each name in N-Triples: as it is written, in capitals, over lines, and in IRIs."""
    return {
        name: re.compile(
            rf"(?<!\w)(?:{_over_lines(name)}|{_over_lines(name.upper())})(?!\w)|(?<![a-z0-9]){iri.slug(name)}(?![a-z0-9])"
        )
        for name in sorted(names)
    }


def _over_lines(name: str) -> str:
    return r"(?:\s|\\n)+".join(map(re.escape, name.split()))
