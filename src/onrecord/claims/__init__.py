"""Who takes part in what, by whose word, as of when: `assemble` makes the claims of one article from its findings."""

from onrecord.claims.assembly import assemble, restored
from onrecord.values.claims import (
    AccusationClaim,
    ActClaim,
    AgeClaim,
    BirthClaim,
    Claims,
    EventClaim,
    FigureClaim,
    OfficeClaim,
    PositionClaim,
    Source,
    StatementClaim,
)

__all__ = [
    "AccusationClaim",
    "ActClaim",
    "AgeClaim",
    "BirthClaim",
    "Claims",
    "EventClaim",
    "FigureClaim",
    "OfficeClaim",
    "PositionClaim",
    "Source",
    "StatementClaim",
    "assemble",
    "restored",
]
