"""Which page is found where."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from onrecord.serve import as_of
from onrecord.serve.explorer.article import article
from onrecord.serve.explorer.check import check
from onrecord.serve.explorer.chronology import chronology
from onrecord.serve.explorer.chronology import csv as chronology_csv
from onrecord.serve.explorer.chronology import docx as chronology_docx
from onrecord.serve.explorer.chronology import style as chronology_style
from onrecord.serve.explorer.cite import short
from onrecord.serve.explorer.compose import compose
from onrecord.serve.explorer.decide import decide
from onrecord.serve.explorer.disagreements import disagreements
from onrecord.serve.explorer.download import download, turtle
from onrecord.serve.explorer.editor import editor
from onrecord.serve.explorer.events import events
from onrecord.serve.explorer.feed import feed
from onrecord.serve.explorer.figures import csv as figures_csv
from onrecord.serve.explorer.figures import figures
from onrecord.serve.explorer.home import home
from onrecord.serve.explorer.node import node
from onrecord.serve.explorer.quarantine import quarantine
from onrecord.serve.explorer.questions import csv, question, questions
from onrecord.serve.explorer.reliability import reliability
from onrecord.serve.explorer.review import review
from onrecord.serve.explorer.search import search
from onrecord.serve.explorer.site import BUILT, HEADERS, STATIC, Site
from onrecord.serve.explorer.timeline import timeline

_Page = Callable[[Request, Site], Awaitable[Response]]
_PAGES: dict[str, _Page] = {
    "/": home,
    "/search": search,
    "/node": node,
    "/article": article,
    "/n/{digests}": short,
    "/decide": decide,
    "/figures": figures,
    "/figures.csv": figures_csv,
    "/disagreements": disagreements,
    "/timeline": timeline,
    "/changes.atom": feed,
    "/chronology": chronology,
    "/chronology.csv": chronology_csv,
    "/chronology.docx": chronology_docx,
    "/chronology/style.css": chronology_style,
    "/events": events,
    "/review": review,
    "/quarantine": quarantine,
    "/questions": questions,
    "/questions/{name}.csv": csv,
    "/questions/{name}": question,
    "/download": download,
    "/download/graph.ttl": turtle,
    "/editor": editor,
    "/reliability": reliability,
    "/compose": compose,
}


def routes(site: Site) -> list[BaseRoute]:
    """The routes of all pages and of what they load."""
    return [
        *(Route(path, _answered(page, site)) for path, page in _PAGES.items()),
        Route("/check", _answered(check, site), methods=["GET", "POST"]),
        Route(as_of.PATH, as_of.choose),
        Mount("/static/built", _Files(directory=BUILT, check_dir=False)),
        Mount("/static", _Files(directory=STATIC)),
    ]


def _answered(page: _Page, site: Site) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        return await page(request, site)

    return handle


class _Files(StaticFiles):
    """Files with the headers that pages have."""

    async def check_config(self) -> None:
        """A folder that was never built holds no file, which is no fault of the server."""
        if not Path(str(self.directory)).is_dir():
            raise HTTPException(404)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        return response
