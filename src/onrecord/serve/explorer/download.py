"""The graph to take away: whole, of one article or of one node, and every table."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import named_queries
from onrecord.graph import iri as names
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.jobs import Answer, ReadGraph, Verdict

_TURTLE = "text/turtle"
_CONSTRUCT = Verdict("construct", own_dataset=False, repeatable=True)


async def download(request: Request, site: Site) -> Response:
    """What can be taken away."""
    return site.page(request, "download", questions=named_queries().values(), seconds=site.data.pool.settings.seconds)


async def turtle(request: Request, site: Site) -> Response:
    """The graph in Turtle: the union of all; with `iri`, an article's own graph, or what is said of a node.

    Raises:
        RefusedError: nothing is called so.
    """
    asking = visitor(request)
    if "iri" not in request.query_params:
        return site.data.file(ReadGraph(None, _TURTLE), "onrecord.ttl", asking)
    node = parameters.iri(request)
    name = f"{names.slug(node.value.rstrip('/').replace('#', '/').rsplit('/', 1)[-1]) or 'node'}.ttl"
    classes = {row["class"] for row in await site.data.rows(query("types", node=node), asking)}
    if not classes and not await site.data.rows(query("facts", node=node), asking):
        raise RefusedError(404, f"nothing is called {node.value}")
    if any(one.endswith("#Article") for one in classes):
        return site.data.file(ReadGraph(node.value, _TURTLE), name, asking)
    job = Answer(query("graph-of", node=node), "urn:x", _TURTLE, verdict=_CONSTRUCT)
    return site.data.file(job, name, asking)
