"""Official acts across articles: which of them are one, unless day or body contradict.

Two acts are one if they are of one type and of one body (an agreement: of the same parties), nothing tells them apart
(day, number, all those they are against), and something tells that they are one: the day, the number, or somebody
whom both are against. An act that could be either of two others stays apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.claims.act_numbers import told_apart
from onrecord.values.cross_article import Shared

_NOT_DONE = ("sought", "rejected")
_DAY = len("2024-01-24")
_ACTS = """
PREFIX onr: <https://w3id.org/onrecord/ns#>
SELECT ?article ?act ?type ?standing ?date ?number ?by ?against {
    ?article a onr:Article .
    GRAPH ?article { ?act a onr:Act ; onr:actType ?type
        OPTIONAL { ?act onr:standing ?standing } OPTIONAL { ?act onr:date ?date } OPTIONAL { ?act onr:number ?number }
        OPTIONAL { ?act onr:by ?actor } OPTIONAL { ?act onr:against ?target } }
    OPTIONAL { ?actor onr:identity ?by } OPTIONAL { ?target onr:identity ?against }
} ORDER BY ?act ?against"""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act as its article's graph has it; who takes part, by identity."""

    iri: str
    article: str
    type: str
    done: bool  # on record: neither sought nor rejected
    date: str  # ISO; '' where the article gives none
    number: str
    by: str
    against: frozenset[str]


def shared_acts(database: ox.Store) -> list[Shared]:
    """The acts that more than one article tells, in order of their first member."""
    return decide(_recorded(database))


def decide(acts: Iterable[Recorded]) -> list[Shared]:
    """Which acts are one; those of which most is told first, so that the others join what they contradict least."""
    clusters: dict[tuple[str, ...], list[list[Recorded]]] = defaultdict(list)
    for act in sorted(acts, key=lambda a: (-len(a.date), -len(a.against), not a.number, a.iri)):
        block = clusters[_block(act)]
        fitting = [c for c in block if all(_may_be_one(act, other) for other in c) and _reason(act, c)]
        if len(fitting) == 1:
            fitting[0].append(act)
        else:
            block.append([act])
    told = [c for block in clusters.values() for c in block if len(c) > 1]
    return sorted((_shared(c) for c in told), key=lambda s: s.members)


def _shared(cluster: list[Recorded]) -> Shared:
    reasons = dict.fromkeys(_reason(act, cluster[:i]) for i, act in enumerate(cluster) if i)
    return Shared(tuple(sorted(act.iri for act in cluster)), "; ".join(reasons))


def _block(act: Recorded) -> tuple[str, ...]:
    return (act.type, str(act.done), act.by, *(sorted(act.against) if not act.by else ()))


def _may_be_one(a: Recorded, b: Recorded) -> bool:
    """Whether nothing tells the two apart; one article has told its own acts apart already."""
    return (
        a.article != b.article
        and bool(a.by or len(a.against) > 1)
        and not told_apart(a.number, b.number)
        and (a.date.startswith(b.date) or b.date.startswith(a.date))
        and (not (a.against and b.against) or bool(a.against & b.against))
    )


def _reason(act: Recorded, others: Iterable[Recorded]) -> str:
    """What tells that the act is one with any of the others; '' where nothing does."""
    for other in others:
        if act.number and act.number == other.number:
            return "the same body and number"
        if len(act.date) == _DAY and act.date == other.date:
            return "the same body and day"
        if act.against & other.against:
            return "the same body, against the same, and no other day"
    return ""


def _recorded(database: ox.Store) -> list[Recorded]:
    rows = database.query(_ACTS, use_default_graph_as_union=True)
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    fields: dict[str, Mapping[str, str]] = {}
    against: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        act = row["act"].value
        names = ("article", "type", "standing", "date", "number", "by")
        fields[act] = {name: row[name].value if row[name] is not None else "" for name in names}
        if row["against"] is not None:
            against[act].add(row["against"].value)
    return [
        Recorded(
            iri=act,
            article=told["article"],
            type=told["type"],
            done=not told["standing"].endswith(_NOT_DONE),
            date=told["date"],
            number=told["number"],
            by=told["by"],
            against=frozenset(against[act]),
        )
        for act, told in fields.items()
    ]
