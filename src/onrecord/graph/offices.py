"""The triples of positions that people hold, and of offices that an article names without their holders."""

from collections.abc import Iterator

from onrecord.claims import OfficeClaim, PositionClaim
from onrecord.graph.context import Context
from onrecord.graph.dates import dated
from onrecord.graph.evidence import supported
from onrecord.graph.terms import Triple, term, text
from onrecord.graph.vocabulary import ONR, ORG, RDF, SDO


def position(claim: PositionClaim, context: Context) -> Iterator[Triple]:
    """Somebody holds a title."""
    person, organization = context.entities[claim.person], context.entity(claim.organization)
    node = context.node("position", claim.title, person, str(organization or ""))
    yield node, RDF.type, ONR.Position
    yield node, ORG.member, person
    yield node, ORG.organization, organization
    yield node, SDO.roleName, text(claim.title)
    yield node, ONR.role, term("post", claim.role)
    yield node, ONR.tenure, term("tenure", claim.tenure)
    yield from dated(node, ONR.attested, claim.attested)
    yield node, ONR.jurisdiction, context.entity(claim.place)
    yield from supported(node, claim.evidence, context)


def office(claim: OfficeClaim, context: Context) -> Iterator[Triple]:
    """An office whose holder the article does not name."""
    of = context.entity(claim.organization or claim.place)
    node = context.node("office", claim.title, claim.role, str(of or ""))
    yield node, RDF.type, ONR.Office
    yield node, ORG.postIn, context.entity(claim.organization)
    yield node, ONR.jurisdiction, context.entity(claim.place)
    yield node, SDO.roleName, text(claim.title)
    yield node, ONR.role, term("post", claim.role)
    yield from dated(node, ONR.attested, claim.attested)
    yield from supported(node, claim.evidence, context)
