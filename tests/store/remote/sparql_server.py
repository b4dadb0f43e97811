"""A SPARQL store to test against: the protocols over Oxigraph in memory, with the faults that stores have."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

JSON, NTRIPLES = ox.QueryResultsFormat.JSON, ox.RdfFormat.N_TRIPLES
_WRITING = ("PUT", "POST", "DELETE")
USER, PASSWORD, TOKEN = "writer", "open sesame", "a-token-for-tests"


@dataclass
class SparqlStore:
    """What the server holds, how it behaves, and what it was asked."""

    database: ox.Store = field(default_factory=ox.Store)
    union: str = "asked"  # the default graph is the union of all: always, if asked for, or never
    scheme: str = ""  # of authentication that changes need: Basic, Digest or Bearer
    read_only: bool = False
    faults: list[int] = field(default_factory=list)  # statuses of the next answers; 0 cuts the connection
    spare: int | None = None  # changes that are made before the store breaks down
    headers: dict[str, str] = field(default_factory=dict)  # of faulty answers
    asked: list[tuple[str, str, str]] = field(default_factory=list)  # method, path and graph of each request
    url: str = ""

    def changes(self) -> list[tuple[str, str]]:
        """What was sent to be changed, in order: the method, and the end of the graph's name."""
        writing = [one for one in self.asked if one[1] == "/update" or (one[1] == "/store" and one[0] in _WRITING)]
        return [("UPDATE" if path == "/update" else method, name.rsplit("/", 1)[-1]) for method, path, name in writing]

    def graphs(self) -> dict[str, set[str]]:
        """What it holds of a build, graph by graph, without the mark of the build."""
        names = [graph for graph in self.database.named_graphs() if not graph.value.endswith("/graph/store")]
        told = {
            graph.value: {str(quad.triple) for quad in self.database.quads_for_pattern(None, None, None, graph)}
            for graph in names
        }
        return {name: triples for name, triples in told.items() if triples}


@contextmanager
def serving(**behaviour: object) -> Iterator[SparqlStore]:
    """A store that behaves as told, at `url`, until the end."""
    store = SparqlStore(**behaviour)  # type: ignore[arg-type]
    handler = type("Handler", (_Handler,), {"store": store})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    store.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield store
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    store: ClassVar[SparqlStore]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: tests say what matters."""

    def handle_one(self) -> None:
        store, parts = self.store, urlsplit(self.path)
        fields = parse_qs(parts.query)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        store.asked.append((self.command, parts.path, fields.get("graph", [""])[0]))
        if store.faults:
            self._fail(store.faults.pop(0))
            return
        changes = parts.path == "/update" or (parts.path == "/store" and self.command in _WRITING)
        if changes and self._refused():
            return
        if changes and store.spare is not None:
            store.spare -= 1
            if store.spare < 0:
                self._fail(500)
                return
        routes: dict[str, Callable[[dict[str, list[str]], bytes], None]] = {
            "/query": self._query,
            "/update": self._update,
            "/store": self._graph,
        }
        if parts.path in routes:
            routes[parts.path](fields, body)
        else:
            self._answer(404)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_one  # noqa: N815

    def _fail(self, status: int) -> None:
        if status:
            self._answer(status, b"out of order", **self.store.headers)
        else:
            self.close_connection = True
            self.connection.close()

    def _refused(self) -> bool:
        sent = self.headers.get("Authorization", "")
        right = {
            "Basic": sent == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode(),
            "Digest": sent.startswith("Digest ") and _digested(sent, self.command),
            "Bearer": sent == f"Bearer {TOKEN}",
        }
        if self.store.scheme and not right[self.store.scheme]:
            challenge = f'{self.store.scheme} realm="store"'
            extra = ', nonce="n1", qop="auth", algorithm=MD5' if self.store.scheme == "Digest" else ""
            self._answer(401, **{"WWW-Authenticate": challenge + extra})
        elif self.store.read_only:
            self._answer(403, b"read-only")
        return bool(self.store.read_only or (self.store.scheme and not right[self.store.scheme]))

    def _query(self, fields: dict[str, list[str]], body: bytes) -> None:
        given = parse_qs(body.decode(), keep_blank_values=True)
        default, named = (
            [ox.NamedNode(name) for name in given.get(f"{kind}-graph-uri", ())] for kind in ("default", "named")
        )
        union = self.store.union == "always" or (self.store.union == "asked" and "union-default-graph" in given)
        try:
            if default or named:
                answer = self.store.database.query(given["query"][0], default_graph=default, named_graphs=named)
            else:
                answer = self.store.database.query(given["query"][0], use_default_graph_as_union=union)
        except (SyntaxError, ValueError) as error:
            self._answer(400, str(error).encode())
            return
        if isinstance(answer, ox.QuerySolutions | ox.QueryBoolean):
            self._answer(200, answer.serialize(format=JSON) or b"", **{"Content-Type": JSON.media_type})
        else:
            content = ox.serialize(answer, format=NTRIPLES) or b""
            self._answer(200, content, **{"Content-Type": NTRIPLES.media_type})

    def _update(self, fields: dict[str, list[str]], body: bytes) -> None:
        self.store.database.update(parse_qs(body.decode())["update"][0])
        self._answer(204)

    def _graph(self, fields: dict[str, list[str]], body: bytes) -> None:
        database = self.store.database
        if "graph" not in fields:  # `?default`
            self._answer(200)
            return
        graph = ox.NamedNode(fields["graph"][0])
        there = database.contains_named_graph(graph)
        if self.command in ("PUT", "DELETE"):
            database.remove_graph(graph)
        if self.command in ("PUT", "POST"):
            database.add_graph(graph)
            database.load(body, format=NTRIPLES, to_graph=graph)
            self._answer(204 if there else 201)
        elif not there:
            self._answer(404, b"no such graph")
        else:
            content = database.dump(format=NTRIPLES, from_graph=graph) or b"" if self.command == "GET" else b""
            self._answer(200, content, **{"Content-Type": NTRIPLES.media_type})

    def _answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(content))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _digested(sent: str, method: str) -> bool:
    """Whether a digest (RFC 7616, MD5) is that of the user and the password."""
    told = dict(re.findall(r'(\w+)="?([^",]+)"?', sent))

    def digest(*parts: str) -> str:
        return hashlib.md5(":".join(parts).encode()).hexdigest()

    who, what = digest(USER, "store", PASSWORD), digest(method, told["uri"])
    return told["response"] == digest(who, told["nonce"], told["nc"], told["cnonce"], told["qop"], what)
