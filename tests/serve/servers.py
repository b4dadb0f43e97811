"""A server for tests: the command itself, on a free port of this machine, and gone afterwards."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

TOKEN = "for-tests-and-for-tests-only"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
ENDLESS_ROWS = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str  # of its root, without a slash at the end
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def ask(self, query: str, **headers: str) -> httpx.Response:
        with httpx.Client(timeout=60) as client:
            return client.get(f"{self.url}/sparql", params={"query": query}, headers=headers)

    def processes(self) -> set[int]:
        """The server's process and all below it, but for helpers that take no jobs."""
        return descendants(self.process.pid)


@contextlib.contextmanager
def served(store: Path | str, *options: str, token: str | None = None) -> Iterator[Server]:
    """A server over a store."""
    command = [sys.executable, "-m", "onrecord", "serve", "--store", str(store), "--port", "0", *options]
    surroundings = {name: value for name, value in os.environ.items() if name != "ONRECORD_UPDATE_TOKEN"}
    if token is not None:
        surroundings["ONRECORD_UPDATE_TOKEN"] = token
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=surroundings)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        url = [word for word in line.split() if word.startswith("http://")][-1].removesuffix("/sparql")
        server = Server(url, process)
        assert server.ask("ASK {}").status_code == 200
        yield server
    finally:
        process.terminate()
        process.communicate(timeout=20)


def descendants(process: int) -> set[int]:
    """A process and those that it and they started."""
    found = {process}
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text("ascii").split():
                found |= descendants(int(child))
    return found


def soon(condition: Callable[[], object], within: float = 10) -> bool:
    """Whether something comes true within that many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


def gone(processes: set[int], within: float = 10) -> bool:
    """Whether all these processes end within that many seconds."""
    return soon(lambda: not any(Path(f"/proc/{process}").exists() for process in processes), within)
