"""The only door to RDF terms: what goes into N-Triples comes back as it was, or is refused."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from onrecord.graph import of_ntriples, to_ntriples
from onrecord.graph.terms import literal, reference, text, typed
from onrecord.graph.vocabulary import ONR, SDO, XSD

NODE = "https://w3id.org/onrecord/article/a-1#figure-2"
ANY = st.text(st.characters(exclude_categories=["Cs"]))


def values(ntriples: str) -> list[ox.Literal | ox.NamedNode]:
    return [triple.object for triple in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)]


@given(value=ANY)
def test_any_text_comes_back_as_it_was(value: str) -> None:
    assert values(to_ntriples([(NODE, SDO.name, literal(value))])) == [ox.Literal(value)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("two\nlines", r'"two\nlines"'),
        ("a\r\nb", r'"a\r\nb"'),
        ('“so” "so"', r'"“so” \"so\""'),
        ("C:\\n", r'"C:\\n"'),
        ("a\tb\x00\x1f\x85\u2028", '"a\tb\x00\x1f\x85\u2028"'),
        ("👩‍👧 e\u0301", '"👩‍👧 e\u0301"'),
        ("", '""'),
    ],
)
def test_only_what_n_triples_must_escape_is_escaped(value: str, written: str) -> None:
    assert literal(value) == written


@pytest.mark.parametrize("half", ["\ud83d", "so \udc69 it was", "\ud83d\n"])
def test_half_of_a_surrogate_pair_is_refused(half: str) -> None:
    with pytest.raises(ValueError, match="half of a surrogate pair"):
        literal(half)
    with pytest.raises(ValueError, match="half of a surrogate pair"):
        typed(half, XSD.anyURI)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "no-scheme",
        "#below-nothing",
        "https://w3id.org/a b",
        "https://w3id.org/a>b",
        "https://w3id.org/a\nb",
        'https://w3id.org/"',
        "https://w3id.org/{a}",
        "https://w3id.org/\\u0041",
        "https://w3id.org/\ud83d",
    ],
)
def test_what_is_no_iri_is_refused_wherever_it_stands(name: str) -> None:
    for triple in ((name, ONR.about, NODE), (NODE, name, NODE), (NODE, ONR.about, name)):
        with pytest.raises(ValueError, match="not an IRI"):
            to_ntriples([triple])


@pytest.mark.parametrize("name", [NODE, "urn:a:b", "http://www.wikidata.org/entity/Q1899", "https://uk.example/Київ"])
def test_an_iri_is_written_as_it_is(name: str) -> None:
    assert reference(name) == f"<{name}>"
    assert values(to_ntriples([(NODE, ONR.about, name)])) == [ox.NamedNode(name)]


def test_a_text_that_looks_like_an_iri_stays_a_text() -> None:
    lines = to_ntriples([(NODE, ONR.about, literal("urn:a")), (NODE, ONR.about, "urn:a")])
    assert set(values(lines)) == {ox.Literal("urn:a"), ox.NamedNode("urn:a")}


def test_each_triple_is_a_line_once_in_order_and_without_a_value_none() -> None:
    told = [
        (NODE, ONR.about, "urn:b"),
        (NODE, ONR.about, "urn:a"),
        (NODE, ONR.about, "urn:b"),
        (NODE, ONR.rule, text("")),
    ]
    assert (
        to_ntriples(told)
        == to_ntriples(reversed(told))
        == (f"<{NODE}> <{ONR.about}> <urn:a> .\n<{NODE}> <{ONR.about}> <urn:b> .\n")
    )


@given(value=ANY, language=st.sampled_from(["", "en", "uk-UA"]))
def test_a_graph_of_rdflib_is_written_as_the_triples_are(value: str, language: str) -> None:
    graph = Graph()
    words = rdflib.Literal(value, lang=language or None)
    days = rdflib.Literal("2024-02-30", datatype=XSD.date)  # ill-typed, and stays as it is
    for term in (words, days, URIRef("urn:a")):
        graph.add((URIRef(NODE), URIRef(ONR.rule), term))
    read = values(to_ntriples(graph))
    expected = ox.Literal(value, language=language.lower()) if language else ox.Literal(value)
    assert set(read) == {expected, ox.Literal("2024-02-30", datatype=ox.NamedNode(XSD.date)), ox.NamedNode("urn:a")}
    assert set(of_ntriples(to_ntriples(graph))) == set(graph)
