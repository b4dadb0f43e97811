"""What becomes of workers: queries that never end or want all memory, clients that go, workers that die, new builds."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from rdflib.namespace import RDF
from servers import ENDLESS, ENDLESS_ROWS, Server, descendants, gone, served, soon
from stores import write_store

from onrecord.graph.rdflib_terms import ONR
from onrecord.store import Writer

pytestmark = pytest.mark.slow  # servers are started, builds and limits waited for

HUNGRY = """SELECT (COUNT(DISTINCT ?all) AS ?n) WHERE {
    ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . BIND (CONCAT(STR(?a), STR(?c), STR(?d), STR(?f), STR(?g), STR(?i)) AS ?all)
}"""
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/onrecord/ns#Figure> }"


@pytest.fixture(scope="module")
def hurried(served_store: Path) -> Iterator[Server]:
    """A server that gives a query two seconds."""
    with served(served_store, "--workers", "2", "--timeout", "2") as server:
        yield server


def raw(server: Server, path: str, version: str = "1.1") -> socket.socket:
    """A connection that a request was just sent over."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=20)
    connection.sendall(f"GET {path} HTTP/{version}\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
    return connection


def cpu(process: int) -> int:
    """Clock ticks that a process has used; none where it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def busy(server: Server) -> set[int]:
    """The processes that compute."""
    before = {process: cpu(process) for process in server.processes()}
    time.sleep(0.3)
    return {process for process, ticks in before.items() if cpu(process) - ticks > 1}


# Time and memory -----------------------------------------------------------------------------------------------------


def test_a_query_past_its_time_is_ended_and_says_so(hurried: Server) -> None:
    started = time.monotonic()
    answer = hurried.ask(ENDLESS)
    assert answer.status_code == 503
    assert "stopped after 2 s" in answer.text
    assert 1.5 < time.monotonic() - started < 8
    assert soon(lambda: not busy(hurried))


def test_others_go_on_meanwhile(hurried: Server) -> None:
    slow = threading.Thread(target=hurried.ask, args=(ENDLESS,))
    slow.start()
    time.sleep(0.2)
    while slow.is_alive():
        started = time.monotonic()
        assert hurried.ask(COUNT).status_code == 200
        assert time.monotonic() - started < 1.5
    slow.join()


def test_a_query_that_wants_all_memory_is_ended(served_store: Path) -> None:
    with served(served_store, "--workers", "1", "--timeout", "30", "--memory", "64") as server:
        answer = server.ask(HUNGRY)
        assert answer.status_code == 503
        assert "memory" in answer.text
        assert server.ask(COUNT).status_code == 200


def test_workers_that_were_ended_are_replaced(hurried: Server) -> None:
    for _ in range(3):
        assert hurried.ask(ENDLESS).status_code == 503
    assert {hurried.ask(COUNT).status_code for _ in range(10)} == {200}
    time.sleep(0.5)
    assert len(hurried.processes()) == 1 + 2 + 2  # the server, its two helpers that start processes, two workers


# Answers that break off ----------------------------------------------------------------------------------------------


def test_an_answer_that_breaks_off_is_no_whole_answer(hurried: Server) -> None:
    with httpx.Client(timeout=30) as client, pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
        client.get(f"{hurried.url}/sparql", params={"query": ENDLESS_ROWS})


def test_curl_sees_that_it_broke_off(hurried: Server) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    command = ["curl", "--silent", "--get", f"{hurried.url}/sparql", "--data-urlencode", f"query={ENDLESS_ROWS}"]
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 18  # partial file


def test_http_1_0_cannot_tell_so_it_gets_no_part(hurried: Server) -> None:
    with raw(hurried, f"/sparql?query={quote(ENDLESS_ROWS)}", "1.0") as connection:
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert answer.status in (503, 505)


def test_http_1_0_gets_what_is_whole(hurried: Server) -> None:
    with raw(hurried, f"/sparql?query={quote(COUNT)}", "1.0") as connection:
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert (answer.status, b'"8"' in answer.read()) == (200, True)


def test_a_long_answer_is_streamed(server: Server) -> None:
    query = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 30000"
    with (
        httpx.Client(timeout=60) as client,
        client.stream("GET", f"{server.url}/sparql", params={"query": query}) as it,
    ):
        assert it.status_code == 200
        assert it.headers.get("transfer-encoding") == "chunked"
        content = it.read()
    assert content.count(b'"a":') == 30_000


# Clients that leave, and clients that want too much ------------------------------------------------------------------


def test_a_client_that_leaves_takes_its_query_with_it(server: Server) -> None:
    with raw(server, f"/sparql?query={quote(ENDLESS)}"):
        assert soon(lambda: busy(server))
    assert soon(lambda: not busy(server), within=5)  # long before its time is up


def test_a_client_that_reads_nothing_holds_no_worker_for_ever(hurried: Server) -> None:
    with raw(hurried, f"/sparql?query={quote(ENDLESS_ROWS)}"):
        assert soon(lambda: busy(hurried))
        assert soon(lambda: not busy(hurried))
        assert hurried.ask(COUNT).status_code == 200


def test_a_client_with_too_many_queries_is_told_to_wait(served_store: Path) -> None:
    with served(served_store, "--workers", "2", "--timeout", "5", "--client-queries", "3") as server:
        with contextlib.ExitStack() as open_requests:
            for _ in range(3):
                open_requests.enter_context(raw(server, f"/sparql?query={quote(ENDLESS)}"))
            assert soon(lambda: server.ask(COUNT).status_code == 429, within=3)
            assert int(server.ask(COUNT).headers["retry-after"]) > 0
        assert soon(lambda: server.ask(COUNT).status_code == 200, within=3)


# Workers that die, and the server's own end --------------------------------------------------------------------------


def workers(server: Server) -> set[int]:
    """The workers: those of the server's processes that it did not start itself."""
    own = {server.process.pid, parent(server.process.pid)}
    return {process for process in server.processes() if parent(process) not in own}


def parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[1])


def test_workers_that_die_idle_are_not_noticed(server: Server) -> None:
    for worker in workers(server):
        os.kill(worker, signal.SIGKILL)
    time.sleep(0.2)
    assert {server.ask(COUNT).status_code for _ in range(4)} == {200}


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_behind(served_store: Path, way: signal.Signals) -> None:
    with (
        served(served_store, "--workers", "2", "--timeout", "5") as server,
        raw(server, f"/sparql?query={quote(ENDLESS)}"),
    ):
        time.sleep(0.3)
        processes = server.processes()
        assert len(processes) > 3
        server.process.send_signal(way)
        server.process.wait(timeout=15)
        assert gone(processes - {server.process.pid}, within=10)


def test_a_port_that_is_taken_is_said_in_one_line(server: Server, served_store: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", "--store", str(served_store), "--port", str(server.port)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert run.returncode == 2
    assert "cannot be listened on" in run.stderr
    assert "Traceback" not in run.stderr


# New builds ----------------------------------------------------------------------------------------------------------


def test_new_builds_are_picked_up_and_no_request_fails(tmp_path: Path) -> None:
    store = write_store(tmp_path / "store", articles=2)
    failures: list[str] = []
    with served(store, "--workers", "2") as server:
        stop = threading.Event()

        def ask_on() -> None:
            with httpx.Client(timeout=30) as client:
                while not stop.is_set():
                    answer = client.get(f"{server.url}/sparql", params={"query": COUNT})
                    if answer.status_code != 200:
                        failures.append(answer.text)

        asking = [threading.Thread(target=ask_on) for _ in range(3)]
        for thread in asking:
            thread.start()
        for number in range(6):
            writer = Writer(store)
            writer.add_to_graph(f"urn:graph:{number}", f"<urn:{number}> <{RDF.type}> <{ONR.Figure}> .")
            writer.commit()
            writer.close()
            assert f'"{3 + number}"' in server.ask(COUNT).text
        stop.set()
        for thread in asking:
            thread.join()
    assert failures == []
    assert not descendants(server.process.pid) - {server.process.pid}
