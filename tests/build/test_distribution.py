"""Shards given out and taken back: any executor, any order, and a worker that dies costs only what kills it."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import lethal
from onrecord.build import distribution
from onrecord.build.distribution import distribute
from onrecord.build.executors import InProcess, Restarting, cluster
from onrecord.build.results import Outcome
from onrecord.errors import OnrecordError
from onrecord.sources.article import Article


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distribution, "SHARD", 4)


def corpus(*texts: str) -> list[Article]:
    return [Article(f"{number}.txt", text) for number, text in enumerate(texts)]


def read(articles: list[Article], executor: Executor) -> dict[str, Outcome]:
    outcomes = [outcome for shard in distribute(articles, executor, lethal.read) for outcome in shard]
    assert len(outcomes) == len(articles), "each article once"
    return {outcome.article.source: outcome for outcome in outcomes}


def pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("executor", [InProcess(), ThreadPoolExecutor(3)], ids=["in process", "threads"])
def test_every_article_is_read_once(executor: Executor) -> None:
    articles = corpus(*(f"text {number}" for number in range(50)))
    outcomes = read(articles, executor)
    assert {source: str(outcome.graph) for source, outcome in outcomes.items()} == {
        a.source: f"{a.text}\n" for a in articles
    }


def test_nothing_is_nothing() -> None:
    assert read([], InProcess()) == {}


def test_only_so_many_shards_are_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distribution, "_IN_FLIGHT", 2)
    given: list[str] = []

    def source() -> Iterator[Article]:
        for article in corpus(*"abcdefghijklmnopqrstuvwxyz"):
            given.append(article.source)
            yield article

    outcomes = distribute(source(), InProcess(), lethal.read)
    next(outcomes)
    assert len(given) <= 2 * 4


def test_a_fault_of_the_work_is_not_hidden() -> None:
    def faulty(_: list[Article]) -> list[Outcome]:
        raise RuntimeError("no disk")

    with pytest.raises(RuntimeError, match="no disk"):
        list(distribute(corpus("a"), InProcess(), faulty))


class Fragile(Executor):
    """Breaks for good where a shard holds 'kill', as a pool of processes does."""

    broken = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        if self.broken:
            raise BrokenExecutor("broken before")
        self.broken = any(article.text == "kill" for article in args[0])
        if self.broken:
            return InProcess().submit(_breaks)
        return InProcess().submit(fn, *args, **kwargs)


def _breaks() -> None:
    raise BrokenExecutor("a process died")


@pytest.mark.parametrize("place", [0, 3, 6, 9])
def test_the_article_that_always_kills_its_worker_is_refused_alone(place: int) -> None:
    texts = [f"text {number}" for number in range(10)]
    texts[place] = "kill"
    outcomes = read(corpus(*texts), Restarting(Fragile))
    assert [source for source, outcome in outcomes.items() if outcome.error] == [f"{place}.txt"]
    assert "leave it out" in outcomes[f"{place}.txt"].error


def test_two_that_kill_are_two_that_are_refused() -> None:
    outcomes = read(corpus("a", "kill", "b", "kill", "c", "d"), Restarting(Fragile))
    assert sorted(source for source, outcome in outcomes.items() if outcome.error) == ["1.txt", "3.txt"]


@pytest.mark.slow
def test_a_pool_of_processes_goes_on_after_one_was_killed(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(40)]
    texts[7], texts[21] = "kill", f"kill once {tmp_path / 'mark'}"
    with Restarting(pool) as executor:
        outcomes = read(corpus(*texts), executor)
    assert [source for source, outcome in outcomes.items() if outcome.error] == ["7.txt"]
    assert (tmp_path / "mark").exists(), "and the one that was killed once was read the second time"


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'onrecord[dask]'")
    with distributed.LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as running:
        yield running.scheduler_address


@pytest.mark.slow
def test_a_cluster_gives_a_dead_workers_shard_to_another(scheduler: str, tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(40)]
    texts[21] = f"kill once {tmp_path / 'mark'}"
    with cluster(scheduler) as executor:
        outcomes = read(corpus(*texts), executor)
    assert not [outcome for outcome in outcomes.values() if outcome.error]
    assert (tmp_path / "mark").exists()


@pytest.mark.slow
def test_a_cluster_reads_all_but_the_article_that_kills_every_worker(scheduler: str) -> None:
    texts = [f"text {number}" for number in range(20)]
    texts[13] = "kill"
    with cluster(scheduler) as executor:
        outcomes = read(corpus(*texts), executor)
    assert [source for source, outcome in outcomes.items() if outcome.error] == ["13.txt"]


def test_a_scheduler_that_is_not_there_is_told() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(OnrecordError, match=r"nothing\.json: no Dask scheduler answers there"), cluster("nothing.json"):
        pass
