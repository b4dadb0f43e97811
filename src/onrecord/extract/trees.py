"""Gradient-boosted decision trees as arrays of whole numbers, so that the same text is scored alike everywhere.

Each tree asks features of a candidate for thresholds down to a leaf, whose score it adds.
"""

from collections.abc import Mapping, Sequence

import numpy as np


class Trees:
    """Trees as arrays: of each node the feature it asks, the threshold, and the nodes below; of a leaf the score."""

    def __init__(self, features: Sequence[str], trees: Sequence[Mapping[str, Sequence[int]]]) -> None:
        self.features = tuple(features)
        starts = np.cumsum([0, *(len(tree["score"]) for tree in trees)])
        self._roots = starts[:-1]

        def joined(key: str, shift: bool = False) -> np.ndarray:
            return np.concatenate(
                [np.asarray(t[key]) + (s if shift else 0) for t, s in zip(trees, starts, strict=False)]
            )

        self._feature, self._threshold, self._score = joined("feature"), joined("threshold"), joined("score")
        low, high = joined("low", shift=True), joined("high", shift=True)  # a leaf points to itself
        self._below = np.stack([low, high], axis=1).ravel()

    def scores(self, candidates: Sequence[Mapping[str, int]]) -> list[int]:
        """The score of each candidate by its features."""
        asked = np.array([[features[name] for name in self.features] for features in candidates])
        first = np.arange(len(candidates))[:, None] * len(self.features)
        nodes = np.tile(self._roots, (len(candidates), 1))
        while True:
            above = asked.take(first + self._feature.take(nodes)) > self._threshold.take(nodes)
            below = self._below.take(2 * nodes + above)
            if np.array_equal(below, nodes):
                break
            nodes = below
        return [int(score) for score in self._score.take(nodes).sum(axis=1)]
