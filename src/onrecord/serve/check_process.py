"""A process that reads drafts, one at a time, and sets them beside the newest finished build; nothing of them is kept.

The models are loaded when it starts. It is ended by the kernel when a draft's time is up, as workers are.
"""

import contextlib
import datetime as dt
import json
import logging
import pickle
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from onrecord.build.in_force import bring_into_force
from onrecord.check.document import document
from onrecord.check.findings import Report
from onrecord.check.marked import stretches
from onrecord.errors import OnrecordError
from onrecord.serve import frames, sandbox
from onrecord.serve.frames import Mark
from onrecord.serve.settings import View
from onrecord.settings import Reading
from onrecord.sources.article import Article
from onrecord.store import Place, Readable, opened

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A draft, and the record that it is set beside."""

    text: str
    day: str = ""  # ISO day on which it is to appear; '' where none is given
    view: View = View.WITHHELD
    as_of: dt.date | None = None  # None: the newest build


_SHORT = Pasted("Four children were returned on Monday, the ministry said.", "2024-01-25")


def main(connection: socket.socket, place: Place, how: Reading, seconds: float, memory: int) -> None:
    """Take drafts from `connection` until it is closed, and answer each with its report as JSON, or with a refusal.

    Args:
        connection: where drafts come from.
        place: where the store is.
        how: how drafts are read.
        seconds: time for one draft.
        memory: MiB that drafts may take beside the models.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if isinstance(place, Path):
        sandbox.forbid_network()
    record, ready = _Record(place), ""
    try:
        from onrecord.extract import pipeline  # the server itself need not load what reads

        bring_into_force(how)
        pipeline.load(how)
        _answered(_SHORT, record, how)  # what is loaded with the first draft, and each thread's share, is no draft's
    except OnrecordError as error:
        ready = str(error)
    sandbox.bound_memory(memory)
    while (content := frames.receive(connection)) is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        reply = {"status": 503, "why": ready} if ready else _answered(pickle.loads(content), record, how)
        with contextlib.suppress(OSError):  # whoever asked has gone
            connection.sendall(frames.frame(Mark.HEAD, json.dumps(reply).encode()))
        signal.setitimer(signal.ITIMER_REAL, 0)


class _Record:
    """The record that drafts are set beside, opened anew where a newer build has been finished."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._readers: dict[tuple[View, dt.date | None], Readable] = {}

    def reader(self, pasted: Pasted) -> Readable:
        key = (pasted.view, pasted.as_of)
        known = self._readers.get(key)
        if known is None or not known.is_newest():
            self._readers = {key: opened(self._place, pasted.view is View.WITHHELD, pasted.as_of)}
        return self._readers[key]


def _answered(pasted: Pasted, record: _Record, how: Reading) -> dict[str, object]:
    from onrecord.check.check import check

    try:
        report = check(Article("draft", pasted.text, pasted.day), record.reader(pasted), how)
    except OnrecordError as error:
        _logger.debug("a draft cannot be set beside the record", exc_info=True)
        return {"status": 503, "why": str(error)}
    except MemoryError:
        return {"status": 503, "why": "the draft needs more memory than it may take"}
    except Exception:  # one draft's failure is its own; what it says stays out of the log
        _logger.debug("a draft cannot be read", exc_info=True)
        return {"status": 503, "why": "the draft cannot be read"}
    return {"status": 200, **document(report), "stretches": _stretches(report)}


def _stretches(report: Report) -> list[dict[str, object]]:
    return [
        {
            "text": one.text,
            "findings": one.findings,
            "opens": one.opens,
            "verdict": one.verdict.label if one.verdict else "",
            "severity": one.verdict.severity.value if one.verdict else "",
        }
        for one in stretches(report)
    ]
