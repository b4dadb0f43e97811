"""Queries and updates from outside: which may run, and that what was checked is what is run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers.sparql_guard import check_query, check_update, plain
from onrecord.errors import QueryError

SERVICE = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("query", "kind", "own_dataset"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "select", False),
        ("ASK {}", "ask", False),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "construct", False),
        ("DESCRIBE <urn:a>", "describe", False),
        ("SELECT * FROM <urn:g> WHERE { ?s ?p ?o }", "select", True),
        ("ASK FROM NAMED <urn:g> { GRAPH ?g { ?s ?p ?o } }", "ask", True),
        ("PREFIX a: <urn:a#> # SERVICE\nSELECT * WHERE { ?s a:b 'SERVICE <urn:x> {}' }", "select", False),
        ("SELECT ?service WHERE { ?service <urn:SERVICE> ?o }", "select", False),
    ],
)
def test_a_query_is_known_by_its_kind(query: str, kind: str, own_dataset: bool) -> None:
    checked = check_query(query)
    assert (checked.text, checked.kind, checked.own_dataset) == (query, kind, own_dataset)


@pytest.mark.parametrize(
    ("expression", "repeatable"),
    [("1 + 1", True), ("'RAND()'", True), ("RAND()", False), ("1 + rand()", False), ("STR(NOW())", False)],
)
def test_some_queries_answer_differently_each_time(expression: str, repeatable: bool) -> None:
    assert check_query(f"SELECT * WHERE {{ BIND ({expression} AS ?x) }}").repeatable is repeatable


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * WHERE {{ {SERVICE} }}",
        f"SELECT * WHERE {{ {SERVICE.lower()} }}",
        "SELECT * WHERE { SERVICE SILENT ?where { ?s ?p ?o } }",
        f"ASK {{ OPTIONAL {{ {SERVICE} }} }}",
        f"ASK {{ {{ {SERVICE} }} UNION {{ ?s ?p ?o }} }}",
        f"ASK {{ ?s ?p ?o MINUS {{ {SERVICE} }} }}",
        f"ASK {{ GRAPH ?g {{ {SERVICE} }} }}",
        f"ASK {{ ?s ?p ?o FILTER EXISTS {{ {SERVICE} }} }}",
        f"ASK {{ ?s ?p ?o FILTER (1 = 1 && NOT EXISTS {{ {SERVICE} }}) }}",
        f"ASK {{ ?s ?p ?o BIND (EXISTS {{ {SERVICE} }} AS ?there) }}",
        f"ASK {{ {{ SELECT ?s WHERE {{ {SERVICE} }} }} }}",
        f"SELECT ?s WHERE {{ ?s ?p ?o }} HAVING (EXISTS {{ {SERVICE} }})",
        f"SELECT ?s WHERE {{ ?s ?p ?o }} ORDER BY (EXISTS {{ {SERVICE} }})",
        f"SELECT (EXISTS {{ {SERVICE} }} AS ?there) WHERE {{ ?s ?p ?o }}",
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {SERVICE} }}",
        f"DESCRIBE ?s WHERE {{ {SERVICE} }}",
        "ASK { S\\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_service_is_refused_wherever_it_stands(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        f"ASK {{ # to the end of the line\r {SERVICE}\n }}",  # a carriage return ends a comment for Oxigraph alone
        f"ASK {{ # \r\n {SERVICE} }}",
    ],
)
def test_a_comment_hides_no_service(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(query)


def test_an_escaped_quotation_mark_hides_no_service() -> None:
    # As the standard has it the escape ends the string, and SERVICE is part of a comment. Oxigraph reads it otherwise,
    # so it must not get to see the escape.
    query = f'ASK {{ FILTER ("\\u0022 # " != "") {SERVICE} #\\u000A != "") }}'
    assert check_query(query).text == f'ASK {{ FILTER ("" # " != "") {SERVICE} #\n != "") }}'


@pytest.mark.parametrize("query", ["", "ASK {", "SELECT", "CLEAR ALL", "ASK {} ASK {}", "ASK " + "{" * 5000])
def test_what_does_not_parse_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="the query does not parse"):
        check_query(query)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"caf\u00e9 \U0001F600", "café 😀"),
        (r"a \\u00e9 b", r"a \\u00e9 b"),
        (r"\\\u00e9", r"\\é"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        (r"\t \n", r"\t \n"),
    ],
)
def test_escapes_and_line_ends_are_settled_before_anything_is_read(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize("escape", [r"\ud800", r"\uDFFF", r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_that_stands_for_no_character_is_refused(escape: str) -> None:
    with pytest.raises(QueryError, match="no character"):
        plain(escape)


@given(st.text(st.characters(exclude_characters="\\\r")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


# Updates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("update", ["LOAD <urn:x>", "CLEAR ALL ; LOAD SILENT <urn:x> INTO GRAPH <urn:g>"])
def test_load_is_refused(update: str) -> None:
    with pytest.raises(QueryError, match="LOAD is refused"):
        check_update(update)


def test_service_is_refused_in_updates() -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_update(f"INSERT {{ ?s ?p ?o }} WHERE {{ {SERVICE} }}")


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("CLEAR ALL", "CLEAR ALL"),
        ("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "DELETE { ?s ?p ?o } @ WHERE { ?s ?p ?o }"),
        (
            "INSERT DATA { <urn:a> <urn:b> 'WHERE {' } ; # WHERE\nINSERT { ?s ?p 1 } where { { SELECT * WHERE {} } }",
            "INSERT DATA { <urn:a> <urn:b> 'WHERE {' } ; # WHERE\nINSERT { ?s ?p 1 } @ where { { SELECT * WHERE {} } }",
        ),
        (
            "INSERT { ?w ?p \"}\" } WHERE {} ; INSERT { ?s ?p '''}' WHERE''' } WHERE {}",
            "INSERT { ?w ?p \"}\" } @ WHERE {} ; INSERT { ?s ?p '''}' WHERE''' } @ WHERE {}",
        ),
    ],
)
def test_graphs_beside_an_update_are_written_into_it(update: str, expected: str) -> None:
    using = "USING <urn:g> USING NAMED <urn:h>"
    assert check_update(update, ("urn:g",), ("urn:h",)) == expected.replace("@", using)


@pytest.mark.parametrize(
    "update",
    [
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p 1 } USING <urn:g> WHERE { ?s ?p ?o }",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_graphs_are_named_in_the_update_or_beside_it(update: str) -> None:
    assert check_update(update) == update
    with pytest.raises(QueryError):
        check_update(update, ("urn:g",))
