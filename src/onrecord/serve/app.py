"""The ASGI application: which path leads where, and what holds for all of them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.answers.ask import named_queries
from onrecord.errors import StoreError, UsageError
from onrecord.publish.sparql_examples import examples
from onrecord.serve import update_process, views, worker, worker_process
from onrecord.serve.as_of import AsOf
from onrecord.serve.builds import Builds
from onrecord.serve.checks import Checks
from onrecord.serve.description import beside, service_description
from onrecord.serve.documents import document
from onrecord.serve.endpoint import Endpoint
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.data import Data
from onrecord.serve.explorer.routes import routes
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.graphs import GraphStore
from onrecord.serve.pool import Pool
from onrecord.serve.reconcile import routes as reconcile
from onrecord.serve.requests import address, client
from onrecord.serve.settings import Settings, View
from onrecord.serve.updates import Updates
from onrecord.serve.void import Statistics
from onrecord.store import Place, Writer, opened

_PROGRAMS = ("/sparql", "/graphs", "/.well-known/", "/reconcile")
_VOID, _EXAMPLES = "/.well-known/void", "/.well-known/sparql-examples"
_COMPRESSED = 1_000  # bytes of an answer from which it is compressed
_Handler = Callable[[Request], Awaitable[Response]]
_PROTECTION: Mapping[str, str] = {  # what strangers' queries return is data: no browser is to run it
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Vary": "Accept, Cookie",
}


def application(store: Place, settings: Settings | None = None) -> Starlette:
    """The ASGI application over a store.

    Raises:
        StoreError: there is no store to read, and none to be written.
        UsageError: updates are on, of a store elsewhere.
    """
    settings = settings or Settings()
    if settings.update_token is not None:
        _must_be_writable(store)
    reader = opened(store, settings.view is View.WITHHELD)  # says now, not at the first query, that it cannot be read
    pool, updates, builds = Pool(store, settings), Updates(store, settings), Builds(store, reader.snapshot)
    checks = Checks(store, settings)
    statistics, site = Statistics(pool, builds, settings.view), Site(Data(builds, pool), checks)
    graphs = GraphStore(pool, updates, settings)

    async def counted(request: Request) -> list[ox.Triple]:
        here = address(request)
        at, endpoint = beside(here, _VOID).value, beside(here, "/sparql").value
        return await statistics.description(at, endpoint, client(request))

    def exemplified(request: Request) -> Iterator[ox.Triple]:
        here = address(request)
        return examples(beside(here, _EXAMPLES).value, beside(here, "/sparql").value, named_queries().values())

    async def void(request: Request) -> Response:
        return document(request, await counted(request))

    async def sparql_examples(request: Request) -> Response:
        return document(request, exemplified(request))

    async def itself(request: Request) -> bytes:
        told = [
            *service_description(address(request), updates.possible),
            *exemplified(request),
            *await counted(request),
        ]
        return ox.serialize(told, format=ox.RdfFormat.N_TRIPLES) or b""

    endpoint = Endpoint(builds, pool, updates, settings, itself)

    async def refused(request: Request, error: Exception) -> Response:
        status, why, headers = _reason(error)
        if _for_programs(request.url.path):
            return PlainTextResponse(f"{why}\n", status, headers)
        return site.refused(request, status, why, headers)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        modules = [worker.__name__, update_process.__name__]
        worker_process.prepare(modules if isinstance(store, Path) else [*modules, "onrecord.store.remote.reader"])
        lasting = [builds.watch(), site.keep_ready(Visitor("", settings.view))]
        tasks = [asyncio.create_task(one) for one in lasting]
        async with pool, checks:
            yield
        for task in tasks:
            task.cancel()

    writing = {"PUT": graphs.put, "POST": graphs.post, "DELETE": graphs.delete} if updates.possible else {}
    app = Starlette(
        routes=[
            _route("/sparql", GET=endpoint.get, POST=endpoint.post),
            _route("/graphs", GET=graphs.get, **writing),
            _route("/graphs/{name:path}", GET=graphs.get, **writing),
            _route(_VOID, GET=void),
            _route(_EXAMPLES, GET=sparql_examples),
            _route(views.PATH, POST=views.switch),
            *reconcile.routes(site),
            *routes(site),
        ],
        middleware=[
            Middleware(GZipMiddleware, minimum_size=_COMPRESSED, compresslevel=5),  # what streams goes on streaming
            Middleware(_Protected),
            Middleware(_OpenToOtherOrigins),
            Middleware(_ShortAddresses, most=settings.url),
            Middleware(AsOf, present=_PROGRAMS),
        ],
        exception_handlers=dict.fromkeys((RefusedError, HTTPException, StoreError), refused),
        lifespan=lifespan,
    )
    app.state.view = settings.view
    return app


def _must_be_writable(store: Place) -> None:
    """See that updates can be made; where there is no store yet, they fill an empty one."""
    if not isinstance(store, Path):
        raise UsageError(f"{store}: updates go to that store itself: serve it without --update-token")
    if not store.exists():
        Writer(store).commit()


def _route(path: str, **handlers: _Handler) -> Route:
    """A path and what each of its methods does."""

    async def handle(request: Request) -> Response:
        return await handlers["GET" if request.method == "HEAD" else request.method](request)

    return Route(path, handle, methods=list(handlers))


def _for_programs(path: str) -> bool:
    """Whether a path belongs to the endpoint, which is open to other origins and says in plain text what is wrong."""
    return path.startswith(_PROGRAMS)


def _reason(error: Exception) -> tuple[int, str, Mapping[str, str]]:
    """What an error is told by: its status, a clear line, headers."""
    match error:
        case RefusedError():
            return error.status, error.why, error.headers
        case HTTPException():
            return error.status_code, error.detail, error.headers or {}
        case _:
            return 503, str(error), {}


class _Protected:
    """Has every answer protect browsers, unless it says itself how: as pages do."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _PROTECTION.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_protected)


class _OpenToOtherOrigins:
    """Lets pages of other hosts ask the endpoint, and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._closed = app
        self._open = CORSMiddleware(app, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = scope["type"] == "http" and _for_programs(scope["path"])
        await (self._open if is_open else self._closed)(scope, receive, send)


class _ShortAddresses:
    """Refuses requests with a longer path and query than it may have."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and len(scope["path"]) + len(scope["query_string"]) > self._most:
            too_long = PlainTextResponse(f"an address has at most {self._most:,} bytes: send the query by POST\n", 414)
            await too_long(scope, receive, send)
        else:
            await self._app(scope, receive, send)
