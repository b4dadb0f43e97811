"""Terms and triples of the RDF documents that describe a dataset: VoID, DCAT, PROV, SPARQL examples, the endpoint."""

from collections.abc import Iterable

import pyoxigraph as ox

from onrecord.graph.vocabulary import PREFIXES

NAMESPACES = PREFIXES | {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "format": "http://www.w3.org/ns/formats/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "void-ext": "http://ldf.fi/void-ext#",
}
Value = ox.NamedNode | ox.Literal


def term(name: str) -> ox.NamedNode:
    """The term that a prefixed name stands for: `term('void:Dataset')`."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(NAMESPACES[prefix] + local)


def about(subject: ox.NamedNode, *statements: tuple[str, Value]) -> list[ox.Triple]:
    """Triples about a subject, from pairs of a property's prefixed name and a value."""
    return [ox.Triple(subject, term(name), value) for name, value in statements]


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as Turtle; the same triples give the same bytes, in whatever order they come."""
    used = {name: NAMESPACES[name] for name in sorted(NAMESPACES)}
    prologue = "".join(f"@prefix {name}: <{space}> .\n" for name, space in used.items()).encode()
    written = ox.serialize(sorted(set(triples), key=str), format=ox.RdfFormat.TURTLE, prefixes=used) or b""
    return prologue + b"\n" + written[len(prologue) :]  # Oxigraph's order of prefixes varies from run to run
