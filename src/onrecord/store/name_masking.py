"""Masks names in texts and IRIs, for a view of the store without the names of children.

People known only as children (some article calls them one, none says that they are of age or hold an office) have
their names masked: by blocks of the same length in every text, so that offsets still hold, and by `x` in every IRI.
Each word of such a name is masked in all articles that name the person, and so is a parent's surname; a word that the
article also uses in lower case is masked only as part of the name.

A view withholds names, it does not anonymize: who has an article's public text has its names.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR

BLOCK = "█"
_Term = TypeVar("_Term")


_SOURCE, _REASON = ox.NamedNode(str(ONR.source)), ox.NamedNode(str(ONR.rule))
_DECISIONS = ox.NamedNode(iri.DECISION_GRAPH)
_WORD = re.compile(r"\w[\w’']*")


class Mask:
    """Hides certain names."""

    def __init__(self, names: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        """Hide `names` and their words, but for words that are `common`, given in lower case."""
        self.names = frozenset(names)
        hidden = set(self.names)
        hidden |= {w for name in self.names for w in _WORD.findall(name) if len(w) > 1 and w.lower() not in common}
        self.hidden = frozenset(hidden)

    @classmethod
    def kept(cls, names: Iterable[str], hidden: Iterable[str]) -> "Mask":
        """A mask as it was made before, of which is known what it hides."""
        mask = cls(())
        mask.names, mask.hidden = frozenset(names), frozenset(hidden)
        return mask

    @cached_property
    def written(self) -> list[str]:
        """What is hidden in texts, the longest first."""
        return sorted(self.hidden | {name.upper() for name in self.hidden}, key=lambda name: (-len(name), name))

    @cached_property
    def slugs(self) -> list[str]:
        """What is hidden in IRIs, the longest first."""
        found = {slug for name in self.hidden if (slug := iri.slug(name))}
        return sorted(found, key=lambda slug: (-len(slug), slug))

    @cached_property
    def _text(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.written))})(?!\w)")

    @cached_property
    def _slug(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(self.slugs) or '(?!)'})(?![a-z0-9])", re.IGNORECASE)

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        forms = {*self.written, *map(_folded, self.hidden), *(slug.replace("-", " ") for slug in self.slugs)} - {""}
        found = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def reason(self, text: str) -> str:
        """`text` with blocks for the names as they are compared, too: without case and accents ('ilia sorin')."""
        return self._any_form.sub(lambda found: BLOCK * len(found.group()), self.text(text))

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


def _folded(name: str) -> str:
    """The name without case and accents, in any script."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def common_words(text: str) -> frozenset[str]:
    """The words that the text uses in lower case."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


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
        if isinstance(value, ox.Literal) and (mask := self.mask(quad)) is not None:
            value = _masked(value, self._how(quad, mask))
        shown = self.term(subject), self.term(value), self.term(place)
        if shown == (subject, quad.object, place):
            return quad
        return ox.Quad(shown[0], quad.predicate, *shown[1:])

    @staticmethod
    def _how(quad: ox.Quad, mask: Mask) -> Callable[[str], str]:
        """How a literal is masked: reasons have names as they are compared, and users write them as they like."""
        if quad.predicate == _SOURCE:
            return mask.file
        place = quad.graph_name
        elsewhere = not (isinstance(place, ox.NamedNode) and iri.is_article(place.value))
        return mask.reason if elsewhere and (quad.predicate == _REASON or place == _DECISIONS) else mask.text

    def mask(self, quad: ox.Quad) -> Mask | None:
        """What to hide in a literal: what its article hides; beside the articles, what is hidden of its subject."""
        place, subject = quad.graph_name, quad.subject
        graph = place.value if isinstance(place, ox.NamedNode) else ""
        if iri.is_article(graph):
            return self.articles.get(graph)
        return (
            self.subjects.get(subject.value, self.everywhere) if isinstance(subject, ox.NamedNode) else self.everywhere
        )

    def term(self, term: _Term) -> _Term | ox.NamedNode:
        """A term of the store, as the view has it; a literal as it is."""
        if not isinstance(term, ox.NamedNode):
            return term
        shown = self.iri(term.value)
        return term if shown == term.value else ox.NamedNode(shown)


def _masked(literal: ox.Literal, mask: Callable[[str], str]) -> ox.Literal:
    text = mask(literal.value)
    if text == literal.value:
        return literal
    return (
        ox.Literal(text, language=literal.language) if literal.language else ox.Literal(text, datatype=literal.datatype)
    )
