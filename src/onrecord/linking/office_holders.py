"""Who held an office that an article names without its holder, by what other articles attest.

Only where exactly one person is attested for that day, in that role and of that body or state: on the day itself, in a
span that holds it, or on days before and after it. The articles' own statements do not change with it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

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
    attested: dict[tuple[str, str], dict[str, list[Attested]]] = defaultdict(lambda: defaultdict(list))
    for position in positions:
        attested[position.role, position.of][position.person].append(position)
    held = {office: {person: _Tenure(p) for person, p in people.items()} for office, people in attested.items()}
    found = []
    for office in offices:
        people = held.get((office.role, office.of), {})
        reasons = {person: reason for person, tenure in people.items() if (reason := tenure.covers(office))}
        if len(reasons) == 1:
            ((person, reason),) = reasons.items()
            found.append(Held(office.node, person, reason))
    return sorted(found, key=lambda h: h.office)


class _Tenure:
    """The spans for which one person is attested in an office."""

    def __init__(self, positions: Iterable[Attested]) -> None:
        spans = sorted((p.first, p.last) for p in positions)
        self._starts = [first for first, _ in spans]
        self._ends = [*accumulate((last for _, last in spans), max)]  # the last day of those that began until then

    def covers(self, office: Attested) -> str:
        """Why these spans say that the person held the office then; '' where they do not."""
        begun = bisect_right(self._starts, office.first)
        if begun and office.last <= self._ends[begun - 1]:
            return "attested for that day"
        first, last = self._starts[0], self._ends[-1]
        within = first <= office.first <= office.last <= last
        return f"attested before and after it, from {first} to {last}" if within else ""
