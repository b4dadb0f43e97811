"""A SPARQL store elsewhere, as those who ask it see it."""

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import httpx
import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.store import queries
from onrecord.store.place import Address
from onrecord.store.reader import Answer
from onrecord.store.remote import results
from onrecord.store.remote.client import Client, Fields
from onrecord.store.remote.services import services
from onrecord.store.snapshots import Record

_LARGE = 1000  # statements of a graph; of fewer, no store leaves any out
_LOOK = 5.0  # seconds in which what is newest is not asked again
_TRIPLES = "application/n-triples"
_UNION = {"union-default-graph": "true"}  # Oxigraph's; others take no notice of it
_FORM = re.compile(r"<[^>\s]*>|#[^\n]*|\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!\s*:)", re.IGNORECASE)


class RemoteReader:
    """The store at an address, to be asked. It is filled graph by graph, so it shows a build under way."""

    keys_at_once: Sequence[int] = (100,)  # each batch is a request
    asks_by_dataset = True

    def __init__(self, address: Address, redacted: bool = False) -> None:
        """Open the store at an address; `redacted` only if it names no children, since all it holds is shown.

        Raises:
            StoreError: it cannot be reached, is no SPARQL store, or does not hold what a build puts there.
        """
        self.address = address
        self._client = Client(address)
        self._services = services(self._client)
        self._union: Mapping[str, str] = {}
        if not self._any("remote-article"):
            self._find_union()
        self._redacted = redacted
        self._must_be_allowed()
        self.snapshot, self._looked = self._newest(), time.monotonic()

    def _find_union(self) -> None:
        """Have the default graph be the union of all graphs, which holds no article yet."""
        if not self._any("remote-article-graph"):
            raise StoreError(f"{self.address}: holds no article yet: run `onrecord build INPUT --store {self.address}`")
        self._union = _UNION
        if not self._any("remote-article"):
            raise StoreError(
                f"{self.address}: its default graph is not the union of its graphs, which queries count on: have it so "
                "(oxigraph serve --union-default-graph; in Fuseki tdb2:unionDefaultGraph true)"
            )

    def _must_be_allowed(self) -> None:
        """See that names of children are not to be withheld, or that there are none: a build may bring some any time.

        Raises:
            StoreError: there are.
        """
        if self._redacted and self._any("remote-children"):
            raise StoreError(
                f"{self.address}: names children, whose names cannot be withheld from what a store elsewhere answers: "
                "serve a folder, or say --names-of-children shown where all who reach the server may see them"
            )

    def _any(self, name: str) -> bool:
        return any(self.select(name))

    def _newest(self) -> str:
        """Stands for the newest build that the store holds whole; for the minute where no build of ours filled it."""
        told = (f"{row['state'].value} {row['build'].value}" for row in self.select("remote-build"))
        return next(told, f"at {int(time.time() // 60)}")

    def is_newest(self) -> bool:
        """Whether no newer build has been finished, as far as is known."""
        if time.monotonic() - self._looked > _LOOK:
            self._looked = time.monotonic()
            return self.snapshot == self._newest()
        return True

    def query(
        self,
        text: str,
        default: Sequence[ox.NamedNode] = (),
        named: Sequence[ox.NamedNode] = (),
        base: str = "",
        own_dataset: bool = False,
    ) -> Answer:
        """The answer to a query over the union of all graphs, or of some of them.

        Raises:
            QueryError: the store cannot answer it.
            StoreError: the store cannot be reached, or is no SPARQL store.
        """
        fields: dict[str, str | Sequence[str]] = {"query": f"BASE <{base}>\n{text}" if base else text}
        if default or named:
            fields["default-graph-uri"] = [graph.value for graph in default]
            fields["named-graph-uri"] = [graph.value for graph in named]
        elif not own_dataset:
            fields |= self._union
        answer = results.answer(self._asked(text, fields), self.address)
        self._must_be_allowed()
        return answer

    def _asked(self, text: str, fields: Fields) -> httpx.Response:
        return self._client.form(self._services.query, fields, _accepted(text))

    def select(self, name: str, **given: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
        """The rows of one of the program's own questions, with terms given for some of its variables."""
        text = queries.given(name, **given)
        return results.rows(self._asked(text, {"query": text, **self._union}), self.address)

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""
        return sorted(row["article"].value for row in self.select("remote-article-graphs"))

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The named graphs that hold what no single article says."""
        return [row["graph"] for row in self.select("remote-shared-graphs")]

    def has_graph(self, graph: str) -> bool:
        """Whether there is a named graph."""
        return bool(self._graph(graph))

    def everything(self) -> Iterator[ox.Triple]:
        """The union of all graphs; what several of them say comes several times."""
        graphs = [*self.article_graphs(), *(graph.value for graph in self.shared_graphs())]
        return (triple for graph in graphs for triple in self.triples(graph))

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""
        return (quad.triple for quad in self._loaded(graph))

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order, written as a local store writes them."""
        return self._loaded(graph).dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""

    def save(self, graph: str, path: Path) -> None:
        """Write the triples of one named graph to a file, as N-Triples in any order."""
        path.write_bytes(self.ntriples(graph))

    def _loaded(self, graph: str) -> ox.Store:
        """One named graph, as the default graph of a database: its literals are then written as a local store does."""
        database = ox.Store()
        database.load(self._graph(graph), format=ox.RdfFormat.N_TRIPLES)
        return database

    def _graph(self, graph: str) -> bytes:
        """One named graph as N-Triples.

        Raises:
            StoreError: the store gives only a part of it.
        """
        content = self._fetched(graph)
        lines = content.count(b"\n")
        if lines >= _LARGE:
            asked = queries.query("remote-graph-size").replace("<urn:the-graph>", f"<{graph}>")
            (row,) = results.rows(self._asked(asked, {"query": asked}), self.address)
            if lines < int(row["n"].value):
                raise StoreError(f"{self.address}: gives only a part of the graph {graph}: {results.MORE}")
        self._must_be_allowed()
        return content

    def _fetched(self, graph: str) -> bytes:
        if not self._services.graphs_read:
            asked = queries.query("remote-graph").replace("<urn:the-graph>", f"<{graph}>")
            return self._asked(asked, {"query": asked}).content
        response = self._client.get(self._services.graphs_read, {"graph": graph}, _TRIPLES)
        return response.content if response.is_success else b""

    def size(self) -> int:
        """How many statements there are."""
        return sum(int(row["n"].value) for row in self.select("remote-size"))

    def records(self) -> Mapping[str, Record]:
        """What is known of articles beside the graph: nothing, it stays with whoever builds."""
        return {}

    def text(self, sha256: str) -> str:
        """A text.

        Raises:
            StoreError: texts stay with whoever builds.
        """
        raise StoreError(f"{self.address}: the text {sha256[:12]}… stays where the store was built")


def _accepted(text: str) -> str:
    """The media type in which the answer to a query is asked for: some stores give any answer in any."""
    form = next((found[1].upper() for found in _FORM.finditer(text) if found[1]), "")
    return _TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else results.JSON
