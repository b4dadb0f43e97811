"""From a score for each word and tag to spans: the best sequence of tags that is well formed.

Tags are BIO over `kinds` kinds of span: 0 is O, 2k + 1 is B and 2k + 2 is I of kind k.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

TagSpan = tuple[int, int, int]  # first word, word after the last, kind


def softmax(scores: NDArray[np.float32], temperature: float = 1.0) -> NDArray[np.float64]:
    """Probabilities over the last axis, the same bits on every processor.

    Each step is one operation that IEEE 754 defines; `np.exp` is none, and the order of `np.sum` is not fixed. So
    e^x is (1 + y + y^2 / 2)^1024 for y = x / 1024: right to 1e-5 where it is above 0.01. Below e^-40 all is alike.
    """
    shifted = np.maximum((scores - scores.max(-1, keepdims=True)) / np.float64(temperature), -40.0)
    y = shifted / 1024
    exponentials: NDArray[np.float64] = 1 + y + y * y / 2
    for _ in range(10):
        exponentials *= exponentials
    return exponentials / np.add.accumulate(exponentials, axis=-1)[..., -1:]


def is_inside(tag: int) -> bool:
    """Whether the tag continues a span."""
    return tag > 0 and tag % 2 == 0


def follows(tag: int, before: int) -> bool:
    """Whether `tag` may stand after `before`: I only after B or I of its own kind."""
    return not is_inside(tag) or before in (tag, tag - 1)


def best_tags(scores: NDArray[np.float32], breaks: frozenset[int] = frozenset()) -> list[int]:
    """Viterbi: the well-formed tags with the highest sum of scores; no span runs across a word in `breaks`.

    What is added to all scores of a word changes nothing, so they need not be logarithms of probabilities. Of tags that
    score alike the first is taken. The best tag of each word alone is already the answer where it is well formed, which
    is the usual case.
    """
    greedy: list[int] = scores.argmax(-1).tolist()
    if all(follows(tag, 0 if i in breaks else before) for i, (before, tag) in enumerate(pairwise([0, *greedy]))):
        return greedy
    return _viterbi(scores.tolist(), breaks)


def _viterbi(scores: Sequence[Sequence[float]], breaks: frozenset[int]) -> list[int]:
    inside = range(2, len(scores[0]), 2)
    totals = [0.0] + [float("-inf")] * (len(scores[0]) - 1)
    trail: list[list[int]] = []
    for i, row in enumerate(scores):
        most = max(totals)
        origin = [totals.index(most)] * len(row)
        following = [most + score for score in row]
        for tag in inside:
            begun, inner = totals[tag - 1], totals[tag]
            origin[tag] = tag - 1 if begun >= inner else tag
            following[tag] = float("-inf") if i in breaks else max(begun, inner) + row[tag]
        totals = following
        trail.append(origin)
    path = [totals.index(max(totals))]
    for origin in reversed(trail[1:]):
        path.append(origin[path[-1]])
    return path[::-1]


def spans(tags: Sequence[int]) -> list[TagSpan]:
    """The spans of a well-formed sequence of tags."""
    found: list[TagSpan] = []
    for i, tag in enumerate(tags):
        if is_inside(tag):
            start, _, kind = found.pop()
            found.append((start, i + 1, kind))
        elif tag:
            found.append((i, i + 1, (tag - 1) // 2))
    return found
