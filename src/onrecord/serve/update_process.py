"""A process that makes one change to the store, holding its lock, and finishes it as a build does.

So readers see all of a change or nothing, and a build and a change never meet.
"""

import contextlib
import json
import logging
import signal
import socket
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from onrecord.answers.sparql_guard import check_update
from onrecord.errors import QueryError, StoreError
from onrecord.serve import frames, sandbox
from onrecord.serve.frames import Mark
from onrecord.serve.protocol import UNNAMED, Dataset
from onrecord.store import Writer


@dataclass(frozen=True, slots=True)
class RunUpdate:
    """Run a SPARQL update."""

    text: str
    base: str
    dataset: Dataset = UNNAMED


@dataclass(frozen=True, slots=True)
class Upload:
    """An RDF document."""

    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PutGraph:
    """Let a graph hold what the documents say: nothing else, or this as well."""

    graph: str | None  # None is the default graph
    documents: Sequence[Upload]
    base: str
    replace: bool


@dataclass(frozen=True, slots=True)
class NewGraph:
    """Put a document into a graph whose name starts with `prefix` and is not taken."""

    prefix: str
    documents: Sequence[Upload]


@dataclass(frozen=True, slots=True)
class DropGraph:
    """Take a graph out."""

    graph: str | None


Change = RunUpdate | PutGraph | NewGraph | DropGraph
_logger = logging.getLogger(__name__)
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
_Graph = ox.NamedNode | ox.DefaultGraph


def main(connection: socket.socket, folder: Path, change: Change, seconds: float, memory: int) -> None:
    """Make one change to the store in `folder`, and say on `connection` how that went.

    Args:
        connection: where to say it: a status, and what there is to say.
        folder: the store.
        change: what to do.
        seconds: time until the change is ready to be written.
        memory: MiB that it may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sandbox.forbid_network()
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        reply = _made(folder, change, memory)
    except StoreError as error:
        _logger.debug("the store cannot be changed", exc_info=True)
        reply = {"status": 503, "why": str(error)}
    except (QueryError, SyntaxError, ValueError, RuntimeError) as error:
        _logger.debug("a change was not made", exc_info=True)
        reply = {"status": 400, "why": " ".join(str(error).split())}
    with contextlib.suppress(OSError):  # whoever asked has gone
        connection.sendall(frames.frame(Mark.HEAD, json.dumps(reply).encode()))


def _made(folder: Path, change: Change, memory: int) -> dict[str, object]:
    writer = Writer(folder)
    try:
        sandbox.bound_memory(memory)
        reply = _make(writer.database, change)
        if reply["status"] != 404:
            graphs = {graph.value for graph in writer.database.named_graphs()}
            for article in set(writer.catalogue.articles()) - graphs:
                writer.drop(article)
            writer.anything_changed()
            writer.commit()
        return reply
    finally:
        writer.close()


def _make(database: ox.Store, change: Change) -> dict[str, object]:
    match change:
        case RunUpdate():
            text = check_update(change.text, change.dataset.default, change.dataset.named)
            database.update(text, base_iri=change.base)  # all of it or nothing
            _no_more_alarms()
            return {"status": 204}
        case DropGraph():
            _no_more_alarms()
            return _drop(database, _named(change.graph))
        case NewGraph():
            graph = f"{change.prefix}{uuid.uuid4()}"
            _put(database, PutGraph(graph, change.documents, graph, replace=False))
            return {"status": 201, "location": graph}
        case PutGraph():
            return {"status": 204 if _put(database, change) else 201}


def _put(database: ox.Store, change: PutGraph) -> bool:
    """Whether the graph was there before."""
    name = _named(change.graph)
    triples = [
        ox.Quad(quad.subject, quad.predicate, quad.object, name)
        for each in change.documents
        for quad in ox.parse(
            each.content,
            FORMATS[each.media_type],
            base_iri=change.base,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
    ]
    _no_more_alarms()
    existed = isinstance(name, ox.DefaultGraph) or database.contains_named_graph(name)
    if change.replace:
        database.clear_graph(name)
    if isinstance(name, ox.NamedNode):
        database.add_graph(name)
    database.extend(triples)
    return existed


def _drop(database: ox.Store, name: _Graph) -> dict[str, object]:
    if isinstance(name, ox.NamedNode) and not database.contains_named_graph(name):
        return {"status": 404, "why": f"no graph is called {name.value}"}
    database.remove_graph(name)
    return {"status": 204}


def _named(graph: str | None) -> _Graph:
    return ox.DefaultGraph() if graph is None else ox.NamedNode(graph)


def _no_more_alarms() -> None:
    """From here on the change is written, and not to be broken off."""
    signal.setitimer(signal.ITIMER_REAL, 0)
