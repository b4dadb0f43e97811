"""What a worker's process may not do. Each bound is for ever, so each is tried in a process of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bounds are Linux's")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_memory_is_bounded() -> None:
    assert "MemoryError" in run("""
from onrecord.serve.sandbox import bound_memory
bound_memory(64)
print(len(bytes(2**20)))
try:
    bytes(2**28)
except MemoryError as error:
    print(repr(error))
""")


def test_the_network_is_out_of_reach_even_for_a_query_that_was_not_checked() -> None:
    assert "Permission denied" in run("""
import pyoxigraph as ox
from onrecord.serve.sandbox import forbid_network
print(forbid_network())
try:
    list(ox.Store().query("SELECT * WHERE { SERVICE <http://127.0.0.1:8080/> { ?s ?p ?o } }"))
except OSError as error:
    print(error)
""")


def test_what_is_held_is_told() -> None:
    assert int(run("from onrecord.serve.sandbox import resident\nprint(resident())")) > 1
