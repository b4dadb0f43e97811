"""Greedy clustering of entities that may be one: work and memory grow with their number, and not with its square.

Of entities that are called exactly alike the first, of whom most is told, found clusters. Any further one joins one of
these or stays alone, whatever becomes of the others. Where more clusters bear names that may be an entity's own than it
is set beside, those are taken that have most in common with it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from onrecord.linking.meetings import meetings
from onrecord.linking.profiles import Context, Profile, profile
from onrecord.linking.similarity import POSSIBLE, SAME, likeness
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind
from onrecord.values.identities import Link

Entities = Mapping[str, tuple[Entity, Context]]  # by their IRIs

_FOUNDERS = 200  # entities called exactly alike that found clusters
_BESIDE = 64  # clusters that an entity is set beside
_SAMPLE = 24  # members of a cluster that are compared
_LIKELIEST = 5  # others that an identity may be, for each that is told


@dataclass(frozen=True, slots=True)
class Linked:
    """Entities of different articles taken for one."""

    kind: Kind
    name: str  # the name most articles use, then the longest
    members: tuple[str, ...]  # IRIs, sorted
    links: tuple[Link, ...] = ()  # why: one link for each member that joined
    possible: tuple[Link, ...] = ()  # to entities that may be the same, but stay apart: the likeliest for either


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


NOTHING_SETTLED = Settled()


@dataclass(slots=True, eq=False)
class _Cluster:
    """Members taken for one so far, those of whom most is told first."""

    members: list[str]
    names: set[int]  # numbers of what they are called
    articles: set[str]
    followers: list[str] = field(default_factory=list)  # members that are not compared with further ones
    links: list[Link] = field(default_factory=list)

    def take(self, other: "_Cluster", link: Link) -> None:
        """Take the other cluster in, for the reason the link gives."""
        self.members.extend(other.members)
        self.links.extend((*other.links, link))
        self.names |= other.names
        self.articles |= other.articles

    def everyone(self) -> list[str]:
        """All members."""
        return [*self.members, *self.followers] if self.followers else self.members

    def follow(self, other: "_Cluster", link: Link) -> None:
        """Take in somebody who decides nothing further."""
        self.followers.extend(other.members)
        self.links.append(link)
        self.articles |= other.articles


def linked(entities: Entities, settled: Settled = NOTHING_SETTLED) -> tuple[Linked, ...]:
    """The identities of entities, in order of their first member."""
    profiles = {iri: profile(*entities[iri]) for iri in sorted(entities)}
    names = _names(profiles)
    founders, followers = _ranked(profiles, names, settled)
    pairs, meets = _Pairs(profiles, settled), meetings([*names.values()])
    index = _Index(meets, profiles)
    for single in founders:
        number, link = pairs.likeliest(single, index)
        index.take(number, single, link) if link is not None else index.add(single)
    index = _merged(index, pairs)
    alone = []
    for single in followers:
        number, link = pairs.likeliest(single, index)
        index.clusters[number].follow(single, link) if link is not None else alone.append(single)
    possible = _possible(index, alone, pairs)
    found = (_linked(c, entities, possible[number]) for number, c in enumerate((*index.clusters, *alone)))
    return tuple(sorted(found, key=lambda one: one.members))


def _names(profiles: Mapping[str, Profile]) -> dict[Hashable, Entity]:
    """One entity for each way in which some are called."""
    return {_called(one): one.entity for one in profiles.values()}


def _called(one: Profile) -> Hashable:
    return one.entity.kind, one.called, one.entries


def _ranked(
    profiles: Mapping[str, Profile], names: Iterable[Hashable], settled: Settled
) -> tuple[list[_Cluster], list[_Cluster]]:
    """What clusters are made of, those of whom most is told first: what founds them, and what follows.

    What is settled to be one is so from the start, and founds.
    """

    def rank(iri: str) -> tuple[int, str]:
        return -profiles[iri].told, iri

    together = {iri for same in settled.same for iri in same}
    singles = [*([iri] for iri in profiles if iri not in together), *(sorted(same, key=rank) for same in settled.same)]
    numbers = {name: number for number, name in enumerate(names)}
    times: Counter[Hashable] = Counter()
    founders: list[_Cluster] = []
    followers: list[_Cluster] = []
    for members in sorted(singles, key=lambda members: rank(members[0])):
        name = _called(profiles[members[0]])
        times[name] += 1
        few = times[name] <= _FOUNDERS or len(members) > 1
        called = {numbers[_called(profiles[iri])] for iri in members}
        articles = {profiles[iri].article for iri in members}
        (founders if few else followers).append(_Cluster(list(members), called, articles))
    return founders, followers


class _Index:
    """Clusters in order, by what they are called and by what is told of them."""

    def __init__(self, meets: Mapping[int, Collection[int]], profiles: Mapping[str, Profile]) -> None:
        self.clusters: list[_Cluster] = []
        self._meets, self._profiles = meets, profiles
        self._called: dict[int, dict[int, None]] = defaultdict(dict)  # the clusters' numbers, in order
        self._told: dict[str, dict[int, None]] = defaultdict(dict)  # at most those that an entity is set beside

    def empty(self) -> "_Index":
        """Another one of the same names, without clusters."""
        return _Index(self._meets, self._profiles)

    def add(self, cluster: _Cluster) -> None:
        """Put a cluster after the others."""
        self.clusters.append(cluster)
        self._note(len(self.clusters) - 1, cluster)

    def take(self, number: int, cluster: _Cluster, link: Link) -> None:
        """Let a cluster take another one in."""
        self.clusters[number].take(cluster, link)
        self._note(number, cluster)

    def _note(self, number: int, cluster: _Cluster) -> None:
        for name in cluster.names:
            self._called[name][number] = None
        for told in self._features(cluster):
            those = self._told[told]
            if len(those) < _BESIDE:
                those[number] = None

    def _features(self, cluster: _Cluster) -> set[str]:
        return set().union(*(self._profiles[iri].features() for iri in cluster.members[:_SAMPLE]))

    def beside(self, cluster: _Cluster) -> list[int]:
        """The numbers of the clusters that one is set beside, in order."""
        found: set[int] = set()
        for name in cluster.names:
            for other in self._meets[name]:
                found |= self._called[other].keys()
                if len(found) > _BESIDE:
                    return self._nearest(cluster)
        return sorted(found)

    def _nearest(self, cluster: _Cluster) -> list[int]:
        """Those that have most in common with a cluster, and then the first that are called as it is."""
        common = Counter(number for told in self._features(cluster) for number in self._told.get(told, ()))
        near = sorted(common, key=lambda number: (-common[number], number))
        alike = sorted(number for name in cluster.names for number in islice(self._called[name], _BESIDE))
        found = dict.fromkeys(number for number in (*near, *alike) if self._may_meet(cluster, number))
        return sorted(islice(found, _BESIDE))

    def _may_meet(self, cluster: _Cluster, number: int) -> bool:
        names = self.clusters[number].names
        return any(not names.isdisjoint(self._meets[name]) for name in cluster.names)


def _merged(index: _Index, pairs: "_Pairs") -> _Index:
    """Clusters that later evidence shows to be one, put together."""
    kept = index.empty()
    for cluster in index.clusters:
        found = ((number, pairs.between(kept.clusters[number], cluster)) for number in kept.beside(cluster))
        number, link = next(((n, link) for n, link in found if link is not None and link.score >= SAME), (0, None))
        kept.take(number, cluster, link) if link is not None else kept.add(cluster)
    return kept


def _possible(index: _Index, alone: Sequence[_Cluster], pairs: "_Pairs") -> Mapping[int, list[Link]]:
    """By the numbers of clusters, and of those alone after them, the likeliest that each may be, in order.

    Those of whom most is told come first among the equally likely. What is told of one is told of the other.
    """
    clusters = (*index.clusters, *alone)
    beside = {
        (min(number, other), max(number, other))
        for number, one in enumerate(clusters)
        for other in index.beside(one)
        if other != number
    }
    ranked: dict[int, list[tuple[float, int, Link]]] = defaultdict(list)
    for number, other in sorted(beside):
        link = pairs.between(clusters[number], clusters[other])
        if link is not None and link.score >= POSSIBLE:
            ranked[number].append((-link.score, other, link))
            ranked[other].append((-link.score, number, link))
    found: dict[int, set[Link]] = defaultdict(set)
    for number, links in ranked.items():
        for _, other, link in sorted(links)[:_LIKELIEST]:
            found[number].add(link)
            found[other].add(link)
    return defaultdict(list, {number: sorted(links) for number, links in found.items()})


class _Pairs:
    """The links between the entities of one part."""

    def __init__(self, profiles: Mapping[str, Profile], settled: Settled) -> None:
        self._profiles = profiles
        self._different: dict[str, set[str]] = defaultdict(set)
        for left, right in settled.different:
            self._different[left].add(right)
            self._different[right].add(left)

    def likeliest(self, single: _Cluster, index: _Index) -> tuple[int, Link | None]:
        """The number of the cluster that one is most likely a part of, with the link; no link where it is of none."""
        number, best = 0, None
        for other in index.beside(single):
            link = self.between(single, index.clusters[other])
            if link is not None and link.score >= SAME and (best is None or link.score > best.score):
                number, best = other, link
        return number, best

    def between(self, some: _Cluster, others: _Cluster) -> Link | None:
        """The strongest link between two clusters; None where any of their members cannot be one.

        Of large clusters the members of whom most is told stand for all.
        """
        if not some.articles.isdisjoint(others.articles) or self._told_apart(some, others):
            return None
        best: Link | None = None
        for one, other in product(some.members[:_SAMPLE], others.members[:_SAMPLE]):
            found = likeness(self._profiles[one], self._profiles[other])
            if found.score <= 0.0:
                return None
            if best is None or found.score >= best.score:
                link = Link(min(one, other), max(one, other), found.score, found.reason)
                best = link if best is None or found.score > best.score else min(link, best)
        return best

    def _told_apart(self, some: _Cluster, others: _Cluster) -> bool:
        different = {other for iri in some.everyone() for other in self._different.get(iri, ())}
        return bool(different) and not different.isdisjoint(others.everyone())


def _linked(cluster: _Cluster, entities: Entities, possible: Sequence[Link]) -> Linked:
    mine = [entities[iri][0] for iri in cluster.everyone()]
    counts = Counter(entity.name for entity in mine)
    name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    kind = Kind.COURT if any(entity.kind is Kind.COURT for entity in mine) else mine[0].kind
    return Linked(kind, name, tuple(sorted(cluster.everyone())), tuple(sorted(cluster.links)), tuple(possible))
