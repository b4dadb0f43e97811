"""The triples of official acts, and of accusations."""

from collections.abc import Iterator, Sequence

from onrecord.claims import AccusationClaim, ActClaim
from onrecord.graph.context import Context
from onrecord.graph.dates import dated
from onrecord.graph.evidence import supported
from onrecord.graph.terms import Triple, term, text, worded
from onrecord.graph.vocabulary import ONR, RDF

_EFFECTS = {"upholds": ONR.upholds, "overturns": ONR.overturns, "amends": ONR.amends}  # by terms of the word list


def act_iri(claim: ActClaim, context: Context) -> str:
    """The IRI of an act, told apart by its fields and those it is against; nobody's act is known by its words."""
    label = f"{claim.type} {claim.by.name}" if claim.by else claim.type
    against = sorted(context.entities[entity] for entity in claim.against)
    words = () if claim.by or against else (str(claim.evidence[0].start), str(claim.evidence[0].end))
    told = (claim.date, claim.subject, claim.number, claim.standing, *sorted(effect.kind for effect in claim.effects))
    return context.node("act", label, *told, *against, *words)


def act(node: str, claim: ActClaim, context: Context) -> Iterator[Triple]:
    """What a body did in law: who, against whom, when, and how it stands."""
    yield node, RDF.type, ONR.Act
    yield node, ONR.actType, term("act", claim.type)
    yield node, ONR.by, context.entity(claim.by)
    yield node, ONR.soughtBy, context.entity(claim.sought_by)
    yield node, ONR.byDescription, text(worded(claim.described))
    yield node, ONR.madeIn, context.entity(claim.place)
    for entity in claim.against:
        yield node, ONR.against, context.entities[entity]
    for acquitted in claim.acquits:
        yield node, ONR.acquits, context.entities[acquitted]
    yield from dated(node, ONR.date, claim.date)
    yield node, ONR.standing, term("standing", claim.standing)
    yield node, ONR.subject, text(claim.subject)
    yield node, ONR.number, text(claim.number)
    yield from supported(node, claim.evidence, context)


def revisions(acts: Sequence[tuple[str, ActClaim]]) -> Iterator[Triple]:
    """Tie acts to the earlier ones that they uphold, overturn or amend."""
    for node, claim in acts:
        yield from ((node, _EFFECTS[effect.kind], acts[effect.act][0]) for effect in claim.effects)


def accusation(claim: AccusationClaim, context: Context) -> Iterator[Triple]:
    """Somebody is accused of a deed, and how far that has come. Never that they did it."""
    person, by = context.entities[claim.person], context.entity(claim.by)
    label = f"{claim.status} {claim.person.name}"
    node = context.node("accusation", label, claim.deed, str(by or ""), claim.described, claim.date)
    yield node, RDF.type, ONR.Accusation
    yield node, ONR.accused, person
    yield node, ONR.allegation, text(claim.deed)
    yield node, ONR.allegedBy, by
    yield node, ONR.byDescription, text(claim.described)
    yield node, ONR.progress, term("accusation", claim.status)
    yield from dated(node, ONR.date, claim.date)
    yield from supported(node, claim.evidence, context)
