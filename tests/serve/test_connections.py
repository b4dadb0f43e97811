"""Clients that take their time: a connection is held only as long as it is used."""

import contextlib
import select
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.serve import connections
from onrecord.serve.connections import Connection, listen

PATIENCE = 0.4
GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
OK = b"HTTP/1.1 200 OK"


async def answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body() if request.method == "POST" else "yes")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Of a server that loses patience soon."""
    app = Starlette(routes=[Route("/", answer, methods=["GET", "POST"])])
    hurried = type("Hurried", (Connection,), {"patience": PATIENCE})
    server = uvicorn.Server(uvicorn.Config(app, port=0, http=hurried, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.fixture
def client(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        yield connection


def held(client: socket.socket, drops: bytes = b"") -> float:
    """Seconds until the server closes a connection over which one byte after the other is sent."""
    started = time.monotonic()
    client.settimeout(0.02)
    with contextlib.suppress(ConnectionError):
        while time.monotonic() - started < 5:
            with contextlib.suppress(TimeoutError):
                if not client.recv(1_000):
                    break
            client.sendall(drops[:1])
            drops = drops[1:]
    return time.monotonic() - started


@pytest.mark.parametrize(
    ("first", "drops"),
    [
        (b"", b""),
        (b"GET", b""),
        (b"", GET + b"X-Endless: " + b"x" * 1_000),
        (GET, b"X: y\r\n" * 200),
    ],
    ids=["nothing", "half a line", "a header without end", "headers without end"],
)
def test_a_head_that_does_not_end_ends_the_connection(client: socket.socket, first: bytes, drops: bytes) -> None:
    client.sendall(first)
    assert PATIENCE * 0.9 < held(client, drops) < 3


def test_so_does_that_of_a_later_request(client: socket.socket) -> None:
    client.sendall(GET + b"\r\n")
    assert client.recv(1_000).startswith(OK)
    assert PATIENCE * 0.9 < held(client, GET + b"X: y\r\n" * 200) < 3


def test_so_does_a_body_that_nobody_waits_for(client: socket.socket) -> None:
    client.sendall(GET + b"Content-Length: 1000\r\n\r\n")
    assert client.recv(1_000).startswith(OK)
    assert PATIENCE * 0.9 < held(client, b"x" * 1_000) < 3


def test_a_body_that_is_waited_for_may_take_longer(client: socket.socket) -> None:
    client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n")
    for byte in b"yes":
        time.sleep(PATIENCE * 0.6)
        client.sendall(bytes([byte]))
    assert client.recv(1_000).startswith(OK)


def test_a_connection_may_be_idle_between_two_requests(client: socket.socket) -> None:
    for _ in range(2):
        client.sendall(GET + b"\r\n")
        answer = client.recv(1_000)
        while answer.startswith(OK) and not answer.endswith(b"yes"):  # head and body may come apart
            answer += client.recv(1_000)
        assert answer.startswith(OK)
        time.sleep(PATIENCE * 1.5)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="the kernel's bound is Linux's")
def test_a_client_that_reads_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_UNREAD", 0.5)
    with (
        listen("127.0.0.1", 0) as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as it,
    ):
        it.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                it.send(b"x" * 65_536)
        ended = select.poll()
        ended.register(it, select.POLLHUP)
        assert ended.poll(10_000)


def test_an_address_that_is_taken_is_wrong_usage() -> None:
    with listen("127.0.0.1", 0) as listener, pytest.raises(UsageError, match="cannot be listened on"):
        listen("127.0.0.1", listener.getsockname()[1])
