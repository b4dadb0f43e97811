"""Any request to any route: refused or answered, soon, in one piece, and never by an error of the server's own."""

import contextlib
import http.client
import socket
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from servers import Server

from onrecord.serve.protocol import FORM, QUERY, UPDATE

PATHS = ["/", "/sparql", "/graphs", "/graphs/", "/graphs/x", "/.well-known/void", "/.well-known/sparql-examples", "/x"]
FIELDS = [
    "query",
    "update",
    "default-graph-uri",
    "named-graph-uri",
    "using-graph-uri",
    "using-named-graph-uri",
    "graph",
    "default",
]
TYPES = ["*/*", "text/csv", "text/turtle", "application/sparql-results+xml", "text/html", ""]
QUERIES = [
    "ASK {}",
    "SELECT * WHERE { ?s ?p ?o } LIMIT 3",
    "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3",
    "DESCRIBE <urn:x>",
    "CLEAR ALL",
    "urn:x",
    "SELECT * WHERE { BIND (1/0 AS ?x) }",
    "SELECT * FROM <urn:x> { ?s ?p ?o } LIMIT 1",
    "\\u0000\\ud800",
]
MAY_BE = {200, 204, 400, 403, 404, 405, 406, 411, 413, 414, 415}
latin = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=40)
values = st.one_of(st.sampled_from(QUERIES).map(quote), st.binary(max_size=60).map(quote_from_bytes))
queries = st.lists(st.tuples(st.sampled_from(FIELDS), values), max_size=4).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
bodies = st.one_of(queries.map(str.encode), st.sampled_from(QUERIES).map(str.encode), st.binary(max_size=200))
header_values = latin.map(str.strip)
unhurried = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def send(server: Server, method: str, target: str, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            connection.putheader(name, value.encode("latin-1"))
        connection.endheaders(body or None)
        answer = connection.getresponse()
        return answer.status, answer.read()


@given(
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]),
    path=st.sampled_from(PATHS),
    query=queries,
    accept=st.sampled_from(TYPES) | header_values,
    kind=st.sampled_from([FORM, QUERY, UPDATE, "multipart/form-data; boundary=x", ""]) | header_values,
    body=bodies,
)
@unhurried
def test_any_request(server: Server, method: str, path: str, query: str, accept: str, kind: str, body: bytes) -> None:
    target = f"{path}?{query}" if query else path
    status, content = send(server, method, target, {"Accept": accept, "Content-Type": kind}, body)
    assert status in MAY_BE, content[:500]
    assert b"Traceback" not in content


@given(text=st.text(max_size=300))
@unhurried
def test_any_text_as_a_query(server: Server, text: str) -> None:
    body = text.encode("utf-8", "surrogatepass")
    status, _ = send(server, "POST", "/sparql", {"Content-Type": QUERY}, body)
    assert status in (200, 400)


@given(host=header_values)
@unhurried
def test_any_host(server: Server, host: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        request = f"GET /sparql HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode("latin-1"))
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert answer.status in (200, 400)


@given(garbage=st.binary(min_size=1, max_size=500))
@unhurried
def test_any_bytes(server: Server, garbage: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection, contextlib.suppress(OSError):
        connection.sendall(garbage)
        connection.shutdown(socket.SHUT_WR)
        connection.recv(65_536)


@pytest.fixture(autouse=True, scope="module")
def still_well(server: Server) -> object:
    yield
    assert server.ask("ASK {}").json()["boolean"] is True
    assert server.process.poll() is None
