"""Acts, or dated statements, by time."""

import asyncio
from dataclasses import replace

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.graph.iri import term
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.data import Part, paged
from onrecord.serve.explorer.evidence import quoted
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import tail, terms

_ROWS = 100
_STATEMENTS = "statement"
_NAMES = "https://w3id.org/onrecord/act/"


async def timeline(request: Request, site: Site) -> Response:
    """The acts of all types or of one, or statements, within a span of days.

    Raises:
        RefusedError: there is no such type, date or page.
    """
    of, days, page = request.query_params.get("type", ""), parameters.days(request), parameters.page(request)
    types = {tail(iri): one.label for iri, one in terms().items() if iri.startswith(_NAMES)}
    if of not in ("", _STATEMENTS, *types):
        raise RefusedError(400, f"type= is to be one of {', '.join([*types, _STATEMENTS])}")
    if of == _STATEMENTS:
        text = query("dated-statements", **days.terms)
    else:
        wanted = ox.NamedNode(term("act", of)) if of else ox.Literal("")
        text = query("acts", type=wanted, **days.terms)
    asking = visitor(request)
    table = await site.by_day.shown(asking)
    if of == _STATEMENTS:
        rows = await asyncio.to_thread(table.statements, days)
    else:
        rows = await asyncio.to_thread(table.acts, term("act", of) if of else "", days)
    part = paged(rows, page, _ROWS)
    parameters.must_be_there(part)
    part = await quoted(site.data, await _told(site, part, of == _STATEMENTS, asking), asking)
    given = {name: request.query_params.get(name, "").strip() for name in ("from", "to")}
    return site.page(request, "timeline", query=text, of=of, types=types, given=given, part=part)


async def _told(site: Site, part: Part, statements: bool, asking: Visitor) -> Part:
    """The part with what is told of the statements or acts in it, and of those alone."""
    named = [ox.NamedNode(row["statement" if statements else "act"]) for row in part.rows]
    text = query("told-statements", statements=named) if statements else query("told-acts", acts=named)
    told = await site.data.table(text, asking)
    return replace(part, columns=told.columns, rows=told.rows)
