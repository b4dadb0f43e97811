"""HTTP to a SPARQL store: what passes is waited for, what does not is one line, and nobody else hears of it."""

import logging

import pytest
from sparql_server import PASSWORD, TOKEN, USER, SparqlStore, serving

from onrecord.errors import StoreError
from onrecord.store import Address
from onrecord.store.remote.client import Client

ADD = ("https://example.org/g", b"<urn:a> <urn:b> <urn:c> .\n", "application/n-triples")


def put(server: SparqlStore) -> None:
    graph, content, kind = ADD
    Client(Address(server.url)).put(f"{server.url}/store", {"graph": graph}, content, kind)


def test_what_passes_is_waited_for(server: SparqlStore, waits: list[float]) -> None:
    server.faults = [429, 502, 504]
    put(server)
    assert waits == [0.5, 1.0, 2.0] and len(server.database) == 1


def test_a_store_says_how_long_to_wait_within_bounds(server: SparqlStore, waits: list[float]) -> None:
    server.faults, server.headers = [503], {"Retry-After": "7"}
    put(server)
    server.faults, server.headers = [503], {"Retry-After": "86400"}
    put(server)
    assert waits == [7.0, 30.0]


def test_a_connection_that_is_cut_is_made_again(server: SparqlStore, waits: list[float]) -> None:
    client = Client(Address(server.url))
    client.status(server.url)
    server.faults = [0]
    client.put(f"{server.url}/store", {"graph": ADD[0]}, *ADD[1:])
    assert len(server.database) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_what_does_not_pass_is_told_at_once(server: SparqlStore, waits: list[float], status: int) -> None:
    server.faults = [status]
    with pytest.raises(Exception) as told:
        put(server)
    assert waits == [] and "\n" not in str(told.value)


def test_what_stays_out_of_order_is_told_in_the_end(server: SparqlStore, waits: list[float]) -> None:
    server.faults = [503] * 9
    with pytest.raises(StoreError, match="status 503: out of order"):
        put(server)
    assert len(waits) == 4


def test_what_never_answers_is_not_waited_for(waits: list[float]) -> None:
    with serving() as gone:
        pass
    with pytest.raises(StoreError, match="cannot be reached"):
        put(gone)
    assert waits == []


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_a_user_is_told_as_the_store_asks(server: SparqlStore, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    server.scheme = scheme
    with pytest.raises(StoreError, match="asks for credentials: set ONRECORD_STORE_USER"):
        put(server)
    monkeypatch.setenv("ONRECORD_STORE_USER", USER)
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", "wrong")
    with pytest.raises(StoreError, match="does not accept these credentials"):
        put(server)
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", PASSWORD)
    client, asked = Client(Address(server.url)), len(server.asked)
    for _ in range(3):
        client.put(f"{server.url}/store", {"graph": ADD[0]}, *ADD[1:])
    assert len(server.asked) - asked == 4  # once it was refused, and asked how


def test_a_token_goes_with_each_request(server: SparqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    server.scheme = "Bearer"
    monkeypatch.setenv("ONRECORD_STORE_TOKEN", TOKEN)
    put(server)
    assert len(server.asked) == 1


def test_nothing_secret_is_said_or_logged(
    server: SparqlStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server.scheme, server.faults = "Digest", [503]
    monkeypatch.setenv("ONRECORD_STORE_USER", USER)
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", "mellon")
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreError) as told:
        put(server)
    assert "status 503" in caplog.text
    assert "mellon" not in caplog.text + str(told.value) and USER not in caplog.text + str(told.value)


def test_no_redirect_is_followed(server: SparqlStore) -> None:
    with serving() as other:
        server.faults, server.headers = [307], {"Location": f"{other.url}/store"}
        with pytest.raises(StoreError, match=f"sends elsewhere: name {other.url}/store"):
            put(server)
        assert other.asked == []


def test_no_proxy_of_the_environment_is_asked(server: SparqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    put(server)
    monkeypatch.setenv("ONRECORD_STORE_PROXY", "http://127.0.0.1:9")
    with pytest.raises(StoreError, match="cannot be reached"):
        put(server)
    monkeypatch.setenv("ONRECORD_STORE_PROXY", "nowhere")
    with pytest.raises(StoreError, match="ONRECORD_STORE_PROXY: no address of a proxy"):
        put(server)
