"""The endpoint as its clients see it: a real server over a small store."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, VOID, XSD, Namespace
from servers import Server

from onrecord.answers.ask import ask, named_queries
from onrecord.serve.self_description import is_asked
from onrecord.store import Reader

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID_EXT = Namespace("http://ldf.fi/void-ext#")
FIGURE = URIRef("https://w3id.org/onrecord/ns#Figure")
# As SIB's SPARQL editor asks an endpoint, by SPARQL.
EXAMPLES = """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT DISTINCT ?example ?comment ?query WHERE {
        ?example a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query .
    } ORDER BY ?example"""
DECLARED = """PREFIX sh: <http://www.w3.org/ns/shacl#>
    SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix"""
SCHEMA = """PREFIX void: <http://rdfs.org/ns/void#> PREFIX void-ext: <http://ldf.fi/void-ext#>
    SELECT DISTINCT ?class ?property ?of ?datatype WHERE {
        ?part void:class ?class ; void:propertyPartition ?those . ?those void:property ?property .
        OPTIONAL {
            { ?those void:classPartition [ void:class ?of ] }
            UNION { ?those void-ext:datatypePartition [ void-ext:datatype ?datatype ] }
        } }"""
SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/onrecord/ns#Figure> } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/onrecord/ns#Figure> }"
PARSERS = {"text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld"}


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as client:
        yield client


def article_graphs(server: Server) -> list[str]:
    rows = server.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").json()["results"]["bindings"]
    return [row["g"]["value"] for row in rows]


# Answers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_named_queries_answer_as_on_the_command_line(server: Server, served_store: Path, name: str) -> None:
    query = named_queries()[name]
    expected = ask(Reader(served_store), query.text)
    answer = server.ask(query.text, accept="text/tab-separated-values")
    assert answer.status_code == 200
    assert answer.content == expected.serialize(format=ox.QueryResultsFormat.TSV)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("accept", "kind", "begins"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "s\r\nhttps"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?s\n<https"),
    ],
)
def test_rows_come_in_four_forms(server: Server, accept: str, kind: str, begins: str) -> None:
    answer = server.ask(SELECT, accept=accept)
    assert answer.headers["content-type"] == kind
    assert answer.text.startswith(begins)


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"])
def test_so_do_yes_and_no(server: Server, accept: str) -> None:
    assert "true" in server.ask("ASK {}", accept=accept).text
    assert "false" in server.ask("ASK { <urn:nothing> ?p ?o }", accept=accept).text


@pytest.mark.parametrize("accept", [*PARSERS, "application/rdf+xml"])
@pytest.mark.parametrize("query", [CONSTRUCT, SELECT.replace("SELECT", "DESCRIBE").partition(" ORDER")[0]])
def test_graphs_come_in_four_forms(server: Server, accept: str, query: str) -> None:
    answer = server.ask(query, accept=accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    graph = Graph().parse(data=answer.text, format=PARSERS.get(accept, "xml"))
    assert len(set(graph.subjects(RDF.type, URIRef("https://w3id.org/onrecord/ns#Figure")))) == 8


def test_nothing_fits(server: Server) -> None:
    answer = server.ask(SELECT, accept="text/turtle")
    assert answer.status_code == 406
    assert "text/csv" in answer.text


def test_a_head_request_tells_the_form_alone(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": "ASK {}"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_the_same_query_has_the_same_answer_unless_it_asks_for_chance(server: Server) -> None:
    for query, answers in ((SELECT, 1), ("SELECT (RAND() AS ?x) WHERE {}", 3)):
        assert len({server.ask(query, accept="text/csv").content for _ in range(3)}) == answers


# The dataset ---------------------------------------------------------------------------------------------------------


def count(client: httpx.Client, query: str, **dataset: str | list[str]) -> int:
    answer = client.get("/sparql", params={"query": query, **dataset})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


FIGURES = "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s a <https://w3id.org/onrecord/ns#Figure> }}"
NAMED = "SELECT (COUNT(*) AS ?n) {} WHERE {{ GRAPH ?g {{ ?s a <https://w3id.org/onrecord/ns#Figure> }} }}"


def test_the_default_graph_is_the_union_of_all(client: httpx.Client) -> None:
    assert count(client, FIGURES.format("")) == count(client, NAMED.format("")) == 8


def test_a_request_names_its_graphs(client: httpx.Client, server: Server) -> None:
    one, two, *_ = article_graphs(server)
    uris = {"default-graph-uri": [one, two]}
    assert count(client, FIGURES.format(""), **uris) == 2
    assert count(client, NAMED.format(""), **uris) == 0
    assert count(client, NAMED.format(""), **{"named-graph-uri": one}) == 1
    assert count(client, FIGURES.format(""), **{"named-graph-uri": one}) == 0


def test_a_query_names_its_graphs_unless_the_request_does(client: httpx.Client, server: Server) -> None:
    one, two, *_ = article_graphs(server)
    assert count(client, FIGURES.format(f"FROM <{one}>")) == 1
    assert count(client, NAMED.format(f"FROM NAMED <{one}> FROM NAMED <{two}>")) == 2
    assert count(client, FIGURES.format(f"FROM <{one}>"), **{"default-graph-uri": "urn:none"}) == 0


def test_relative_names_start_from_the_endpoint(server: Server) -> None:
    answer = server.ask("SELECT ?x WHERE { BIND (<there> AS ?x) }").json()
    assert answer["results"]["bindings"][0]["x"]["value"] == f"{server.url}/there"


# Refusals ------------------------------------------------------------------------------------------------------------


def test_a_query_that_does_not_parse_is_the_clients_fault(server: Server) -> None:
    answer = server.ask("SELECT * WHERE {")
    assert answer.status_code == 400
    assert "does not parse" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_service_is_refused(server: Server) -> None:
    answer = server.ask(f"SELECT * WHERE {{ SERVICE <{server.url}/sparql> {{ ?s ?p ?o }} }}")
    assert answer.status_code == 400
    assert "SERVICE is refused" in answer.text


@pytest.mark.parametrize("kind", ["application/sparql-update", "application/x-www-form-urlencoded"])
def test_updates_are_off(client: httpx.Client, kind: str) -> None:
    body = "CLEAR ALL" if kind.endswith("update") else "update=CLEAR+ALL"
    answer = client.post("/sparql", content=body, headers={"content-type": kind, "authorization": "Bearer guess"})
    assert answer.status_code == 403
    assert client.put("/graphs?default", content=b"").status_code == 405


def test_long_requests_are_refused(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "ASK {} #" + "x" * 20_000}).status_code == 414
    long = client.post("/sparql", content=b"#" * 1_000_001, headers={"content-type": "application/sparql-query"})
    assert long.status_code == 413
    assert "1,000,000" in long.text


def test_a_body_of_unknown_length_is_cut_off(client: httpx.Client) -> None:
    parts = (b"#" * 100_000 for _ in range(11))
    answer = client.post("/sparql", content=parts, headers={"content-type": "application/sparql-query"})
    assert answer.status_code == 413


def test_a_long_query_may_be_posted(client: httpx.Client) -> None:
    answer = client.post("/sparql", data={"query": "ASK {} #" + "x" * 100_000})
    assert answer.json()["boolean"] is True


def test_other_methods_are_named(client: httpx.Client) -> None:
    answer = client.put("/sparql")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_no_browser_runs_what_a_query_returns(server: Server) -> None:
    html = 'CONSTRUCT { <urn:a> <http://www.w3.org/1999/xhtml/script> "alert(1)" } WHERE {}'
    for query in (html, "not a query <script>alert(1)</script>"):
        answer = server.ask(query, accept="application/xml")
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_elsewhere_may_ask(client: httpx.Client) -> None:
    origin = {"origin": "https://editor.example"}
    assert client.get("/sparql", headers=origin).headers["access-control-allow-origin"] == "*"
    preflight = {**origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    answer = client.options("/sparql", headers=preflight)
    assert answer.status_code == 200
    assert "POST" in answer.headers["access-control-allow-methods"]


# What the service says of itself -------------------------------------------------------------------------------------


def test_a_bare_get_describes_the_service(client: httpx.Client, server: Server) -> None:
    answer = client.get("/sparql", headers={"accept": "application/rdf+xml"})
    graph = Graph().parse(data=answer.text, format="xml")
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert (service, SD.endpoint, URIRef(f"{server.url}/sparql")) in graph
    assert (service, SD.feature, SD.UnionDefaultGraph) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Update) not in graph


def test_the_dataset_is_counted(client: httpx.Client, server: Server) -> None:
    graph = Graph().parse(data=client.get("/.well-known/void").text)
    (dataset,) = graph.subjects(RDF.type, VOID.Dataset)
    assert graph.value(dataset, VOID.sparqlEndpoint) == URIRef(f"{server.url}/sparql")
    assert graph.value(dataset, VOID.triples) == Literal(count(client, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"))
    parts = {graph.value(part, VOID["class"]): part for part in graph.objects(dataset, VOID.classPartition)}
    assert graph.value(parts[FIGURE], VOID.entities) == Literal(8)
    properties = {graph.value(p, VOID.property): p for p in graph.objects(parts[FIGURE], VOID.propertyPartition)}
    value = graph.value(properties[URIRef("https://w3id.org/onrecord/ns#value")], VOID_EXT.datatypePartition)
    assert graph.value(value, VOID_EXT.datatype) == XSD.decimal


def rows_of(server: Server, query: str) -> list[dict[str, dict[str, str]]]:
    rows: list[dict[str, dict[str, str]]] = server.ask(query).json()["results"]["bindings"]
    return rows


def test_the_endpoint_is_asked_for_its_examples_its_prefixes_and_its_schema(server: Server) -> None:
    examples = {row["query"]["value"] for row in rows_of(server, EXAMPLES)}
    assert examples == {one.text for one in named_queries().values()}
    declared = {row["prefix"]["value"]: row["namespace"]["value"] for row in rows_of(server, DECLARED)}
    assert declared["onr"] == "https://w3id.org/onrecord/ns#"
    schema = {(row["class"]["value"], row["property"]["value"]) for row in rows_of(server, SCHEMA)}
    assert (str(FIGURE), "https://w3id.org/onrecord/ns#counted") in schema


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT * { ?s sh:select ?q }", True),
        ("SELECT * { ?s <http://rdfs.org/ns/void#class> ?c }", True),
        ("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT * { ?s ?p ?o }", False),  # a prefix that is not used
        ("PREFIX void: <urn:x:> SELECT * { ?s void:class ?c }", False),
        ("# sh:select, see <http://www.w3.org/ns/shacl#>\nSELECT * { ?s ?p ?o }", False),
        ("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT * { ?s <urn:sh:select> ?o }", False),
    ],
)
def test_a_query_is_about_the_endpoint_where_it_uses_a_term_of_its_description(query: str, asked: bool) -> None:
    assert is_asked(query) is asked


def test_answers_are_compressed_for_those_who_accept_it(client: httpx.Client) -> None:
    asked = {"query": "SELECT * WHERE { ?s ?p ?o . ?a ?b ?c } LIMIT 20000"}  # longer than what is held back
    plain = client.get("/sparql", params=asked, headers={"accept-encoding": "identity"})
    packed = client.get("/sparql", params=asked, headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in plain.headers and packed.headers["content-encoding"] == "gzip"
    assert packed.headers["transfer-encoding"] == "chunked" and "Accept-Encoding" in packed.headers["vary"]
    assert packed.content == plain.content
    assert client.get("/", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_named_queries_are_published_as_examples_that_run(client: httpx.Client, server: Server) -> None:
    graph = Graph().parse(data=client.get("/.well-known/sparql-examples").text)
    examples = list(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert {str(graph.value(each, RDFS.label)) for each in examples} == set(named_queries())
    for each in examples:
        assert server.ask(str(graph.value(each, SH.select))).status_code == 200
        assert graph.value(each, RDFS.comment)
        assert graph.value(each, URIRef("https://schema.org/target")) == URIRef(f"{server.url}/sparql")
        assert list(graph.objects(graph.value(each, SH.prefixes), SH.declare))


# Whole graphs --------------------------------------------------------------------------------------------------------


def test_a_graph_is_read_by_its_name(client: httpx.Client, server: Server) -> None:
    name = article_graphs(server)[0]
    graph = Graph().parse(data=client.get("/graphs", params={"graph": name}).text)
    assert (URIRef(name), RDF.type, URIRef("https://w3id.org/onrecord/ns#Article")) in graph
    rows = client.get("/graphs", params={"graph": name}, headers={"accept": "application/n-triples"}).text
    assert rows.count("\n") == len(graph)


def test_the_default_graph_is_read_whole(client: httpx.Client) -> None:
    everything = client.get("/graphs?default", headers={"accept": "application/n-triples"}).text.splitlines()
    assert len(everything) == count(client, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/graphs?graph=urn:none", 404),
        ("/graphs/none", 404),
        ("/graphs", 400),
        ("/graphs?graph=none", 400),
        ("/graphs?default&graph=urn:none", 400),
        ("/graphs?graph=urn:a&graph=urn:b", 400),
        ("/graphs?default=yes", 400),
    ],
)
def test_a_graph_that_cannot_be_read(client: httpx.Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    assert client.head(path).status_code == status


def test_a_graph_has_its_forms(client: httpx.Client) -> None:
    answer = client.get("/graphs?default", headers={"accept": "text/csv"})
    assert answer.status_code == 406
    content = client.get("/graphs?default", headers={"accept": "application/ld+json"}).text
    assert json.loads(content)
