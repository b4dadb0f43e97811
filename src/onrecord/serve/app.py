"""The endpoint: SPARQL at `/sparql`, what is here at `/`. Reads the newest finished build; changes nothing."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from onrecord.ask import ask, check, named_queries
from onrecord.errors import QueryError
from onrecord.store import Reader

_RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
_GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_MAX_QUERY = 100_000  # bytes


def application(store: Path) -> Starlette:
    """The ASGI application over the store in folder `store`.

    Raises:
        StoreError: there is no store to read.
    """
    reader = Reader(store)

    async def sparql(request: Request) -> Response:
        try:
            query = await _query(request)
            check(query)
            return await run_in_threadpool(_answer, reader, query, request.headers.get("accept", "*/*"))
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)
        except _RefusedError as refused:
            return PlainTextResponse(f"{refused.why}\n", status_code=refused.status)

    async def home(request: Request) -> Response:
        named = "\n".join(f"  {query.name:15}{query.title}" for query in named_queries().values())
        return PlainTextResponse(
            f"onrecord: {len(reader.article_graphs())} articles\n\n"
            f"SPARQL 1.1 queries go to {request.url_for('sparql').path}?query=...\n\nQuestions with a name:\n{named}\n"
        )

    return Starlette(routes=[Route("/", home), Route("/sparql", sparql, methods=["GET", "POST"])])


class _RefusedError(Exception):
    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


async def _query(request: Request) -> str:
    """The query of a GET, of a form, or of a body that is one."""
    if request.method == "GET":
        query = request.query_params.get("query")
    else:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MAX_QUERY:
                raise _RefusedError(413, f"a query is at most {_MAX_QUERY} bytes long")
        if kind == "application/sparql-query":
            query = body.decode("utf-8", "replace")
        elif kind == "application/x-www-form-urlencoded":
            query = _form_value(body, "query")
        else:
            raise _RefusedError(415, "send a form, or application/sparql-query")
    if not query:
        raise _RefusedError(400, "no query: send one as ?query=..., as a form, or as application/sparql-query")
    return query


def _form_value(body: bytes, name: str) -> str | None:
    return parse_qs(body.decode("utf-8", "replace")).get(name, [None])[0]


def _answer(reader: Reader, query: str, accept: str) -> Response:
    answer = ask(reader, query)
    formats: Mapping[str, ox.QueryResultsFormat] | Mapping[str, ox.RdfFormat]
    formats = _GRAPHS if isinstance(answer, ox.QueryTriples) else _RESULTS
    kind = _preferred(accept, list(formats))
    if kind is None:
        raise _RefusedError(406, f"this answer can be had as {', '.join(formats)}")
    if isinstance(answer, ox.QueryTriples):
        content = ox.serialize(answer, format=_GRAPHS[kind])
    else:
        content = answer.serialize(format=_RESULTS[kind])
    return Response(content, media_type=kind)


def _preferred(accept: str, offered: list[str]) -> str | None:
    """The offered media type that an Accept header prefers; the first one where it leaves the choice."""
    ranges = []
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        try:
            ranges.append((name.lower(), float(quality)))
        except ValueError:
            continue

    def wanted(kind: str) -> float:
        matches = [(len(n), q) for n, q in ranges if n in (kind, kind.split("/")[0] + "/*", "*/*")]
        return max(matches)[1] if matches else 0.0

    best = max(offered, key=wanted)
    return best if wanted(best) > 0 else None
