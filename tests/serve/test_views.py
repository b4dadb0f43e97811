"""Names of people known only as children: withheld by the server from those who do not ask for them."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from servers import Server, served

from children import CLAIMS, built

NAMES = (
    "SELECT ?name WHERE { ?p a <https://w3id.org/onrecord/ns#Person> ; <https://schema.org/name> ?name } ORDER BY ?name"
)
SHOWN, WITHHELD = "Ana Duarte\r\nIlia Sorin\r\nOlena Sorin", "Ana Duarte\r\nOlena █████\r\n██████████"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("children") / "store", {"home.txt": CLAIMS})


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Server]:
    with served(store, "--workers", "1") as running:
        yield running


@pytest.fixture
def browser(server: Server) -> Iterator[httpx.Client]:
    """It keeps cookies."""
    with httpx.Client(base_url=server.url, timeout=30, follow_redirects=True) as client:
        yield client


def asked(client: httpx.Client) -> str:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Accept": "text/csv"})
    return answer.raise_for_status().text.removeprefix("name\r\n").strip()


def test_names_of_children_are_withheld_until_they_are_asked_for(browser: httpx.Client) -> None:
    assert asked(browser) == WITHHELD
    browser.post("/names-of-children?to=shown&back=/sparql").raise_for_status()
    assert asked(browser) == SHOWN
    browser.post("/names-of-children?to=withheld").raise_for_status()
    assert asked(browser) == WITHHELD


def test_graphs_are_withheld_as_well(browser: httpx.Client) -> None:
    assert "Ilia" not in browser.get("/graphs?default").text
    browser.post("/names-of-children?to=shown&back=/sparql")
    assert "Ilia" in browser.get("/graphs?default").text


def test_the_pages_withhold_them(browser: httpx.Client) -> None:
    (article,) = browser.get(
        "/sparql", params={"query": "SELECT ?a { ?a a <https://w3id.org/onrecord/ns#Article> }"}
    ).json()["results"]["bindings"]
    page = browser.get("/article", params={"iri": article["a"]["value"]})
    assert page.status_code == 200
    assert "Ilia" not in page.text and "████" in page.text


@pytest.mark.parametrize("back", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", ""])
def test_the_switch_leads_nowhere_else(server: Server, back: str) -> None:
    answer = httpx.post(f"{server.url}/names-of-children", params={"to": "shown", "back": back})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_there_is_no_other_switch(server: Server) -> None:
    assert httpx.post(f"{server.url}/names-of-children?to=some").status_code == 400
    assert httpx.get(f"{server.url}/names-of-children?to=shown").status_code == 405


def test_other_origins_cannot_ask_for_them(server: Server) -> None:
    answer = httpx.get(f"{server.url}/sparql", params={"query": NAMES}, headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-credentials" not in answer.headers


def test_a_server_may_show_them_to_all(store: Path) -> None:
    with (
        served(store, "--workers", "1", "--names-of-children", "shown") as running,
        httpx.Client(base_url=running.url) as client,
    ):
        assert asked(client) == SHOWN
