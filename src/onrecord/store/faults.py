"""What goes wrong with the files of a store, in one line for users."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames

from onrecord.errors import StoreError

_FULL = ("is full", "no space left", "disk quota")


def why(error: Exception) -> str:
    """Why files cannot be read or written, in words, with the remedy where the disk is full."""
    full = any(words in str(error).lower() for words in _FULL)
    return "the disk is full: make room and build again, what was read is kept" if full else str(error)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Around what reads or writes the files of a store.

    Raises:
        StoreError: it cannot; the message says why, and the remedy.
    """
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        clear_frames(error.__traceback__)  # what they hold of the store would keep it locked as long as the error lives
        raise StoreError(f"{folder}: {why(error)}") from error
    except sqlite3.Error as error:
        raise damaged(folder, error) from error


def damaged(folder: Path, error: Exception) -> StoreError:
    """What is said of a store whose files hold what no build wrote."""
    return StoreError(f"{folder}: damaged ({error}): delete the store and build it again")
