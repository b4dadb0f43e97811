"""Event coreference across articles: clusters of what articles tell, acts and events alike."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from onrecord.values.cross_article import Shared


class Told(Protocol):
    """What one article tells."""

    @property
    def iri(self) -> str:
        """Its IRI."""

    @property
    def article(self) -> str:
        """The IRI of its article."""


_Told = TypeVar("_Told", bound=Told)


@dataclass(slots=True, eq=False)
class _Cluster(Generic[_Told]):
    """What is taken for one so far."""

    members: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    different: dict[Hashable, _Told] = field(default_factory=dict)  # of members that tell the same, the first
    reasons: dict[str, None] = field(default_factory=dict)


def shared(
    told: Iterable[_Told],
    keys: Callable[[_Told], Iterable[Hashable]],
    content: Callable[[_Told], Hashable],
    may_be_one: Callable[[_Told, _Told], bool],
    reason: Callable[[_Told, Sequence[_Told]], str],
) -> list[Shared]:
    """What more than one article tells, in order of the first member.

    Each, in the order given, joins the one cluster that it shares a key with, that nothing tells it apart from and that
    something tells it is; what could be either of two stays apart. One article has told its own apart already. Members
    of the same content are compared once.
    """
    clusters: list[_Cluster[_Told]] = []
    under: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for one in told:
        mine = [*keys(one)]
        fitting = []
        for number in sorted({number for key in mine for number in under.get(key, ())}):
            others = [*clusters[number].different.values()]
            apart = one.article in clusters[number].articles or not all(may_be_one(one, other) for other in others)
            if not apart and (why := reason(one, others)):
                fitting.append((number, why))
        if len(fitting) == 1:
            ((number, why),) = fitting
            clusters[number].reasons.setdefault(why)
        else:
            number = len(clusters)
            clusters.append(_Cluster())
        cluster = clusters[number]
        cluster.members.append(one.iri)
        cluster.articles.add(one.article)
        cluster.different.setdefault(content(one), one)
        for key in mine:
            under[key][number] = None
    found = (Shared(tuple(sorted(c.members)), "; ".join(c.reasons)) for c in clusters if len(c.members) > 1)
    return sorted(found, key=lambda one: one.members)
