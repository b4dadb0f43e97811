"""The named queries over HTTP: this endpoint beside `oxigraph serve-read-only` (PyPI `oxigraph`) on the same store.

usage: python benchmarks/serve.py STORE [ROUNDS]

Both answer each query in turn, so that whatever else the machine does slows both. Prints the medians and their ratio:
first where each answer is worked out anew, then as it is when the same is asked again, and this endpoint has kept it.
"""

import contextlib
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from onrecord.answers.ask import named_queries

_JSON = "application/sparql-results+json"
_LONGEST = 10.0  # seconds for one query
_Timings = tuple[float, float, float]  # seconds here, anew and kept, and there
_FORM = "application/x-www-form-urlencoded"


@contextlib.contextmanager
def served(*command: str, port: int) -> Iterator[http.client.HTTPConnection]:
    """A connection to a server that is started for it."""
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    program = shutil.which(command[0], path=path) or sys.exit(f"{command[0]} is not installed")
    with subprocess.Popen([program, *command[1:]], stderr=subprocess.DEVNULL) as server:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            for _ in range(200):
                with contextlib.suppress(ConnectionError):
                    connection.connect()
                    break
                time.sleep(0.1)
            yield connection
        finally:
            server.terminate()


def _ask(connection: http.client.HTTPConnection, path: str, query: str, accept: str = _JSON) -> tuple[float, int]:
    """How many seconds an answer took, and how many terms it has."""
    started = time.perf_counter()
    connection.request("POST", path, urlencode({"query": query}), {"Content-Type": _FORM, "Accept": accept})
    response = connection.getresponse()
    content = response.read()
    seconds = time.perf_counter() - started
    if response.status != 200:
        sys.exit(f"status {response.status}: {content[:200]!r}")
    return seconds, content.count(b'"type"')


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def main() -> None:
    """Print a line for each query and one for all of them."""
    store, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    snapshot = store / "snapshots" / (store / "current").read_text("ascii").strip() / "graph"
    ours, theirs = free_port(), free_port()
    reference = ("oxigraph", "serve-read-only", "--location", str(snapshot), "--union-default-graph")
    with (
        served("onrecord", "serve", "--store", str(store), "--port", str(ours), port=ours) as here,
        served(*reference, "--bind", f"127.0.0.1:{theirs}", port=theirs) as there,
    ):
        everything: list[_Timings] = []
        for query in named_queries().values():
            timings = _timed(here, there, query.text, rounds)
            _report(query.name, timings)
            everything += timings
        _report("all", everything)


def _timed(
    here: http.client.HTTPConnection, there: http.client.HTTPConnection, query: str, rounds: int
) -> list[_Timings]:
    timings: list[_Timings] = []
    until = time.monotonic() + _LONGEST
    _ask(here, "/sparql", query)  # read and checked once, as a named query is; and kept
    for number in range(rounds):
        anew, terms = _ask(here, "/sparql", query, f"{_JSON}, text/csv;q=0.{number:06}")  # in a form not asked for yet
        kept, _ = _ask(here, "/sparql", query)
        reference, reference_terms = _ask(there, "/query", query)
        if terms != reference_terms:
            sys.exit(f"{terms} terms here, {reference_terms} there: {query}")
        timings.append((anew, kept, reference))
        if time.monotonic() > until:
            break
    return timings


def _report(name: str, timings: list[_Timings]) -> None:
    anew, kept, reference = (statistics.median(each) * 1000 for each in zip(*timings, strict=True))
    print(
        f"{name:15}{anew:9.2f} ms   oxigraph {reference:9.2f} ms   ratio {anew / reference:.2f}"
        f"   kept {kept:6.2f} ms   ratio {kept / reference:.2f}"
    )


if __name__ == "__main__":
    main()
