"""`/changes.atom`: new figures and acts as an Atom feed (RFC 4287), asked for as the pages of figures and acts are.

An entry is known by the IRI of its figure or act, and as new as the time at which that was first on record.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.chronology.gathering import chronology
from onrecord.chronology.values import Entry, Kind, Selection, Telling
from onrecord.graph.iri import term
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import counted, links
from onrecord.serve.explorer.asking import driven
from onrecord.serve.explorer.figure_filter import Filter, asked_of
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.explorer.wording import tail, terms
from onrecord.serve.requests import address
from onrecord.values.xml_text import writable

_ENTRIES = 50  # of each kind, and of a feed
_ATOM = "http://www.w3.org/2005/Atom"
_UNKNOWN = "1970-01-01T00:00:00Z"  # of what is on record since nobody knows when
ElementTree.register_namespace("", _ATOM)


@dataclass(frozen=True, slots=True)
class _New:
    """Something new on record."""

    node: str  # IRI
    since: str  # as XML Schema and RFC 3339 write a time
    entry: Entry
    telling: Telling


async def feed(request: Request, site: Site) -> Response:
    """The feed: of figures, asked for as their pages are, of acts by `type`, or of both; between `from` and `to`.

    Raises:
        RefusedError: 400, there is no such action, scope, type or date.
    """
    asked, of_acts = asked_of(request), request.query_params.get("type", "").strip()
    asking, since = visitor(request), dict[str, str]()
    known = (await site.figures.shown(asking)).counted if asked.counted else ()
    for text in _queries(asked, known, of_acts):
        rows = await site.data.rows(f"{text}\nLIMIT {_ENTRIES}", asking)
        since |= {row["node"]: row["since"] or _UNKNOWN for row in rows}
    made = await driven(chronology("", "", sorted(since), Selection()), site.data, asking)
    found = sorted(_news(made.entries, since), key=lambda one: (one.since, one.node), reverse=True)[:_ENTRIES]
    here = address(request)
    told = [one for one in (*asked.of_figures, of_acts) if one]
    page = "/timeline" if of_acts else "/figures"
    content = _written(found, "/".join(here.split("/", 3)[:3]), page, request.url.query, told)
    return Response(content, headers=HEADERS, media_type="application/atom+xml")


def _queries(asked: Filter, known: Iterable[str], of_acts: str) -> Iterator[str]:
    """The questions for what is new: of both kinds, unless what is asked for is told of one."""
    of_figures = any(asked.of_figures)
    if of_figures or not of_acts:
        yield query("new-figures", populations=counted.listed(asked.counted, known), **asked.terms)
    if of_acts or not of_figures:
        yield query("new-acts", type=_type(of_acts), **asked.days.terms)


def _type(name: str) -> ox.NamedNode | ox.Literal:
    """A kind of act; an empty literal where none is asked for.

    Raises:
        RefusedError: 400, there is none of that name.
    """
    known = [tail(iri) for iri in terms() if iri.startswith(term("act", ""))]
    if name not in ("", *known):
        raise RefusedError(400, f"type= is to be one of {', '.join(known)}")
    return ox.NamedNode(term("act", name)) if name else ox.Literal("")


def _news(entries: Iterable[Entry], since: Mapping[str, str]) -> Iterator[_New]:
    """What is new: an act however many articles tell it, a figure for each that does."""
    for entry in entries:
        if entry.kind is Kind.ACT and entry.node in since:
            yield _New(entry.node, since[entry.node], entry, entry.tellings[0])
        elif entry.kind is Kind.FIGURE:
            yield from (_New(one.node, since[one.node], entry, one) for one in entry.tellings if one.node in since)


def _written(found: list[_New], host: str, page: str, asked: str, told: Sequence[str]) -> bytes:
    """The document, in UTF-8."""
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    here = f"{host}/changes.atom{f'?{asked}' if asked else ''}"
    beside = f"{host}{page}{f'?{asked}' if asked else ''}"
    _element(root, "id", here)
    _element(root, "title", f"New on record{': ' if told else ''}{', '.join(told)}")
    _element(root, "subtitle", "It is on record that it was said, and where; never that it is so.")
    _element(root, "updated", found[0].since if found else _UNKNOWN)
    _element(root, "link", rel="self", type="application/atom+xml", href=here)
    _element(root, "link", rel="alternate", type="text/html", href=beside)
    _element(_element(root, "author"), "name", "onrecord")
    for one in found:
        entry = _element(root, "entry")
        _element(entry, "id", one.node)
        _element(entry, "title", one.entry.what)
        _element(entry, "updated", one.since)
        _element(entry, "link", rel="alternate", type="text/html", href=host + links.node(one.node))
        _element(entry, "category", term=str(one.entry.kind))
        _element(entry, "content", _content(one), type="text")
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _content(one: _New) -> str:
    """The sentence with its article, and how many articles tell it."""
    source = one.telling.source
    quotes = " ".join(f"“{quote.exact}”" for quote in one.telling.quotes)
    places = ", ".join(quote.place for quote in one.telling.quotes)
    name = source.name if source.title != source.name else ""
    cite = ", ".join(filter(None, (source.title, source.publisher, source.published, name, places)))
    many = f" Reported by {one.entry.articles} articles." if one.entry.articles > 1 else ""
    return f"{quotes} {cite}.{many}".strip()


def _element(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    told = {key: writable(value) for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", told)
    element.text = writable(text) or None
    return element
