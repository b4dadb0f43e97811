"""Pages of the record as it stood on a day: `/as-of/DAY/PAGE`."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import versions
from onrecord.graph import iri

OLD, NEW = ["19 children were counted in Kyiv."], ["23 children were counted in Kyiv."]


@pytest.fixture(scope="module")
def pages(client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Of a store whose only article was corrected on 3 March 2026."""
    folder: Path = tmp_path_factory.mktemp("as-of") / "store"
    for day, said in ((2, OLD), (3, NEW)):
        versions.build(folder, dt.datetime(2026, 3, day, tzinfo=dt.UTC), {"a.txt": said})
    return client_of(folder)


def page(pages: TestClient, address: str) -> str:
    answer = pages.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_page_shows_what_was_on_record_then_and_says_so(pages: TestClient) -> None:
    then, now = page(pages, "/as-of/2026-03-02/questions/figures"), page(pages, "/questions/figures")
    assert "19 children" in then and "23 children" not in then
    assert "The record as it stood at the end of 2026-03-02 (UTC)." in then
    assert "23 children" in now and "19 children" not in now and "as it stood" not in now


def test_its_links_lead_on_to_that_day_and_one_to_the_present(pages: TestClient) -> None:
    then = page(pages, "/as-of/2026-03-02/figures?counted=children")
    assert 'href="/as-of/2026-03-02/timeline"' in then and 'action="/as-of/2026-03-02/search"' in then
    assert 'class="now" href="/figures?counted=children"' in then
    assert 'href="/static/onrecord.css"' in then and 'href="/editor' in then, "what has no past"
    assert 'href="/timeline"' not in then


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search?q=children",
        "/figures",
        "/timeline",
        "/chronology?question=acts",
        "/quarantine",
        "/questions",
        "/questions/figures",
        "/download",
    ],
)
def test_every_page_has_a_past(pages: TestClient, address: str) -> None:
    assert "as it stood at the end of 2026-03-02" in page(pages, f"/as-of/2026-03-02{address}")


def test_an_earlier_version_can_be_read(pages: TestClient) -> None:
    old, new = (iri.article(versions.article("a.txt", text)) for text in (OLD, NEW))
    assert "19 children" in page(pages, f"/as-of/2026-03-02/article?iri={old}")
    assert pages.get(f"/as-of/2026-03-02/article?iri={new}").status_code == 404
    assert pages.get(f"/article?iri={old}").status_code == 404


def test_search_finds_what_was_there(pages: TestClient) -> None:
    then, now = (re.sub("<[^>]*>", "", page(pages, f"{day}/search?q=children")) for day in ("/as-of/2026-03-02", ""))
    assert "19 children" in then and "23 children" not in then
    assert "23 children" in now and "19 children" not in now


def test_a_file_holds_what_was_there(pages: TestClient) -> None:
    assert "formerSource" not in page(pages, "/as-of/2026-03-02/download/graph.ttl")
    assert "19 children" in page(pages, "/as-of/2026-03-02/questions/figures.csv")


def test_before_the_first_build_pages_are_empty(pages: TestClient) -> None:
    assert "children" not in page(pages, "/as-of/2026-03-01/figures").split("<main")[1]


@pytest.mark.parametrize(
    "address", ["/as-of/yesterday/figures", "/as-of/20260302/", "/as-of/2026-03-02/sparql?query=x"]
)
def test_what_has_no_past_is_not_found(pages: TestClient, address: str) -> None:
    assert pages.get(address).status_code == 404


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("day=2026-03-02&back=/figures", "/as-of/2026-03-02/figures"),
        ("day=&back=/figures", "/figures"),
        ("day=2026-03-02&back=//elsewhere.example", "/as-of/2026-03-02/"),
    ],
)
def test_a_day_is_chosen(pages: TestClient, asked: str, leads_to: str) -> None:
    answer = pages.get(f"/as-of?{asked}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, leads_to)


def test_what_is_no_day_is_refused(pages: TestClient) -> None:
    assert pages.get("/as-of?day=monday").status_code == 400
