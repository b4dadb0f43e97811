"""Whose turn it is: fair shares of a few workers among many clients.

Clients take turns, whatever each of them has waiting, and where there are two workers or more none ever holds them all:
somebody else's short query does not wait for one client's long ones.
"""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from onrecord.serve.errors import RefusedError


class Turns:
    """Gives out turns to run, as many at a time as there are workers."""

    def __init__(self, workers: int, of_one_client: int, waiting: int, patience: float) -> None:
        """Give out turns.

        Args:
            workers: turns at a time.
            of_one_client: turns that one client may have or wait for.
            waiting: turns that may be waited for by all clients together.
            patience: seconds that a client waits.
        """
        self._free = workers
        self._share = max(1, workers - 1)
        self._of_one_client, self._waiting, self._patience = of_one_client, waiting, patience
        self._queues: dict[str, deque[asyncio.Future[None]]] = {}  # in the order in which clients are served next
        self._running: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[None]:
        """A turn of a client's, for as long as the context lasts.

        Raises:
            RefusedError: 429, the client has too many already; 503, there is too much to do.
        """
        queue = self._queues.get(client, ())
        if self._running[client] + len(queue) >= self._of_one_client:
            why = f"at most {self._of_one_client} queries of one client at a time: wait for an answer, then ask again"
            raise RefusedError(429, why, {"Retry-After": "1"})
        if sum(map(len, self._queues.values())) >= self._waiting:
            raise self._busy()
        await self._wait(client)
        try:
            yield
        finally:
            self._give_back(client)

    async def _wait(self, client: str) -> None:
        turn = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(turn)
        self._give_out()
        if turn.done():
            return
        try:
            await asyncio.wait_for(asyncio.shield(turn), self._patience)
        except BaseException as error:
            if turn.done():
                self._give_back(client)
            else:
                self._leave(client, turn)
            if isinstance(error, TimeoutError):
                raise self._busy() from None
            raise

    def _give_out(self) -> None:
        for client in list(self._queues):
            if not self._free:
                return
            if self._running[client] >= self._share:
                continue
            turn = self._queues[client].popleft()
            rest = self._queues.pop(client)
            if rest:  # to the end of the line
                self._queues[client] = rest
            self._free -= 1
            self._running[client] += 1
            turn.set_result(None)

    def _give_back(self, client: str) -> None:
        self._free += 1
        self._running[client] -= 1
        if not self._running[client]:
            del self._running[client]
        self._give_out()

    def _leave(self, client: str, turn: asyncio.Future[None]) -> None:
        queue = self._queues[client]
        queue.remove(turn)
        if not queue:
            del self._queues[client]

    def _busy(self) -> RefusedError:
        return RefusedError(503, "too many queries are waiting: ask again in a while", {"Retry-After": "5"})
