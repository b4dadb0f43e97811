"""Which offices an article names without their holder."""

from collections.abc import Iterable

from onrecord.values.claims import OfficeClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Kind, Office


def offices(found: Iterable[Office], resolution: Resolution, published: str) -> tuple[OfficeClaim, ...]:
    """The claim of each office whose holder the article does not name, on the day of its publication."""
    told: dict[tuple[str, Entity], OfficeClaim] = {}
    for office in found:
        of = resolution.entity(office.organization or office.place)
        if not published or of is None or resolution.entity(office.holder) is not None:
            continue
        earlier = told.get((office.post, of))
        told[office.post, of] = OfficeClaim(
            title=earlier.title if earlier else office.title.exact,
            role=office.post,
            organization=of if of.kind is not Kind.PLACE else None,
            place=of if of.kind is Kind.PLACE else None,
            attested=published,
            evidence=(*(earlier.evidence if earlier else ()), office.title),
        )
    return tuple(told.values())
