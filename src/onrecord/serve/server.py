"""The application behind a listening socket, until it is told to stop."""

from collections.abc import Callable

import uvicorn

from onrecord.errors import UsageError
from onrecord.serve.app import application
from onrecord.serve.connections import Connection, listen
from onrecord.serve.settings import Settings
from onrecord.store import Place

_PARTING = 3  # seconds that answers under way may take after the signal to stop
_KEEP_ALIVE = 60  # seconds that an idle connection stays open; a client that asks just as it closes sees an error
_SHORTEST_TOKEN = 16


def run(store: Place, settings: Settings, host: str, port: int, listening: Callable[[str], object]) -> None:
    """Serve a store until SIGINT or SIGTERM; `listening` is told the address.

    Raises:
        StoreError: there is no store.
        UsageError: the address cannot be listened on, or the token for updates can be guessed.
    """
    token = settings.update_token
    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise UsageError(f"a token for updates has at least {_SHORTEST_TOKEN} characters: try `openssl rand -hex 16`")
    asgi = application(store, settings)
    with listen(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        listening(f"http://{name}:{listener.getsockname()[1]}/sparql")
        config = uvicorn.Config(
            asgi,
            http=Connection,
            ws="none",
            lifespan="on",
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_PARTING,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        uvicorn.Server(config).run(sockets=[listener])
