"""A view of the store without the names of children.

People known only as children (some article calls them one, none says that they are of age or hold an office) have
their names masked: by blocks of the same length in every text, so that offsets still hold, and by `x` in every IRI.
Each word of such a name is masked in all articles that name the person, and so is a parent's surname; a word that the
article also uses in lower case is masked only as part of the name.

A view withholds names, it does not anonymize: who has an article's public text has its names.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR
from onrecord.store.queries import select

BLOCK = "█"
_Term = TypeVar("_Term")


_SOURCE = ox.NamedNode(str(ONR.source))
_WORD = re.compile(r"\w[\w’']*")


class Mask:
    """Hides certain names."""

    def __init__(self, names: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        """Hide `names` and their words, but for words that are `common`, given in lower case."""
        hidden = set(names)
        hidden |= {w for name in hidden for w in _WORD.findall(name) if len(w) > 1 and w.lower() not in common}
        self.hidden = frozenset(hidden)
        written = sorted(hidden | {name.upper() for name in hidden}, key=lambda name: (-len(name), name))
        self._text = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)")
        slugs = sorted({slug for name in hidden if (slug := iri.slug(name))}, key=lambda slug: (-len(slug), slug))
        self._slug = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(slugs) or '(?!)'})(?![a-z0-9])", re.IGNORECASE)

    def text(self, text: str) -> str:
        """`text` with blocks for the names; as long as before."""
        return self._text.sub(lambda found: BLOCK * len(found.group()), text)

    def file(self, name: str) -> str:
        """The name of a file with `x` for the names, however it writes them."""
        return self._slug.sub(lambda found: "x" * len(found.group()), self.text(name))

    def iri(self, name: str) -> str:
        """The IRI with `x` for the names in its readable part; what tells it from others stays."""
        kept = len(iri.BASE) if name.startswith(iri.BASE) else 0
        return name[:kept] + self._slug.sub(lambda found: "x" * len(found.group()), name[kept:])


@dataclass(frozen=True, slots=True)
class Redaction:
    """What to hide, article by article."""

    articles: Mapping[str, Mask]  # of the articles that name a child, by IRI
    subjects: Mapping[str, Mask] = field(default_factory=dict)  # of identities and decisions about who they name
    everywhere: Mask = field(default_factory=lambda: Mask(()))  # in what belongs to no article

    def iri(self, name: str) -> str:
        """An IRI of the store, as the view has it."""
        mask = self.articles.get(name.partition("#")[0]) or self.subjects.get(name)
        return mask.iri(name) if mask else name

    def quad(self, quad: ox.Quad) -> ox.Quad:
        """A quad of the store, as the view has it."""
        place, subject, value = quad.graph_name, quad.subject, quad.object
        if isinstance(value, ox.Literal) and (mask := self._mask(place, subject)) is not None:
            value = _masked(value, mask.file if quad.predicate == _SOURCE else mask.text)
        return ox.Quad(self._term(subject), quad.predicate, self._term(value), self._term(place))

    def apply(self, database: ox.Store) -> None:
        """Make a copy of the store's database the view."""
        for graph in [ox.DefaultGraph(), *database.named_graphs()]:
            if self._untouched(graph):
                continue
            told = database.quads_for_pattern(None, None, None, graph)
            changed = [(old, new) for old in told if (new := self.quad(old)) != old]
            for old, _ in changed:
                database.remove(old)
            database.extend(new for _, new in changed)
            if self._term(graph) != graph:
                database.remove_graph(graph)  # its name stays, empty, without this
        database.flush()

    def _untouched(self, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> bool:
        """Whether a graph is that of an article which names no child."""
        name = graph.value if isinstance(graph, ox.NamedNode) else ""
        return name.startswith(iri.BASE + "article/") and name not in self.articles

    def _mask(self, place: ox.NamedNode | ox.BlankNode | ox.DefaultGraph, subject: object) -> Mask | None:
        """What to hide in a literal: what its article hides; beside the articles, what is hidden of its subject."""
        graph = place.value if isinstance(place, ox.NamedNode) else ""
        if graph.startswith(iri.BASE + "article/"):
            return self.articles.get(graph)
        return (
            self.subjects.get(subject.value, self.everywhere) if isinstance(subject, ox.NamedNode) else self.everywhere
        )

    def _term(self, term: _Term) -> _Term | ox.NamedNode:
        return ox.NamedNode(self.iri(term.value)) if isinstance(term, ox.NamedNode) else term


def redaction(database: ox.Store, text: Callable[[str], str]) -> Redaction | None:
    """What the view of a store hides; None where no article names a child.

    Args:
        database: the store's.
        text: gives the text of an article, by its IRI.
    """
    hidden = _keys(database, "children")
    if not hidden or not (hidden := hidden - _keys(database, "adults")):
        return None
    names: dict[str, set[str]] = defaultdict(set)
    for row in select(database, "names-of-people"):
        if row["key"].value in hidden:
            names[row["article"].value].add(row["label"].value)
    articles = {name: Mask(labels, _common(text(name))) for name, labels in names.items()}
    about: dict[str, set[str]] = defaultdict(set)
    for row in select(database, "about-entities"):
        mask = articles.get(row["entity"].value.partition("#")[0])
        if mask is not None:
            about[row["subject"].value] |= mask.hidden
    everywhere = Mask({name for mask in articles.values() for name in mask.hidden})
    return Redaction(articles, {subject: Mask(said) for subject, said in about.items()}, everywhere)


def _keys(database: ox.Store, question: str) -> set[str]:
    return {row["key"].value for row in select(database, question)}


def _common(text: str) -> frozenset[str]:
    """The words that the text uses in lower case."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def _masked(literal: ox.Literal, mask: Callable[[str], str]) -> ox.Literal:
    text = mask(literal.value)
    if text == literal.value:
        return literal
    return (
        ox.Literal(text, language=literal.language) if literal.language else ox.Literal(text, datatype=literal.datatype)
    )
