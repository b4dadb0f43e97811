"""Drafts set beside the record, as the server sees it: one process, started for the first of them, one at a time."""

import asyncio
import json
from typing import Any

from onrecord.serve import check_process
from onrecord.serve.check_process import Pasted
from onrecord.serve.errors import RefusedError
from onrecord.serve.settings import Settings
from onrecord.serve.worker_process import Child
from onrecord.store import Place

_WAITING = 8  # drafts at a time
_IDLE = 600.0  # seconds after which the process, and the memory of its models, is given back


class Checks:
    """Has drafts checked. An async context: it leaves no process behind."""

    def __init__(self, store: Place, settings: Settings) -> None:
        """Check drafts against a store."""
        self._store, self._settings = store, settings
        self._turn, self._waiting = asyncio.Lock(), 0
        self._child: Child | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._ending = set[asyncio.Task[None]]()

    async def __aenter__(self) -> "Checks":
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._idle is not None:
            self._idle.cancel()
        await self._end()
        while self._ending:
            await asyncio.wait(self._ending)

    async def report(self, pasted: Pasted) -> dict[str, Any]:
        """What a check finds in a draft.

        Raises:
            RefusedError: 503, it takes too long or too much, or too many wait.
        """
        if self._waiting >= _WAITING:
            raise RefusedError(503, "too many drafts are being checked: try again in a minute", {"Retry-After": "60"})
        self._waiting += 1
        try:
            async with self._turn:
                reply = await self._asked(pasted)
        finally:
            self._waiting -= 1
        if reply["status"] != 200:
            raise RefusedError(reply["status"], reply["why"])
        return reply

    async def _asked(self, pasted: Pasted) -> dict[str, Any]:
        if self._idle is not None:
            self._idle.cancel()
        child, answered = await self._started(), False
        try:
            await child.send(pasted)
            _, content = await child.receive()
            answered = True
        except (EOFError, ConnectionError):
            out_of_time = await child.ran_out_of_time()
            why = (
                f"took more than {self._settings.seconds:g} s" if out_of_time else "needed more memory than it may take"
            )
            raise RefusedError(503, f"the check was stopped: it {why}") from None
        finally:
            if not answered:  # an answer that comes later would be taken for the next draft's
                await self._end()
        self._idle = asyncio.get_running_loop().call_later(_IDLE, self._give_back)
        reply: dict[str, Any] = json.loads(content)
        return reply

    async def _started(self) -> Child:
        if self._child is None or self._child.gone:
            settings = self._settings
            self._child = await Child.start(
                check_process.main, self._store, settings.reading, settings.seconds, settings.memory
            )
        return self._child

    def _give_back(self) -> None:
        if not self._turn.locked():
            task = asyncio.get_running_loop().create_task(self._end())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end()
