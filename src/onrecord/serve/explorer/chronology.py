"""What is on record by day, about somebody or in the answer to a question: a page to be printed, CSV and DOCX."""

import asyncio
import datetime as dt
import io
from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from onrecord.answers.ask import named_queries
from onrecord.chronology import checking, document, tables, word
from onrecord.chronology.gathering import chronology as gathered
from onrecord.chronology.making import nodes_about, nodes_in
from onrecord.chronology.selecting import selection
from onrecord.chronology.values import Chronology, Foot, Kind, Selection
from onrecord.errors import UsageError
from onrecord.lexicon.establishing import DEGREES, in_words, standings
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links, parameters
from onrecord.serve.explorer.asking import driven
from onrecord.serve.explorer.data import Part
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import label
from onrecord.serve.requests import address
from onrecord.serve.settings import View
from onrecord.store import queries

_ROWS = 200  # entries of a page
_WHOLE = View.SHOWN  # the identity is that of the whole record
_MOST = 5_000  # nodes that one chronology is made of: more are for the command line
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def chronology(request: Request, site: Site) -> Response:
    """The chronology of the identity `of`, or of what answers `question`; without either, what can be asked for.

    Raises:
        RefusedError: there is none of the kind, or too much of it.
    """
    given = _given(request)
    if not given["of"] and not given["question"]:
        return site.page(request, "chronology", made=None, form=_form(given), given=given, part=None, foot=None)
    if given["of"] and ":" not in given["of"]:  # a name, and no IRI
        return RedirectResponse(links.page("/search", q=given["of"]), 303, HEADERS)
    number = parameters.page(request)
    made = await _made(request, site, slice((number - 1) * _ROWS, number * _ROWS))
    part = Part((), [], number, _ROWS, made.total)
    parameters.must_be_there(part)
    foot = await _foot(request, site)
    return site.page(request, "chronology", made=made, form=_form(given), given=given, part=part, foot=foot)


async def csv(request: Request, site: Site) -> Response:
    """The whole chronology as CSV.

    Raises:
        RefusedError: there is none.
    """
    made = await _made(request, site, slice(None))
    return _file(tables.written(made).encode(), "chronology.csv", "text/csv; charset=utf-8")


async def docx(request: Request, site: Site) -> Response:
    """The whole chronology as a DOCX file.

    Raises:
        RefusedError: there is none, or it cannot be written here.
    """
    made, foot, content = await _made(request, site, slice(None)), await _foot(request, site), io.BytesIO()
    try:
        await asyncio.to_thread(word.write, made, foot, document.Paper.A4, content)
    except UsageError:
        raise RefusedError(404, "this server writes no DOCX: it has no python-docx") from None
    return _file(content.getvalue(), "chronology.docx", _DOCX)


async def style(request: Request, site: Site) -> Response:
    """The style sheet of chronologies."""
    return FileResponse(document.STYLE, headers=HEADERS)


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=headers, media_type=media_type)


def _given(request: Request) -> dict[str, str]:
    asked = request.query_params
    return {name: asked.get(name, "").strip() for name in ("of", "question", "kind", "standing", "from", "to")}


def _form(given: dict[str, str]) -> dict[str, object]:
    """What can be chosen in the form."""
    return {
        "questions": named_queries(),
        "kinds": tuple(map(str, Kind)),
        "standings": {**{one: in_words(one) for one in DEGREES}, **{one: label(one) for one in standings()}},
    }


async def _made(request: Request, site: Site, shown: slice) -> Chronology:
    given, asking = _given(request), visitor(request)
    days = parameters.days(request)
    chosen = [[given[name]] if given[name] else [] for name in ("kind", "standing")]
    try:
        wanted = selection(chosen[0], chosen[1], Selection(first=days.first, last=days.last))
    except UsageError as error:
        raise RefusedError(400, str(error)) from None
    if given["of"]:
        of, title, nodes = await _identity(site, parameters.iri(request, "of"), asking)
    else:
        of, title, nodes = await _question(site, given["question"], asking)
    told = [node for node in nodes if not wanted.kinds or _may_be(node, wanted.kinds)]
    if len(told) > _MOST:
        raise RefusedError(
            400,
            f"this is a chronology of {len(told):,} entries, and a page has at most {_MOST:,}: choose a kind of entry, "
            "or have `onrecord chronology` write it",
        )
    made = await driven(gathered(title, of, told, wanted, shown), site.data, asking)
    reader = await site.data.reader(asking)
    return await asyncio.to_thread(checking.of_store, made, reader)


def _may_be(node: str, kinds: Iterable[Kind]) -> bool:
    """Whether a node may be of one of the kinds, as far as its IRI tells; whether it is, the graph does."""
    fragment = node.partition("#")[2]
    return not fragment or fragment.startswith(tuple(f"{kind}-" for kind in kinds))


async def _identity(site: Site, node: ox.NamedNode, asking: Visitor) -> tuple[str, str, list[str]]:
    found = await site.data.rows(query("identity", node=node), asking)
    if not found:
        raise RefusedError(404, f"nobody and nothing is called {node.value}")
    rows = await site.data.rows(queries.given("nodes-about", identity=node), asking)
    return node.value, found[0]["name"], nodes_about(rows)


async def _question(site: Site, name: str, asking: Visitor) -> tuple[str, str, list[str]]:
    if name not in named_queries():
        raise RefusedError(404, "there is no question of that name")
    asked = named_queries()[name]
    part = await site.data.listed(Paged(asked.text, _MOST), 1, asking)
    nodes = sorted(set(nodes_in(part.rows)))
    if part.total is None or part.pages > 1:
        raise RefusedError(400, f"{name} has more than {_MOST:,} rows: have `onrecord chronology` write this")
    return name, asked.title, nodes


async def _foot(request: Request, site: Site) -> Foot:
    asking = visitor(request)
    here = address(request) + (f"?{request.url.query}" if request.url.query else "")
    day = f"printed on {dt.datetime.now(dt.UTC).date()}"
    as_of = f" from the record as of {asking.as_of}" if asking.as_of else ""
    return Foot(here, day + as_of, f"dataset {await site.data.identity(asking)}")
