"""Search: names first, then articles, figures, quotes, acts and events that hold the words; else what would be."""

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import counted, links, parameters
from onrecord.serve.explorer.data import Part
from onrecord.serve.explorer.index import KINDS, PAGE, Index
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import Visitor, visitor

_NEAR = 5  # populations that are proposed


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to ask for instead, and how much that finds."""

    words: str
    count: int
    of: str  # what is found, in the singular
    href: str


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
        proposals=[] if counts else await _proposals(site, index, asked, visitor(request)),
    )


async def _proposals(site: Site, index: Index, asked: str, asking: Visitor) -> list[Proposal]:
    """What would be found: a name that is nearly so, what is counted so, fewer of the words."""
    if not asked.strip():
        return []
    searches = [*await asyncio.to_thread(index.spelt, asked), *await asyncio.to_thread(index.fewer, asked)]
    found = [Proposal(words, count, "result", links.page("/search", q=words)) for words, count in searches]
    figures = (await site.figures.shown(asking)).counted
    near = counted.matching(asked, figures) or counted.near(asked, figures)
    for one in near[:_NEAR]:
        found.append(Proposal(one.replace(" | ", ", "), figures[one], "figure", links.page("/figures", counted=one)))
    return found
