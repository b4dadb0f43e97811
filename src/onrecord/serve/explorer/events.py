"""What happened, where and when: events, each once for all articles that tell it."""

import asyncio

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.graph.iri import term
from onrecord.lexicon import lexicon
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.data import paged
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor

_ROWS = 200


async def events(request: Request, site: Site) -> Response:
    """The events of all kinds or of one, at all places or at one, within a span of days.

    Raises:
        RefusedError: there is no such kind, date or page.
    """
    given = {name: request.query_params.get(name, "").strip() for name in ("kind", "place", "from", "to")}
    kinds = {one.term: one.label for one in sorted(lexicon.load().scheme("event"), key=lambda one: one.label)}
    if given["kind"] not in ("", *kinds):
        raise RefusedError(400, f"kind= is to be one of {', '.join(kinds)}")
    wanted = ox.NamedNode(term("event", given["kind"])) if given["kind"] else ox.Literal("")
    text = query("events", kind=wanted, place=ox.Literal(given["place"]), **parameters.days(request).terms)
    table = await site.by_day.shown(visitor(request))
    of = wanted.value if given["kind"] else ""
    rows = await asyncio.to_thread(table.events, of, given["place"], parameters.days(request))
    part = paged(rows, parameters.page(request), _ROWS)
    parameters.must_be_there(part)
    places = {*table.places, given["place"]} - {""}
    return site.page(request, "events", query=text, kinds=kinds, places=sorted(places), given=given, part=part)
