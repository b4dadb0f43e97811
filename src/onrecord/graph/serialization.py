"""Triples as N-Triples, and N-Triples as rdflib's graphs."""

from collections.abc import Iterable

import rdflib
from rdflib import Dataset, Graph
from rdflib.term import Node
from rdflib.util import guess_format

from onrecord.graph.terms import Literal, Triple, literal, reference, typed


def to_ntriples(told: Graph | Iterable[Triple]) -> str:
    """Triples as N-Triples, each once, in a fixed order.

    Raises:
        ValueError: an IRI or a text among them cannot be written.
    """
    triples = ((str(s), str(p), _value(o)) for s, p, o in told) if isinstance(told, Graph) else told
    lines = {
        f"{reference(subject)} {reference(predicate)} {value if type(value) is Literal else reference(value)} .\n"
        for subject, predicate, value in triples
        if value is not None
    }
    return "".join(sorted(lines))


def _value(term: Node) -> str | Literal:
    """A term of rdflib as ours."""
    if not isinstance(term, rdflib.Literal):
        return str(term)
    if term.language:
        return Literal(f"{literal(term)}@{term.language}")
    return typed(term, term.datatype) if term.datatype else literal(term)


def of_ntriples(lines: str) -> Graph:
    """The graph that N-Triples write."""
    return Graph().parse(data=lines, format="nt11")


def of_triples(triples: Iterable[object]) -> Graph:
    """The graph of triples that write themselves in N-Triples, as the store's do."""
    return of_ntriples("".join(f"{triple} .\n" for triple in triples))


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
