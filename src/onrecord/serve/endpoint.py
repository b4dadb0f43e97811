"""`/sparql`: queries and, for those who may, updates; without either, what this service is."""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve import protocol
from onrecord.serve.answer_cache import KeptAnswer, KeptAnswers
from onrecord.serve.builds import Builds
from onrecord.serve.description import service_description
from onrecord.serve.documents import document
from onrecord.serve.jobs import Answer, Verdict
from onrecord.serve.negotiation import content_type
from onrecord.serve.pool import Head, Pool
from onrecord.serve.requests import address, body, client
from onrecord.serve.self_description import is_asked
from onrecord.serve.settings import Settings
from onrecord.serve.streaming import WorkerResponse
from onrecord.serve.update_process import RunUpdate
from onrecord.serve.updates import Updates
from onrecord.serve.views import view

Itself = Callable[[Request], Awaitable[bytes]]  # N-Triples
_REMEMBERED = 1024  # queries that need not be checked again


class Endpoint:
    """The SPARQL 1.1 Protocol over a pool of workers."""

    def __init__(self, builds: Builds, pool: Pool, updates: Updates, settings: Settings, itself: Itself) -> None:
        """Over a pool; `itself` gives the description from which questions about the endpoint are answered."""
        self._builds, self._pool, self._updates, self._settings = builds, pool, updates, settings
        self._itself = itself
        self._verdicts: OrderedDict[bytes, Verdict] = OrderedDict()
        self._answers = KeptAnswers()

    async def get(self, request: Request) -> Response:
        """Answer a GET.

        Raises:
            RefusedError: it cannot be answered.
        """
        asked = protocol.read_get(request.scope["query_string"])
        if isinstance(asked, protocol.Describe):
            return document(request, service_description(address(request), self._updates.possible))
        return await self._answer(request, asked)

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
            return await self._answer(request, asked)
        self._updates.must_be_allowed(request)
        await self._updates.carry_out(RunUpdate(asked.text, address(request), asked.dataset))
        return Response(status_code=204)

    async def _answer(self, request: Request, query: protocol.Query) -> Response:
        accept, base = request.headers.get("accept", ""), address(request)
        text = hashlib.sha256(query.text.encode()).digest()
        seen = view(request)
        key = (self._builds.newest, seen, text, query.dataset, accept, base)
        kept = self._answers.get(key)
        if kept is not None:
            return Response(kept.content, headers={"Content-Type": content_type(kept.media_type)})

        def note(head: Head, content: bytes | None) -> None:
            assert head.verdict is not None
            self._verdicts[text] = head.verdict
            self._verdicts.move_to_end(text)
            if len(self._verdicts) > _REMEMBERED:
                self._verdicts.popitem(last=False)
            if content is not None and head.verdict.repeatable:
                self._answers.put(key, KeptAnswer(head.media_type, content))

        itself = await self._itself(request) if is_asked(query.text) else b""
        job = Answer(query.text, base, accept, query.dataset, self._verdicts.get(text), seen, of_itself=itself)
        return WorkerResponse(self._pool, job, client(request), note)
