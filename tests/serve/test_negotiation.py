"""Which form an answer takes, by the Accept header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve.errors import RefusedError
from onrecord.serve.negotiation import GRAPHS, RESULTS, choose, content_type

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", JSON),
        ("*/*", JSON),
        (CSV, CSV),
        ("Text/CSV", CSV),
        (f"{XML};q=0.2, {TSV};q=0.8", TSV),
        (f"{XML}; q=0.8 ,{TSV} ;q=0.2", XML),
        ("text/*", CSV),
        ("text/*, text/csv;q=0.1", TSV),
        ("*/*;q=0.1, text/csv", CSV),
        (f"*/*, {JSON};q=0", XML),
        ("application/json", "application/json"),
        ("text/csv; header=present; q=0.9", CSV),
        ("text/html, text/csv;q=0.1", CSV),
        (BROWSER, "application/xml"),
        (",, text/csv,", CSV),
        ("text/csv;q=nonsense, application/json;q=0.1", "application/json"),
        ("text/csv;q=7, application/json;q=0.1", "application/json"),
    ],
)
def test_the_client_prefers(accept: str, expected: str) -> None:
    assert choose(accept, RESULTS) == expected


@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "text/csv;q=0", "*/*;q=0", "csv", "text"])
def test_nothing_fits(accept: str) -> None:
    with pytest.raises(RefusedError) as refused:
        choose(accept, RESULTS)
    assert refused.value.status == 406
    assert JSON in refused.value.why


def test_graphs_are_turtle_unless_asked_otherwise() -> None:
    assert choose("*/*", GRAPHS) == "text/turtle"
    assert choose("application/rdf+xml", GRAPHS) == "application/rdf+xml"


@given(st.text())
def test_any_header_chooses_something_offered_or_is_refused(accept: str) -> None:
    try:
        assert choose(accept, RESULTS) in RESULTS
    except RefusedError as refused:
        assert refused.status == 406


def test_text_says_that_it_is_utf8() -> None:
    assert content_type(CSV) == "text/csv; charset=utf-8"
    assert content_type(JSON) == JSON
