"""The queues of reviews: what is in doubt in what visitors are shown."""

import asyncio
from collections.abc import Sequence

from onrecord.review.queue import Doubt, queue
from onrecord.serve.explorer.data import Data
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.settings import View
from onrecord.store import Readable


class Queues:
    """What is in doubt in what visitors are shown; of the newest build it is found once for each view."""

    def __init__(self, data: Data) -> None:
        self._data, self._turn = data, asyncio.Lock()
        self._found: dict[View, tuple[str, Sequence[Doubt]]] = {}

    async def shown(self, visitor: Visitor) -> tuple[Readable, Sequence[Doubt]]:
        """The record that a visitor is shown, and its queue.

        Raises:
            StoreError, QueryError: it cannot be read.
            RefusedError: 404, it is not known what was on record on that day.
        """
        reader = await self._data.reader(visitor)
        if visitor.as_of is not None:
            return reader, await asyncio.to_thread(queue, reader)
        async with self._turn:
            build, found = self._found.get(visitor.view, ("", ()))
            if build != reader.snapshot:
                found = await asyncio.to_thread(queue, reader)
                self._found[visitor.view] = reader.snapshot, found
            return reader, found
