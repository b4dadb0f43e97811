"""Users' decisions as a graph, and back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import BNode, Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from onrecord.graph import iri
from onrecord.graph.cross_article import source_file
from onrecord.graph.terms import Triple, literal, term, typed
from onrecord.graph.vocabulary import ONR, PROV, RDF, SDO, XSD
from onrecord.values.decisions import UserDecision, checked

_TEXTS = {
    ONR.node: "node",
    ONR.other: "other",
    ONR.decidedValue: "value",
    ONR.inArticle: "article",
    SDO.dateCreated: "on",
    ONR.rule: "why",
}


def decision_iri(decision: UserDecision) -> str:
    """The IRI of a decision, minted from all that was decided."""
    return f"{iri.BASE}decision/{iri.slug(f'{decision.verdict} {decision.node}')}-{iri.digest(*decision.key)}"


def decision_graph(decisions: Iterable[UserDecision], changed: Iterable[tuple[str, str]] = ()) -> Iterator[Triple]:
    """The decisions, with who and when and the files they come from.

    Each node in `changed` is tied to the decision that changed what is said of it: pairs of IRIs.
    """
    for decision in decisions:
        yield from _decision(decision_iri(decision), decision)
    for subject, by in changed:
        yield subject, ONR.decision, by


def _decision(node: str, decision: UserDecision) -> Iterator[Triple]:
    yield node, RDF.type, ONR.ReaderDecision
    yield node, ONR.verdict, term("verdict", decision.verdict)
    for predicate, attribute in _TEXTS.items():
        if value := getattr(decision, attribute):
            yield node, predicate, typed(value, XSD.date) if predicate == SDO.dateCreated else literal(value)
    for entity in (*decision.about, *decision.about_other):
        yield node, ONR.about, entity
    for entity in decision.about_other:
        yield node, ONR.aboutOther, entity
    for former in decision.former:
        yield node, ONR.formerValue, literal(former)
    agent = f"{iri.BASE}reader/{iri.slug(decision.by)}-{iri.digest(decision.by)}"
    yield node, PROV.wasAttributedTo, agent
    yield agent, RDF.type, PROV.Agent
    yield agent, SDO.name, literal(decision.by)
    for name, sha256 in decision.files:
        file = f"{iri.BASE}decisions/{iri.slug(name)}-{sha256[:12]}"
        yield node, PROV.wasDerivedFrom, file
        yield from source_file(file, name, sha256)


def decisions_of(graph: Graph) -> tuple[UserDecision, ...]:
    """The decisions that a graph made by `decision_graph` holds, in order of their day.

    Raises:
        ValueError: the graph was changed by others, so that one of its decisions is none.
    """
    found = []
    for node, row in _rows(graph):
        decision = checked(row)
        if isinstance(decision, str):
            raise ValueError(f"{node}: {decision}")
        files = _objects(graph, node, PROV.wasDerivedFrom)
        about, other = (set(_texts(graph, [node], predicate)) for predicate in (ONR.about, ONR.aboutOther))
        found.append(
            replace(
                decision,
                files=tuple(sorted(_file(graph, file) for file in files)),
                about=tuple(sorted(about - other)),
                about_other=tuple(sorted(other)),
                former=tuple(_texts(graph, [node], ONR.formerValue)),
            )
        )
    return tuple(sorted(found, key=lambda d: (d.on, d.key)))


def _file(graph: Graph, node: Node) -> tuple[str, str]:
    (name,), (sha256,) = _texts(graph, [node], SDO.name), _texts(graph, [node], ONR.sha256)
    return name, sha256


def decision_rows(turtle: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The decisions that a user's Turtle holds: the name of each one's node, and its columns.

    Raises:
        ValueError: it is not Turtle.
    """
    graph = Graph()
    try:
        graph.parse(data=turtle, format="turtle", publicID=iri.BASE)
    except (BadSyntax, ParserError) as error:
        raise ValueError(" ".join(str(error).split())[:200]) from error
    return ((_called(node, row), row) for node, row in _rows(graph))


def _called(node: Node, row: dict[str, str]) -> str:
    return f"the decision on {row['node']}" if isinstance(node, BNode) else str(node).removeprefix(iri.BASE)


def _rows(graph: Graph) -> Iterator[tuple[Node, dict[str, str]]]:
    """Each decision's node and columns; where a property has several values, all of them, told apart by commas."""
    for node in sorted(graph.subjects(URIRef(RDF.type), URIRef(ONR.ReaderDecision)), key=str):
        row = {attribute: ", ".join(_texts(graph, [node], predicate)) for predicate, attribute in _TEXTS.items()}
        row["decision"] = ", ".join(verdict.rsplit("/", 1)[-1] for verdict in _texts(graph, [node], ONR.verdict))
        row["by"] = ", ".join(_texts(graph, _objects(graph, node, PROV.wasAttributedTo), SDO.name))
        yield node, row


def _objects(graph: Graph, node: Node, predicate: str) -> list[Node]:
    return list(graph.objects(node, URIRef(predicate)))


def _texts(graph: Graph, nodes: Iterable[Node], predicate: str) -> list[str]:
    """The values of a property of some nodes, sorted."""
    return sorted(str(value) for node in nodes for value in _objects(graph, node, predicate))
