"""Entities of many articles -> identities: which of them are one, by scores that are kept with their reasons.

The result depends on the set of entities only, not on their order. Entities meet only within a block (same surname,
same acronym, same name). Blocks that share an entity make a part, and each part is decided by itself: when an article
comes or goes, only the parts of its entities are decided again, and what was decided of the others is taken over.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.lexicon import name_forms
from onrecord.linking.similarity import POSSIBLE, SAME, Context, likeness
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind
from onrecord.values.identities import Link

Item = tuple[str, Entity, Context]  # the entity's IRI, the entity, what its article says of it
Entities = Mapping[str, tuple[Entity, Context]]

_SAMPLE = 24  # members of a cluster that are compared


@dataclass(frozen=True, slots=True)
class Linked:
    """Entities of different articles taken for one."""

    kind: Kind
    name: str  # the name most articles use, then the longest
    members: tuple[str, ...]  # IRIs, sorted
    links: tuple[Link, ...] = ()  # why: one link for each member that joined
    possible: tuple[Link, ...] = ()  # to entities that may be the same, but stay apart


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled about entities before they are compared."""

    same: tuple[frozenset[str], ...] = ()  # IRIs that are one; no two sets share a member
    different: frozenset[tuple[str, str]] = frozenset()  # pairs of IRIs that are not, left < right

    def within(self, part: Sequence[str]) -> "Settled":
        """Those that concern the entities of one part."""
        mine = frozenset(part)
        return Settled(
            tuple(sorted((s & mine for s in self.same if s & mine), key=sorted)),
            frozenset(pair for pair in self.different if mine.issuperset(pair)),
        )

    def forbids(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether any of the one is settled to be none of the others."""
        return bool(self.different) and any((min(p), max(p)) in self.different for p in product(some, others))


NOTHING_SETTLED = Settled()
Decided = Mapping[str, tuple[Linked, ...]]  # what was decided of each part, by a fingerprint of all that decides it


@dataclass(slots=True, eq=False)
class _Cluster:
    """Members taken for one so far, those of whom most is told first."""

    members: list[str]
    links: list[Link]
    keys: set[str]
    articles: set[str]

    def take(self, other: "_Cluster", link: Link) -> None:
        """Take the other cluster in, for the reason the link gives."""
        self.members.extend(other.members)
        self.links.extend((*other.links, link))
        self.keys |= other.keys
        self.articles |= other.articles


def blocks(entity: Entity) -> frozenset[str]:
    """The keys under which an entity may meet others; two without a common key are never the same."""
    if entity.kind is Kind.PERSON:
        return frozenset(
            f"person {name_forms.sound(name_forms.words(n)[-1])}" for n in entity.labels if name_forms.words(n)
        )
    if entity.kind is Kind.PLACE:
        return frozenset(f"place {name_forms.known_as(n)}" for n in entity.labels)
    keys = {f"body {name_forms.known_as(n)}" for n in entity.labels}
    for name in entity.labels:
        keys |= {f"body {name}"} if name.isupper() else {f"body {i}" for i in name_forms.initials(name) if len(i) > 1}
        keys.add(f"body {name_forms.head(name)} {' '.join(sorted(_proper(name)))}")
    return frozenset(keys)


def _proper(name: str) -> frozenset[str]:
    """The two longest words of a name beside its head: they meet in whatever order they stand."""
    words = sorted(name_forms.content(name) - {name_forms.head(name)}, key=lambda w: (-len(w), w))
    return frozenset(words[:1])


def identified(decided: Decided) -> tuple[Linked, ...]:
    """The identities of all parts, in order of their first member."""
    return tuple(sorted((linked for part in decided.values() for linked in part), key=lambda linked: linked.members))


def decide(items: Iterable[Item], settled: Settled = NOTHING_SETTLED, known: Decided | None = None) -> Decided:
    """What is decided of each part; of parts that are `known`, what was decided before."""
    entities = {iri: (entity, context) for iri, entity, context in items}
    decided = {}
    for part in _parts(entities, settled):
        mine = settled.within(part)
        fingerprint = _fingerprint(part, entities, mine)
        before = known.get(fingerprint) if known else None
        decided[fingerprint] = _decide(part, entities, mine) if before is None else before
    return decided


def _fingerprint(part: Sequence[str], entities: Entities, settled: Settled) -> str:
    told = [(iri, *entities[iri]) for iri in part]
    decisions = [sorted(same) for same in settled.same], sorted(settled.different)
    return hashlib.sha256(repr((told, decisions)).encode("utf-8", "surrogatepass")).hexdigest()


def _parts(entities: Entities, settled: Settled) -> list[list[str]]:
    """The entities in parts: those of different parts share neither a block nor what is settled, not through others."""
    parent = {iri: iri for iri in entities}

    def root(iri: str) -> str:
        while parent[iri] != iri:
            parent[iri] = parent[parent[iri]]
            iri = parent[iri]
        return iri

    def join(one: str, other: str) -> None:
        one, other = root(one), root(other)
        parent[max(one, other)] = min(one, other)

    first: dict[str, str] = {}
    for iri in sorted(entities):
        for key in sorted(blocks(entities[iri][0])):
            join(first.setdefault(key, iri), iri)
    for together in (*settled.same, *settled.different):
        present = [iri for iri in together if iri in entities]
        for iri in present[1:]:
            join(present[0], iri)
    parts: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(entities):
        parts[root(iri)].append(iri)
    return list(parts.values())


def linked(entities: Entities) -> tuple[Linked, ...]:
    """The identities of entities that are one part, in order of their first member."""
    return tuple(sorted(_decide(sorted(entities), entities, NOTHING_SETTLED), key=lambda one: one.members))


class _Index:
    """Clusters in order, by the keys under which they may meet others."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._under: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, cluster: _Cluster) -> None:
        """Put a cluster after the others."""
        self.clusters.append(cluster)
        self.note(len(self.clusters) - 1, cluster.keys)

    def note(self, number: int, keys: Iterable[str]) -> None:
        """Let a cluster be found under further keys."""
        for key in keys:
            self._under[key][number] = None

    def beside(self, cluster: _Cluster) -> list[int]:
        """The numbers of those that share a key with a cluster, in order."""
        return sorted({number for key in cluster.keys for number in self._under.get(key, ())})


def _decide(part: Sequence[str], entities: Entities, settled: Settled) -> tuple[Linked, ...]:
    """The identities of one part: those of whom most is told first, each joins the likeliest cluster or starts one."""
    pairs, index = _Pairs(entities, settled), _Index()
    for single in _singles(part, entities, settled):
        found = ((number, pairs.between(single, index.clusters[number])) for number in index.beside(single))
        links = [(number, link) for number, link in found if link is not None]
        number, link = max(links, key=lambda found: found[1].score, default=(0, None))
        if link is not None and link.score >= SAME:
            index.clusters[number].take(single, link)
            index.note(number, single.keys)
        else:
            index.add(single)
    index = _merged(index.clusters, pairs)
    possible: dict[int, list[Link]] = defaultdict(list)
    for number, one in enumerate(index.clusters):
        for other in index.beside(one):
            link = pairs.between(one, index.clusters[other]) if other > number else None
            if link is not None and link.score >= POSSIBLE:
                possible[number].append(link)
                possible[other].append(link)
    return tuple(_linked(c, entities, sorted(possible[number])) for number, c in enumerate(index.clusters))


def _singles(part: Sequence[str], entities: Entities, settled: Settled) -> list[_Cluster]:
    """What clusters are made of: single entities, and those that are settled to be one."""

    def rank(iri: str) -> tuple[int, str]:
        return -_told(entities[iri][1]), iri

    together = {iri for same in settled.same for iri in same}
    found = [*([iri] for iri in part if iri not in together), *(sorted(same, key=rank) for same in settled.same)]
    keys = {iri: blocks(entities[iri][0]) for iri in part}
    ordered = sorted(found, key=lambda members: rank(members[0]))
    return [
        _Cluster(
            list(members),
            [],
            set().union(*(keys[iri] for iri in members)),
            {entities[iri][1].article for iri in members},
        )
        for members in ordered
    ]


def _told(context: Context) -> int:
    parts = (context.titles, context.organizations, context.people, context.bodies, context.places)
    return sum(len(part) for part in parts)


def _merged(clusters: Iterable[_Cluster], pairs: "_Pairs") -> _Index:
    """Clusters that later evidence shows to be one, put together."""
    kept = _Index()
    for cluster in clusters:
        found = ((number, pairs.between(kept.clusters[number], cluster)) for number in kept.beside(cluster))
        number, link = next(((n, link) for n, link in found if link is not None and link.score >= SAME), (0, None))
        if link is None:
            kept.add(cluster)
        else:
            kept.clusters[number].take(cluster, link)
            kept.note(number, cluster.keys)
    return kept


class _Pairs:
    """The links between entities of one part, each reckoned once."""

    def __init__(self, entities: Entities, settled: Settled) -> None:
        self.entities, self._settled = entities, settled
        self._links: dict[tuple[str, str], Link] = {}

    def between(self, some: _Cluster, others: _Cluster) -> Link | None:
        """The strongest link between two clusters that share a key; None where any of their members cannot be one.

        Of large clusters the members of whom most is told stand for all.
        """
        if self._settled.forbids(some.members, others.members) or not some.articles.isdisjoint(others.articles):
            return None
        best: Link | None = None
        for pair in product(some.members[:_SAMPLE], others.members[:_SAMPLE]):
            link = self._link(min(pair), max(pair))
            if link.score <= 0.0:
                return None
            if best is None or link.score > best.score or (link.score == best.score and link < best):
                best = link
        return best

    def _link(self, left: str, right: str) -> Link:
        link = self._links.get((left, right))
        if link is None:
            found = likeness(self.entities[left], self.entities[right])
            link = self._links[left, right] = Link(left, right, found.score, found.reason)
        return link


def _linked(cluster: _Cluster, entities: Entities, possible: Sequence[Link]) -> Linked:
    mine = [entities[iri][0] for iri in cluster.members]
    counts = Counter(entity.name for entity in mine)
    name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    kind = Kind.COURT if any(entity.kind is Kind.COURT for entity in mine) else mine[0].kind
    return Linked(kind, name, tuple(sorted(cluster.members)), tuple(sorted(cluster.links)), tuple(possible))
