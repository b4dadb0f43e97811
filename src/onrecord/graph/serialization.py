"""Graphs as text, and text as graphs."""

from collections.abc import Iterable

from rdflib import Dataset, Graph
from rdflib.util import guess_format


def to_ntriples(graph: Graph) -> str:
    """The graph in N-Triples, in a fixed order."""
    lines = graph.serialize(format="nt11").split("\n")
    return "".join(sorted(f"{line}\n" for line in lines if line))


def of_triples(triples: Iterable[object]) -> Graph:
    """The graph of triples that write themselves in N-Triples, as the store's do."""
    return Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt11")


def parsed(content: bytes, name: str) -> Graph:
    """The triples of all graphs that an RDF file holds; the end of its `name` says in which format.

    Raises:
        ValueError: it is not RDF that can be read; the message says where.
    """
    dataset = Dataset()
    try:
        dataset.parse(data=content, format=guess_format(name))
    except Exception as error:  # each of rdflib's parsers raises its own kinds
        raise ValueError(" ".join(str(error).split())) from error
    graph = Graph()
    for subject, predicate, thing, _ in dataset.quads():
        graph.add((subject, predicate, thing))
    return graph
