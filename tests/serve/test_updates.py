"""Changes to the store from outside: with the token, all of it or nothing, and seen by the next query."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from servers import TOKEN, Server, served
from stores import write_store

from onrecord.store import Reader, Writer

pytestmark = pytest.mark.slow  # servers are started, builds and limits waited for

TURTLE = "<s> <urn:p> 'é' ."
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    store = write_store(tmp_path_factory.mktemp("written") / "store", articles=1)
    with served(store, "--workers", "2", "--timeout", "4", token=TOKEN) as running:
        yield running


def writing(server: Server) -> httpx.Client:
    return httpx.Client(base_url=server.url, timeout=30, headers=BEARER)


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with writing(server) as client:
        yield client


def update(client: httpx.Client, text: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", content=text, headers={"content-type": "application/sparql-update", **headers})


def true(client: httpx.Client, query: str) -> bool:
    return client.post("/sparql", data={"query": query}).json()["boolean"] is True


def put(client: httpx.Client, graph: str, content: str = TURTLE, kind: str = "text/turtle") -> httpx.Response:
    return client.put("/graphs", params={"graph": graph}, content=content.encode(), headers={"content-type": kind})


# Who may -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("credentials", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x"])
def test_without_the_token_nothing_changes(server: Server, credentials: str) -> None:
    with httpx.Client(base_url=server.url, timeout=30, headers={"authorization": credentials}) as client:
        requests = [
            update(client, "CLEAR ALL"),
            client.post("/sparql", data={"update": "CLEAR ALL"}),
            client.put("/graphs?default", content=b""),
            client.post("/graphs", content=b""),
            client.delete("/graphs?default"),
        ]
        assert {answer.status_code for answer in requests} == {401}
        assert all("Bearer" in answer.headers["www-authenticate"] for answer in requests)
        assert true(client, "ASK { ?s a <https://w3id.org/onrecord/ns#Figure> }")


def test_a_token_that_can_be_guessed_is_no_token(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", "--store", str(tmp_path), "--update-token", "short"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert run.returncode == 2
    assert "at least 16 characters" in run.stderr


# Updates -------------------------------------------------------------------------------------------------------------


def test_the_next_query_sees_an_update(client: httpx.Client) -> None:
    assert update(client, "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }").status_code == 204
    assert true(client, "ASK { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }")
    assert client.post("/sparql", data={"update": "DROP GRAPH <urn:g>"}).status_code == 204
    assert not true(client, "ASK { GRAPH <urn:g> { ?s ?p ?o } }")


def test_an_update_matches_the_graphs_beside_it(client: httpx.Client) -> None:
    update(client, "INSERT DATA { GRAPH <urn:a> { <urn:s> <urn:p> 1 } GRAPH <urn:b> { <urn:s> <urn:p> 2 } }")
    copy = "INSERT { GRAPH <urn:c> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    kind = {"content-type": "application/sparql-update"}
    assert client.post("/sparql?using-graph-uri=urn:b", content=copy, headers=kind).status_code == 204
    assert true(client, "ASK { GRAPH <urn:c> { ?s ?p 2 } FILTER NOT EXISTS { GRAPH <urn:c> { ?s ?p 1 } } }")
    update(client, "DROP GRAPH <urn:a> ; DROP GRAPH <urn:b> ; DROP GRAPH <urn:c>")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("CLEAR XYZ", 400),
        ("LOAD <http://127.0.0.1/>", 400),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 400),
        ("INSERT DATA { <urn:half> <urn:p> 1 } ; CLEAR GRAPH <urn:none>", 400),
        ("INSERT { ?a ?b ?l } WHERE { GRAPH ?one { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } }", 503),
    ],
)
def test_an_update_that_fails_changes_nothing(client: httpx.Client, text: str, status: int) -> None:
    assert update(client, text).status_code == status
    assert not true(client, "ASK { <urn:half> ?p ?o }")
    assert update(client, "INSERT DATA { GRAPH <urn:after> { <urn:s> <urn:p> 1 } }").status_code == 204
    update(client, "DROP GRAPH <urn:after>")


def test_an_update_waits_for_no_build(tmp_path: Path) -> None:
    store = write_store(tmp_path / "store", articles=1)
    with served(store, "--workers", "1", token=TOKEN) as server, writing(server) as client:
        builder = Writer(store)
        answer = update(client, "INSERT DATA { <urn:s> <urn:p> 1 }")
        assert answer.status_code == 503
        assert "another process holds it open" in answer.text
        builder.close()
        assert update(client, "INSERT DATA { <urn:s> <urn:p> 1 }").status_code == 204


def test_articles_that_an_update_drops_are_read_again_by_the_next_build(tmp_path: Path) -> None:
    store = write_store(tmp_path / "store", articles=1)
    with served(store, "--workers", "1", token=TOKEN) as server, writing(server) as client:
        assert update(client, "DROP ALL").status_code == 204
    reader = Reader(store)
    assert reader.article_graphs() == []
    assert reader.records() == {}


# Graphs --------------------------------------------------------------------------------------------------------------


def test_a_graph_is_put_replaced_and_deleted(client: httpx.Client) -> None:
    assert put(client, "http://example.org/g").status_code == 201
    assert put(client, "http://example.org/g", "<s> <urn:p> 'b' .").status_code == 204
    read = client.get("/graphs?graph=http://example.org/g", headers={"accept": "application/n-triples"})
    assert read.text == '<http://example.org/s> <urn:p> "b" .\n'
    assert client.delete("/graphs?graph=http://example.org/g").status_code == 204
    assert client.delete("/graphs?graph=http://example.org/g").status_code == 404


def test_a_graph_grows_by_post(client: httpx.Client) -> None:
    parts = {
        "one": ("one.ttl", b"<urn:s> <urn:p> 1 .", "text/turtle"),
        "two": ("two.nt", b"<urn:s> <urn:p> <urn:two> .", "application/n-triples"),
    }
    assert put(client, "urn:grows", "<urn:s> <urn:p> 0 .").status_code == 201
    assert client.post("/graphs?graph=urn:grows", files=parts).status_code == 204
    assert true(client, "ASK { GRAPH <urn:grows> { <urn:s> <urn:p> 0, 1, <urn:two> } }")
    client.delete("/graphs?graph=urn:grows")


def test_a_graph_may_be_named_by_its_address(client: httpx.Client, server: Server) -> None:
    kind = {"content-type": "text/turtle"}
    made = client.post("/graphs", content=TURTLE.encode(), headers=kind)
    assert made.status_code == 201
    assert made.headers["location"].startswith(f"{server.url}/graphs/")
    assert client.get(made.headers["location"]).status_code == 200
    assert client.get("/graphs", params={"graph": made.headers["location"]}).status_code == 200
    assert client.delete(made.headers["location"]).status_code == 204
    assert client.put("/graphs/a%20b", content=TURTLE.encode(), headers=kind).status_code == 201
    assert client.delete("/graphs/a%20b").status_code == 204


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [("<urn:s> <urn:p>", "text/turtle", 400), (TURTLE, "text/csv", 415), (TURTLE, "text/turtle; charset=utf-16", 415)],
)
def test_a_document_that_cannot_be_read_changes_nothing(
    client: httpx.Client, content: str, kind: str, status: int
) -> None:
    put(client, "urn:kept", "<urn:s> <urn:p> 1 .")
    assert put(client, "urn:kept", content, kind).status_code == status
    assert true(client, "ASK { GRAPH <urn:kept> { <urn:s> <urn:p> 1 } }")
    client.delete("/graphs?graph=urn:kept")
