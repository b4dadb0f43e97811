"""Results as stores write them."""

import json

import httpx
import pyoxigraph as ox
import pytest

from onrecord.errors import QueryError, StoreError
from onrecord.store import Address
from onrecord.store.remote import results

STORE = Address("http://store.example")
BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def response(content: object, kind: str = results.JSON, **headers: str) -> httpx.Response:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return httpx.Response(200, headers={"Content-Type": kind, **headers}, content=body)


def table(*rows: dict[str, object], columns: tuple[str, ...] = ("x",)) -> dict[str, object]:
    return {"head": {"vars": columns}, "results": {"bindings": rows}}


def test_rows() -> None:
    told = results.rows(response(table({"x": {"type": "uri", "value": "urn:a"}}, {})), STORE)
    assert [row["x"] for row in told] == [ox.NamedNode("urn:a"), None]


@pytest.mark.parametrize(("written", "read"), [("1", True), ("0", False), ("true", True)])
def test_truth_values_are_written_in_one_way(written: str, read: bool) -> None:
    term = {"type": "typed-literal", "datatype": BOOLEAN, "value": written}
    assert [row["x"] for row in results.rows(response(table({"x": term})), STORE)] == [ox.Literal(read)]


def test_an_answer_to_ask() -> None:
    assert bool(results.answer(response({"head": {}, "boolean": True}), STORE))
    assert not bool(results.answer(response({"head": {}, "boolean": False}), STORE))


@pytest.mark.parametrize(("value", "read"), [("1", True), ("0", False)])
def test_an_answer_to_ask_that_comes_as_a_table(value: str, read: bool) -> None:
    told = table({"__ASK_RETVAL": {"type": "literal", "value": value}}, columns=("__ASK_RETVAL",))
    answer = results.answer(response(told), STORE)
    assert isinstance(answer, ox.QueryBoolean) and bool(answer) is read


def test_triples() -> None:
    told = results.answer(response(b"<urn:a> <urn:b> <urn:c> .\n", "application/n-triples; charset=utf-8"), STORE)
    assert [str(triple.subject) for triple in told] == ["<urn:a>"]  # type: ignore[union-attr]


@pytest.mark.parametrize("content", [b'{"head": {"vars": ["x"]}, "results"', b"", b"{}", b"Query ran out of time"])
def test_an_answer_that_breaks_off(content: bytes) -> None:
    with pytest.raises(QueryError, match="breaks off, or is none"):
        list(results.rows(response(content), STORE))


def test_rows_after_which_the_answer_breaks_off() -> None:
    whole = json.dumps(table({"x": {"type": "uri", "value": "urn:a"}}, {})).encode()
    for end in range(whole.index(b"urn:a"), len(whole)):
        with pytest.raises(QueryError, match="breaks off, or is none"):
            results.rows(response(whole[:end] + b"Timed out"), STORE)


def test_no_rows_are_left_out_in_silence() -> None:
    two = table({}, {})
    assert len(list(results.rows(response(two, **{"X-SPARQL-MaxRows": "3"}), STORE))) == 2
    with pytest.raises(StoreError, match=r"gives 2 rows at most: .*ResultSetMaxRows"):
        results.rows(response(two, **{"X-SPARQL-MaxRows": "2"}), STORE)


@pytest.mark.parametrize("kind", ["text/html", ""])
def test_what_is_no_sparql_endpoint(kind: str) -> None:
    with pytest.raises(StoreError, match=r"http://store.example: not a SPARQL endpoint: it answers a query with"):
        results.answer(response(b"<html>", kind), STORE)
