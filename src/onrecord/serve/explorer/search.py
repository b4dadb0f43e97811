"""Search: names first, then articles, figures and quotes that hold the words."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.data import Part
from onrecord.serve.explorer.index import KINDS, PAGE
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor


async def search(request: Request, site: Site) -> Response:
    """What a search finds, all of it or of one kind, page by page.

    Raises:
        RefusedError: there is no such kind or page.
    """
    asked, of, page = request.query_params.get("q", ""), request.query_params.get("kind", ""), parameters.page(request)
    if of and of not in KINDS:
        raise RefusedError(400, f"kind= is to be one of {', '.join(KINDS)}")
    index = await site.indexes.shown(visitor(request))
    counts = await asyncio.to_thread(index.count, asked)
    results = await asyncio.to_thread(index.find, asked, of, page)
    total = counts.get(of, 0) if of else sum(counts.values())
    part = Part((), [], page, PAGE, total)
    parameters.must_be_there(part)
    return site.page(
        request,
        "search",
        of=of,
        counts={kind: counts[kind] for kind in KINDS if kind in counts},
        results=results,
        part=part,
    )
