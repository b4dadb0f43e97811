"""The triples of an article's entities: names, mentions, whether a person is a child, when born."""

from collections.abc import Iterator
from itertools import repeat

from onrecord.claims import AgeClaim, BirthClaim
from onrecord.graph.context import Context
from onrecord.graph.evidence import located, supported
from onrecord.graph.terms import ENTITY_CLASSES, Triple, boolean, date_literal, decimal, literal, text
from onrecord.graph.vocabulary import ONR, OWL, RDF, SDO, SKOS
from onrecord.values.entities import Entity
from onrecord.values.findings import Form


def entity(named: Entity, context: Context) -> Iterator[Triple]:
    """A person, organization, court or place, with its names and mentions."""
    node = context.entities[named]
    for entity_class in ENTITY_CLASSES[named.kind]:
        yield node, RDF.type, entity_class
    yield node, SDO.name, literal(named.name)
    for label in named.labels:
        if label != named.name:
            yield node, SKOS.altLabel, literal(label)
    for same in named.same_as:
        yield node, OWL.sameAs, same
    yield from _mentions(named, node, context)


def _mentions(named: Entity, node: str, context: Context) -> Iterator[Triple]:
    """The words that stand for an entity, each with why it was taken for it, and how sure that is.

    Most are names: only other forms are told.
    """
    told = (named.forms or repeat(""), named.reasons or repeat(""), named.confidences or repeat(None))
    for where, form, reason, confidence in zip(named.mentions, *told, strict=False):
        mention = context.mentions[where]
        yield node, ONR.mention, mention
        yield from located(mention, where, context)
        yield mention, ONR.form, None if form == Form.NAME else text(form)
        yield mention, ONR.rule, text(reason)
        yield mention, ONR.confidence, decimal(confidence)


def birth(claim: BirthClaim, context: Context) -> Iterator[Triple]:
    """A person is said to have been born then."""
    person = context.entities[claim.person]
    yield person, SDO.birthDate, date_literal(claim.date)
    yield from supported(person, claim.evidence, context)


def age(claim: AgeClaim, context: Context) -> Iterator[Triple]:
    """A person is said to be a child, or to be of age."""
    person = context.entities[claim.person]
    yield person, ONR.minor, boolean(claim.minor)
    yield from supported(person, claim.evidence, context, ONR.ageEvidence)
