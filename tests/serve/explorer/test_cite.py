"""Citations: quote, article, day, place in the text, hash, record and a short address that leads back."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from servers import soon
from starlette.testclient import TestClient

import samples
from onrecord.graph import iri
from onrecord.graph.canonical import graph_hashes, identity
from onrecord.serve.explorer import cite
from onrecord.serve.explorer.identities import DatasetIdentities
from onrecord.store import Reader

ARTICLE = iri.article(samples.ARTICLE)
SHORT = ARTICLE[-12:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("cited") / "store")


@pytest.fixture(scope="module")
def client(client_of: Callable[[Path], TestClient], folder: Path) -> TestClient:
    return client_of(folder)


def citations(client: TestClient, name: str, path: str = "node") -> list[str]:
    html = client.get(f"/{path}?iri={quote(name, safe='')}").text
    return [unescape(text) for text in re.findall(r'<div class="citation".*?<pre[^>]*>(.*?)</pre>', html, re.DOTALL)]


def node(client: TestClient, kind: str) -> str:
    query = f"SELECT ?n {{ ?n a <https://w3id.org/onrecord/ns#{kind}> }} ORDER BY ?n LIMIT 1"
    return client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"}).text.split()[1]


def test_a_sentence_is_cited_with_all_that_finds_it_again(client: TestClient) -> None:
    told, *_ = citations(client, node(client, "Figure"))
    words = " ".join(samples.SECOND.exact.split())
    place = f"characters {samples.SECOND.start}–{samples.SECOND.end}"
    assert told.startswith(f"“{words}” Children “home”, Example Wire, 2024-01-25, release.txt, {place}.\n")
    assert f"\nSHA-256 of the text: {samples.ARTICLE.sha256}\n" in told
    assert told.endswith(f"\nhttp://testserver/n/{SHORT}.c{samples.SECOND.start}")


@pytest.mark.parametrize("kind", ["Figure", "Statement", "Act", "Position", "Identity", "Article"])
def test_every_kind_of_node_has_a_short_address_that_leads_to_it(client: TestClient, kind: str) -> None:
    name = node(client, kind)
    cited = citations(client, name, "article" if kind == "Article" else "node")[-1]
    there = client.get(cited.rsplit("http://testserver", 1)[1], follow_redirects=False)
    assert there.status_code == 303
    assert quote(name, safe="") in there.headers["location"].replace("%2f", "%2F")


def test_a_short_address_leads_to_the_sentence(client: TestClient) -> None:
    answer = client.get(f"/n/{SHORT}.c{samples.SECOND.start}", follow_redirects=False)
    assert answer.headers["location"].endswith(f"#c{samples.SECOND.start}")


@pytest.mark.parametrize("short", ["x", "000000000000", f"{SHORT}.000000000000", f"{SHORT}.", f"{SHORT}.cx"])
def test_what_no_short_address_stands_for_is_not_found(client: TestClient, short: str) -> None:
    assert client.get(f"/n/{short}").status_code == 404


def test_what_has_no_digest_keeps_its_long_address() -> None:
    assert cite.node("urn:x") == "/node?iri=urn%3Ax"
    assert cite.sentence("urn:x", 3).endswith("#c3")


def test_the_record_is_named_by_its_identity_once_that_is_known(client: TestClient, folder: Path) -> None:
    known = identity(graph_hashes(Reader(folder)))
    assert soon(lambda: f"onrecord dataset sha256:{known}" in citations(client, ARTICLE, "article")[0])


def test_until_then_by_its_build(folder: Path) -> None:
    identities = DatasetIdentities(folder)
    assert identities.of("no such build") == ""
    build = Reader(folder).snapshot
    assert soon(lambda: identities.of(build)) and identities.of("another") == ""
