"""A worker's answer as an HTTP response, such that no client can take a part for the whole.

What fits into memory is sent when it is complete, with its length and the right status. A longer answer goes out as it
comes; if it breaks off, the connection is closed before the closing chunk, which every HTTP/1.1 client reports. An
HTTP/1.0 client could not tell, so it gets nothing that long. A client that goes away takes its query with it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from onrecord.serve.errors import BrokenOffError, RefusedError
from onrecord.serve.jobs import Job
from onrecord.serve.negotiation import content_type
from onrecord.serve.pool import Head, Pool

_HELD = 2**20  # bytes of an answer that are kept until it is complete or longer
_HELD_HTTP_1_0 = 2**24
Note = Callable[[Head, bytes | None], None]


class WorkerResponse(Response):
    """The answer to a job; what refuses it is raised before the response has begun."""

    def __init__(self, pool: Pool, job: Job, client: str, note: Note = lambda head, content: None) -> None:
        """Answer with what a worker says.

        Args:
            pool: whose worker.
            job: what it is asked.
            client: who asks.
            note: told how the answer begins, and its content if that is whole and short.
        """
        super().__init__()
        del self.headers["content-length"]  # not known yet
        self._pool, self._job, self._client, self._note = pool, job, client, note

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it.

        Raises:
            RefusedError: there is no answer.
        """
        answering = asyncio.current_task()
        assert answering is not None
        leaving = asyncio.create_task(_left(receive))
        leaving.add_done_callback(lambda left: None if left.cancelled() else answering.cancel())
        try:
            await self._answer(scope.get("http_version", "1.1") == "1.0", send)
        except asyncio.CancelledError:
            if not leaving.done() or answering.uncancel() > 0:  # it was not the client that ended this
                raise
        finally:
            leaving.cancel()

    async def _answer(self, http_1_0: bool, send: Send) -> None:
        async with self._pool.asked(self._job, self._client) as reply:
            head = await reply.head()
            self.headers["content-type"] = content_type(head.media_type)
            parts = reply.parts()
            held = await _first(parts, _HELD_HTTP_1_0 if http_1_0 else _HELD)
            if not reply.complete:
                if http_1_0:
                    raise RefusedError(505, "the answer is too long for HTTP/1.0, which cannot tell a part from all")
                self._note(head, None)
                await self._send_as_it_comes(held, parts, send)
                return
        self._note(head, held)
        self.headers["content-length"] = str(len(held))
        await send(self._start())
        await send({"type": "http.response.body", "body": held})

    async def _send_as_it_comes(self, held: bytes, parts: AsyncIterator[bytes], send: Send) -> None:
        await send(self._start())
        await send({"type": "http.response.body", "body": held, "more_body": True})
        try:
            async with asyncio.timeout(self._pool.settings.seconds):  # a client that reads too slowly ends it as well
                async for part in parts:
                    await send({"type": "http.response.body", "body": part, "more_body": True})
        except (BrokenOffError, TimeoutError):
            return  # the server closes the connection of a response that has no end
        await send({"type": "http.response.body", "body": b""})

    def _start(self) -> Message:
        return {"type": "http.response.start", "status": 200, "headers": self.raw_headers}


async def _first(parts: AsyncIterator[bytes], most: int) -> bytes:
    """The first parts, up to the first one that makes more than `most` bytes.

    Raises:
        RefusedError: they break off.
    """
    held = bytearray()
    try:
        async for part in parts:
            held += part
            if len(held) > most:
                break
    except BrokenOffError as error:
        raise RefusedError(503, str(error)) from None
    return bytes(held)


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
