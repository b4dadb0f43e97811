"""Canonical N-Quads of named graphs (RDFC-1.0), their hashes, and the identity of a dataset: the hash of their list.

The list is `graphs.csv`, one line for each named graph in order of its IRI. What counts is what is on record: the graph
of each article, who is who, what articles tell together, users' decisions, the terms that they use, and whatever else
was put into the store. What does not is when and where it was read, so that builds on other machines, in another order
or of another number of processes have one identity.

    graph,quads,sha256
    https://w3id.org/onrecord/article/02-davos-meeting-txt-50499ae82452,460,9c0f…

The hash of a graph is the SHA-256 of its lines in `graphs.nq`, which anybody can compute:
`grep -F ' <IRI> .' graphs.nq | sha256sum`.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Protocol

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.values.ntriples import Ntriples

# The record of the runs has their times; which build a store elsewhere holds is nothing that is on record
UNCOUNTED = iri.TIMED_GRAPHS | {iri.STORE_GRAPH}
COLUMNS = ("graph", "quads", "sha256")


class NamedGraphs(Protocol):
    """A store whose graphs can be read one by one, as its readers are."""

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles' graphs."""

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The other named graphs."""

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""


@dataclass(frozen=True, slots=True)
class GraphHash:
    """A named graph, known by its canonical form."""

    graph: str  # its IRI
    quads: int
    sha256: str  # of its canonical N-Quads in UTF-8, in 64 hexadecimal digits


def counted_graphs(store: NamedGraphs) -> list[str]:
    """The IRIs of the named graphs of a store that its identity is made of, in order."""
    names = {*store.article_graphs(), *(graph.value for graph in store.shared_graphs())}
    return sorted(names - UNCOUNTED)


def canonical_lines(graph: str, ntriples: bytes) -> list[bytes]:
    """The canonical N-Quads (RDFC-1.0) of the dataset that is this one named graph: its lines in order.

    Args:
        graph: the IRI of the graph.
        ntriples: its triples, in any order and each once, as Oxigraph writes them: that is their canonical form but for
            blank nodes, which get the labels that RDFC-1.0 gives them.

    Raises:
        SyntaxError: they hold a blank node and are no N-Triples.
    """
    if b"_:" in ntriples:  # perhaps only in a text
        ntriples = _relabelled(ntriples)
    return list(_quads(graph, sorted(ntriples.splitlines(keepends=True))))


def packed_lines(graph: str, ntriples: Ntriples) -> Iterator[bytes]:
    """The canonical N-Quads of a packed graph, few of which are held at once; of one with blank nodes all are."""
    if any(_may_be_blank(stretch) for stretch in ntriples):
        return iter(canonical_lines(graph, str(ntriples).encode()))
    return _quads(graph, ntriples.lines())


def _quads(graph: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The quads of lines, which stay in order: no term is the beginning of another, but for what follows a quote."""
    end = f" <{graph}> .\n".encode()
    return (line.removesuffix(b" .\n") + end for line in lines)


def _may_be_blank(lines: str) -> bool:
    return "_:" in lines and any("_:" in line.partition('"')[0] for line in lines.split("\n"))


def _relabelled(ntriples: bytes) -> bytes:
    told = ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)
    dataset = ox.Dataset(told)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize((quad.triple for quad in dataset), format=ox.RdfFormat.N_TRIPLES) or b""


def graph_hash(graph: str, lines: Iterable[bytes]) -> GraphHash:
    """The hash of a named graph, given as its canonical N-Quads line by line."""
    total, count = hashlib.sha256(), 0
    for line in lines:
        total.update(line)
        count += 1
    return GraphHash(graph, count, total.hexdigest())


def graph_hashes(store: NamedGraphs) -> Iterator[GraphHash]:
    """The hashes of the named graphs of a store that its identity is made of, in order of their IRIs."""
    return (graph_hash(name, canonical_lines(name, store.ntriples(name))) for name in counted_graphs(store))


def listed(hashes: Iterable[GraphHash]) -> bytes:
    """The list of graphs as `graphs.csv` has it: in order of their IRIs, in UTF-8, with LF at the end of each line.

    A graph without statements is none: a store keeps the names of those that were emptied.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(astuple(one) for one in sorted(hashes, key=lambda one: one.graph) if one.quads)
    return out.getvalue().encode("utf-8")


def read_list(content: bytes) -> list[GraphHash]:
    """The list of graphs that `graphs.csv` holds, in its order.

    Raises:
        ValueError: it is no such list.
    """
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    if rows[:1] != [list(COLUMNS)] or not all(len(row) == len(COLUMNS) for row in rows):
        raise ValueError(f"not a list of graphs with the columns {', '.join(COLUMNS)}")
    return [GraphHash(graph, int(quads), sha256) for graph, quads, sha256 in rows[1:]]


def identity(hashes: Iterable[GraphHash]) -> str:
    """The identity of a dataset: the SHA-256 of the list of its graphs, in 64 hexadecimal digits."""
    return hashlib.sha256(listed(hashes)).hexdigest()
