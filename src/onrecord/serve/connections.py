"""Clients' connections, which stay open no longer than they are used.

Uvicorn closes connections that are idle between two requests, and h11 bounds the size of a request's head. What neither
bounds is time: a head that comes byte by byte or never ends, and an answer that nobody reads, would hold a connection
for ever.
"""

import asyncio
import socket
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.errors import UsageError

_BACKLOG = 1024
_UNREAD = 60.0  # seconds that sent bytes wait for a client to take any of them


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 is any free one.

    Raises:
        UsageError: that cannot be listened on.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"{host}:{port} cannot be listened on ({why}): choose another --host or --port") from error
    # Its connections inherit these. Without the first, the second part of a short answer waits 40 ms for the receipt of
    # the first part; the second is Linux's.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(_UNREAD * 1000))
    return listener


class Connection(H11Protocol):
    """Ends when a client has begun to send and there is still no request to answer when its time is up."""

    patience: ClassVar[float] = 10.0  # seconds from a connection's start, or a request's first byte, to its head's end
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start waiting for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Stop waiting once there is a request to answer. More bytes alone win no more time."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait()
        elif self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _wait(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.patience, self.timeout_keep_alive_handler)
