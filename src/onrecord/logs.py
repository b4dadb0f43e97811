"""What is logged, by each module under its own name below `onrecord`: on stderr if asked for, and in a store's file."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

_ALL = logging.getLogger("onrecord")
_LARGEST = 1_000_000  # bytes of a file; of two, the older one is taken out
_LONGEST = 20_000  # characters of one entry
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def verbose() -> None:
    """Show on stderr all that is logged in this process."""
    if not is_verbose():
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter(_FORMAT))
        _ALL.addHandler(handler)
        _ALL.setLevel(logging.DEBUG)


def is_verbose() -> bool:
    """Whether all that is logged is shown; processes that this one starts are to do the same."""
    return _ALL.level == logging.DEBUG


@contextmanager
def kept(path: Path) -> Iterator[None]:
    """Append the errors that are logged meanwhile to a file of bounded size; it is made when there is one."""
    handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(_Shortened(_FORMAT))
    handler.setLevel(logging.ERROR)
    _ALL.addHandler(handler)
    try:
        yield
    finally:
        _ALL.removeHandler(handler)
        handler.close()


class _Shortened(logging.Formatter):
    """Leaves out the middle of an entry that is too long: errors may quote the text they failed on."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        half = _LONGEST // 2
        return text if len(text) <= _LONGEST else f"{text[:half]}\n[...]\n{text[-half:]}"
