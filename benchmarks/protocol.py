"""Run the W3C's tests of the SPARQL 1.1 protocols against the endpoint, as it is for everybody and with updates on.

usage: python benchmarks/protocol.py W3C_PROTOCOL_PY

The program of the tests sends no token, so the server under test is given one that adds it to every request.
"""

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.serve.app import application
from onrecord.serve.settings import Settings
from onrecord.store import Writer

_TOKEN = "a token for this run alone"


class _Bearing:
    """An application all of whose requests bear a token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            MutableHeaders(scope=scope)["Authorization"] = f"Bearer {self._token}"
        await self._app(scope, receive, send)


def _measure(program: str, store: Path, token: str | None) -> None:
    app: ASGIApp = application(store, Settings(workers=2, update_token=token))
    server = uvicorn.Server(uvicorn.Config(_Bearing(app, token) if token else app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    graphs = ["--gsp", f"{base}/graphs"] if token else []
    subprocess.run([sys.executable, program, "--query", f"{base}/sparql", *graphs], check=False)
    server.should_exit = True
    thread.join()


def main() -> None:
    """Print what passes, first read-only, then with updates on."""
    with tempfile.TemporaryDirectory() as folder:
        for token in (None, _TOKEN):
            print("with updates, over a scratch store:" if token else "read-only:", flush=True)  # noqa: T201
            store = Path(folder, "written" if token else "read")
            writer = Writer(store)
            writer.commit()
            writer.close()
            _measure(sys.argv[1], store, token)


if __name__ == "__main__":
    main()
