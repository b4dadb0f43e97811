"""When people were born, as listings say it."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.values.claims import BirthClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Birth, Evidence, Kind


def births(found: Iterable[Birth], resolution: Resolution) -> tuple[BirthClaim, ...]:
    """One claim for each person and date; dates that contradict each other stay side by side."""
    of: dict[tuple[Entity, str], set[Evidence]] = defaultdict(set)
    for birth in found:
        person = resolution.entity(birth.person)
        if person is not None and person.kind is Kind.PERSON:
            of[person, birth.date].add(birth.evidence)
    return tuple(BirthClaim(person, date, tuple(sorted(where))) for (person, date), where in of.items())
