"""Users' decisions as a graph, and back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.namespace import PROV, RDF, SDO, XSD
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from onrecord.graph import iri
from onrecord.graph.terms import term
from onrecord.graph.vocabulary import ONR
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


def decision_graph(decisions: Iterable[UserDecision], changed: Iterable[tuple[str, str]] = ()) -> Graph:
    """The decisions, with who and when and the files they come from.

    Each node in `changed` is tied to the decision that changed what is said of it: pairs of IRIs.
    """
    graph = Graph()
    for decision in decisions:
        node = URIRef(decision_iri(decision))
        graph.add((node, RDF.type, ONR.ReaderDecision))
        graph.add((node, ONR.verdict, term("verdict", decision.verdict) or node))
        for predicate, attribute in _TEXTS.items():
            if value := getattr(decision, attribute):
                datatype = XSD.date if predicate == SDO.dateCreated else None
                graph.add((node, predicate, Literal(value, datatype=datatype)))
        for entity in (*decision.about, *decision.about_other):
            graph.add((node, ONR.about, URIRef(entity)))
        for entity in decision.about_other:
            graph.add((node, ONR.aboutOther, URIRef(entity)))
        agent = URIRef(f"{iri.BASE}reader/{iri.slug(decision.by)}-{iri.digest(decision.by)}")
        graph.add((node, PROV.wasAttributedTo, agent))
        graph.add((agent, RDF.type, PROV.Agent))
        graph.add((agent, SDO.name, Literal(decision.by)))
        for name, sha256 in decision.files:
            file = URIRef(f"{iri.BASE}decisions/{iri.slug(name)}-{sha256[:12]}")
            graph.add((node, PROV.wasDerivedFrom, file))
            graph.add((file, RDF.type, PROV.Entity))
            graph.add((file, SDO.name, Literal(name)))
            graph.add((file, ONR.sha256, Literal(sha256)))
    for subject, by in changed:
        graph.add((URIRef(subject), ONR.decision, URIRef(by)))
    return graph


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
        files = graph[node : PROV.wasDerivedFrom]
        about, other = (set(map(str, graph[node:predicate])) for predicate in (ONR.about, ONR.aboutOther))
        found.append(
            replace(
                decision,
                files=tuple(sorted((str(graph.value(f, SDO.name)), str(graph.value(f, ONR.sha256))) for f in files)),
                about=tuple(sorted(about - other)),
                about_other=tuple(sorted(other)),
            )
        )
    return tuple(sorted(found, key=lambda d: (d.on, d.key)))


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
    for node in sorted(graph.subjects(RDF.type, ONR.ReaderDecision), key=str):
        row = {attribute: ", ".join(sorted(map(str, graph[node:predicate]))) for predicate, attribute in _TEXTS.items()}
        row["decision"] = ", ".join(sorted(str(v).rsplit("/", 1)[-1] for v in graph[node : ONR.verdict]))
        row["by"] = ", ".join(sorted(str(n) for a in graph[node : PROV.wasAttributedTo] for n in graph[a : SDO.name]))
        yield node, row
