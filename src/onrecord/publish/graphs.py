"""The graphs of a release: canonical N-Quads and the list of their hashes; TriG, Turtle and GraphML for readers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from onrecord.answers.export import export
from onrecord.errors import UsageError
from onrecord.graph.canonical import GraphHash, NamedGraphs, canonical_lines, counted_graphs, graph_hash, listed
from onrecord.publish.release import File
from onrecord.store import Readable, Reader, Record

QUADS, LIST = "graphs.nq", "graphs.csv"
_FORMATS = (
    ("dataset.ttl", "text/turtle", "All statements as one graph in Turtle, for reading"),
    ("dataset.trig", "application/trig", "The statements of each graph in TriG, for reading"),
    ("dataset.graphml", "application/graphml+xml", "Who is linked to what, for Gephi, Cytoscape or networkx"),
)


class _Released(Reader):
    """The graphs of a release, to be asked as a store is; of the articles it knows what the graphs say."""

    def __init__(self, database: ox.Store) -> None:
        self.database, self.snapshot = database, ""

    def records(self) -> Mapping[str, Record]:
        return {}


def write_quads(store: NamedGraphs, folder: Path) -> tuple[list[GraphHash], list[File]]:
    """Write the graphs that count, and say which they are and which files they are in.

    Raises:
        UsageError: a graph holds blank nodes, which have no name outside of it.
    """
    hashes = []
    with (folder / QUADS).open("wb") as out:
        for name in counted_graphs(store):
            lines = canonical_lines(name, store.ntriples(name))
            if any(b"_:" in line.partition(b'"')[0] for line in lines):
                raise UsageError(f"the graph {name} holds blank nodes: give them IRIs before it is published")
            out.writelines(lines)
            hashes.append(graph_hash(name, lines))
    (folder / LIST).write_bytes(listed(hashes))
    return hashes, [
        File(
            QUADS,
            "All statements, each with the graph of the article that makes it: canonical N-Quads (RDFC-1.0), of which "
            "the identity of the dataset is made",
            "application/n-quads",
            {"conformsTo": {"@id": "https://www.w3.org/TR/rdf-canon/"}},
        ),
        File(LIST, "The graphs with their sizes and SHA-256 hashes; the hash of this list is the identity", "text/csv"),
    ]


@contextmanager
def released(folder: Path) -> Iterator[Readable]:
    """The graphs that were written, to be asked."""
    with TemporaryDirectory() as place:
        database = ox.Store(place)
        database.bulk_load(path=str(folder / QUADS), format=ox.RdfFormat.N_QUADS)
        yield _Released(database)
        del database


def write_readable(reader: Readable, folder: Path) -> Iterator[File]:
    """Write the statements in formats for readers."""
    for path, media_type, what in _FORMATS:
        export(reader, folder / path)
        yield File(path, what, media_type)
