"""Articles are given out in shards to whatever executor there is, and taken back in any order.

Where a worker dies, nobody knows which of the shards under way killed it: each is tried again alone, and one that kills
again is taken apart, until the article that always kills its worker stands alone, is refused, and the rest is read.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import TypeAlias

from onrecord.build.results import Outcome
from onrecord.sources.article import Article

SHARD = 32  # articles a task: long enough to pay for the hand-over, short enough to share out evenly
_IN_FLIGHT = 8  # shards given out and not yet taken back, so that memory does not grow with the corpus
_KILLER = "its reading was ended from outside each time, most likely for memory: split the article, or leave it out"

_logger = logging.getLogger(__name__)
_Work: TypeAlias = Callable[[list[Article]], list[Outcome]]


def distribute(articles: Iterable[Article], executor: Executor, work: _Work) -> Iterator[list[Outcome]]:
    """The outcomes of the articles, shard by shard as they are done."""
    source = iter(articles)
    under_way: dict[Future[list[Outcome]], list[Article]] = {}
    lost: list[list[Article]] = []
    while True:
        while lost and not under_way:
            yield from _alone(lost.pop(), executor, work)
        while not lost and len(under_way) < _IN_FLIGHT and (shard := list(islice(source, SHARD))):
            _logger.debug("%d articles are given out to be read", len(shard))
            try:
                under_way[executor.submit(work, shard)] = shard
            except BrokenExecutor:
                lost.append(shard)
            yield from _taken_back(under_way, lost, timeout=0)
        if not under_way and not lost:
            return
        yield from _taken_back(under_way, lost, timeout=None)


def _taken_back(
    under_way: dict[Future[list[Outcome]], list[Article]], lost: list[list[Article]], timeout: float | None
) -> Iterator[list[Outcome]]:
    """The outcomes of the shards that are done; those whose worker died go to `lost`."""
    for future in wait(under_way, timeout, return_when=FIRST_COMPLETED).done:
        shard = under_way.pop(future)
        try:
            yield future.result()
        except BrokenExecutor:
            _logger.warning("a worker died: %d articles are read again", len(shard))
            lost.append(shard)


def _alone(shard: list[Article], executor: Executor, work: _Work) -> Iterator[list[Outcome]]:
    """The outcomes of one shard while nothing else is under way, in smaller parts where it kills its worker."""
    try:
        yield executor.submit(work, shard).result()
    except BrokenExecutor:
        if len(shard) == 1:
            yield [Outcome(shard[0], error=_KILLER)]
            return
        half = len(shard) // 2
        for part in (shard[:half], shard[half:]):
            yield from _alone(part, executor, work)
