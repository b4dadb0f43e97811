"""A fault of the program's while a query is answered: one line for who asked, the traceback for who runs the server."""

import subprocess
import sys
from pathlib import Path

import pytest

ASKED = """
import pathlib, pickle, socket, sys
from onrecord import logs
from onrecord.serve import frames, worker
from onrecord.serve.jobs import Answer

def planted(text):
    raise ZeroDivisionError("planted")

store, query, verbose = sys.argv[1:]
if verbose == "verbose":
    logs.verbose()
if query == "fault":
    worker.check_query = planted
ours, theirs = socket.socketpair()
ours.sendall(frames.frame(frames.Mark.JOB, pickle.dumps(Answer(query, "urn:x"))))
ours.shutdown(socket.SHUT_WR)
worker.main(theirs, pathlib.Path(store), 30.0, 1024)
print(frames.receive(ours).decode())
"""


def ask(store: Path, query: str, verbosity: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", ASKED, str(store), query, verbosity]
    return subprocess.run(command, capture_output=True, text=True, check=True)


@pytest.mark.parametrize("verbosity", ["", "verbose"])
def test_a_fault_is_one_line_for_who_asked_and_a_traceback_on_stderr(served_store: Path, verbosity: str) -> None:
    said = ask(served_store, "fault", verbosity)
    assert said.stdout == '{"status": 500, "why": "the query cannot be answered: planted"}\n'
    assert "Traceback (most recent call last)" in said.stderr and "in planted\n" in said.stderr


def test_a_query_that_is_at_fault_itself_leaves_no_traceback_unless_asked_for(served_store: Path) -> None:
    quiet, loud = ask(served_store, "SELECT nonsense"), ask(served_store, "SELECT nonsense", "verbose")
    assert '"status": 400' in quiet.stdout and quiet.stdout == loud.stdout
    assert quiet.stderr == "" and "QueryError" in loud.stderr
