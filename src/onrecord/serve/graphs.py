"""`/graphs`: whole graphs, by the SPARQL 1.1 Graph Store HTTP Protocol. Reading for all, writing for those who may.

A graph is named by `?graph=IRI`, by `?default` (the union of all), or by a path below `/graphs`, which is then itself
the graph's name.
"""

from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.errors import RefusedError
from onrecord.serve.jobs import ReadGraph
from onrecord.serve.pool import Pool
from onrecord.serve.protocol import graph_iri, media_type_in_utf8
from onrecord.serve.requests import address, body, client
from onrecord.serve.settings import Settings
from onrecord.serve.streaming import WorkerResponse
from onrecord.serve.update_process import FORMATS, DropGraph, NewGraph, PutGraph, Upload
from onrecord.serve.updates import Updates
from onrecord.serve.views import view


class GraphStore:
    """The Graph Store Protocol over a pool of workers."""

    def __init__(self, pool: Pool, updates: Updates, settings: Settings) -> None:
        self._pool, self._updates, self._settings = pool, updates, settings

    async def get(self, request: Request) -> Response:
        """Send a graph.

        Raises:
            RefusedError: it is not there.
        """
        job = ReadGraph(_graph(request), request.headers.get("accept", ""), view(request))
        return WorkerResponse(self._pool, job, client(request))

    async def put(self, request: Request) -> Response:
        """Let a graph hold what is sent."""
        return await self._write(request, replace=True)

    async def post(self, request: Request) -> Response:
        """Let a graph hold what is sent as well; without a name, a new graph."""
        if request.scope["query_string"] or request.path_params.get("name"):
            return await self._write(request, replace=False)
        self._updates.must_be_allowed(request)
        documents = await self._documents(request)
        made = await self._updates.carry_out(NewGraph(f"{address(request).rstrip('/')}/", documents))
        return Response(status_code=201, headers={"Location": made["location"]})

    async def delete(self, request: Request) -> Response:
        """Take a graph out."""
        self._updates.must_be_allowed(request)
        await self._updates.carry_out(DropGraph(_graph(request)))
        return Response(status_code=204)

    async def _write(self, request: Request, replace: bool) -> Response:
        self._updates.must_be_allowed(request)
        graph = _graph(request)
        documents = await self._documents(request)
        made = await self._updates.carry_out(PutGraph(graph, documents, graph or address(request), replace))
        return Response(status_code=made["status"])

    async def _documents(self, request: Request) -> list[Upload]:
        content = await body(request, self._settings.upload, self._settings.upload_seconds)
        kind = request.headers.get("content-type", "")
        if kind.lower().startswith("multipart/form-data"):
            parts: Message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + content)
            return [_upload(part.get("content-type", ""), _payload(part)) for part in parts.walk() if _is_file(part)]
        return [_upload(kind, content)]


def _graph(request: Request) -> str | None:
    """The name of the graph that a request is about; None for the default graph."""
    fields = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=10)
    if not fields and request.path_params.get("name"):
        return graph_iri(address(request))
    match fields:
        case {"graph": [name], **others} if not others:
            return graph_iri(name)
        case {"default": [""], **others} if not others:
            return None
        case _:
            raise RefusedError(400, "name one graph: ?graph=IRI, or ?default for the union of all")


def _is_file(part: Message) -> bool:
    return not part.is_multipart() and isinstance(part, EmailMessage)


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _upload(kind: str, content: bytes) -> Upload:
    media_type = media_type_in_utf8(kind)
    if media_type not in FORMATS:
        raise RefusedError(415, f"send one of {', '.join(FORMATS)}")
    return Upload(media_type, content)
