"""Small RDF documents that the server writes itself, in the form that a client prefers."""

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.publish.rdf_terms import NAMESPACES
from onrecord.serve import negotiation


def document(request: Request, triples: Iterable[ox.Triple]) -> Response:
    """The triples as a response.

    Raises:
        RefusedError: 406, the client wants a form that there is not.
    """
    media_type = negotiation.choose(request.headers.get("accept", ""), negotiation.GRAPHS)
    content = ox.serialize(triples, format=negotiation.GRAPHS[media_type], prefixes=NAMESPACES)
    return Response(content, headers={"Content-Type": negotiation.content_type(media_type)})
