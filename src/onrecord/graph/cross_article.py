"""The graphs that belong to no single article: who is who across articles, and the record of the runs."""

import datetime as dt
from collections.abc import Iterable

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, OWL, PROV, RDF, SDO, XSD

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR
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


def identity_graph(identities: Iterable[Identity]) -> Graph:
    """Who and what the entities of all articles were decided to be."""
    graph = Graph()
    told = list(identities)
    identity_of = {member: URIRef(identity.iri) for identity in told for member in identity.members}
    for identity in told:
        node = URIRef(identity.iri)
        graph.add((node, RDF.type, ONR.Identity))
        graph.add((node, RDF.type, _IDENTITY_CLASSES[identity.kind]))
        graph.add((node, SDO.name, Literal(identity.name)))
        for same in identity.same_as:
            graph.add((node, OWL.sameAs, URIRef(same)))
        for member in identity.members:
            graph.add((URIRef(member), ONR.identity, node))
        for decision in identity.decisions:
            graph.add((node, ONR.decision, _decision(graph, decision)))
        for decision in identity.possibly:
            _decision(graph, decision)
            for other in {identity_of[decision.left], identity_of[decision.right]} - {node}:
                graph.add((node, ONR.possiblySame, other))
    return graph


def _decision(graph: Graph, decision: Link) -> URIRef:
    node = URIRef(f"{iri.BASE}decision/{iri.digest(decision.left, decision.right)}")
    graph.add((node, RDF.type, ONR.Decision))
    graph.add((node, ONR.about, URIRef(decision.left)))
    graph.add((node, ONR.about, URIRef(decision.right)))
    graph.add((node, ONR.score, Literal(f"{decision.score:.3f}", datatype=XSD.decimal)))
    graph.add((node, ONR.rule, Literal(decision.reason)))
    return node


def shared_graph(acts: Iterable[Shared], events: Iterable[Shared], offices: Iterable[Held]) -> Graph:
    """What articles tell together: a node for each act or event that several of them tell, and who holds offices."""
    graph = Graph()
    for office in offices:
        graph.add((URIRef(office.office), ORG.heldBy, URIRef(office.person)))
        graph.add((URIRef(office.office), ONR.rule, Literal(office.reason)))
    for act in acts:
        _share(graph, act, URIRef(iri.identity("shared-act", *act.members[:1])), ONR.SharedAct, ONR.sharedAct)
    for event in events:
        _share(graph, event, URIRef(iri.identity("shared-event", *event.members[:1])), ONR.SharedEvent, ONR.sharedEvent)
    return graph


def _share(graph: Graph, shared: Shared | SharedFigure, node: URIRef, type_: URIRef, link: URIRef) -> None:
    graph.add((node, RDF.type, type_))
    graph.add((node, ONR.rule, Literal(shared.reason)))
    for member in shared.members:
        graph.add((URIRef(member), link, node))


def compared_graph(
    counts: Iterable[SharedFigure], revisions: Iterable[Revision], disagreements: Iterable[Disagreement]
) -> Graph:
    """What comes of setting figures side by side: a node for each count told by several, and for each disagreement."""
    graph = Graph()
    for count in counts:
        node = URIRef(iri.identity("shared-figure", *count.members[:1]))
        _share(graph, count, node, ONR.SharedFigure, ONR.sharedFigure)
        for figure, origin in count.origins:
            graph.add((URIRef(figure), ONR.origin, URIRef(origin)))
    for revision in revisions:
        graph.add((URIRef(revision.later), ONR.revises, URIRef(revision.earlier)))
    for disagreement in disagreements:
        node = URIRef(f"{iri.BASE}disagreement/{iri.digest(disagreement.lesser, disagreement.greater)}")
        graph.add((node, RDF.type, ONR.Disagreement))
        graph.add((node, ONR.lesser, URIRef(disagreement.lesser)))
        graph.add((node, ONR.greater, URIRef(disagreement.greater)))
        graph.add((node, ONR.rule, Literal(disagreement.reason)))
    return graph


def run_graph(configuration: Configuration, started: dt.datetime, ended: dt.datetime, made: Iterable[str]) -> Graph:
    """The record of one run that extracted the articles whose IRIs are `made`; times in UTC."""
    graph = Graph()
    run, agent = (
        URIRef(f"{iri.BASE}run/{started:%Y%m%dT%H%M%S.%fZ}"),
        URIRef(iri.configuration(configuration.fingerprint)),
    )
    graph.add((run, RDF.type, ONR.Run))
    graph.add((run, PROV.startedAtTime, Literal(started.isoformat(), datatype=XSD.dateTime)))
    graph.add((run, PROV.endedAtTime, Literal(ended.isoformat(), datatype=XSD.dateTime)))
    graph.add((run, PROV.wasAssociatedWith, agent))
    graph.add((agent, RDF.type, ONR.Configuration))
    graph.add((agent, ONR.version, Literal(configuration.version)))
    graph.add((agent, ONR.fingerprint, Literal(configuration.fingerprint)))
    for model in configuration.models:
        node = URIRef(f"{iri.BASE}model/{iri.slug(model.name)}-{model.sha256[:12]}")
        graph.add((agent, ONR.model, node))
        graph.add((node, RDF.type, PROV.Entity))
        graph.add((node, SDO.name, Literal(model.name)))
        graph.add((node, ONR.version, Literal(model.version)))
        graph.add((node, ONR.sha256, Literal(model.sha256)))
    for one in configuration.ontology:
        node = URIRef(f"{iri.BASE}ontology/{iri.slug(one.name)}-{one.sha256[:12]}")
        graph.add((run, PROV.used, node))
        graph.add((node, RDF.type, PROV.Entity))
        graph.add((node, SDO.name, Literal(one.name)))
        graph.add((node, ONR.sha256, Literal(one.sha256)))
    for article in made:
        graph.add((URIRef(article), PROV.wasGeneratedBy, run))
    return graph
