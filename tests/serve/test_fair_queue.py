"""Fair shares of few workers among many clients."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from onrecord.serve.errors import RefusedError
from onrecord.serve.fair_queue import Turn, Turns


class Clients:
    """Clients that hold their turns until they are told to let go."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.order: list[str] = []
        self.turn_of: dict[str, Turn] = {}  # each client's latest
        self._tasks: list[tuple[str, asyncio.Task[None], asyncio.Event]] = []

    async def ask(self, client: str) -> asyncio.Task[None]:
        release = asyncio.Event()

        async def hold() -> None:
            async with self.turns.turn(client) as turn:
                self.order.append(client)
                self.turn_of[client] = turn
                await release.wait()

        task = asyncio.create_task(hold())
        self._tasks.append((client, task, release))
        await settle()
        return task

    async def release(self, client: str) -> None:
        """Let the client's oldest turn end."""
        position = next(i for i, (name, _, _) in enumerate(self._tasks) if name == client)
        _, task, release = self._tasks.pop(position)
        release.set()
        await task
        await settle()

    async def leave(self) -> None:
        for _, task, _ in self._tasks:
            task.cancel()
        await asyncio.gather(*(task for _, task, _ in self._tasks), return_exceptions=True)


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def run(turns: Turns, play: Callable[[Clients], Awaitable[None]]) -> None:
    async def main() -> None:
        clients = Clients(turns)
        try:
            await play(clients)
        finally:
            await clients.leave()

    asyncio.run(main())


def test_no_more_turns_at_a_time_than_workers() -> None:
    async def play(clients: Clients) -> None:
        for client in "abc":
            await clients.ask(client)
        assert clients.order == ["a", "b"]
        await clients.release("a")
        assert clients.order == ["a", "b", "c"]

    run(Turns(2, of_one_client=9, waiting=9, patience=9), play)


def test_one_client_never_holds_all_workers() -> None:
    async def play(clients: Clients) -> None:
        for _ in range(5):
            await clients.ask("greedy")
        await clients.ask("other")
        assert clients.order == ["greedy", "greedy", "other"]

    run(Turns(3, of_one_client=9, waiting=9, patience=9), play)


def test_one_worker_serves_everybody() -> None:
    async def play(clients: Clients) -> None:
        await clients.ask("a")
        assert clients.order == ["a"]

    run(Turns(1, of_one_client=9, waiting=9, patience=9), play)


def test_clients_take_turns() -> None:
    async def play(clients: Clients) -> None:
        for client in ("a", "a", "a", "b", "c"):
            await clients.ask(client)
        for client in ("a", "a", "b", "c"):
            await clients.release(client)
        assert clients.order == ["a", "a", "b", "c", "a"]

    run(Turns(1, of_one_client=9, waiting=9, patience=9), play)


def test_a_client_with_too_many_is_told_to_come_again() -> None:
    async def play(clients: Clients) -> None:
        for _ in range(2):
            await clients.ask("a")
        with pytest.raises(RefusedError) as refused:
            await (await clients.ask("a"))
        assert refused.value.status == 429
        assert "Retry-After" in refused.value.headers
        await clients.ask("b")
        await clients.release("a")
        assert not (await clients.ask("a")).done()

    run(Turns(1, of_one_client=2, waiting=9, patience=9), play)


def test_a_long_queue_is_closed() -> None:
    async def play(clients: Clients) -> None:
        for client in "ab":
            await clients.ask(client)
        with pytest.raises(RefusedError) as refused:
            await (await clients.ask("c"))
        assert refused.value.status == 503

    run(Turns(1, of_one_client=9, waiting=1, patience=9), play)


def test_patience_ends() -> None:
    async def play(clients: Clients) -> None:
        await clients.ask("a")
        with pytest.raises(RefusedError) as refused:
            await (await clients.ask("b"))
        assert refused.value.status == 503
        await clients.release("a")
        await clients.ask("c")
        assert clients.order == ["a", "c"]

    run(Turns(1, of_one_client=9, waiting=9, patience=0.01), play)


def test_who_leaves_the_queue_takes_no_turn() -> None:
    async def play(clients: Clients) -> None:
        await clients.ask("a")
        (await clients.ask("b")).cancel()
        await settle()
        await clients.ask("c")
        await clients.release("a")
        assert clients.order == ["a", "c"]

    run(Turns(1, of_one_client=9, waiting=9, patience=9), play)


def test_who_steps_aside_lets_the_next_one_run_until_nobody_else_can() -> None:
    async def play(clients: Clients) -> None:
        for client in "abc":
            await clients.ask(client)
        assert clients.turn_of["a"].step_aside()
        await settle()
        assert clients.order == ["a", "b"]
        assert not clients.turn_of["b"].step_aside()
        await clients.release("a")
        assert clients.order == ["a", "b"]
        assert clients.turn_of["b"].step_aside()
        await settle()
        assert clients.order == ["a", "b", "c"]

    run(Turns(1, of_one_client=9, waiting=9, patience=9), play)


def test_who_stepped_aside_still_counts_among_its_clients_queries() -> None:
    async def play(clients: Clients) -> None:
        await clients.ask("a")
        clients.turn_of["a"].step_aside()
        with pytest.raises(RefusedError):
            await (await clients.ask("a"))
        await clients.release("a")
        assert not (await clients.ask("a")).done()

    run(Turns(2, of_one_client=1, waiting=9, patience=9), play)
