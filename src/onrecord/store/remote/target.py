"""A SPARQL store elsewhere, as a build fills it: whole graphs by the Graph Store Protocol, parts by SPARQL Update."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.store.place import Address
from onrecord.store.queries import query
from onrecord.store.remote import results
from onrecord.store.remote.client import Client
from onrecord.store.remote.services import must_take_changes, services

_NTRIPLES = "application/n-triples"
_PIECE, _LINES = 20_000, 1000  # triples that are sent together; that stand in one operation of an update
_IDENTIFIER, _VERSION = (ox.NamedNode(f"https://schema.org/{name}") for name in ("identifier", "version"))
_STORE = ox.NamedNode(iri.STORE_GRAPH)


class Target:
    """The store at an address, to be filled."""

    def __init__(self, address: Address) -> None:
        """Find out where the store takes changes.

        Raises:
            StoreError: it cannot be reached, or does not tell.
        """
        self.address, self._client = address, Client(address)
        self._services = services(self._client)
        must_take_changes(address, self._services)

    def marked(self) -> tuple[str, int]:
        """Which state the store was filled from, and which build it holds; empty where there is none."""
        return next(((row["state"].value, int(row["build"].value)) for row in self._rows("remote-build")), ("", 0))

    def is_empty(self) -> bool:
        """Whether it holds no article."""
        return not any(self._rows("remote-article-graph"))

    def articles(self) -> list[str]:
        """The IRIs of the articles that have a graph there."""
        return [row["article"].value for row in self._rows("remote-article-graphs")]

    def _rows(self, name: str) -> ox.QuerySolutions:
        response = self._client.form(self._services.query, {"query": query(name)}, results.JSON)
        return results.rows(response, self.address)

    def mark(self, state: str, build: int) -> None:
        """Have it say from which state it is filled, and which build it holds whole."""
        told = [ox.Triple(_STORE, _IDENTIFIER, ox.Literal(state)), ox.Triple(_STORE, _VERSION, ox.Literal(str(build)))]
        self.put(_STORE, told)

    def put(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> None:
        """Have a named graph hold just these triples; a large one is sent in pieces."""
        pieces, name = _pieces(triples, _PIECE), {"graph": graph.value}
        self._client.put(self._services.graphs, name, next(pieces, b""), _NTRIPLES)
        for piece in pieces:
            self._client.add(self._services.graphs, name, piece, _NTRIPLES)

    def drop(self, graph: ox.NamedNode) -> None:
        """Take a named graph out."""
        self._client.delete(self._services.graphs, {"graph": graph.value})

    def describe(self, graph: ox.NamedNode, subjects: Sequence[ox.NamedNode], triples: Iterable[ox.Triple]) -> None:
        """Have a named graph say of some subjects just these triples."""
        given = {"<urn:the-graph>": str(graph), "<urn:the-subjects>": " ".join(map(str, subjects))}
        change = query("remote-withdraw")
        for place, terms in given.items():
            change = change.replace(place, terms)
        for piece in _pieces(triples, _LINES):
            change += f";\nINSERT DATA {{ GRAPH {graph} {{\n{piece.decode()}}} }}"
        self._client.form(self._services.update, {"update": change}, "*/*")


def _pieces(triples: Iterable[ox.Triple], size: int) -> Iterator[bytes]:
    """Triples as N-Triples, some at a time."""
    rest = iter(triples)
    while some := list(islice(rest, size)):
        yield ox.serialize(some, format=ox.RdfFormat.N_TRIPLES) or b""
