"""What all pages have: their data, their templates, and the headers that keep them to themselves."""

import asyncio
import datetime as dt
import logging
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.chronology import document
from onrecord.errors import OnrecordError
from onrecord.lexicon import amounts
from onrecord.lexicon.official_acts import has
from onrecord.review.queue import queue
from onrecord.serve.as_of import PATH as AS_OF
from onrecord.serve.as_of import day, within
from onrecord.serve.checks import Checks
from onrecord.serve.explorer import links, wording
from onrecord.serve.explorer.data import NOT_KEPT, Data, Iri, Number
from onrecord.serve.explorer.day_table import DayTable
from onrecord.serve.explorer.figure_table import FigureTable
from onrecord.serve.explorer.index import Index
from onrecord.serve.explorer.made import Made
from onrecord.serve.explorer.overview import overview
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.views import PATH, view

_logger = logging.getLogger(__name__)

_FOLDER = Path(__file__).resolve().parent
STATIC, BUILT = _FOLDER / "static", _FOLDER / "built"
_BETWEEN = 6.0  # seconds between two looks for a new build
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    **NOT_KEPT,
}


class Site:
    """The data behind the pages, what checks drafts, and the templates they are written with."""

    def __init__(self, data: Data, checks: Checks) -> None:
        self.data, self.checks = data, checks
        self.indexes, self.figures, self.doubts = Made(data, Index), Made(data, FigureTable), Made(data, queue)
        self.by_day, self.overviews = Made(data, DayTable), Made(data, overview)
        self._templates = Environment(
            loader=FileSystemLoader([_FOLDER / "templates", document.TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= document.FILTERS
        self._templates.filters |= {
            "amount": wording.amount,
            "groupby_month": wording.by_month,
            "column": wording.column,
            "kind": wording.kind,
            "label": wording.label,
            "number": amounts.number,
            "tail": wording.tail,
        }
        self._templates.globals |= {
            "link": links,
            "switch": PATH,
            "choose_day": AS_OF,
            "script": _built("main.js"),
            "style": _built("main.css"),
        }
        self._templates.tests |= {
            "iri": lambda it: isinstance(it, Iri),
            "count": lambda it: isinstance(it, Number),
            "mutual": lambda act_type: has(wording.tail(act_type), "mutual"),
            "term": lambda iri: iri in wording.terms(),
        }

    async def keep_ready(self, asking: Visitor) -> None:
        """Have what pages are filled from made of each new build before somebody waits for it, until cancelled."""
        while True:
            try:
                for made in (self.overviews, self.figures, self.by_day, self.indexes):
                    await made.shown(asking)
            except OnrecordError as error:  # who asks for a page is told
                _logger.debug("%s", error)
            await asyncio.sleep(_BETWEEN)

    def page(self, request: Request, template: str, status: int = 200, query: str = "", **values: object) -> Response:
        """A page.

        Args:
            request: what it answers.
            template: its name, without its suffix.
            status: of the response.
            query: the SPARQL query that the page shows the answer to.
            values: what the template is filled with.
        """
        content = self._templates.get_template(f"{template}.html").render(
            path=request.url.path,
            query=query,
            asked=request.query_params.get("q", ""),
            view=view(request) if self.data.withholds else "",
            back=_here(request),
            as_of=day(request),
            printed=self._printed(request),
            **values,
        )
        if (as_of := day(request)) is not None:
            content = within(content, as_of)
        return HTMLResponse(content, status, HEADERS)

    def _printed(self, request: Request) -> str:
        """What stands below a page that is printed: its address, the day, and the record that it shows."""
        then = day(request)
        shown = f"record as of {then}" if then else f"dataset {self.data.newest_identity}"
        return f"{request.url} · printed on {dt.datetime.now(dt.UTC).date()} · {shown}"

    def refused(self, request: Request, status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
        """A page that says why there is no other."""
        response = self.page(request, "refused", status, title=_REFUSALS.get(status, "This did not work"), why=why)
        response.headers.update(headers or {})
        return response


_REFUSALS = {
    400: "This cannot be asked",
    403: "This cannot be sent from there",
    404: "There is no such page",
    405: "This cannot be done here",
    414: "The address is too long",
    429: "Too many questions at once",
    503: "This takes too long or too much",
}


def _here(request: Request) -> str:
    """The path and query that a request was sent to."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _built(name: str) -> str:
    """The address of a file that the build of the scripts made; empty where there is none."""
    return f"/static/built/{name}" if (BUILT / name).exists() else ""
