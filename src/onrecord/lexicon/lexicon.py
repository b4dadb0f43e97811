"""The word lists of `ontology/*.ttl`, read into plain values: what extraction listens for.

Each list is a SKOS concept scheme; a concept's term is the end of its IRI. Words come from `skos:prefLabel`,
`skos:altLabel` and the trigger properties of the ontology's own namespace (`onr:verb`, `onr:noun`, ...), so a new word
or a new kind of action or act is a line of Turtle, not of code.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import pyoxigraph as ox

from onrecord import resources

ONR = "https://w3id.org/onrecord/ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
CONCEPT, IN_SCHEME, PREFERRED_LABEL = _SKOS + "Concept", _SKOS + "inScheme", _SKOS + "prefLabel"
_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KEPT = 65_536  # results of each derived function, so that memory does not grow with the corpus

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


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
    """The word lists of Turtle files, and what users' own files add to them.

    A term that a user's file declares (`a skos:Concept`) replaces the one of its IRI; where the file only says more of
    it, without declaring it, its words are added: `action:returned onr:verb "bring home" .`
    """

    def __init__(self, paths: Iterable[Path], own: Iterable[Path] = ()) -> None:
        """Read the files `paths`, then those in `own`, each in the order given."""
        described = _described(paths)
        for subject, properties in _described(own).items():
            known = {} if TYPE in properties else described.get(subject, {})
            described[subject] = {
                key: [*known.get(key, ()), *properties.get(key, ())] for key in {**known, **properties}
            }
        schemes: dict[str, set[str]] = defaultdict(set)
        for subject, properties in described.items():
            for scheme in properties.get(IN_SCHEME, ()):
                schemes[_tail(scheme)].add(subject)
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

    def marked(self, scheme: str, key: str) -> tuple[Concept, ...]:
        """The concepts of the scheme whose property `key` is true: `marked("scope", "accumulates")`."""
        return tuple(concept for concept in self.scheme(scheme) if concept.one(key) == "true")

    def default(self, scheme: str) -> Concept:
        """The concept that holds where the text says nothing else, marked by `onr:default`: the action 'other'.

        Raises:
            LookupError: no concept of the scheme is marked so.
        """
        marked = self.marked(scheme, "default")
        if not marked:
            raise LookupError(f"no {scheme} is the default: write 'onr:default true' of one in the word lists")
        return marked[0]

    def by_word(self, scheme: str, key: str) -> Mapping[str, Concept]:
        """Each word under the property `key`, in lower case, with the concept it triggers."""
        return {word.lower(): c for c in self.scheme(scheme) for word in c.get(key)}


def _described(paths: Iterable[Path]) -> dict[str, dict[str, list[str]]]:
    """Each subject of the files with the values of its properties."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.Triple):
                found[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return {subject: dict(properties) for subject, properties in found.items()}


def _tail(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def _concept(iri: str, properties: Mapping[str, list[str]]) -> Concept:
    words = {_tail(p): tuple(sorted(set(values))) for p, values in properties.items()}
    return Concept(
        iri=iri,
        term=_tail(iri),
        label=next(iter(words.get("prefLabel", ())), _tail(iri)),
        words=words,
        same_as=tuple(sorted(properties.get(_SAME_AS, ()))),
    )


_clear: list[Callable[[], None]] = []  # the caches of derived functions


def derived(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """Keep what a function makes of the word lists in force, until others come into force; at most 65,536 results."""
    kept = lru_cache(maxsize=_KEPT)(function)
    _clear.append(kept.cache_clear)
    return cast(Callable[_Arguments, _Result], kept)


@derived
def load() -> Lexicon:
    """The word lists in force: those that onrecord ships, and what the folders given to `use` add to them."""
    return Lexicon(resources.shipped("ontology", ".ttl"), [path for path, _ in _read])


_own: tuple[Path, ...] = ()
_read: tuple[tuple[Path, bytes], ...] = ()  # their files, as they were when they came into force


def use(folders: Iterable[Path]) -> None:
    """Bring into force the shipped word lists with those of users' `folders`, for this process."""
    global _own, _read
    _own = tuple(folders)
    given = tuple((path, path.read_bytes()) for folder in _own for path in sorted(folder.glob("*.ttl")))
    if given != _read:
        _read = given
        for clear in _clear:
            clear()
