"""The process that checks drafts: started for the first, one at a time, bounded, and gone with the server."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.serve.check_process import Pasted
from onrecord.serve.checks import Checks
from onrecord.serve.errors import RefusedError
from onrecord.serve.settings import Settings

DRAFT = Pasted("In all 33 children were brought back.")


class _Child:
    """In the place of a process: what it answers, or how it ends."""

    def __init__(self, answers: list[bytes | Exception], hold: asyncio.Event | None = None) -> None:
        self.answers, self.hold, self.gone, self.jobs = answers, hold, False, list[object]()

    async def send(self, job: object) -> None:
        self.jobs.append(job)

    async def receive(self) -> tuple[None, bytes]:
        if self.hold is not None:
            await self.hold.wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return None, answer

    async def ran_out_of_time(self) -> bool:
        return True

    async def end(self) -> None:
        self.gone = True


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[_Child]]:
    """Has these be started in turn; gives those that were."""

    def are(*given: _Child) -> list[_Child]:
        waiting, started = list(given), list[_Child]()

        async def start(*_: Any) -> _Child:
            started.append(waiting.pop(0))
            return started[-1]

        monkeypatch.setattr("onrecord.serve.checks.Child.start", start)
        return started

    return are


def run(work: Callable[[Checks], Any]) -> None:
    async def within() -> None:
        async with Checks(Path("none"), Settings(seconds=3)) as checks:
            await work(checks)

    asyncio.run(within())


def test_one_process_takes_one_draft_after_the_other_and_ends_with_the_server(children: Any) -> None:
    started = children(_Child([b'{"status": 200, "n": 1}', b'{"status": 200, "n": 2}']))

    async def work(checks: Checks) -> None:
        assert started == [], "none before there is a draft"
        assert [(await checks.report(DRAFT))["n"] for _ in range(2)] == [1, 2]

    run(work)
    (child,) = started
    assert child.jobs == [DRAFT, DRAFT] and child.gone


def test_what_takes_too_long_is_refused_and_the_next_draft_has_a_process_of_its_own(children: Any) -> None:
    started = children(_Child([EOFError()]), _Child([b'{"status": 200}']))

    async def work(checks: Checks) -> None:
        with pytest.raises(RefusedError, match="took more than 3 s"):
            await checks.report(DRAFT)
        assert (await checks.report(DRAFT))["status"] == 200

    run(work)
    assert [child.gone for child in started] == [True, True]


def test_an_answer_that_nobody_waits_for_is_not_taken_for_the_next_one(children: Any) -> None:
    started = children(_Child([b'{"status": 200, "n": 1}'], asyncio.Event()), _Child([b'{"status": 200, "n": 2}']))

    async def work(checks: Checks) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(checks.report(DRAFT), 0.01)
        assert (await checks.report(DRAFT))["n"] == 2

    run(work)
    assert started[0].gone


def test_what_it_refuses_is_refused(children: Any) -> None:
    children(_Child([b'{"status": 503, "why": "the store cannot be read"}']))

    async def work(checks: Checks) -> None:
        with pytest.raises(RefusedError, match="the store cannot be read"):
            await checks.report(DRAFT)

    run(work)


def test_too_many_drafts_at_once_are_refused(children: Any) -> None:
    hold = asyncio.Event()
    children(_Child([b'{"status": 200}'] * 8, hold))

    async def work(checks: Checks) -> None:
        waiting = [asyncio.ensure_future(checks.report(DRAFT)) for _ in range(8)]
        await asyncio.sleep(0.01)
        with pytest.raises(RefusedError, match="too many drafts"):
            await checks.report(DRAFT)
        hold.set()
        assert len(await asyncio.gather(*waiting)) == 8

    run(work)
