"""Which build of a store is the newest: whoever keeps what a build says asks here whether it still holds."""

import asyncio
import logging
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.store import Place, Readable, opened, snapshots

_BETWEEN = 6.0  # seconds between two looks at a store elsewhere
_logger = logging.getLogger(__name__)


class Builds:
    """The builds of one store. Of a store elsewhere the last known is told, since asking takes a while."""

    def __init__(self, place: Place, known: str) -> None:
        """The builds of the store at a place, of which one is known already."""
        self.place, self._known = place, known

    @property
    def newest(self) -> str:
        """Stands for the newest build; empty where there is none."""
        return current(self.place) if isinstance(self.place, Path) else self._known

    async def watch(self) -> None:
        """Look at a store elsewhere again and again, until this is cancelled."""
        reader: Readable | None = None
        while not isinstance(self.place, Path):
            try:
                if reader is None or not await asyncio.to_thread(reader.is_newest):
                    reader = await asyncio.to_thread(opened, self.place)
                    self._known = reader.snapshot
            except OnrecordError as error:
                _logger.warning("%s", error)
            await asyncio.sleep(_BETWEEN)


def current(folder: Path) -> str:
    """The number of the newest finished build of the store in `folder`; empty where none can be read."""
    try:
        return snapshots.current(folder)
    except OSError:
        return ""
