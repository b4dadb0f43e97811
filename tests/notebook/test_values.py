"""Terms of an answer as values of Python."""

from decimal import Decimal

import pyoxigraph as ox
import pytest

from onrecord.graph import iri
from onrecord.notebook.values import Value, answers, value

XSD = "http://www.w3.org/2001/XMLSchema#"
PERSON = iri.identity("person", "Lena Orr")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (ox.Literal("Kyiv"), "Kyiv"),
        (ox.Literal("20", datatype=ox.NamedNode(f"{XSD}integer")), 20),
        (ox.Literal("1600000.5", datatype=ox.NamedNode(f"{XSD}decimal")), Decimal("1600000.5")),
        (ox.Literal("INF", datatype=ox.NamedNode(f"{XSD}double")), Decimal("Infinity")),
        (ox.Literal("true", datatype=ox.NamedNode(f"{XSD}boolean")), True),
        (ox.Literal("2024-01", datatype=ox.NamedNode(f"{XSD}gYearMonth")), "2024-01"),
        (ox.NamedNode(iri.term("hedge", "more_than")), "more_than"),
        (ox.NamedNode(PERSON), PERSON),
        (ox.NamedNode("https://example.org/words/expelled"), "https://example.org/words/expelled"),
    ],
)
def test_a_term_becomes_a_value(term: ox.NamedNode | ox.Literal | None, expected: Value) -> None:
    assert value(term) == expected
    assert type(value(term)) is type(expected)


@pytest.mark.parametrize(
    ("cell", "wanted", "fits"),
    [
        ("returned", "returned", True),
        ("https://example.org/words/expelled", "expelled", True),
        (Decimal(20), 20, True),
        (None, None, True),
        ("returned", "turned", False),
        (None, "returned", False),
    ],
)
def test_a_cell_answers_a_value_or_the_end_of_its_iri(cell: Value, wanted: object, fits: bool) -> None:
    assert answers(cell, wanted) is fits
