"""Questions to the store: named ones, any other SPARQL query, and what is refused."""

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, check, named, named_queries
from onrecord.errors import QueryError, UsageError
from onrecord.store import Reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(samples.store(tmp_path_factory.mktemp("ask") / "s"))


def test_named_questions_come_in_alphabetical_order_with_titles() -> None:
    names = list(named_queries())
    assert names == sorted(names)
    assert all(query.title and query.name == name for name, query in named_queries().items())


def test_an_unknown_name_says_where_the_known_ones_are() -> None:
    with pytest.raises(UsageError, match=r"no question is called 'figuers': `onrecord ask` lists them"):
        named("figuers")


def test_a_query_sees_the_union_of_all_graphs(reader: Reader) -> None:
    across = """PREFIX onr: <https://w3id.org/onrecord/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
        ASK { ?figure a onr:Figure ; onr:reportedBy/onr:identity ?who .   # article's graph, graph of entities
              ?article prov:wasGeneratedBy ?run . ?run a onr:Run }        # graph of runs"""
    assert bool(ask(reader, across))


def test_a_query_may_ask_for_rows_a_verdict_or_triples(reader: Reader) -> None:
    assert isinstance(ask(reader, "SELECT * { ?s ?p ?o } LIMIT 1"), ox.QuerySolutions)
    assert isinstance(ask(reader, "ASK { ?s ?p ?o }"), ox.QueryBoolean)
    assert isinstance(ask(reader, "CONSTRUCT WHERE { ?s ?p ?o }"), ox.QueryTriples)


@pytest.mark.parametrize("query", ["", "SELECT", "SELECT * WHERE { ?s ?p }", "figures", "\0", "DROP ALL", "{" * 5000])
def test_what_is_no_query_is_told_in_one_line(reader: Reader, query: str) -> None:
    for refuse in (lambda: ask(reader, query), lambda: check(query)):
        with pytest.raises(QueryError) as told:
            refuse()
        assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . OPTIONAL { { SELECT * { SERVICE ?p { ?s ?p ?o } } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
        "SELECT (1 AS ?x) { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } }",
        "ASK { { ?s ?p ?o } UNION { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "DESCRIBE ?s WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "# a comment\rSELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_asks_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|does not parse"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE <http://127.0.0.1/> { }" }',
        "SELECT * { ?service ?p ?o } # SERVICE <http://127.0.0.1/>",
        "PREFIX service: <http://e/> SELECT * { ?s service:SERVICE ?o }",
        *(query.text for query in named_queries().values()),
    ],
)
def test_a_query_that_only_speaks_of_service_is_not(reader: Reader, query: str) -> None:
    ask(reader, check(query))
