"""Event coreference across articles: clusters of what articles tell, acts and events alike."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Protocol, TypeVar

from onrecord.values.cross_article import Shared


class Told(Protocol):
    """What one article tells."""

    @property
    def iri(self) -> str:
        """Its IRI."""


_Told = TypeVar("_Told", bound=Told)


def shared(
    told: Iterable[_Told],
    block: Callable[[_Told], Hashable],
    may_be_one: Callable[[_Told, _Told], bool],
    reason: Callable[[_Told, Sequence[_Told]], str],
) -> list[Shared]:
    """What more than one article tells, in order of the first member.

    Each, in the order given, joins the one cluster of its block that nothing tells it apart from and that something
    tells it is; what could be either of two stays apart.
    """
    clusters: dict[Hashable, list[list[_Told]]] = defaultdict(list)
    for one in told:
        those = clusters[block(one)]
        fitting = [c for c in those if all(may_be_one(one, other) for other in c) and reason(one, c)]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            those.append([one])
    found = [c for those in clusters.values() for c in those if len(c) > 1]
    return sorted((_shared(c, reason) for c in found), key=lambda s: s.members)


def _shared(cluster: list[_Told], reason: Callable[[_Told, Sequence[_Told]], str]) -> Shared:
    reasons = dict.fromkeys(reason(one, cluster[:i]) for i, one in enumerate(cluster) if i)
    return Shared(tuple(sorted(one.iri for one in cluster)), "; ".join(reasons))
