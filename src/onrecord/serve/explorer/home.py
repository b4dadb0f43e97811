"""The first page: what is in the graph, and the ways into it."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import named_queries
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.explorer.wording import kind

_NEWEST = 8


async def home(request: Request, site: Site) -> Response:
    """Counts, the span of time, who published, the newest articles and the named questions."""
    asking = visitor(request)
    counts = {kind(row["class"]): int(row["n"]) for row in await site.data.rows(query("counts"), asking)}
    (span,) = await site.data.rows(query("span"), asking)
    return site.page(
        request,
        "home",
        query=query("counts"),
        counts=counts,
        span=span,
        publishers=await site.data.rows(query("publishers"), asking),
        newest=await site.data.rows(Paged(query("newest"), _NEWEST).page(1), asking),
        questions=named_queries().values(),
    )
