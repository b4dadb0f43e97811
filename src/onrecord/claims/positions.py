"""Who holds which title."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.merging import merged
from onrecord.claims.values import PositionClaim
from onrecord.findings import Position
from onrecord.resolve import Resolution


def positions(found: Iterable[Position], resolution: Resolution) -> tuple[PositionClaim, ...]:
    """The claim of each position whose holder is known; a shorter form of a title repeats it."""
    claims = []
    for position in found:
        person = resolution.entity(position.person)
        if person is None:
            continue
        claims.append(
            PositionClaim(
                person=person,
                title=position.role or position.title.exact,
                organization=resolution.entity(position.organization),
                evidence=(position.title,),
                sentences=(position.sentence,),
            )
        )
    return merged(claims, _same_position, _joined_positions)


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
    )


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold()))
