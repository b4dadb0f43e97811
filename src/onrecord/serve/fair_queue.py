"""Whose turn it is: fair shares of a few workers among many clients.

Clients take turns, whatever each of them has waiting, and where there are two workers or more none ever holds them all.
What takes long steps aside and lets the next one have its turn, so that short queries seldom wait for long ones.
"""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from onrecord.serve.errors import RefusedError


class Turn:
    """A client's turn."""

    def __init__(self, turns: "Turns", client: str) -> None:
        self._turns, self._client = turns, client
        self._aside = False

    def step_aside(self) -> bool:
        """Let somebody else run as well from here on; whether that could be had."""
        self._aside = self._turns._step_aside(self._client)
        return self._aside

    def end(self) -> None:
        """Give it back."""
        self._turns._give_back(self._client, self._aside)


class Turns:
    """Gives out turns to run, as many at a time as there are workers, and lets as many run aside."""

    def __init__(self, workers: int, of_one_client: int, waiting: int, patience: float) -> None:
        """Give out turns.

        Args:
            workers: turns at a time.
            of_one_client: turns that one client may have or wait for.
            waiting: turns that may be waited for by all clients together.
            patience: seconds that a client waits.
        """
        self._free, self._free_aside = workers, workers
        self._share = max(1, workers - 1)
        self._of_one_client, self._waiting, self._patience = of_one_client, waiting, patience
        self._queues: dict[str, deque[asyncio.Future[None]]] = {}  # in the order in which clients are served next
        self._running: Counter[str] = Counter()
        self._aside: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[Turn]:
        """A turn of a client's, for as long as the context lasts.

        Raises:
            RefusedError: 429, the client has too many already; 503, there is too much to do.
        """
        queue = self._queues.get(client, ())
        if self._running[client] + self._aside[client] + len(queue) >= self._of_one_client:
            why = f"at most {self._of_one_client} queries of one client at a time: wait for an answer, then ask again"
            raise RefusedError(429, why, {"Retry-After": "1"})
        if sum(map(len, self._queues.values())) >= self._waiting:
            raise self._busy()
        await self._wait(client)
        turn = Turn(self, client)
        try:
            yield turn
        finally:
            turn.end()

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
                self._give_back(client, aside=False)
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

    def _step_aside(self, client: str) -> bool:
        if not self._free_aside:
            return False
        self._free_aside -= 1
        self._aside[client] += 1
        self._give_back(client, aside=False)
        return True

    def _give_back(self, client: str, aside: bool) -> None:
        running = self._aside if aside else self._running
        running[client] -= 1
        if not running[client]:
            del running[client]
        if aside:
            self._free_aside += 1
        else:
            self._free += 1
            self._give_out()

    def _leave(self, client: str, turn: asyncio.Future[None]) -> None:
        queue = self._queues[client]
        queue.remove(turn)
        if not queue:
            del self._queues[client]

    def _busy(self) -> RefusedError:
        return RefusedError(503, "too many queries are waiting: ask again in a while", {"Retry-After": "5"})
