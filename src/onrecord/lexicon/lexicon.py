"""The word lists of `ontology/*.ttl`, read into plain values: what extraction listens for.

Each list is a SKOS concept scheme; a concept's term is the end of its IRI. Words come from `skos:prefLabel`,
`skos:altLabel` and the trigger properties of the ontology's own namespace (`onr:verb`, `onr:noun`, ...), so a new word
or a new kind of action or act is a line of Turtle, not of code.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from onrecord import resources

ONR = "https://w3id.org/onrecord/ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a word list."""

    iri: str
    term: str  # the end of the IRI: 'returned', 'more_than', 'ArrestWarrant'
    label: str  # skos:prefLabel
    words: Mapping[str, tuple[str, ...]] = field(hash=False)  # property's local name -> values, sorted
    same_as: tuple[str, ...] = ()

    def get(self, key: str) -> tuple[str, ...]:
        """The values of the property with the local name `key` ('altLabel', 'verb', 'kind'); empty if it has none."""
        return self.words.get(key, ())

    def one(self, key: str, default: str = "") -> str:
        """The first value of the property `key`, or `default`."""
        return next(iter(self.get(key)), default)

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred label and the alternative ones."""
        return (self.label, *self.get("altLabel"))


class Lexicon:
    """All word lists of a folder of Turtle files."""

    def __init__(self, paths: Iterable[Path]) -> None:
        described: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        schemes: dict[str, set[str]] = defaultdict(set)
        for path in paths:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subject, predicate = triple.subject, triple.predicate.value
                if not isinstance(subject, ox.NamedNode) or isinstance(triple.object, ox.Triple):
                    continue
                value = triple.object.value
                if predicate == _SKOS + "inScheme":
                    schemes[_tail(value)].add(subject.value)
                else:
                    described[subject.value][predicate].append(value)
        self._schemes = {
            name: tuple(_concept(iri, described[iri]) for iri in sorted(members)) for name, members in schemes.items()
        }

    @property
    def schemes(self) -> tuple[str, ...]:
        """The names of all schemes, in order."""
        return tuple(sorted(self._schemes))

    def scheme(self, name: str) -> tuple[Concept, ...]:
        """The concepts of the scheme whose IRI ends in `name` ('action', 'hedge', 'name'), in order of IRI.

        Raises:
            KeyError: no file declares such a scheme.
        """
        return self._schemes[name]

    def by_word(self, scheme: str, key: str) -> Mapping[str, Concept]:
        """Each word under the property `key`, in lower case, with the concept it triggers."""
        return {word.lower(): c for c in self.scheme(scheme) for word in c.get(key)}


def _tail(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def _concept(iri: str, properties: Mapping[str, list[str]]) -> Concept:
    words = {_tail(p): tuple(sorted(values)) for p, values in properties.items()}
    return Concept(
        iri=iri,
        term=_tail(iri),
        label=next(iter(words.get("prefLabel", ())), _tail(iri)),
        words=words,
        same_as=tuple(sorted(properties.get(_SAME_AS, ()))),
    )


@cache
def load(folder: Path | None = None) -> Lexicon:
    """The word lists of `folder`, or those onrecord ships; parsed once for each folder."""
    return Lexicon(sorted(folder.glob("*.ttl")) if folder else resources.files("ontology", ".ttl"))
