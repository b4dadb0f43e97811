"""Run the W3C's tests of the SPARQL 1.1 protocols against the endpoint, as it is for everybody and with updates on.

usage: python benchmarks/protocol.py W3C_PROTOCOL_PY

The program of the tests sends no token, so the server that may be written is wrapped in one that adds it to every
request. Some tests of queries load their graphs by updates: the read-only server gets them from the other one.
"""

import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.serve.app import application
from onrecord.serve.settings import Settings

_TOKEN = "a token for this run alone"


class _Bearing:
    """An application all of whose requests bear a token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            MutableHeaders(scope=scope)["Authorization"] = f"Bearer {self._token}"
        await self._app(scope, receive, send)


@contextlib.contextmanager
def _served(store: Path, token: str | None = None) -> Iterator[str]:
    """The address of a server over a store, which may be written where there is a token."""
    app: ASGIApp = application(store, Settings(workers=2, update_token=token))
    server = uvicorn.Server(uvicorn.Config(_Bearing(app, token) if token else app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def _test(title: str, *options: str) -> None:
    print(title, flush=True)
    subprocess.run([sys.executable, sys.argv[1], *options], check=False)


def main() -> None:
    """Print what passes."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store")
        with _served(store, _TOKEN) as writer, _served(store) as reader:
            _test(
                "read-only, the store filled by way of another server:",
                f"--query={reader}/sparql",
                f"--update={writer}/sparql",
            )
            _test("with updates on:", f"--query={writer}/sparql", f"--gsp={writer}/graphs")


if __name__ == "__main__":
    main()
