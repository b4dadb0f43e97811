"""The graphs that belong to no single article: who is who across articles, and the record of the runs."""

import datetime as dt
from collections.abc import Iterable, Iterator

from onrecord.graph import iri
from onrecord.graph.terms import Triple, literal, typed
from onrecord.graph.vocabulary import ONR, ORG, OWL, PROV, RDF, SDO, XSD
from onrecord.values.configuration import Configuration
from onrecord.values.cross_article import Disagreement, Held, Revision, Shared, SharedFigure
from onrecord.values.findings import Kind
from onrecord.values.identities import Identity, Link

_IDENTITY_CLASSES = {
    Kind.PERSON: SDO.Person,
    Kind.ORGANIZATION: SDO.Organization,
    Kind.COURT: SDO.Organization,
    Kind.PLACE: SDO.Place,
}


def identity_graph(identities: Iterable[Identity]) -> Iterator[Triple]:
    """Who and what the entities of all articles were decided to be."""
    told = list(identities)
    identity_of = {member: identity.iri for identity in told for member in identity.members}
    for identity in told:
        node = identity.iri
        yield node, RDF.type, ONR.Identity
        yield node, RDF.type, _IDENTITY_CLASSES[identity.kind]
        yield node, SDO.name, literal(identity.name)
        for same in identity.same_as:
            yield node, OWL.sameAs, same
        for member in identity.members:
            yield member, ONR.identity, node
        for decision in identity.decisions:
            yield node, ONR.decision, _decision_iri(decision)
            yield from _decision(decision)
        for decision in identity.possibly:
            yield from _decision(decision)
            for other in {identity_of[decision.left], identity_of[decision.right]} - {node}:
                yield node, ONR.possiblySame, other


def _decision_iri(decision: Link) -> str:
    return f"{iri.BASE}decision/{iri.digest(decision.left, decision.right)}"


def _decision(decision: Link) -> Iterator[Triple]:
    node = _decision_iri(decision)
    yield node, RDF.type, ONR.Decision
    yield node, ONR.about, decision.left
    yield node, ONR.about, decision.right
    yield node, ONR.score, typed(f"{decision.score:.3f}", XSD.decimal)
    yield node, ONR.rule, literal(decision.reason)


def shared_graph(acts: Iterable[Shared], events: Iterable[Shared], offices: Iterable[Held]) -> Iterator[Triple]:
    """What articles tell together: a node for each act or event that several of them tell, and who holds offices."""
    for office in offices:
        yield office.office, ORG.heldBy, office.person
        yield office.office, ONR.rule, literal(office.reason)
    for act in acts:
        yield from _share(act, iri.identity("shared-act", *act.members[:1]), ONR.SharedAct, ONR.sharedAct)
    for event in events:
        yield from _share(event, iri.identity("shared-event", *event.members[:1]), ONR.SharedEvent, ONR.sharedEvent)


def _share(shared: Shared | SharedFigure, node: str, type_: str, link: str) -> Iterator[Triple]:
    yield node, RDF.type, type_
    yield node, ONR.rule, literal(shared.reason)
    for member in shared.members:
        yield member, link, node


def compared_graph(
    counts: Iterable[SharedFigure], revisions: Iterable[Revision], disagreements: Iterable[Disagreement]
) -> Iterator[Triple]:
    """What comes of setting figures side by side: a node for each count told by several, and for each disagreement."""
    for count in counts:
        node = iri.identity("shared-figure", *count.members[:1])
        yield from _share(count, node, ONR.SharedFigure, ONR.sharedFigure)
        for figure, origin in count.origins:
            yield figure, ONR.origin, origin
    for revision in revisions:
        yield revision.later, ONR.revises, revision.earlier
    for disagreement in disagreements:
        node = f"{iri.BASE}disagreement/{iri.digest(disagreement.lesser, disagreement.greater)}"
        yield node, RDF.type, ONR.Disagreement
        yield node, ONR.lesser, disagreement.lesser
        yield node, ONR.greater, disagreement.greater
        yield node, ONR.rule, literal(disagreement.reason)


def run_graph(
    configuration: Configuration, started: dt.datetime, ended: dt.datetime, made: Iterable[str]
) -> Iterator[Triple]:
    """The record of one run that extracted the articles whose IRIs are `made`; times in UTC."""
    run, agent = f"{iri.BASE}run/{started:%Y%m%dT%H%M%S.%fZ}", iri.configuration(configuration.fingerprint)
    yield run, RDF.type, ONR.Run
    yield run, PROV.startedAtTime, typed(started.isoformat(), XSD.dateTime)
    yield run, PROV.endedAtTime, typed(ended.isoformat(), XSD.dateTime)
    yield run, PROV.wasAssociatedWith, agent
    yield agent, RDF.type, ONR.Configuration
    yield agent, ONR.version, literal(configuration.version)
    yield agent, ONR.fingerprint, literal(configuration.fingerprint)
    for model in configuration.models:
        node = f"{iri.BASE}model/{iri.slug(model.name)}-{model.sha256[:12]}"
        yield agent, ONR.model, node
        yield node, ONR.version, literal(model.version)
        yield from source_file(node, model.name, model.sha256)
    for one in configuration.ontology:
        node = f"{iri.BASE}ontology/{iri.slug(one.name)}-{one.sha256[:12]}"
        yield run, PROV.used, node
        yield from source_file(node, one.name, one.sha256)
    for article in made:
        yield article, PROV.wasGeneratedBy, run


def source_file(node: str, name: str, sha256: str) -> Iterator[Triple]:
    """A file that something rests on, known by its SHA-256."""
    yield node, RDF.type, PROV.Entity
    yield node, SDO.name, literal(name)
    yield node, ONR.sha256, literal(sha256)
