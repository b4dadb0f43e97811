"""Thirty-two clients over the named queries and pages, alone and among bad ones. Loopback only, about a minute."""

import contextlib
import http.client
import itertools
import multiprocessing
import random
import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from servers import ENDLESS, ENDLESS_ROWS, Server, gone, served
from stores import write_store

from onrecord.answers.ask import named_queries

CLIENTS = 32
FIGURE = """SELECT ?figure ?article WHERE { GRAPH ?article { ?figure a <https://w3id.org/onrecord/ns#Figure> } }
    ORDER BY ?figure LIMIT 1"""
SECONDS = 8.0  # of each phase
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
pytestmark = pytest.mark.slow


@dataclass
class Outcome:
    """What became of the good clients' requests."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seconds, n=20)[-1]


def connection(port: int, client: int) -> http.client.HTTPConnection:
    """Each client comes from an address of its own, as in life."""
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(f"127.0.1.{client}", 0))


# Good clients --------------------------------------------------------------------------------------------------------


Wanted = list[tuple[str, str, str]]  # method, path and body of each request


def wanted(server: Server) -> Wanted:
    """What good clients ask for: the named queries and pages of every kind that people read."""
    queries = [("POST", "/sparql", urlencode({"query": query.text})) for query in named_queries().values()]
    rows = server.ask(FIGURE).json()
    (row,) = rows["results"]["bindings"]
    figure, article = (quote(row[name]["value"], safe="") for name in ("figure", "article"))
    pages = ["/", "/search?q=children", "/figures", f"/article?iri={article}", f"/node?iri={figure}"]
    return [*queries, *(("GET", page, "") for page in pages)]


def ask_on(port: int, requests: Wanted, client: int, until: float, outcome: Outcome) -> None:
    with contextlib.closing(connection(port, client)) as server:
        for number, request in enumerate(itertools.islice(itertools.cycle(requests), client, None)):
            # Each asks for another form of the same answer, so that none is kept from before.
            headers = {**FORM, "Accept": f"application/sparql-results+json, text/csv;q=0.{client}{number:05}"}
            if time.monotonic() > until:
                return
            started = time.monotonic()
            try:
                server.request(*request, headers)
                answer = server.getresponse()
                content = answer.read()
            except (OSError, http.client.HTTPException) as error:
                outcome.failures.append(repr(error))
                continue
            outcome.seconds.append(time.monotonic() - started)
            if answer.status != 200 or not content.rstrip().endswith((b"}", b"</html>")):
                outcome.failures.append(f"{answer.status} {content[-200:]!r}")


def good_clients(port: int, requests: Wanted, outcome: Outcome) -> None:
    until = time.monotonic() + SECONDS
    clients = [threading.Thread(target=ask_on, args=(port, requests, n + 1, until, outcome)) for n in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()


# Bad ones ------------------------------------------------------------------------------------------------------------


def never_ending(port: int) -> None:
    with contextlib.closing(connection(port, 101)) as server:
        server.request("POST", "/sparql", urlencode({"query": ENDLESS}), FORM)
        assert server.getresponse().read()


def leaving(port: int) -> None:
    with contextlib.closing(connection(port, 102)) as server:
        server.request("GET", f"/sparql?query={quote(ENDLESS_ROWS)}")
        server.getresponse().read(200_000)


def too_much(port: int) -> None:
    with contextlib.closing(connection(port, 103)) as server:
        server.request("POST", "/sparql", b"#" * 50_000_000, {"Content-Type": "application/sparql-query"})
        assert server.getresponse().status == 413


def garbage(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5, source_address=("127.0.1.104", 0)) as server:
        server.sendall(random.randbytes(2_000))
        server.recv(1_000)


def bad_clients(port: int) -> None:
    """Keep the server busy until this process is ended."""

    def again(what: Callable[[int], None]) -> None:
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                what(port)
            time.sleep(0.05)

    threads = [threading.Thread(target=again, args=(what,)) for what in (never_ending, leaving, too_much, garbage)]
    for thread in threads:
        thread.start()


@contextlib.contextmanager
def among_bad_clients(port: int) -> Iterator[None]:
    process = multiprocessing.get_context("spawn").Process(target=bad_clients, args=(port,), daemon=True)
    process.start()
    time.sleep(1)
    try:
        yield
    finally:
        process.kill()
        process.join()


# The measurement -----------------------------------------------------------------------------------------------------


def resident(server: Server) -> int:
    """MiB that the server and its workers hold together."""
    pages = 0
    for process in server.processes():
        with contextlib.suppress(OSError):
            pages += int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * 4096 // 2**20


def test_good_clients_hardly_notice_bad_ones(tmp_path: Path) -> None:
    store = write_store(tmp_path / "store", articles=20)
    alone, among = Outcome(), Outcome()
    with served(store, "--timeout", "5") as server:
        requests = wanted(server)
        good_clients(server.port, requests, Outcome())  # to warm up
        held = []
        for _ in range(2):  # in turn, so that whatever else the machine does slows both
            good_clients(server.port, requests, alone)
            with among_bad_clients(server.port):
                good_clients(server.port, requests, among)
            time.sleep(6)  # the last query that never ends has ended
            held.append(resident(server))
        processes = server.processes()
    assert gone(processes)
    print(  # noqa: T201
        f"\n{len(alone.seconds)} requests alone, p95 {alone.p95:.3f} s; {len(among.seconds)} among bad clients, "
        f"p95 {among.p95:.3f} s; ratio {among.p95 / alone.p95:.2f}; memory {held} MiB; {len(processes)} processes"
    )
    assert alone.failures == among.failures == []
    assert among.p95 <= 2.5 * alone.p95
    assert held[-1] <= held[0] * 1.2 + 20
    assert len(processes) <= 1 + 2 + 2 * 4
