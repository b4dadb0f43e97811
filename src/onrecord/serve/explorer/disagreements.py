"""All figures that disagree, two by two with their sentences and the reason."""

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.evidence import told_figures
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor

_PAIRS = 50


async def disagreements(request: Request, site: Site) -> Response:
    """The figures that disagree, page by page.

    Raises:
        RefusedError: there is no such page.
    """
    text, asking = query("all-disagreements"), visitor(request)
    part = await site.data.part(Paged(text, _PAIRS), parameters.page(request), asking)
    parameters.must_be_there(part)
    names = {row[side] for row in part.rows for side in ("one", "other")}
    told = {row["figure"]: row for row in await told_figures(site.data, [ox.NamedNode(name) for name in names], asking)}
    both = [row for row in part.rows if row["one"] in told and row["other"] in told]
    pairs = [(told[row["one"]], told[row["other"]], row["why"]) for row in both]
    return site.page(request, "disagreements", query=text, part=part, pairs=pairs)
