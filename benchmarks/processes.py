"""What a run of the command line costs as a process of its own: CPU time, time by the clock, memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost."""

    cpu: float  # seconds, its own and its children's
    wall: float  # seconds
    memory: float  # MB at most


def cost(command: Sequence[object], most: int = 0) -> Cost:
    """Run a command; it may end with a status of at most `most`."""
    began = time.perf_counter()
    process = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not 0 <= process.returncode <= most:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def run(*arguments: object) -> Cost:
    """Run `onrecord ARGUMENTS`; status 1 says that something was refused, and counts as an answer."""
    return cost([sys.executable, "-m", "onrecord", *arguments], most=1)


def build(corpus: Path, store: Path, workers: int = 1) -> Cost:
    """Build a corpus into a store."""
    return run("build", corpus, "--store", store, "--workers", workers)


def tell(what: str, spent: Cost, more: str = "") -> None:
    """Print one line."""
    print(f"{what:34}{spent.cpu:9.2f} s CPU{spent.wall:9.2f} s{spent.memory:8.0f} MB  {more}", flush=True)
