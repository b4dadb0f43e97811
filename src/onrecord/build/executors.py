"""Executors that read articles: this process, other processes, or a cluster. A worker that dies ends no build."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError


class InProcess(Executor):
    """Does the work at once, in this process: for corpora too small to share out."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class Restarting(Executor):
    """Starts another executor where the one before is broken: a pool of processes is, once one of them has died."""

    def __init__(self, start: Callable[[], Executor]) -> None:
        """Do the work with what `start` starts."""
        self._start, self._running = start, start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        try:
            return self._running.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._running.shutdown(wait=False, cancel_futures=True)
            self._running = self._start()
            return self._running.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._running.shutdown(wait, cancel_futures=cancel_futures)


class _OnCluster(Executor):
    """Does the work on a Dask cluster, which gives it to another worker where one has died, until three have."""

    def __init__(self, client: Any, killed: type[Exception]) -> None:
        self._inner, self._killed = client.get_executor(pure=False), killed

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        told: Future[Any] = Future()

        def tell(done: Future[Any]) -> None:
            error = done.exception()
            if error is None:
                told.set_result(done.result())
            elif isinstance(error, self._killed):
                told.set_exception(BrokenExecutor(f"every worker that was given it died: {error}"))
            else:
                told.set_exception(error)

        self._inner.submit(fn, *args, **kwargs).add_done_callback(tell)
        return told

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of the Dask cluster whose scheduler has this address (`tcp://host:8786`, or a scheduler file).

    Raises:
        OnrecordError: Dask is not installed, or nothing answers there.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        raise OnrecordError("--cluster needs Dask: pip install 'onrecord[dask]'") from error
    try:
        if address.endswith(".json"):  # a scheduler file; Dask would wait for it for ever
            address = json.loads(Path(address).read_text(encoding="utf-8"))["address"]
        client = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, LookupError) as error:
        raise OnrecordError(f"{address}: no Dask scheduler answers there: {error}") from error
    with client:
        yield _OnCluster(client, KilledWorker)
