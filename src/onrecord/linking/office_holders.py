"""Who held an office that an article names without its holder, by what other articles attest.

Only where exactly one person is attested for that day, in that role and of that body or state: on the day itself, in a
span that holds it, or on days before and after it. The articles' own statements do not change with it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.values.cross_article import Held


@dataclass(frozen=True, slots=True)
class Attested:
    """That an office was held, from one day to another (ISO, inclusive), as articles attest it."""

    node: str  # IRI of the office or position
    role: str
    of: str  # the identity of the body or place
    first: str
    last: str
    person: str = ""  # the identity of the holder; '' where the article names none


def holders(offices: Iterable[Attested], positions: Iterable[Attested]) -> list[Held]:
    """For each office its holder, where exactly one person is attested for its day; in order of the office's IRI."""
    held: dict[tuple[str, str], dict[str, list[Attested]]] = defaultdict(lambda: defaultdict(list))
    for position in positions:
        held[position.role, position.of][position.person].append(position)
    found = []
    for office in offices:
        people = held.get((office.role, office.of), {})
        reasons = {person: reason for person, theirs in people.items() if (reason := _covers(theirs, office))}
        if len(reasons) == 1:
            ((person, reason),) = reasons.items()
            found.append(Held(office.node, person, reason))
    return sorted(found, key=lambda h: h.office)


def _covers(positions: Iterable[Attested], office: Attested) -> str:
    """Why the positions of one person say that they held the office then; '' where they do not."""
    theirs = list(positions)
    if any(p.first <= office.first and office.last <= p.last for p in theirs):
        return "attested for that day"
    first, last = min(p.first for p in theirs), max(p.last for p in theirs)
    return (
        f"attested before and after it, from {first} to {last}" if first <= office.first <= office.last <= last else ""
    )
