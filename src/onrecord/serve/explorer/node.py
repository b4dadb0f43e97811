"""The page about a node: who or what articles name, or something that one of them puts on record."""

from collections.abc import Sequence
from dataclasses import asdict

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.graph.vocabulary import ONR
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links, parameters, sections
from onrecord.serve.explorer.cite import citing
from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.decide import DECIDABLE
from onrecord.serve.explorer.evidence import sentences, told_figures
from onrecord.serve.explorer.network import network
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import amount, kind, label, property_name, tail, terms
from onrecord.values.decisions import Verdict, correction, with_basis

_FIRST = (  # what people ask of a claim first
    *("value", "upper", "hedge", "counted", "action", "scope", "factuality", "asOf", "reportedBy"),
    *("actType", "by", "soughtBy", "against", "date", "standing", "upholds", "overturns", "amends"),
    *("subject", "number"),
    *("speaker", "speechForm", "member", "roleName", "organization"),
)
_TOLD = 70  # code points of what a page is called by
_SENTENCES = 200


async def node(request: Request, site: Site) -> Response:
    """The page about the node that `iri` names.

    Raises:
        RefusedError: it names none.
    """
    iri, asking = parameters.iri(request), visitor(request)
    found = await site.data.rows(query("types", node=iri), asking)
    became = await site.data.rows(query("became", node=iri), asking)
    if len(became) == 1:
        return RedirectResponse(links.node(became[0]["present"]), 301, HEADERS)
    if became:
        return site.page(request, "became", iri=iri.value, became=became)
    classes, identity = ({row[column] for row in found if row[column]} for column in ("class", "identity"))
    if ONR.Identity in classes:
        return await _identity(request, site, iri, asking)
    if identity:
        return _elsewhere(links.node(min(identity)))
    if found and links.node(iri.value) != links.page("/node", iri=iri.value):  # an article or a stretch of one
        return _elsewhere(links.node(iri.value))
    return await _claim(request, site, iri, asking, sorted(classes))


def _elsewhere(address: str) -> Response:
    return RedirectResponse(address, 303, HEADERS)


async def _identity(request: Request, site: Site, iri: ox.NamedNode, asking: Visitor) -> Response:
    """A person, organization, court or place across articles, or one section of what there is to tell."""
    found = await site.data.rows(query("identity", node=iri), asking)
    if not found:
        raise RefusedError(404, f"nobody and nothing is called {iri.value}")
    (who,) = found
    names = await site.data.rows(query("names", node=iri), asking)
    cited = await citing(request, site.data)
    show = request.query_params.get("show", "")
    if show:
        section = next((section for section in sections.SECTIONS if section.name == show), None)
        if section is None:
            raise RefusedError(400, f"show= is to be one of {', '.join(one.name for one in sections.SECTIONS)}")
        filled = await sections.whole(site.data, section, iri, parameters.page(request), asking)
        parameters.must_be_there(filled.part)
        return site.page(request, "section", query=filled.query, who=who, names=names, filled=filled, citing=cited)
    beside = await network(site.data, who, asking)
    return site.page(
        request,
        "identity",
        query=query("sentences-of", node=iri),
        who=who,
        names=names,
        citing=cited,
        sections=await sections.at_a_glance(site.data, iri, asking),
        beside=beside,
        network={"nodes": [asdict(one) for one in beside.nodes], "edges": [asdict(one) for one in beside.edges]},
        decisions=await site.data.rows(query("decisions", node=iri), asking),
        decided=await site.data.rows(query("user-decisions", node=iri), asking),
        possibly=await site.data.rows(query("possibly-same", node=iri), asking),
    )


async def _claim(request: Request, site: Site, iri: ox.NamedNode, asking: Visitor, classes: list[str]) -> Response:
    """Anything else: what the graph says of it, and the sentences behind it."""
    facts = await site.data.rows(query("facts", node=iri), asking)
    if not facts:
        raise RefusedError(404, f"nothing is called {iri.value}")
    rows = await site.data.rows(f"{query('sentences-of', node=iri)}\nLIMIT {_SENTENCES}", asking)
    of = kind(classes[0]) if classes else "node"
    told = await _told(site, "same-count", iri, asking) if of == "figure" else []
    belonging = await _told(site, "figures-of-event", iri, asking) if of == "event" else []
    on = await site.data.rows(query("bases", node=iri), asking) if of == "figure" else []
    decided = await site.data.rows(query("user-decisions", node=iri), asking)
    corrections = [row["value"] for row in decided if tail(row["verdict"]) == Verdict.CORRECTED]
    corrected = {name for value in corrections for name in with_basis(correction(value)[0])}
    return site.page(
        request,
        "claim",
        query=query("facts", node=iri),
        iri=iri.value,
        kind=of,
        title=_title(of, facts, rows) or tail(iri.value),
        facts=_by_property(facts),
        bases={property_name(row["field"]): row for row in on if tail(row["field"]) not in corrected},
        citing=await citing(request, site.data),
        chain=await site.data.rows(query("chain", node=iri), asking),
        sentences=sentences(rows),
        referring=await site.data.rows(query("referring", node=iri), asking),
        told=told,
        belonging=belonging,
        words=_words(facts),
        withdrawn=any(tail(row["property"]) == "withdrawn" and row["value"] == "true" for row in facts),
        series=_series(of, facts),
        decided=decided,
        decidable=not DECIDABLE.isdisjoint(classes),
    )


async def _told(site: Site, question: str, iri: ox.NamedNode, asking: Visitor) -> Sequence[Row]:
    """The figures that a question about a node names, the first published first."""
    found = await site.data.rows(query(question, node=iri), asking)
    return await told_figures(site.data, [ox.NamedNode(row["figure"]) for row in found], asking)


def _words(facts: Sequence[Row]) -> list[tuple[str, str]]:
    """The properties and terms that facts are told with, each with what it means."""
    known = [terms()[iri] for row in facts for iri in (row["property"], row["value"]) if iri in terms()]
    return sorted({(property_name(one.iri), one.comment) for one in known if one.comment})


def _by_property(facts: list[Row]) -> dict[str, list[Row]]:
    """The facts under their properties' labels, but for what the heading says."""
    told: dict[str, list[Row]] = {}
    for row in sorted(facts, key=lambda row: _rank(tail(row["property"]))):
        if tail(row["property"]) != "type":
            told.setdefault(property_name(row["property"]), []).append(row)
    return told


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _series(of: str, facts: list[Row]) -> str:
    """Where a figure stands among others of its kind."""
    told = {tail(row["property"]): row["value"] for row in facts}
    if of != "figure" or "population" not in told:
        return ""
    return links.page("/figures", counted=told["population"], action=tail(told.get("action", "")))


def _title(of: str, facts: list[Row], rows: list[Row]) -> str:
    """What a claim is called: its figure, its kind of act, its words."""
    told = {tail(row["property"]): row["name"] or row["value"] for row in reversed(facts)}
    match of:
        case "figure" if "value" in told:
            return f"{amount({'hedge': '', 'upper': '', **told})} {told.get('counted', '')}"
        case "act" if "actType" in told:
            by = f" by {told['by']}" if "by" in told else ""
            return f"{label(told['actType']).capitalize()}{by}"
        case "event" if "name" in told:
            return told["name"]
        case "position" if "roleName" in told:
            return f"{told['roleName']}, {told['member']}" if "member" in told else told["roleName"]
        case _ if rows:
            longest = max(rows, key=lambda row: int(row["to"]) - int(row["from"]))
            first, start, end = (int(longest[column]) for column in ("start", "from", "to"))
            words = " ".join(longest["quote"][max(0, start - first) : end - first].split())
            return words if len(words) <= _TOLD else f"{words[: _TOLD - 1].rstrip()}…"
        case _:
            return told.get("name", "")
