"""Processes of the server's own, each at the other end of a socket that frames travel over."""

import asyncio
import contextlib
import multiprocessing
import os
import pickle
import signal
import socket
from collections.abc import Callable, Sequence
from multiprocessing.context import ForkServerProcess

from onrecord import logs
from onrecord.serve.frames import HEADER, Mark, frame

_CONTEXT = multiprocessing.get_context("forkserver")
_PARTING = 5  # seconds that a killed process may take to be gone


def prepare(modules: Sequence[str]) -> None:
    """Have these modules loaded once, in the process that the others are forked from.

    So must the program's main module be, or each process would load it anew.
    """
    _CONTEXT.set_forkserver_preload(["__main__", *modules])


def _begin(verbose: bool, target: Callable[..., None], *arguments: object) -> None:
    """What a child does: it says as much as its parent."""
    if verbose:
        logs.verbose()
    target(*arguments)


class Child:
    """One process and the socket it answers by."""

    def __init__(self, process: ForkServerProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._process, self._reader, self._writer = process, reader, writer

    @classmethod
    async def start(cls, target: Callable[..., None], *arguments: object) -> "Child":
        """Start a process that runs `target(socket, *arguments)`."""
        ours, theirs = socket.socketpair()
        process = _CONTEXT.Process(
            target=_begin, args=(logs.is_verbose(), target, theirs, *arguments), name=target.__module__, daemon=True
        )
        await asyncio.to_thread(process.start)
        theirs.close()
        return cls(process, *await asyncio.open_unix_connection(sock=ours))

    @property
    def gone(self) -> bool:
        """Whether it has ended, as far as its socket tells."""
        return self._reader.at_eof()

    async def send(self, job: object) -> None:
        """Hand it a job."""
        self._writer.write(frame(Mark.JOB, pickle.dumps(job)))
        with contextlib.suppress(ConnectionError):  # that it has ended shows when its answer is read
            await self._writer.drain()

    async def receive(self) -> tuple[Mark, bytes]:
        """Its next frame.

        Raises:
            EOFError, ConnectionError: it has ended.
        """
        mark, length = HEADER.unpack(await self._reader.readexactly(HEADER.size))
        return Mark(mark), await self._reader.readexactly(length)

    def make_way(self, niceness: int) -> None:
        """Let it step back behind other processes. There is no way forward again."""
        if self._process.pid is not None:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, niceness)

    async def ran_out_of_time(self) -> bool:
        """Whether it was its alarm that ended it."""
        await asyncio.to_thread(self._process.join, _PARTING)
        return self._process.exitcode == -signal.SIGALRM

    async def finish(self) -> None:
        """Let it come to its end."""
        await asyncio.to_thread(self._process.join, _PARTING)
        await self.end()

    async def end(self) -> None:
        """End it, whatever it does, and see it gone."""
        self._writer.close()
        self._process.kill()
        await asyncio.to_thread(self._process.join, _PARTING)
        with contextlib.suppress(ValueError):  # still not gone: the kernel is busy with it
            self._process.close()
