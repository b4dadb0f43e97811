"""Where a SPARQL store has its services."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from onrecord.errors import StoreError
from onrecord.store import Address
from onrecord.store.remote.client import Client
from onrecord.store.remote.services import Services, must_take_changes, services


@contextmanager
def answering(*paths: str) -> Iterator[str]:
    """The address of a server that has something at these paths alone."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200 if self.path in paths else 404)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def below(base: str, query: str, update: str, graphs: str, graphs_read: str) -> Services:
    return Services(*(f"{base}/{path}".rstrip("/") for path in (query, update, graphs, graphs_read)))


@pytest.mark.parametrize(
    ("mark", "named", "base", "paths"),
    [
        ("/store?default", "", "", ("query", "update", "store", "store")),
        ("/store?default", "/query", "", ("query", "update", "store", "store")),
        (
            *("/sparql-graph-crud", "/sparql", ""),
            ("sparql", "sparql-auth", "sparql-graph-crud-auth", "sparql-graph-crud"),
        ),
        ("/.well-known/sparql-examples", "/sparql", "", ("sparql", "sparql", "graphs", "graphs")),
        ("/ds/data?default", "/ds", "/ds", ("sparql", "update", "data", "data")),
        (
            *("/repositories/x/size", "/repositories/x", "/repositories/x"),
            ("", "statements", "rdf-graphs/service", "rdf-graphs/service"),
        ),
    ],
    ids=["oxigraph", "oxigraph-query", "virtuoso", "onrecord", "fuseki", "rdf4j"],
)
def test_products_are_told_apart(mark: str, named: str, base: str, paths: tuple[str, str, str, str]) -> None:
    with answering(mark) as url:
        assert services(Client(Address(url + named))) == below(url + base, *paths)


def test_any_other_is_asked_at_its_address_and_takes_changes_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering() as url:
        found = services(Client(Address(f"{url}/my/sparql")))
        assert found == Services(f"{url}/my/sparql")
        with pytest.raises(StoreError, match=r"set ONRECORD_STORE_UPDATE .* ONRECORD_STORE_GRAPHS"):
            must_take_changes(Address(url), found)
        monkeypatch.setenv("ONRECORD_STORE_UPDATE", f"{url}/u")
        monkeypatch.setenv("ONRECORD_STORE_GRAPHS", f"{url}/g")
        found = services(Client(Address(f"{url}/my/sparql")))
        assert found == Services(f"{url}/my/sparql", f"{url}/u", f"{url}/g", f"{url}/g")
        must_take_changes(Address(url), found)
