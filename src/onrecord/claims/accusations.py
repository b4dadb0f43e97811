"""Whom an article accuses of what, and by whose word."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.claims.merging import merged
from onrecord.values.claims import AccusationClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Accusation, Evidence, Kind


def accusations(found: Iterable[Accusation], resolution: Resolution) -> tuple[AccusationClaim, ...]:
    """A claim of each accusation against somebody whom the article names; the same one told again is one."""
    return merged(_claims(found, resolution), lambda claim: (claim.deed.lower(), claim.status), _same, _joined)


def _claims(found: Iterable[Accusation], resolution: Resolution) -> Iterator[AccusationClaim]:
    for accusation in found:
        person = resolution.entity(accusation.person)
        by = resolution.entity(accusation.by)
        if (
            person is None
            or person.kind is Kind.PLACE
            or person == by
            or _shared(accusation.person, person, resolution)
        ):
            continue
        described = accusation.described or accusation.by
        yield AccusationClaim(
            person=person,
            deed=" ".join(accusation.deed.exact.split()),
            by=by,
            described="" if by or described is None else described.exact,
            status=accusation.status,
            date=accusation.date,
            evidence=(accusation.evidence,),
            sentences=(accusation.sentence,),
        )


def _shared(words: Evidence, person: Entity, resolution: Resolution) -> bool:
    """Whether the words are a surname that somebody else in the article bears as well."""
    others = (e for e in resolution.entities if e.kind is Kind.PERSON and e is not person)
    return len(words.exact.split()) == 1 and any(words.exact == e.name.split()[-1] for e in others)


def _same(a: AccusationClaim, b: AccusationClaim) -> bool:
    """The same person, deed and status; neither who accuses them nor the day contradicts."""
    return (
        (a.person, a.deed.lower(), a.status) == (b.person, b.deed.lower(), b.status)
        and (a.by == b.by or not (a.by and b.by))
        and (a.date.startswith(b.date) or b.date.startswith(a.date))
    )


def _joined(a: AccusationClaim, b: AccusationClaim) -> AccusationClaim:
    by = a.by or b.by
    return replace(
        a,
        by=by,
        described="" if by else a.described or b.described,
        date=max(a.date, b.date, key=len),
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
    )
