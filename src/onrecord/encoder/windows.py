"""Windows over a long text: they overlap, so that every word is read with words on both sides of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Window = tuple[int, int]


def windows(count: int, borders: Sequence[int], size: int, overlap: int) -> list[Window]:
    """Cut `count` pieces into windows of at most `size`, each but the first starting inside the one before it.

    Windows end and begin at sentence borders where there is one near; elsewhere they are cut hard. About `overlap`
    pieces are read twice at each cut, so the number of windows is linear in the length of the text.
    """
    if not 0 < overlap < size // 2:
        raise ValueError(f"overlap {overlap} must be positive and less than half of the window size {size}")
    found: list[Window] = []
    start = 0
    while start + size < count:
        end = _border(borders, start + size, start + size - overlap)
        found.append((start, end))
        start = _border(borders, end - overlap // 2, end - overlap - overlap // 2)
    if start < count:
        found.append((start, count))
    return found


def _border(borders: Sequence[int], last: int, earliest: int) -> int:
    """The last border at or before `last`, or `last` where there is none after `earliest`."""
    place = bisect_right(borders, last) - 1
    return borders[place] if place >= bisect_left(borders, earliest + 1) else last


def blend(parts: Sequence[NDArray[np.float32]], places: Sequence[Window], count: int) -> NDArray[np.float32]:
    """One row a piece: the mean over the windows that hold it, weighted by its distance from their borders."""
    total = np.zeros((count, parts[0].shape[1]), np.float32)
    weights = np.zeros((count, 1), np.float32)
    for part, (start, end) in zip(parts, places, strict=True):
        steps = np.arange(end - start, dtype=np.float32)
        weight = np.minimum(steps, steps[::-1])[:, None] + 1
        total[start:end] += part * weight
        weights[start:end] += weight
    return total / weights


def home(piece: int, places: Sequence[Window]) -> int:
    """The index of the window in which a piece stands farthest from the borders."""
    holding = [i for i, (start, end) in enumerate(places) if start <= piece < end]
    return max(holding, key=lambda i: min(piece - places[i][0], places[i][1] - 1 - piece))
