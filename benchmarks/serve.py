"""The named queries over HTTP: this endpoint beside `oxigraph serve-read-only` (PyPI `oxigraph`) on the same store.

usage: python benchmarks/serve.py STORE [ROUNDS]

Both answer each query in turn, so that whatever else the machine does slows both. Prints the medians and their ratio.
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

from onrecord.ask import named_queries

_JSON = "application/sparql-results+json"
_FORM = "application/x-www-form-urlencoded"


@contextlib.contextmanager
def _served(*command: str, port: int) -> Iterator[http.client.HTTPConnection]:
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


def _ask(connection: http.client.HTTPConnection, path: str, query: str) -> tuple[float, int]:
    """Seconds and bytes of an answer."""
    started = time.perf_counter()
    connection.request("POST", path, urlencode({"query": query}), {"Content-Type": _FORM, "Accept": _JSON})
    response = connection.getresponse()
    content = response.read()
    seconds = time.perf_counter() - started
    if response.status != 200:
        sys.exit(f"status {response.status}: {content[:200]!r}")
    return seconds, content.count(b'"type"')


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def main() -> None:
    """Print a line for each query and one for all of them."""
    store, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    snapshot = store / "snapshots" / (store / "current").read_text("ascii").strip() / "graph"
    ours, theirs = _free_port(), _free_port()
    reference = ("oxigraph", "serve-read-only", "--location", str(snapshot), "--union-default-graph")
    with (
        _served("onrecord", "serve", "--store", str(store), "--port", str(ours), port=ours) as here,
        _served(*reference, "--bind", f"127.0.0.1:{theirs}", port=theirs) as there,
    ):
        all_here, all_there = [], []
        for query in named_queries().values():
            at_here, at_there = [], []
            for _ in range(rounds):
                seconds, terms = _ask(here, "/sparql", query.text)
                at_here.append(seconds)
                seconds, reference_terms = _ask(there, "/query", query.text)
                at_there.append(seconds)
                if terms != reference_terms:
                    sys.exit(f"{query.name}: {terms} terms here, {reference_terms} there")
            _report(query.name, at_here, at_there)
            all_here += at_here
            all_there += at_there
        _report("all", all_here, all_there)


def _report(name: str, here: list[float], there: list[float]) -> None:
    ours, theirs = statistics.median(here) * 1000, statistics.median(there) * 1000
    print(f"{name:15}{ours:9.2f} ms   oxigraph {theirs:9.2f} ms   ratio {ours / theirs:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
