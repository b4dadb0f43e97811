"""The first page: what is in the graph, and the ways into it."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import named_queries
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor


async def home(request: Request, site: Site) -> Response:
    """Counts, the span of time, who published, the newest articles and the named questions."""
    record = await site.overviews.shown(visitor(request))
    return site.page(request, "home", query=query("counts"), record=record, questions=named_queries().values())
