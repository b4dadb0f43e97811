"""A process that answers queries, one at a time, from the newest finished build.

It may be ended at any moment: by the kernel when a job's time is up (an alarm that nothing in the process can put off),
or when it asks for more memory than it may have. What it sent until then says by itself that it is incomplete.
"""

import datetime as dt
import json
import logging
import pickle
import signal
import socket
from dataclasses import asdict
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from onrecord.answers.batches import ask_in_batches, serialized, some_rows
from onrecord.answers.sparql_guard import check_query, plain
from onrecord.errors import QueryError, StoreError
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve import frames, negotiation, sandbox
from onrecord.serve.errors import RefusedError
from onrecord.serve.frames import Mark
from onrecord.serve.jobs import Answer, Job, Listed, ReadGraph, Verdict
from onrecord.serve.settings import View
from onrecord.store import Answer as Found
from onrecord.store import Place, Readable, opened

_logger = logging.getLogger(__name__)
_OWN_FAULT = 500  # HTTP status and up
_ATTEMPTS = 3  # builds may come and go faster than a snapshot is opened
_GROWTH = 256  # MiB; a worker that keeps more than this after a job makes way for a fresh one


def main(connection: socket.socket, place: Place, seconds: float, memory: int) -> None:
    """Take jobs from `connection` until it is closed.

    Args:
        place: where the store is.
        seconds: time for one job.
        memory: MiB that the jobs may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal goes to the server, which ends its workers
    if isinstance(place, Path):  # what is elsewhere is reached over the network
        sandbox.forbid_network()
    worker = _Worker(connection, place, memory)
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
    def __init__(self, connection: socket.socket, place: Place, memory: int) -> None:
        self._connection, self._place, self._memory = connection, place, memory
        self._readers: dict[tuple[View, dt.date | None], Readable] = {}
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
            why = why.removeprefix(f"{self._place}: ")  # where it is does not concern strangers
            output = _Output(self._connection)
            output.head(status=status, why=why)
            output.end()

    def _answer(self, job: Job, output: _Output) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            reader = self._newest(job.view, job.as_of)
            try:
                if isinstance(job, Answer):
                    _answer_query(reader, job, output)
                elif isinstance(job, Listed):
                    _list(reader, job, output)
                else:
                    _send_graph(reader, job, output)
                return
            except OSError:  # the snapshot is gone: newer builds have taken its place
                if output.started or attempt == _ATTEMPTS or not self._stale(job.view, job.as_of):
                    raise

    def _newest(self, view: View, as_of: dt.date | None) -> Readable:
        for attempt in range(1, _ATTEMPTS + 1):
            if not self._stale(view, as_of):
                break
            self._let_go(view, as_of)
            try:
                self._readers[view, as_of] = opened(self._place, redacted=view is View.WITHHELD, as_of=as_of)
            except StoreError:
                if attempt == _ATTEMPTS:
                    raise
            else:
                if not self._bounded:
                    sandbox.bound_memory(self._memory)
                    self._bounded = True
        return self._readers[view, as_of]

    def _let_go(self, view: View, as_of: dt.date | None) -> None:
        """Let go of an old record before the new one is opened, and keep one of a day at most."""
        for key in [key for key in self._readers if key == (view, as_of) or (as_of and key[1])]:
            del self._readers[key]

    def _stale(self, view: View, as_of: dt.date | None) -> bool:
        reader = self._readers.get((view, as_of))
        try:
            return reader is None or not reader.is_newest()
        except OSError:  # a new build takes its place at this moment
            return True


def _file(output: _Output) -> IO[bytes]:
    return cast(IO[bytes], output)  # write and flush are all that Oxigraph asks of it


def _answer_query(reader: Readable, job: Answer, output: _Output) -> None:
    text, verdict = plain(job.text), job.verdict
    if verdict is None:
        checked = check_query(job.text)
        verdict = Verdict(checked.kind, checked.own_dataset, checked.repeatable)
    forms = negotiation.GRAPHS if verdict.kind in ("construct", "describe") else negotiation.RESULTS
    media_type = negotiation.choose(job.accept, forms)
    output.head(status=200, type=media_type, verdict=asdict(verdict))
    answer = _asked_of_itself(text, job) if job.of_itself else _asked_of(reader, text, job, verdict)
    if isinstance(answer, ox.QuerySolutions | ox.QueryBoolean):
        answer.serialize(_file(output), negotiation.RESULTS[media_type])
    else:
        ox.serialize(answer, _file(output), negotiation.GRAPHS[media_type], prefixes=PREFIXES)


def _asked_of(reader: Readable, text: str, job: Answer, verdict: Verdict) -> Found:
    return reader.query(
        text,
        default=[ox.NamedNode(graph) for graph in job.dataset.default],
        named=[ox.NamedNode(graph) for graph in job.dataset.named],
        base=job.base,
        own_dataset=verdict.own_dataset,
    )


def _asked_of_itself(text: str, job: Answer) -> Found:
    """The answer to a question about the endpoint."""
    description = ox.Store()
    description.load(job.of_itself, format=ox.RdfFormat.N_TRIPLES)
    return description.query(text, base_iri=job.base or None)


def _list(reader: Readable, job: Listed, output: _Output) -> None:
    answer = ask_in_batches(reader, job.text)
    output.head(status=200, type=job.media_type)
    if job.most is not None:
        output.write(some_rows(answer, job.first, job.most))
        return
    for piece in serialized(answer, negotiation.RESULTS[job.media_type]):
        output.write(piece)


def _send_graph(reader: Readable, job: ReadGraph, output: _Output) -> None:
    if job.graph is not None and not reader.has_graph(job.graph):
        raise RefusedError(404, f"no graph is called {job.graph}")
    media_type = negotiation.choose(job.accept, negotiation.GRAPHS)
    output.head(status=200, type=media_type)
    triples = reader.everything() if job.graph is None else reader.triples(job.graph)
    ox.serialize(triples, _file(output), negotiation.GRAPHS[media_type], prefixes=PREFIXES)


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
