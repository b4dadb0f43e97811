"""Whole replies of workers: what breaks off is refused, and never taken for all of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from onrecord.serve.errors import BrokenOffError, RefusedError
from onrecord.serve.jobs import Answer, Job
from onrecord.serve.pool import Pool
from onrecord.serve.settings import Settings


class _Reply:
    """A worker's reply of two parts, which may break off after them."""

    def __init__(self, breaks_off: bool) -> None:
        self._breaks_off = breaks_off

    async def head(self) -> None:
        pass

    async def parts(self) -> AsyncIterator[bytes]:
        yield b"one "
        yield b"two"
        if self._breaks_off:
            raise BrokenOffError("the query was stopped after 30 s")


class _Pool(Pool):
    """A pool without workers."""

    def __init__(self, breaks_off: bool) -> None:
        super().__init__(Path("store"), Settings())
        self._breaks_off = breaks_off

    @asynccontextmanager
    async def asked(self, job: Job, client: str) -> AsyncIterator[_Reply]:  # type: ignore[override]
        yield _Reply(self._breaks_off)


def _whole(breaks_off: bool) -> bytes:
    return asyncio.run(_Pool(breaks_off).whole(Answer("ASK {}", "urn:x"), "client"))


def test_a_whole_reply_is_all_its_parts() -> None:
    assert _whole(breaks_off=False) == b"one two"


def test_a_reply_that_breaks_off_is_refused_with_the_reason() -> None:
    with pytest.raises(RefusedError, match="stopped after 30 s") as refused:
        _whole(breaks_off=True)
    assert refused.value.status == 503
