"""Who takes part in what, by whose word, as of when: `assemble` makes the claims of one article from its findings."""

from onrecord.claims.assembly import assemble
from onrecord.claims.values import ActClaim, Claims, FigureClaim, PositionClaim, StatementClaim

__all__ = ["ActClaim", "Claims", "FigureClaim", "PositionClaim", "StatementClaim", "assemble"]
