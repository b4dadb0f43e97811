"""Corrections of statements: what they change, what follows, and what cannot be corrected so."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

import samples
from onrecord.graph import article_graph
from onrecord.graph.corrections import correct, fault, fields, told
from onrecord.graph.vocabulary import ONR, PROV
from samples import rdf


@pytest.fixture
def graph() -> Graph:
    return rdf(article_graph(samples.ARTICLE, samples.claims_of_event(), samples.CONFIGURATION))


def node(graph: Graph, kind: str) -> str:
    return str(min(graph.subjects(RDF.type, URIRef(kind)), key=str))


@pytest.mark.parametrize(
    ("kind", "name", "before", "after"),
    [
        (ONR.Figure, "value", "20", "12"),
        (ONR.Figure, "hedge", "between", "about"),
        (ONR.Figure, "upper", "30", ""),
        (ONR.Figure, "counted", "children", "orphans"),
        (ONR.Figure, "action", "returned", "deported"),
        (ONR.Figure, "asOf", "2024-01-24", "2024-01"),
        (ONR.Figure, "asOf", "2024-01-24", ""),
        (ONR.Figure, "where", "Kyiv", ""),
        (ONR.Figure, "reportedBy", "Mykola Kuleba", "Save Ukraine"),
        (ONR.Act, "type", "ArrestWarrant", "Judgment"),
        (ONR.Act, "date", "2023-03", "2023-03-17"),
        (ONR.Act, "subject", "", "the abduction"),
        (ONR.Statement, "speaker", "Mykola Kuleba", "Save Ukraine"),
        (ONR.Statement, "saying", "assertion", "promise"),
        (ONR.Position, "title", "head", "director"),
    ],
)
def test_a_field_says_what_it_was_corrected_to(graph: Graph, kind: str, name: str, before: str, after: str) -> None:
    statement = node(graph, kind)
    assert told(graph, statement, name) == before
    assert fault(graph, statement, name, after) == ""
    correct(graph, statement, name, after)
    assert told(graph, statement, name) == after
    correct(graph, statement, name, before)
    assert told(graph, statement, name) == before


def test_the_words_stay_its_evidence(graph: Graph) -> None:
    statement = URIRef(node(graph, ONR.Figure))
    before = set(graph.objects(statement, URIRef(ONR.evidence)))
    correct(graph, str(statement), "value", "12")
    assert before and set(graph.objects(statement, URIRef(ONR.evidence))) == before


def test_bounds_follow_the_number_and_the_days_follow_the_date(graph: Graph) -> None:
    statement = node(graph, ONR.Figure)
    correct(graph, statement, "upper", "")
    correct(graph, statement, "hedge", "at_least")
    correct(graph, statement, "asOf", "2024-02")
    values = {name: [str(o) for o in graph.objects(URIRef(statement), URIRef(f"{ONR}{name}"))] for name in BOUNDS}
    assert values == {
        "lowerBound": ["20"],
        "upperBound": [],
        "earliest": ["2024-02-01"],
        "latest": ["2024-02-29"],
    }


BOUNDS = ("lowerBound", "upperBound", "earliest", "latest")


def test_another_source_is_not_by_way_of_the_former_chain(graph: Graph) -> None:
    statement = node(graph, ONR.Figure)
    assert (None, RDF.type, URIRef(PROV.Attribution)) in graph
    correct(graph, statement, "reportedBy", "Kuleba")
    assert (None, RDF.type, URIRef(PROV.Attribution)) not in graph
    assert told(graph, statement, "reportedBy") == "Mykola Kuleba", "an alias names whom it is of"


@pytest.mark.parametrize(
    ("kind", "name", "value", "says"),
    [
        (ONR.Figure, "colour", "red", "no field 'colour' can be corrected: it has value, upper, hedge"),
        (ONR.Figure, "value", "twelve", "'twelve' is no number"),
        (ONR.Figure, "value", "NaN", "'NaN' is no number"),
        (ONR.Figure, "value", "", "value cannot be left empty"),
        (ONR.Figure, "action", "sold", "'sold' is no term: write adopted, "),
        (ONR.Figure, "asOf", "24 January", "'24 January' is no date"),
        (ONR.Figure, "asOf", "2024-02-30", "'2024-02-30' is no date"),
        (ONR.Figure, "where", "Mykola Kuleba", "the article names nobody and nothing called 'Mykola Kuleba'"),
        (ONR.Figure, "reportedBy", "Olena Sorin", "the article names nobody and nothing called 'Olena Sorin'"),
        (ONR.Act, "asOf", "2024", "no field 'asOf' can be corrected: it has type, standing, date"),
        (ONR.Person, "name", "X", "such statements can be found misread only"),
    ],
)
def test_what_cannot_be_corrected_so_is_said_and_changes_nothing(
    graph: Graph, kind: str, name: str, value: str, says: str
) -> None:
    before = set(graph)
    assert says in fault(graph, node(graph, kind), name, value)
    correct(graph, node(graph, kind), name, value)
    assert set(graph) == before


def test_each_field_has_a_property_that_the_class_has(graph: Graph) -> None:
    assert fields(ONR.Figure) and not fields(ONR.Person)
