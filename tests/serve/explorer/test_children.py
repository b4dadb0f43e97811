"""The pages without the names of children: in no search, no table, no article, until they are asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from children import CLAIMS, built

PLACES = ("/", "/search?q=Olena", "/search?q=home&kind=article", "/questions/people", "/article?source=home.txt")


@pytest.fixture(scope="module")
def reader(client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_of(built(tmp_path_factory.mktemp("children") / "store", {"home.txt": CLAIMS}))


def test_they_are_withheld_until_they_are_asked_for(reader: TestClient) -> None:
    for address in PLACES:
        html = reader.get(address).text
        assert "Ilia" not in html, address
        assert "Names of children are withheld." in html
    assert "Nothing holds all these words" in reader.get("/search?q=Ilia").text
    reader.post("/names-of-children?to=shown&back=/")
    assert "Names of children are shown." in reader.get("/").text
    assert "Ilia" in reader.get("/questions/people").text
    assert "Ilia" in reader.get("/article?source=home.txt").text
    assert "1 result " in reader.get("/search?q=Ilia&kind=person").text
    reader.post("/names-of-children?to=withheld&back=/")
    assert "Nothing holds all these words" in reader.get("/search?q=Ilia").text


def test_quotes_of_a_chronology_stand_with_blocks_in_place_of_names(reader: TestClient) -> None:
    html = reader.get("/chronology?question=evidence").text
    assert 'id="source-1"' in html and "Ilia" not in html and "does not stand" not in html


def test_where_no_child_is_named_there_is_no_switch(client: TestClient) -> None:
    assert "Names of children" not in client.get("/").text
