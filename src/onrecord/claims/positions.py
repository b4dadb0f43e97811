"""Who holds which title."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.merging import merged
from onrecord.coref.name_clusters import BODIES
from onrecord.lexicon import lexicon
from onrecord.values.claims import PositionClaim
from onrecord.values.entities import Resolution
from onrecord.values.findings import Kind, Position


@lexicon.derived
def _not_now() -> frozenset[str]:
    """The tenures that say nothing of the day of publication."""
    return frozenset(c.term for c in lexicon.load().scheme("tenure") if c.one("atPublication") == "no")


def positions(found: Iterable[Position], resolution: Resolution, published: str) -> tuple[PositionClaim, ...]:
    """The claim of each position whose holder is known; a shorter form of a title repeats it.

    An article attests a position for the time it states, and one that is held for the day of its publication
    (`published`, ISO; '' where that is not known).
    """
    claims = []
    for position in found:
        person = resolution.entity(position.person)
        if person is None:
            continue
        told = resolution.entity(position.organization)
        body = told if told is not None and told.kind in BODIES else None
        owner = told if told is not None and told.kind is Kind.PLACE else None  # 'its president', of a state
        claims.append(
            PositionClaim(
                person=person,
                title=position.role or position.title.exact,
                organization=body,
                evidence=(position.title,),
                sentences=(position.sentence,),
                role=position.post,
                place=resolution.entity(position.place) or owner,
                tenure=position.tenure,
                attested=position.held or ("" if position.tenure in _not_now() else published),
            )
        )
    return merged(claims, lambda claim: claim.person.name, _same_position, _joined_positions)


def _same_position(a: PositionClaim, b: PositionClaim) -> bool:
    """The same person with the same title or a shorter form of it, and no other organization."""
    if a.person != b.person or (a.organization and b.organization and a.organization != b.organization):
        return False
    mine, other = _words(a.title), _words(b.title)
    return mine <= other or other <= mine


def _joined_positions(a: PositionClaim, b: PositionClaim) -> PositionClaim:
    return replace(
        a,
        title=a.title if len(_words(a.title)) >= len(_words(b.title)) else b.title,
        organization=a.organization or b.organization,
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
        role=a.role or b.role,
        place=a.place or b.place,
        tenure=a.tenure or b.tenure,
        attested=_attested(a, b),
    )


def _attested(a: PositionClaim, b: PositionClaim) -> str:
    """The time of the mention that says most of it: that it is over, or from when; else of the first."""
    said = [c.attested for c in (a, b) if c.tenure in _not_now()]
    return said[0] if said else max(a.attested, b.attested, key=len)


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold()))
