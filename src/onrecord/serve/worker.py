"""A process that answers queries, one at a time, from the newest finished build.

It may be ended at any moment: by the kernel when a job's time is up (an alarm that nothing in the process can put off),
or when it asks for more memory than it may have. What it sent until then says by itself that it is incomplete.
"""

import json
import logging
import pickle
import signal
import socket
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from onrecord.answers.sparql_guard import check_query, plain
from onrecord.errors import QueryError, StoreError
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve import frames, negotiation, sandbox
from onrecord.serve.errors import RefusedError
from onrecord.serve.frames import Mark
from onrecord.serve.jobs import Answer, Job, ReadGraph, Verdict
from onrecord.serve.settings import View
from onrecord.store import Reader
from onrecord.store.queries import query

_logger = logging.getLogger(__name__)
_OWN_FAULT = 500  # HTTP status and up
_ATTEMPTS = 3  # builds may come and go faster than a snapshot is opened
_GROWTH = 256  # MiB; a worker that keeps more than this after a job makes way for a fresh one


def main(connection: socket.socket, folder: Path, seconds: float, memory: int) -> None:
    """Take jobs from `connection` until it is closed.

    Args:
        folder: the store.
        seconds: time for one job.
        memory: MiB that the jobs may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal goes to the server, which ends its workers
    sandbox.forbid_network()
    worker = _Worker(connection, folder, memory)
    while (content := frames.receive(connection)) is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            worker.do(pickle.loads(content))
        except OSError:  # whoever asked has gone
            return
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


class _Output:
    """The answer on its way: its head is held back until there is something to go with it.

    All that sends raises OSError when whoever asked has gone.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._head = b""
        self._waiting = bytearray()
        self.started = False

    def head(self, **fields: object) -> None:
        self._head = frames.frame(Mark.HEAD, json.dumps(fields).encode())

    def write(self, content: bytes) -> int:
        self._waiting += content
        if len(self._waiting) >= frames.LARGEST:
            self._send(self._taken())
        return len(content)

    def flush(self) -> None:
        """Nothing: what waits goes with what follows."""

    def end(self, last: bool = False) -> None:
        self._send(self._taken() + frames.frame(Mark.LAST if last else Mark.END))

    def broken(self, why: str) -> None:
        self._send(frames.frame(Mark.BROKEN, why.encode()))

    def _taken(self) -> bytes:
        content = frames.frame(Mark.DATA, bytes(self._waiting)) if self._waiting else b""
        self._waiting.clear()
        return content

    def _send(self, content: bytes) -> None:
        self._connection.sendall(content if self.started else self._head + content)
        self.started = True


class _Worker:
    def __init__(self, connection: socket.socket, folder: Path, memory: int) -> None:
        self._connection, self._folder, self._memory = connection, folder, memory
        self._readers: dict[View, Reader] = {}
        self._most = sandbox.resident() + _GROWTH
        self._bounded = False  # in memory, from the first build that was opened on

    def do(self, job: Job) -> None:
        """Answer a job.

        Raises:
            OSError: whoever asked has gone.
        """
        output = _Output(self._connection)
        try:
            self._answer(job, output)
            output.end(last=sandbox.resident() > self._most)
        except Exception as error:
            _log(error)
            if output.started:
                output.broken(_one_line(error))
                return
            status, why = _refusal(error)
            output = _Output(self._connection)
            output.head(status=status, why=why)
            output.end()

    def _answer(self, job: Job, output: _Output) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            database = self._newest(job.view)
            try:
                if isinstance(job, Answer):
                    _answer_query(database, job, output)
                else:
                    _send_graph(database, job, output)
                return
            except OSError:  # the snapshot is gone: newer builds have taken its place
                if output.started or attempt == _ATTEMPTS or not self._stale(job.view):
                    raise

    def _newest(self, view: View) -> ox.Store:
        for attempt in range(1, _ATTEMPTS + 1):
            if not self._stale(view):
                break
            self._readers.pop(view, None)  # lets go of the old one before the new one is opened
            try:
                self._readers[view] = Reader(self._folder, redacted=view is View.WITHHELD)
            except StoreError:
                if attempt == _ATTEMPTS:
                    raise
            else:
                if not self._bounded:
                    sandbox.bound_memory(self._memory)
                    self._bounded = True
        return self._readers[view].database

    def _stale(self, view: View) -> bool:
        reader = self._readers.get(view)
        return reader is None or reader.snapshot != current(self._folder)


def current(folder: Path) -> str:
    """The number of the newest finished build of the store in `folder`; empty where there is none."""
    try:
        return (folder / "current").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _file(output: _Output) -> IO[bytes]:
    return cast(IO[bytes], output)  # write and flush are all that Oxigraph asks of it


def _answer_query(database: ox.Store, job: Answer, output: _Output) -> None:
    text, verdict = plain(job.text), job.verdict
    if verdict is None:
        checked = check_query(job.text)
        verdict = Verdict(checked.kind, checked.own_dataset, checked.repeatable)
    forms = negotiation.GRAPHS if verdict.kind in ("construct", "describe") else negotiation.RESULTS
    media_type = negotiation.choose(job.accept, forms)
    output.head(status=200, type=media_type, verdict=asdict(verdict))
    answer = _evaluated(database, text, job, verdict)
    if isinstance(answer, ox.QueryTriples):
        ox.serialize(answer, _file(output), negotiation.GRAPHS[media_type], prefixes=PREFIXES)
    else:
        answer.serialize(_file(output), negotiation.RESULTS[media_type])


def _evaluated(
    database: ox.Store, text: str, job: Answer, verdict: Verdict
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if job.dataset:
        return database.query(
            text,
            base_iri=job.base,
            default_graph=[ox.NamedNode(graph) for graph in job.dataset.default],
            named_graphs=[ox.NamedNode(graph) for graph in job.dataset.named],
        )
    return database.query(text, base_iri=job.base, use_default_graph_as_union=not verdict.own_dataset)


def _send_graph(database: ox.Store, job: ReadGraph, output: _Output) -> None:
    name = None if job.graph is None else ox.NamedNode(job.graph)
    if name is not None and not database.contains_named_graph(name):
        raise RefusedError(404, f"no graph is called {job.graph}")
    media_type = negotiation.choose(job.accept, negotiation.GRAPHS)
    output.head(status=200, type=media_type)
    ox.serialize(_triples(database, name), _file(output), negotiation.GRAPHS[media_type], prefixes=PREFIXES)


def _triples(database: ox.Store, name: ox.NamedNode | None) -> Iterator[ox.Triple]:
    if name is not None:
        return (quad.triple for quad in database.quads_for_pattern(None, None, None, name))
    union = database.query(query("everything"), use_default_graph_as_union=True)
    assert isinstance(union, ox.QueryTriples)
    return union


def _log(error: Exception) -> None:
    """What a query comes to by its own fault is for those who want to see all; what is no query's fault is for all."""
    level = logging.DEBUG if _refusal(error)[0] < _OWN_FAULT else logging.ERROR
    _logger.log(level, "a query was not answered: %s", _one_line(error), exc_info=error)


def _refusal(error: Exception) -> tuple[int, str]:
    match error:
        case RefusedError():
            return error.status, error.why
        case QueryError():
            return 400, str(error)
        case SyntaxError() | ValueError() | RuntimeError():
            return 400, f"the query cannot be answered: {_one_line(error)}"
        case MemoryError():
            return 503, "the query needs more memory than it may take: ask for less, or narrow it down"
        case StoreError():
            return 503, str(error)
        case _:
            return 500, f"the query cannot be answered: {_one_line(error)}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
