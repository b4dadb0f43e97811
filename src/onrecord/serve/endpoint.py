"""`/sparql`: queries and, for those who may, updates; without either, what this service is."""

import hashlib
from collections import OrderedDict

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve import protocol
from onrecord.serve.changes import RunUpdate
from onrecord.serve.description import service_description
from onrecord.serve.documents import document
from onrecord.serve.jobs import Answer, Verdict
from onrecord.serve.pool import Head, Pool
from onrecord.serve.requests import address, body, client
from onrecord.serve.settings import Settings
from onrecord.serve.streaming import WorkerResponse
from onrecord.serve.updates import Updates

_REMEMBERED = 1024  # queries that need not be checked again


class Endpoint:
    """The SPARQL 1.1 Protocol over a pool of workers."""

    def __init__(self, pool: Pool, updates: Updates, settings: Settings) -> None:
        self._pool, self._updates, self._settings = pool, updates, settings
        self._verdicts: OrderedDict[bytes, Verdict] = OrderedDict()

    async def get(self, request: Request) -> Response:
        """Answer a GET.

        Raises:
            RefusedError: it cannot be answered.
        """
        asked = protocol.read_get(request.scope["query_string"])
        if isinstance(asked, protocol.Describe):
            return document(request, service_description(address(request), self._updates.possible))
        return self._answer(request, asked)

    async def post(self, request: Request) -> Response:
        """Answer a POST.

        Raises:
            RefusedError: it cannot be answered.
        """
        kind = request.headers.get("content-type", "")
        most = self._settings.upload if self._updates.allowed(request) else self._settings.body
        content = await body(request, most, self._settings.upload_seconds)
        asked = protocol.read_post(request.scope["query_string"], kind, content)
        if isinstance(asked, protocol.Query):
            return self._answer(request, asked)
        self._updates.must_be_allowed(request)
        await self._updates.carry_out(RunUpdate(asked.text, address(request), asked.dataset))
        return Response(status_code=204)

    def _answer(self, request: Request, query: protocol.Query) -> Response:
        key = hashlib.sha256(query.text.encode()).digest()
        verdict = self._verdicts.get(key)
        job = Answer(query.text, address(request), request.headers.get("accept", ""), query.dataset, verdict)

        def remember(head: Head) -> None:
            self._verdicts[key] = Verdict(head.kind, head.own_dataset)
            self._verdicts.move_to_end(key)
            if len(self._verdicts) > _REMEMBERED:
                self._verdicts.popitem(last=False)

        return WorkerResponse(self._pool, job, client(request), remember)
