"""Whom an article calls a child."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.values.claims import AgeClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Age, Kind


def ages(found: Iterable[Age], resolution: Resolution) -> tuple[AgeClaim, ...]:
    """One claim for each person; somebody who is of age in one sentence and a child in another has grown up."""
    of: dict[Entity, list[Age]] = defaultdict(list)
    for age in found:
        person = resolution.entity(age.person)
        if person is not None and person.kind is Kind.PERSON:
            of[person].append(age)
    return tuple(_claim(person, told) for person, told in of.items())


def _claim(person: Entity, told: list[Age]) -> AgeClaim:
    minor = all(age.minor for age in told)
    return AgeClaim(person, minor, tuple(sorted({age.evidence for age in told if age.minor is minor})))
