"""A ranker of candidate days: gradient-boosted decision trees, fitted by `python -m train.days`.

Each tree asks features of a candidate for thresholds down to a leaf, whose score it adds; the candidate with the
highest sum is chosen. Scores are whole numbers, so that the same text gives the same day on every processor.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Self

import numpy as np

from onrecord.extract.as_of.candidates import Candidate

_WEIGHTS = "weights.json"


class Ranker:
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
        self._low, self._high = joined("low", shift=True), joined("high", shift=True)  # a leaf points to itself

    @classmethod
    def read(cls, text: str) -> Self:
        """The ranker that a JSON text holds."""
        held = json.loads(text)
        return cls(held["features"], held["trees"])

    def scores(self, candidates: Sequence[Candidate]) -> list[int]:
        """The score of each candidate."""
        asked = np.array([[c.features[name] for name in self.features] for c in candidates])
        rows = np.arange(len(candidates))[:, None]
        nodes = np.broadcast_to(self._roots, (len(candidates), len(self._roots)))
        while True:
            low = asked[rows, self._feature[nodes]] <= self._threshold[nodes]
            below = np.where(low, self._low[nodes], self._high[nodes])
            if np.array_equal(below, nodes):
                break
            nodes = below
        return [int(score) for score in self._score[nodes].sum(axis=1)]

    def best(self, candidates: Sequence[Candidate]) -> Candidate:
        """The candidate with the highest score, of those alike the first."""
        scores = self.scores(candidates)
        return candidates[scores.index(max(scores))]


@lru_cache(maxsize=1)
def fitted() -> Ranker:
    """The ranker of this package."""
    return Ranker.read((files(__package__) / _WEIGHTS).read_text(encoding="utf-8"))
