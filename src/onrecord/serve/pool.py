"""The processes that answer queries, as the server sees them: started, lent for one job, ended, replaced."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from onrecord.serve import worker
from onrecord.serve.errors import BrokenOffError, RefusedError
from onrecord.serve.fair_queue import Turn, Turns
from onrecord.serve.frames import Mark
from onrecord.serve.jobs import Job, Verdict
from onrecord.serve.settings import Settings
from onrecord.serve.worker_process import Child
from onrecord.store import Place

_LONG = 1.0  # seconds; a query that takes longer steps aside
_NICENESS = 10  # that it has from then on


@dataclass(frozen=True, slots=True)
class Head:
    """How a worker's answer begins."""

    media_type: str
    verdict: Verdict | None  # on the query, if it was one


class Pool:
    """Workers over one store. An async context: it starts them, and leaves none behind."""

    def __init__(self, store: Place, settings: Settings) -> None:
        self._store, self.settings = store, settings
        self._turns = Turns(settings.workers, settings.client_queries, settings.waiting, settings.patience)
        self._all: set[Child] = set()
        self._regular: set[Child] = set()  # all but those that stepped aside or are about to end
        self._idle: list[Child] = []
        self._starting = 0
        self._chores: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "Pool":
        for _ in range(self.settings.workers):
            await self._fill_up()
        return self

    async def __aexit__(self, *_: object) -> None:
        while self._chores:
            await asyncio.wait(self._chores)
        await asyncio.gather(*(child.end() for child in self._all))

    @asynccontextmanager
    async def asked(self, job: Job, client: str) -> AsyncIterator["Reply"]:
        """A worker's reply to a job of a client's. When it is left before its end, its worker ends with it.

        Raises:
            RefusedError: the client has to wait.
        """
        async with self._turns.turn(client) as turn:
            child = await self._take()
            reply = Reply(child, self.settings)
            slow = asyncio.get_running_loop().call_later(_LONG, self._step_aside, turn, child)
            try:
                await child.send(job)
                yield reply
            finally:
                slow.cancel()
                usable = reply.complete and not reply.last and child in self._regular
                if usable and len(self._regular) <= self.settings.workers:
                    self._idle.append(child)
                else:
                    self._dismiss(child)

    async def whole(self, job: Job, client: str) -> bytes:
        """All of a worker's reply to a job of a client's.

        Raises:
            RefusedError: there is none, or no whole one; or the client has to wait.
        """
        try:
            async with self.asked(job, client) as reply:
                await reply.head()
                return b"".join([part async for part in reply.parts()])
        except BrokenOffError as error:
            raise RefusedError(503, str(error)) from None

    def _step_aside(self, turn: Turn, child: Child) -> None:
        """Let a job that takes long leave the processors to others. There is no way back for its worker."""
        if turn.step_aside():
            child.make_way(_NICENESS)
            self._regular.discard(child)
            self._do(self._fill_up())

    def _dismiss(self, child: Child) -> None:
        self._regular.discard(child)
        self._do(self._end(child))

    async def _end(self, child: Child) -> None:
        await child.end()
        self._all.discard(child)
        await self._fill_up()

    async def _take(self) -> Child:
        while self._idle:
            child = self._idle.pop()
            if not child.gone:
                return child
            self._dismiss(child)
        return await self._start()

    async def _fill_up(self) -> None:
        if len(self._regular) + self._starting < self.settings.workers:
            self._idle.append(await self._start())

    async def _start(self) -> Child:
        self._starting += 1
        try:
            child = await Child.start(worker.main, self._store, self.settings.seconds, self.settings.memory)
        finally:
            self._starting -= 1
        self._all.add(child)
        self._regular.add(child)
        return child

    def _do(self, chore: Coroutine[None, None, None]) -> None:
        """Have something done without waiting for it."""
        task = asyncio.create_task(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)


class Reply:
    """A worker's answer as it comes."""

    def __init__(self, child: Child, settings: Settings) -> None:
        self._child, self._settings = child, settings
        self.complete = False  # the worker has said all it had to say
        self.last = False  # and takes no more jobs

    async def head(self) -> Head:
        """How the answer begins.

        Raises:
            RefusedError: there is none.
        """
        try:
            _, content = await self._child.receive()
        except (EOFError, ConnectionError):
            raise RefusedError(503, await self._why_it_ended()) from None
        fields: dict[str, Any] = json.loads(content)
        if fields["status"] == 200:
            return Head(fields["type"], Verdict(**fields["verdict"]) if "verdict" in fields else None)
        async for _ in self.parts():
            pass
        raise RefusedError(fields["status"], fields["why"])

    async def parts(self) -> AsyncIterator[bytes]:
        """The rest of the answer, part by part.

        Raises:
            BrokenOffError: it stays incomplete.
        """
        while not self.complete:
            try:
                mark, content = await self._child.receive()
            except (EOFError, ConnectionError):
                raise BrokenOffError(await self._why_it_ended()) from None
            if mark is Mark.DATA:
                yield content
                continue
            self.complete = True
            self.last |= mark is Mark.LAST
            if mark is Mark.BROKEN:
                raise BrokenOffError(content.decode())

    async def _why_it_ended(self) -> str:
        if await self._child.ran_out_of_time():
            return f"the query was stopped after {self._settings.seconds:g} s: ask for less, or narrow it down"
        bound = f"{self._settings.memory} MiB of memory"
        return f"the query was stopped: it probably needs more than {bound}: ask for less, or narrow it down"
