"""A build that is killed, or has no room to write, keeps what it read; the next one reads what is missing."""

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from random import Random

import pytest
from spacy.language import Language

from onrecord.build import distribution
from onrecord.build.build import build
from onrecord.build.executors import InProcess
from onrecord.document import Document, View, view_of
from onrecord.errors import StoreError
from onrecord.extract import pipeline
from onrecord.graph import iri
from onrecord.store import Reader
from onrecord.values.configuration import Configuration
from onrecord.values.findings import Evidence, Findings, Form, Kind, Mention

CONFIGURATION = Configuration((), "cd" * 32)
SHARD = 2
FILLING = " And so on." * 40
NAMES = ("Dmytro Lemon", "Olena Cherry", "Karim Plum", "Vera Quince", "Ivan Lemon")


def found(text: str) -> Findings:
    """What stands in for extraction here: two capitalized words are a person."""
    words = (Evidence(m.start(), m.end(), m.group()) for m in re.finditer(r"[A-Z]\w+ [A-Z]\w+", text))
    mentions = tuple(Mention(where, Form.NAME, Kind.PERSON, where.exact) for where in words)
    return Findings(mentions=mentions, sentences=(Evidence(0, len(text), text),))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a line for each text that was read, by the stand-in above."""
    path = tmp_path / "read.log"
    path.touch()

    def find(_: Language, documents: Iterable[Document]) -> Iterator[tuple[View, Findings]]:
        for document in documents:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{document.text}\n")
            time.sleep(0.002)
            yield view_of(document), found(document.text)

    monkeypatch.setattr(pipeline, "load", lambda *_: None)
    monkeypatch.setattr(pipeline, "find", find)
    monkeypatch.setattr(distribution, "SHARD", SHARD)
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(24):
        one, other = NAMES[number % 5], NAMES[number * 7 % 4]
        (folder / f"{number:02}.txt").write_text(
            f"{one} met {other} for the {number}. time.{FILLING}", encoding="utf-8"
        )
    return folder


def run(store: Path, folder: Path, executor: Executor | None = None) -> None:
    build([str(folder)], store, CONFIGURATION, executor)


def graphs(store: Path) -> dict[str, frozenset[str]]:
    """The named graphs, each as the set of its triples; without the record of the runs."""
    reader = Reader(store)
    names = [g.value for g in reader.database.named_graphs() if g.value not in iri.TIMED_GRAPHS]
    return {name: frozenset(map(str, reader.triples(name))) for name in names}


def killed(store: Path, folder: Path, after: float) -> bool:
    """Build in another process that is killed after so many seconds; says whether it was still at work."""
    process = multiprocessing.get_context("fork").Process(target=run, args=(store, folder))
    process.start()
    process.join(after)
    if process.exitcode is None and process.pid is not None:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return process.exitcode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("seed", "kills"), [(1, 4), *(pytest.param(seed, 25, marks=pytest.mark.slow) for seed in range(2, 6))]
)
def test_killed_at_any_moment_a_build_goes_on_where_it_was(
    tmp_path: Path, articles: Path, log: Path, seed: int, kills: int
) -> None:
    random, store = Random(seed), tmp_path / "s"
    started = time.monotonic()
    run(tmp_path / "whole", articles)
    whole = time.monotonic() - started
    log.write_text("")
    stopped = sum(killed(store, articles, random.uniform(0, 1.2 * whole)) for _ in range(kills))
    run(store, articles)
    assert graphs(store) == graphs(tmp_path / "whole")
    times = [log.read_text("utf-8").count(path.read_text("utf-8")) for path in articles.iterdir()]
    assert min(times) == 1 and sum(times) <= len(times) + SHARD * stopped


def test_a_change_that_is_killed_leaves_the_finished_build_to_readers(
    tmp_path: Path, articles: Path, log: Path
) -> None:
    run(tmp_path / "s", articles)
    before = graphs(tmp_path / "s")
    for number in range(0, 24, 3):
        (articles / f"{number:02}.txt").write_text(f"Vera Plum met nobody, {number}.", encoding="utf-8")
    assert killed(tmp_path / "s", articles, 0.03)
    assert graphs(tmp_path / "s") == before
    run(tmp_path / "s", articles)
    run(tmp_path / "anew", articles)
    assert graphs(tmp_path / "s") == graphs(tmp_path / "anew")


class Breaks(InProcess):
    """An executor that fails at the third shard."""

    def __init__(self, error: Exception) -> None:
        self.shards, self.error = 0, error

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # the signature of Executor.submit
        self.shards += 1
        if self.shards != 3:
            return super().submit(fn, *args, **kwargs)
        lost: Future[object] = Future()
        lost.set_exception(self.error)
        return lost


def test_a_worker_that_is_lost_costs_its_shard_a_second_try(tmp_path: Path, articles: Path, log: Path) -> None:
    run(tmp_path / "s", articles, Breaks(BrokenExecutor("a process was terminated abruptly")))
    assert len(log.read_text("utf-8").splitlines()) == 24
    run(tmp_path / "whole", articles)
    assert graphs(tmp_path / "s") == graphs(tmp_path / "whole")


def test_what_was_read_before_a_build_ended_in_an_error_is_kept(tmp_path: Path, articles: Path, log: Path) -> None:
    with pytest.raises(RuntimeError):
        run(tmp_path / "s", articles, Breaks(RuntimeError("no such module")))
    assert len(log.read_text("utf-8").splitlines()) == 2 * SHARD
    run(tmp_path / "s", articles)
    assert len(log.read_text("utf-8").splitlines()) == 24
    run(tmp_path / "whole", articles)
    assert graphs(tmp_path / "s") == graphs(tmp_path / "whole")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize(("room", "least"), [(150_000, 0), (700_000, 4), (2_000_000, 18)])  # bytes; articles kept
def test_a_full_disk_is_told_in_one_line_and_the_next_build_goes_on(
    tmp_path: Path, articles: Path, log: Path, small_disk: Path, room: int, least: int
) -> None:
    store, ballast = small_disk / "s", small_disk / "ballast"
    run(store, articles / "00.txt")
    before = graphs(store)
    log.write_text("")
    ballast.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - room))
    with pytest.raises(StoreError) as stopped:
        run(store, articles)
    assert str(stopped.value).startswith(f"{store}: ") and "\n" not in str(stopped.value)
    assert str(stopped.value).endswith("the disk is full: make room and build again, what was read is kept")
    assert graphs(store) == before
    log.write_text("")
    ballast.unlink()
    run(store, articles)
    assert len(log.read_text("utf-8").splitlines()) <= 23 - least
    run(tmp_path / "whole", articles)
    assert graphs(store) == graphs(tmp_path / "whole")
