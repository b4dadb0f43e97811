"""Any request to any route of the application: answered or refused, never by an error of its own, never unprotected."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_from_bytes, urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord.answers.ask import named_queries
from onrecord.graph import iri
from onrecord.serve.app import application
from onrecord.serve.settings import Settings
from samples import ARTICLE

DESIGNED = {503, 505}  # too much at once, or too long for HTTP/1.0
METHODS = ["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "ODD"]
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(; charset=utf-8)?", re.ASCII)

words = st.text(max_size=30) | st.sampled_from(
    [
        "",
        "child",
        "Kuleba",
        '"',
        "a* OR NEAR(b",
        "<script>",
        "../../etc/passwd",
        "%",
        "\0",
        "\ud800",
        "javascript:x",
        "💥",
    ]
)
iris = st.sampled_from([iri.article(ARTICLE), f"{iri.article(ARTICLE)}#figure-1", "urn:x", "http://[", "a b"]) | words
numbers = st.integers(-1, 10**8).map(str) | st.sampled_from(["0", "1", "1_0", "٣", "1e3"]) | words
days = st.sampled_from(["2024-05-02", "2024-02-30", "2024", "0000-00-00", "9999-12-31", "-1"]) | words
texts = st.sampled_from(
    ["ASK {}", "SELECT * { ?s ?p ?o } LIMIT 3", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3", "DESCRIBE <urn:x>", "CLEAR ALL"]
)
accepts = st.sampled_from(["*/*", "text/html", "text/csv", "text/turtle", "application/json;q=2", "", ",;,"])
latin = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=30).map(
    lambda text: text.encode("latin-1")
)


def escaped(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def parameters(**values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The query part of an address: some of these parameters, some more than once, and others."""
    known = [st.tuples(st.just(name), value.map(escaped)) for name, value in values.items()]
    other = st.tuples(words.map(escaped), words.map(escaped) | st.binary(max_size=20).map(quote_from_bytes))
    return st.lists(st.one_of(*known, other), max_size=4).map(lambda pairs: "&".join("=".join(pair) for pair in pairs))


paths = st.lists(words.map(escaped), max_size=3).map("/".join)
names = st.sampled_from(sorted(named_queries())) | words.map(escaped)
page = {"page": numbers}
kinds = st.sampled_from(["Person", "organization", "Ship", ""]) | words
json_values = st.recursive(
    words | st.integers() | st.none() | st.booleans(), lambda value: st.lists(value, max_size=3), max_leaves=5
)
batches = st.dictionaries(
    words,
    st.dictionaries(st.sampled_from(["query", "type", "limit", "properties"]), json_values, max_size=4) | json_values,
    max_size=3,
).map(json.dumps)
extensions = st.fixed_dictionaries({"ids": json_values, "properties": json_values}).map(json.dumps)
dated = {"from": days, "to": days, **page}
TO: dict[
    str, tuple[st.SearchStrategy[str], st.SearchStrategy[str]]
] = {  # what stands in for a name, and the query part
    "/sparql": (st.just(""), parameters(query=texts | words, update=texts, **{"default-graph-uri": iris})),
    "/graphs": (st.just(""), parameters(graph=iris, default=st.just(""))),
    "/graphs/{name:path}": (paths, parameters(graph=iris)),
    "/.well-known/void": (st.just(""), parameters()),
    "/.well-known/sparql-examples": (st.just(""), parameters()),
    "/reconcile": (st.just(""), parameters(queries=batches | words, extend=extensions | words, query=words)),
    "/reconcile/suggest/{what}": (
        st.sampled_from(["entity", "property", "type"]) | words.map(escaped),
        parameters(prefix=words, cursor=numbers, type=kinds),
    ),
    "/reconcile/properties": (st.just(""), parameters(type=kinds, limit=numbers)),
    "/reconcile/preview": (st.just(""), parameters(id=iris | st.sampled_from(["place/kyiv-0b5e1887224b"]))),
    "/names-of-children": (st.just(""), parameters(to=st.sampled_from(["shown", "withheld"]) | words, back=words)),
    "/": (st.just(""), parameters()),
    "/search": (st.just(""), parameters(q=words, kind=st.sampled_from(["person", "figure"]) | words, **page)),
    "/node": (st.just(""), parameters(iri=iris, **page)),
    "/article": (st.just(""), parameters(iri=iris)),
    "/n/{digests}": (
        st.from_regex(r"[0-9a-f]{12}(\.(c\d+|[0-9a-f]{12}))?", fullmatch=True) | words.map(escaped),
        parameters(),
    ),
    "/decide": (
        st.just(""),
        parameters(iri=iris, decision=st.sampled_from(["misread", "same"]) | words, other=iris, value=words, by=words),
    ),
    "/as-of": (st.just(""), parameters(day=days, back=words)),
    "/check": (st.just(""), parameters()),
    "/figures": (st.just(""), parameters(counted=words, action=words, scope=words, source=iris, place=words, **dated)),
    "/figures.csv": (st.just(""), parameters(counted=words, action=words, scope=words, source=iris, **dated)),
    "/timeline": (st.just(""), parameters(type=iris, **dated)),
    "/changes.atom": (st.just(""), parameters(counted=words, action=words, source=iris, type=words, **dated)),
    "/chronology": (st.just(""), parameters(of=iris, question=names, kind=words, standing=words, **dated)),
    "/chronology.csv": (st.just(""), parameters(of=iris, question=names, kind=words, standing=words, **dated)),
    "/chronology.docx": (st.just(""), parameters(of=iris, question=names, kind=words, standing=words, **dated)),
    "/chronology/style.css": (st.just(""), parameters()),
    "/review": (
        st.just(""),
        parameters(kind=st.sampled_from(["figure", "pair", "held back"]) | words, by=words, **page),
    ),
    "/quarantine": (st.just(""), parameters(**page)),
    "/questions": (st.just(""), parameters(**page)),
    "/questions/{name}": (names, parameters(count=words, **page)),
    "/questions/{name}.csv": (names, parameters()),
    "/disagreements": (st.just(""), parameters(**page)),
    "/events": (st.just(""), parameters(kind=words, place=words, **dated)),
    "/reliability": (st.just(""), parameters()),
    "/download": (st.just(""), parameters()),
    "/download/graph.ttl": (st.just(""), parameters(iri=iris)),
    "/editor": (st.just(""), parameters(query=texts | words)),
    "/compose": (
        st.just(""),
        parameters(
            of=st.sampled_from(["Figure", "Person", "Article"]) | words,
            show=st.sampled_from(["value", "counted", "name", "reportedBy"]) | words,
            **{"is.counted": words, "is.value": numbers, "is.asOf": days, "is.action": iris, **page},
        ),
    ),
    "/static": (paths | st.just("/onrecord.css"), parameters()),
    "/static/built": (paths | st.just("/main.js"), parameters()),
}


@pytest.fixture(scope="module")
def client(served_store: Path) -> Iterator[TestClient]:
    app = application(served_store, Settings(workers=1, seconds=10))
    with TestClient(app, "http://localhost", raise_server_exceptions=False, follow_redirects=False) as running:
        yield running


def is_in_order(answer: httpx.Response, method: str) -> None:
    said = f"{method} {answer.request.url} {answer.status_code} {dict(answer.headers)} {answer.text[:300]}"
    assert answer.status_code < 500 or answer.status_code in DESIGNED, said
    assert "Traceback" not in answer.text, said
    if answer.content:
        assert MEDIA_TYPE.fullmatch(answer.headers["content-type"]), said
    if "access-control-allow-methods" not in answer.headers:  # the answer to a preflight, which no browser shows
        assert "default-src 'none'" in answer.headers["content-security-policy"], said
        assert answer.headers["x-content-type-options"] == "nosniff", said
    if answer.headers.get("content-type", "").startswith("text/html"):
        assert answer.headers["referrer-policy"] == "no-referrer", said
        assert "unsafe" not in re.sub("style-src[^;]*", "", answer.headers["content-security-policy"]), said


def any_requests(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Have a test send so many requests."""

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        forms = st.dictionaries(st.sampled_from(["query", "update", "x"]), texts | latin, max_size=2).map(urlencode)
        given_all = given(
            data=st.data(),
            method=st.sampled_from(METHODS),
            headers=st.fixed_dictionaries(
                {"accept": accepts.map(str.encode) | latin},
                optional={
                    "content-type": st.sampled_from([b"application/x-www-form-urlencoded", b"text/turtle"]) | latin,
                    "cookie": st.sampled_from([b"onrecord-names-of-children=shown"]) | latin,
                    "origin": st.just(b"https://elsewhere.example"),
                    "access-control-request-method": st.just(b"GET"),
                    "range": st.sampled_from([b"bytes=0-1", b"bytes=9-1", b"lines=x"]),
                    "if-modified-since": latin,
                    "host": st.just(b"localhost") | latin,
                },
            ),
            body=forms.map(str.encode) | st.binary(max_size=60),
        )
        bounded = examples(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        return bounded(given_all(test))

    return decorate


def send(client: TestClient, route: str, data: st.DataObject, method: str, headers: dict, body: bytes) -> None:
    name, query = (data.draw(part) for part in TO[route])
    path = re.sub(r"\{.*\}", name.replace("\\", "/"), route) if "{" in route else route + name
    client.cookies.clear()
    target = f"http://localhost{path}?{query}" if query else f"http://localhost{path}"
    is_in_order(client.request(method, target, headers=headers, content=body), method)


def test_every_route_is_tried(client: TestClient) -> None:
    assert {route.path for route in client.app.routes} == set(TO)


@pytest.mark.parametrize("route", TO)
@any_requests(12)
def test_any_request(
    client: TestClient, route: str, data: st.DataObject, method: str, headers: dict, body: bytes
) -> None:
    send(client, route, data, method, headers, body)


@pytest.mark.slow
@pytest.mark.parametrize("route", TO)
@any_requests(300)
def test_any_of_many_requests(
    client: TestClient, route: str, data: st.DataObject, method: str, headers: dict, body: bytes
) -> None:
    send(client, route, data, method, headers, body)


@pytest.mark.parametrize("path", ["/search", "/sparql"])
def test_an_address_that_is_too_long(client: TestClient, path: str) -> None:
    answer = client.get(path, params={"q": "x" * 20_000})
    assert answer.status_code == 414
    is_in_order(answer, "GET")
