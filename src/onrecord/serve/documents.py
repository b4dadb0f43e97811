"""Small RDF documents that the server writes itself, in the form that a client prefers."""

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve import negotiation

NAMESPACES = PREFIXES | {
    "dcterms": "http://purl.org/dc/terms/",
    "format": "http://www.w3.org/ns/formats/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
}
Value = ox.NamedNode | ox.Literal


def term(name: str) -> ox.NamedNode:
    """The term that a prefixed name stands for: `term('void:Dataset')`."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(NAMESPACES[prefix] + local)


def about(subject: ox.NamedNode, *statements: tuple[str, Value]) -> list[ox.Triple]:
    """Triples about a subject, from pairs of a property's prefixed name and a value."""
    return [ox.Triple(subject, term(name), value) for name, value in statements]


def document(request: Request, triples: Iterable[ox.Triple]) -> Response:
    """The triples as a response.

    Raises:
        RefusedError: 406, the client wants a form that there is not.
    """
    media_type = negotiation.choose(request.headers.get("accept", ""), negotiation.GRAPHS)
    content = ox.serialize(triples, format=negotiation.GRAPHS[media_type], prefixes=NAMESPACES)
    return Response(content, headers={"Content-Type": negotiation.content_type(media_type)})
