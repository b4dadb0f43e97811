"""Names in tables find whom and what they mean on record, over the Reconciliation Service API 0.2."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
import specification
from starlette.testclient import TestClient

from children import CLAIMS, built
from onrecord.serve.app import application
from onrecord.serve.reconcile.reading import BATCH, ROWS
from onrecord.serve.settings import Settings


@pytest.fixture(scope="module")
def client(served_store: Path) -> Iterator[TestClient]:
    with TestClient(application(served_store, Settings(workers=1, seconds=20)), "http://localhost") as running:
        yield running


def ask(client: TestClient, *queries: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The candidates for some queries."""
    batch = {f"q{number}": query for number, query in enumerate(queries)}
    answer = client.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    jsonschema.validate(answer.json(), specification.RESULTS)
    return [answer.json()[key]["result"] for key in batch]


def extend(client: TestClient, ids: list[str], *properties: str) -> dict[str, Any]:
    """The values of properties, by entity."""
    asked = {"ids": ids, "properties": [{"id": one} for one in properties]}
    answer = client.post("/reconcile", data={"extend": json.dumps(asked)})
    assert answer.status_code == 200, answer.text
    jsonschema.validate(answer.json(), specification.EXTENDED)
    assert [one["id"] for one in answer.json()["meta"]] == list(properties)
    rows: dict[str, Any] = answer.json()["rows"]
    return rows


def found(client: TestClient, name: str) -> str:
    ((first, *_),) = ask(client, {"query": name})
    return str(first["id"])


def test_the_manifest_says_what_there_is(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    jsonschema.validate(manifest, specification.MANIFEST)
    assert [one["id"] for one in manifest["defaultTypes"]] == ["Person", "Organization", "Court", "Place"]
    page = manifest["view"]["url"].replace("{{id}}", quote(found(client, "Mykola Kuleba"), safe=""))
    assert "Mykola Kuleba" in client.get(page).text
    for service in (*manifest["suggest"].values(), manifest["extend"]["propose_properties"]):
        assert client.get(service["service_url"] + service["service_path"], params={"prefix": "a"}).status_code == 200


@pytest.mark.parametrize(
    ("name", "means", "score", "match"),
    [
        ("Maria Lvova-Belova", "Maria Lvova-Belova", 100, True),
        ("Lvova-Belova, Maria", "Maria Lvova-Belova", 100, True),
        ("LVOVA-BELOVA MARIYA", "Maria Lvova-Belova", 97.3, True),  # a form of the given name
        ("lvova belova", "Maria Lvova-Belova", 80, False),  # a surname alone may be anyone's
        ("Nikolai Kuleba", "Mykola Kuleba", 96, True),  # one given name in two languages
        ("Mykola Kuleva", "Mykola Kuleba", 90, False),  # a slip
        ("Kuleba", "Mykola Kuleba", 70, False),
        ("the international criminal court", "International Criminal Court", 100, True),
        ("Kiev", "Kyiv", 98, True),
        ("ICC", "International Criminal Court", 98, True),  # the word list knows it
    ],
)
def test_a_name_finds_whom_it_means(client: TestClient, name: str, means: str, score: float, match: bool) -> None:
    ((first, *_),) = ask(client, {"query": name})
    assert (first["name"], first["score"], first["match"]) == (means, score, match)


def test_who_is_called_otherwise_is_not_found(client: TestClient) -> None:
    assert ask(client, {"query": "Dmytro Shevchenko"}, {"query": "…"}, {"query": "x" * 5000}) == [[], [], []]


def test_each_query_of_a_batch_has_its_own_answer_by_get_as_well(client: TestClient) -> None:
    batch = {"a": {"query": "Kyiv", "limit": 1}, "b": {"query": "Save Ukraine"}}
    answer = client.get("/reconcile", params={"queries": json.dumps(batch)}).json()
    assert {key: told["result"][0]["name"] for key, told in answer.items()} == {"a": "Kyiv", "b": "Save Ukraine"}
    assert len(answer["a"]["result"]) == 1


def test_a_type_leaves_out_all_others(client: TestClient) -> None:
    for types in ("Person", ["person"], ["https://w3id.org/onrecord/ns#Person"], [{"id": "Person"}]):
        assert ask(client, {"query": "Kyiv", "type": types}) == [[]]
    ((court,),) = ask(client, {"query": "International Criminal Court", "type": "Organization"})
    assert court["type"] == [{"id": "Court", "name": "court"}]


def test_an_identifier_finds_what_it_names(client: TestClient) -> None:
    id = found(client, "Mykola Kuleba")
    for written in (id, f"https://w3id.org/onrecord/{id}", id.partition("/")[2]):
        ((only,),) = ask(client, {"query": written})
        assert (only["id"], only["score"], only["match"]) == (id, 100, True)


def test_properties_lower_the_score_of_those_that_do_not_have_them(client: TestClient) -> None:
    name, kuleba = "Mykola Kuleba", found(client, "Mykola Kuleba")
    fits = {"pid": "office", "v": "Head"}, {"pid": "organization", "v": {"id": found(client, "Save Ukraine")}}
    misses = {"pid": "organization", "v": ["Ministry of Justice", "Red Cross"]}
    ((one, *_),), ((two, *_),), ((three, *_),) = (
        ask(client, {"query": name, "properties": list(given)}) for given in (fits, [misses], [*fits, misses])
    )
    assert (one["score"], one["match"]) == (100, True)
    assert (two["id"], two["score"], two["match"]) == (kuleba, 75, False)
    assert {"id": "properties_agreeing", "value": 0.67} in three["features"]


def test_tables_are_extended_by_what_is_on_record(client: TestClient) -> None:
    kuleba, court, kyiv, body = (
        found(client, name) for name in ("Mykola Kuleba", "International Criminal Court", "Kyiv", "Save Ukraine")
    )
    rows = extend(
        client,
        [kuleba, kyiv, court, body, "person/none"],
        "office",
        "organization",
        "acts",
        "elsewhere",
        "holders",
        "aliases",
        "articles",
        "country",
    )
    assert rows[kuleba]["office"] == [{"str": "head"}]
    assert rows[kuleba]["organization"] == [{"id": body, "name": "Save Ukraine"}]
    assert rows[body]["holders"] == [{"id": kuleba, "name": "Mykola Kuleba"}]
    assert rows[kuleba]["aliases"] == [{"str": "Kuleba"}] and rows[kuleba]["articles"] == [{"int": 8}]
    assert rows[court]["acts"] == [{"str": "arrest warrant, 2023-03"}]
    assert rows[kyiv]["elsewhere"] == [{"str": "http://www.wikidata.org/entity/Q1899"}] and rows[kyiv]["office"] == []
    assert rows[body]["country"] == [{"str": "Ukraine"}]
    assert set(map(str, rows["person/none"].values())) == {"[]"}


def test_a_type_has_properties_to_be_proposed(client: TestClient) -> None:
    answer = client.get("/reconcile/properties", params={"type": "Place", "limit": 2}).json()
    jsonschema.validate(answer, specification.PROPOSED)
    assert [one["id"] for one in answer["properties"]] == ["aliases", "articles"] and answer["limit"] == 2
    people = client.get("/reconcile/properties", params={"type": "Person"}).json()
    assert "office" in {one["id"] for one in people["properties"]} and "limit" not in people


@pytest.mark.parametrize(
    ("what", "prefix", "names"),
    [
        ("entity", "lvova-be", ["Maria Lvova-Belova"]),
        ("entity", "Mykola Kul", ["Mykola Kuleba"]),
        ("entity", "kulebba mykola", ["Mykola Kuleba"]),  # nobody's name begins so: who is called much like it
        ("type", "cou", ["court"]),
        ("property", "off", ["office", "office holders", "official acts"]),
        ("property", "holders", ["office holders"]),
    ],
)
def test_what_begins_so_is_suggested(client: TestClient, what: str, prefix: str, names: list[str]) -> None:
    answer = client.get(f"/reconcile/suggest/{what}", params={"prefix": prefix}).json()
    jsonschema.validate(answer, specification.SUGGESTED)
    assert [one["name"] for one in answer["result"]] == names
    more = client.get(f"/reconcile/suggest/{what}", params={"prefix": prefix, "cursor": len(names)}).json()
    assert more["result"] == []


def test_a_preview_is_a_page_for_a_frame(client: TestClient) -> None:
    page = client.get("/reconcile/preview", params={"id": found(client, "Mykola Kuleba")})
    assert "head, Save Ukraine" in page.text and "spoke on 24 January 2024" in page.text
    assert "frame-ancestors" not in page.headers["content-security-policy"]
    assert "<script" not in page.text and len(page.text) < 5000
    assert client.get("/reconcile/preview", params={"id": "person/none"}).status_code == 404


def test_pages_of_other_origins_may_ask(client: TestClient) -> None:
    answer = client.get("/reconcile", headers={"Origin": "http://127.0.0.1:3333"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    ("status", "sent", "why"),
    [
        (400, {"queries": "{"}, "to be JSON"),
        (400, {"queries": "[" * 100_000}, "to be JSON"),
        (400, {"queries": "[]"}, "an object"),
        (400, {"queries": '{"a": {}}'}, "a name in query, or properties"),
        (400, {"queries": '{"a": {"query": 7}}'}, "to be text"),
        (400, {"queries": '{"a": {"query": "x", "limit": 0}}'}, "limit"),
        (400, {"queries": '{"a": {"query": "x", "type": "Ship"}}'}, "Person, Organization, Court, Place"),
        (400, {"queries": '{"a": {"query": "x", "properties": [{"pid": "colour", "v": 1}]}}'}, "and no 'colour'"),
        (400, {"extend": '{"ids": ["x"]}'}, "a list of properties"),
        (400, {"extend": '{"ids": [], "properties": [{"id": "colour"}]}'}, "and no 'colour'"),
        (400, {"extend": "{}", "queries": "{}"}, "not both"),
        (400, {}, "send a batch"),
        (413, {"queries": json.dumps({str(n): {"query": "x"} for n in range(BATCH + 1)})}, f"at most {BATCH} queries"),
        (413, {"extend": json.dumps({"ids": ["x"] * (ROWS + 1), "properties": []})}, f"at most {ROWS} entities"),
    ],
)
def test_what_is_no_request_is_refused_in_one_line(
    client: TestClient, status: int, sent: dict[str, str], why: str
) -> None:
    answer = client.post("/reconcile", data=sent)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = answer if sent else client.post("/reconcile", content=b"", headers=headers)
    assert (answer.status_code, answer.text.count("\n")) == (status, 1) and why in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reconcile/suggest/ship?prefix=x", 404),
        ("/reconcile/suggest/entity?prefix=x&cursor=-1", 400),
        ("/reconcile/suggest/entity?prefix=x&type=Ship", 400),
        ("/reconcile/properties?type=Ship", 400),
        ("/reconcile/properties?limit=some", 400),
        ("/reconcile?query=Kyiv", 400),  # of API 0.1
        ("/as-of/2024-01-01/reconcile", 404),
    ],
)
def test_what_is_not_there_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_names_of_children_are_withheld(tmp_path: Path) -> None:
    store = built(tmp_path / "store", {"home.txt": CLAIMS})
    with TestClient(application(store, Settings(workers=1)), "http://localhost") as client:
        assert ask(client, {"query": "Ilia Sorin", "type": "Person"}) == [[]]
        assert "Ilia" not in client.get("/reconcile/suggest/entity", params={"prefix": "I"}).text
        told = client.post("/reconcile", data={"queries": json.dumps({"a": {"query": "Ilia Sorin"}})})
        assert "Ilia" not in told.text and "Sorin" not in told.text
