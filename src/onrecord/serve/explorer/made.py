"""What pages are filled from and does not change within a build: worked out once, for each view of the record."""

import asyncio
import datetime as dt
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from onrecord.serve.explorer.data import Data
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.settings import View
from onrecord.store import Readable

_Thing = TypeVar("_Thing")


class Made(Generic[_Thing]):
    """Something that is made of a record: of each view of the newest build, and of one day in the past."""

    def __init__(self, data: Data, make: Callable[[Readable], _Thing]) -> None:
        self._data, self._make, self._turn = data, make, asyncio.Lock()
        self._kept: dict[tuple[View, dt.date | None], tuple[str, _Thing]] = {}

    async def shown(self, visitor: Visitor) -> _Thing:
        """What is made of the record that a visitor is shown.

        Raises:
            StoreError, QueryError: it cannot be read.
            RefusedError: 404, it is not known what was on record on that day.
        """
        of = (visitor.view, visitor.as_of)
        async with self._turn:
            reader = await self._data.reader(visitor)
            kept = self._kept.get(of)
            if kept is None or kept[0] != reader.snapshot:
                for other in [other for other in self._kept if other == of or (visitor.as_of and other[1])]:
                    del self._kept[other]
                kept = self._kept[of] = reader.snapshot, await _apart(self._make, reader)
            return kept[1]


async def _apart(make: Callable[[Readable], _Thing], reader: Readable) -> _Thing:
    """What is made, in a thread that does not keep a server from ending, however long it takes."""
    made: Future[_Thing] = Future()
    made.set_running_or_notify_cancel()  # who waits for it may go: it is finished all the same

    def run() -> None:
        try:
            made.set_result(make(reader))
        except Exception as error:  # whoever waits is told
            made.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(made)
