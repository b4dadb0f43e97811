"""Index of the names of people, bodies and places: who may be meant by a name that somebody writes."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import takewhile

from onrecord.answers.name_similarity import EXACT, one_letter_apart, parts, similarity
from onrecord.graph.iri import BASE, term_of
from onrecord.graph.vocabulary import PREFIXES
from onrecord.lexicon import name_forms
from onrecord.store import Readable
from onrecord.values.findings import Kind

LEAST = 40.0  # from this score on somebody may be meant
_COMPARED = 200  # of those that share words with what is asked, the rarest words first
_PREFERRED = f"{PREFIXES['schema']}name"
_LETTERS = 5  # of a word that may be misspelt


@dataclass(frozen=True, slots=True)
class Named:
    """A person, body or place across articles, with all its names."""

    iri: str
    kind: Kind
    name: str
    labels: tuple[str, ...]  # the most used first
    articles: int  # that name it


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something that may be meant."""

    named: Named
    score: float  # from 0 to 100
    label: str  # the name nearest to the one asked for


class NameIndex:
    """The names in one build, by the sound of their words."""

    def __init__(self, reader: Readable) -> None:
        """Read all names; it takes a while for large stores."""
        self._named = tuple(_read(reader))
        self._by_iri = {one.iri: one for one in self._named}
        self._having: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(self._named):
            for key in {key for label in one.labels for key in _keys(label, one.kind)}:
                self._having[key].add(place)
        self._words = sorted(self._having)

    def __len__(self) -> int:
        return len(self._named)

    def get(self, iri: str) -> Named | None:
        """Who or what an IRI, or the end of one as tables show it or with its kind, stands for."""
        found = self._by_iri.get(iri) or self._by_iri.get(f"{BASE}{iri}")
        if found is None and iri and " " not in iri and "/" not in iri:
            found = next((self._by_iri[name] for name in _written(iri) if name in self._by_iri), None)
        return found

    def candidates(self, asked: str, kinds: Collection[Kind] = (), most: int = 10) -> list[Candidate]:
        """Who may be meant by a name, an IRI or the end of one; the likeliest first, then who more articles name."""
        if (named := self.get(asked.strip())) is not None:
            return [Candidate(named, EXACT, named.name)] if not kinds or named.kind in kinds else []
        found = [self._compared(asked, self._named[place]) for place in self._sharing(asked, kinds)]
        likely = (one for one in found if one.score >= LEAST)
        return sorted(likely, key=lambda one: (-one.score, -one.named.articles, one.named.iri))[:most]

    def beginning(self, prefix: str, kinds: Collection[Kind] = ()) -> list[Named]:
        """Whose names have all words of a prefix, its last one as a beginning; those that more articles name first."""
        if (named := self.get(prefix.strip())) is not None:
            return [named]
        *whole, last = [name_forms.sound(word) for word in name_forms.words(prefix)] or [""]
        if not last:
            return []
        started = takewhile(lambda word: word.startswith(last), self._words[bisect_left(self._words, last) :])
        places = set[int]().union(*(self._having[word] for word in started))
        for word in whole:
            places &= self._having.get(word, set())
        found = (one for one in map(self._named.__getitem__, places) if not kinds or one.kind in kinds)
        return sorted(found, key=lambda one: (-one.articles, one.name, one.iri))

    def _compared(self, asked: str, named: Named) -> Candidate:
        scores = [similarity(asked, label, named.kind) for label in named.labels]
        best = max(scores)
        return Candidate(named, best, named.labels[scores.index(best)])

    def _sharing(self, asked: str, kinds: Collection[Kind]) -> list[int]:
        """Those that share most of the words asked for, rare words counting for more."""
        weights: dict[int, float] = defaultdict(float)
        keys = {key for kind in Kind for key in _keys(asked, kind)}
        for word in {known for key in keys for known in self._known(key)}:
            having = self._having[word]
            rarity = math.log(1 + len(self._named) / len(having))
            for place in having:
                if not kinds or self._named[place].kind in kinds:
                    weights[place] += rarity
        return nlargest(_COMPARED, weights, key=lambda place: (weights[place], self._named[place].articles))

    def _known(self, key: str) -> Iterator[str]:
        """The key itself where a name has it, else those a letter apart."""
        if key in self._having:
            yield key
        elif len(key) >= _LETTERS and key[0] not in "=#":
            yield from (word for word in self._words if one_letter_apart(key, word))


def _keys(name: str, kind: Kind) -> Iterator[str]:
    """What a name is found by: the sounds of its words, their given names, its acronym, its label in the word list."""
    for word in {*parts(name, kind), *name_forms.words(name)}:
        yield name_forms.sound(word)
        yield name_forms.given(word)
    yield f"={name_forms.known_as(name)}"
    if kind in (Kind.ORGANIZATION, Kind.COURT):
        yield from (f"#{name}" for name in ({name} if name.isupper() else name_forms.initials(name)) if len(name) > 1)


def _written(ending: str) -> Iterator[str]:
    """The IRIs of the kinds whose end is written so."""
    return (f"{BASE}{kind.value}/{ending}" for kind in Kind)


def _read(reader: Readable) -> Iterator[Named]:
    used: dict[str, Counter[str]] = defaultdict(Counter)
    articles: Counter[tuple[str, Kind]] = Counter()
    called: dict[str, tuple[str, Kind]] = {}
    for row in reader.select("identity-names"):
        node, label, count = row["node"].value, row["label"].value, int(row["articles"].value)
        kind = Kind(term_of(row["class"].value).lower())
        _, known = called.get(node, ("", kind))
        called[node] = row["name"].value, min(kind, known)  # some articles may not tell that a body is a court
        used[node][label] += count
        articles[node, kind] += count if row["property"].value == _PREFERRED else 0
    for node in sorted(called):
        name, kind = called[node]
        yield Named(node, kind, name, _in_order(name, used[node]), max(articles[node, one] for one in Kind))


def _in_order(name: str, used: Counter[str]) -> tuple[str, ...]:
    return (name, *(label for label, _ in sorted(used.items(), key=lambda pair: (-pair[1], pair[0])) if label != name))
