"""The identity of the record that pages show: the SHA-256 that releases and `onrecord verify` name it by.

It takes a while to work out (some 8 ms an article), so that is done once for each build, beside all else and at half
speed; until it is known, a build is named by its number.
"""

import logging
import threading
import time
from collections.abc import Iterator

from onrecord.errors import OnrecordError
from onrecord.graph.canonical import GraphHash
from onrecord.store import Place, dataset_identity, opened

_logger = logging.getLogger(__name__)


class DatasetIdentities:
    """The identity of the newest build of a store, as soon as it is known."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._turn = threading.Lock()
        self._begun, self._known = "", ("", "")

    def of(self, build: str) -> str:
        """The identity of a build; '' as long as it is not known; the first time, it is begun to be worked out."""
        with self._turn:
            if self._known[0] == build:
                return self._known[1]
            if self._begun != build:
                self._begun = build
                threading.Thread(target=self._work_out, args=(build,), daemon=True).start()
        return ""

    def _work_out(self, build: str) -> None:
        try:
            reader = opened(self._place)
            if reader.snapshot == build:
                found = dataset_identity(reader, _at_half_speed)
                with self._turn:
                    self._known = (build, found)
        except (OnrecordError, OSError) as error:  # a newer build took its place
            _logger.debug("%s", error)


def _at_half_speed(hashes: Iterator[GraphHash]) -> Iterator[GraphHash]:
    before = time.monotonic()
    for one in hashes:
        time.sleep(time.monotonic() - before)
        yield one
        before = time.monotonic()
