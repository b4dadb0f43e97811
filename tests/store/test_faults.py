"""What goes wrong with the files of a store."""

from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import Writer, told


def test_an_error_that_is_kept_does_not_keep_the_store_locked(tmp_path: Path) -> None:
    def fails(writer: Writer) -> None:
        database = writer.database
        assert database is not None
        raise OSError("no space left on device")

    full = pytest.raises(StoreError, match="the disk is full: make room")
    with full as kept, closing(Writer(tmp_path)) as writer, told(tmp_path):
        fails(writer)
    with closing(Writer(tmp_path)):
        assert kept.value
