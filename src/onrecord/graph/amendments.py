"""What users' decisions change in the graph of an article."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, OWL, PROV, RDF, SDO, SKOS
from rdflib.term import Node

from onrecord.graph import corrections, iri
from onrecord.graph.rdflib_terms import ONR
from onrecord.graph.terms import ENTITY_CLASSES
from onrecord.lexicon import bases
from onrecord.lexicon.official_acts import has
from onrecord.values.findings import Kind

_BODIES = (Kind.ORGANIZATION, Kind.COURT)
# What only some kinds of entities can be: where a statement was made is a place.
_BORNE_BY = {
    ORG.organization: _BODIES,
    ORG.postIn: _BODIES,
    ONR.reportedBy: (Kind.PERSON, *_BODIES),
    ONR.saidIn: (Kind.PLACE,),
    ONR.jurisdiction: (Kind.PLACE,),
    ONR.where: (Kind.PLACE,),
}


@dataclass(frozen=True, slots=True)
class Amendment:
    """What users' decisions change in one article; by the IRIs of its nodes, each with the decision's IRI."""

    struck: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    misread: Mapping[str, str] = field(default_factory=dict)  # of statements
    corrected: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)  # and of these, by fields

    @property
    def fingerprint(self) -> str:
        """The same for the same changes."""
        parts = (self.struck, self.kinds, self.names, self.misread)
        corrected = {statement: sorted(fields.items()) for statement, fields in self.corrected.items()}
        return iri.digest(*(repr(sorted(part.items())) for part in (*parts, *([corrected] if corrected else []))))


def amend(graph: Graph, amendment: Amendment) -> dict[str, str]:
    """Change an article's graph by the decisions; gives each node whose statements changed, with the decision's IRI."""
    changed: dict[URIRef, str] = {}
    for entity, by in amendment.struck.items():
        _cut_off(graph, URIRef(entity), by, changed)
        graph.remove((URIRef(entity), None, None))
    for entity, (kind, by) in amendment.kinds.items():
        _retype(graph, URIRef(entity), kind, by, changed)
    for entity, (name, by) in amendment.names.items():
        _rename(graph, URIRef(entity), name)
        changed[URIRef(entity)] = by
    for statement, fields in amendment.corrected.items():
        for name, (value, by) in fields.items():
            corrections.correct(graph, statement, name, value)
            changed[URIRef(statement)] = by
    for statement, by in amendment.misread.items():
        changed[URIRef(statement)] = by
        changed.update({URIRef(str(node)): by for node in graph.subjects(None, URIRef(statement))})
        _take_out(graph, URIRef(statement))
    return {str(node): by for node, by in changed.items()}


def _cut_off(graph: Graph, entity: URIRef, by: str, changed: dict[URIRef, str]) -> None:
    """Take back what is said by or of an entity that is none; a position, an act or a link that needs it goes."""
    changed[entity] = by
    for subject, predicate in list(graph.subject_predicates(entity)):
        node = URIRef(str(subject))
        _untie(graph, node, predicate, entity)
        changed[node] = by
        if predicate == ONR.speaker:
            graph.remove((node, ONR.speakerEvidence, None))
        elif predicate == PROV.agent:
            changed.update({URIRef(str(figure)): by for figure in graph.subjects(PROV.qualifiedAttribution, node)})
            del changed[node]
            _take_out(graph, node)
        elif _is_nothing(graph, node, predicate):
            _take_out(graph, node)


def _untie(graph: Graph, node: Node, predicate: Node, entity: URIRef) -> None:
    """Take back a link, and on what it was decided."""
    graph.remove((node, predicate, entity))
    for basis in list(graph.objects(node, ONR.basis)):
        if bases.decides(iri.term_of(str(basis))) == str(predicate):
            graph.remove((node, ONR.basis, basis))


def _is_nothing(graph: Graph, node: URIRef, without: Node) -> bool:
    """Whether a position, an office or an act is none without what the property linked it to."""
    if (node, RDF.type, ONR.Act) in graph:
        return not _is_act(graph, node)
    return without == ORG.member or (node, RDF.type, ONR.Office) in graph


def _is_act(graph: Graph, node: URIRef) -> bool:
    """Whether an act still names who acted, or who sought it; or a party, of an act that has parties."""
    mutual = any(has(iri.term_of(str(kind)), "mutual") for kind in graph[node : ONR.actType])
    told = (ONR.by, ONR.soughtBy, ONR.against) if mutual else (ONR.by, ONR.soughtBy)
    return any((node, predicate, None) in graph for predicate in told)


def _take_out(graph: Graph, node: URIRef) -> None:
    graph.remove((node, None, None))
    graph.remove((None, None, node))


def _retype(graph: Graph, entity: URIRef, kind: Kind, by: str, changed: dict[URIRef, str]) -> None:
    """Make an entity what it is; positions held by what is no person, or in what is no body, are taken back."""
    changed[entity] = by
    for entity_class in {c for classes in ENTITY_CLASSES.values() for c in classes}:
        graph.remove((entity, RDF.type, URIRef(entity_class)))
    for entity_class in ENTITY_CLASSES[kind]:
        graph.add((entity, RDF.type, URIRef(entity_class)))
    graph.remove((entity, OWL.sameAs, None))
    for mention in graph.objects(entity, ONR.mention):
        graph.remove((mention, ONR.confidence, None))  # it was of another type
    if kind is not Kind.PERSON:
        for predicate in (ONR.minor, ONR.ageEvidence, SDO.birthDate):
            graph.remove((entity, predicate, None))
        for position in list(graph.subjects(ORG.member, entity)):
            changed[URIRef(str(position))] = by
            _take_out(graph, URIRef(str(position)))
    for predicate, kinds in _BORNE_BY.items():
        if kind not in kinds:
            for node in list(graph.subjects(predicate, entity)):
                changed[URIRef(str(node))] = by
                _untie(graph, node, predicate, entity)
                if _is_nothing(graph, URIRef(str(node)), predicate):
                    _take_out(graph, URIRef(str(node)))


def _rename(graph: Graph, entity: URIRef, name: str) -> None:
    """Give an entity its preferred label; the name it had stays as another."""
    before = graph.value(entity, SDO.name)
    if before is not None and str(before) != name:
        graph.remove((entity, SDO.name, None))
        graph.add((entity, SDO.name, Literal(name)))
        graph.add((entity, SKOS.altLabel, before))
        graph.remove((entity, SKOS.altLabel, Literal(name)))
