"""A ranker of candidate days: gradient-boosted decision trees, fitted by `python -m train.days`.

Each tree asks features of a candidate for thresholds down to a leaf, whose score it adds; the candidate with the
highest sum is chosen. Scores are whole numbers, so that the same text gives the same day on every processor.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
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
        low, high = joined("low", shift=True), joined("high", shift=True)  # a leaf points to itself
        self._below = np.stack([low, high], axis=1).ravel()

    @classmethod
    def read(cls, text: str) -> Self:
        """The ranker that a JSON text holds."""
        held = json.loads(text)
        return cls(held["features"], held["trees"])

    def scores(self, candidates: Sequence[Candidate]) -> list[int]:
        """The score of each candidate."""
        asked = np.array([[c.features[name] for name in self.features] for c in candidates])
        first = np.arange(len(candidates))[:, None] * len(self.features)
        nodes = np.tile(self._roots, (len(candidates), 1))
        while True:
            above = asked.take(first + self._feature.take(nodes)) > self._threshold.take(nodes)
            below = self._below.take(2 * nodes + above)
            if np.array_equal(below, nodes):
                break
            nodes = below
        return [int(score) for score in self._score.take(nodes).sum(axis=1)]

    def best(self, choices: Sequence[Sequence[Candidate]], groups: Sequence[Hashable]) -> list[str]:
        """Of each choice the day with the highest score, summed over its group; of those alike the first."""
        scores = iter(self.scores([candidate for choice in choices for candidate in choice]))
        sums: dict[Hashable, dict[str, int]] = defaultdict(dict)
        for choice, group in zip(choices, groups, strict=True):
            of_choice: dict[str, int] = {}
            for candidate, score in zip(choice, scores, strict=False):
                of_choice[candidate.day] = max(score, of_choice.get(candidate.day, score))
            for day, score in of_choice.items():
                sums[group][day] = sums[group].get(day, 0) + score
        days = {group: max(told, key=lambda day: told[day]) for group, told in sums.items()}
        return [days[group] for group in groups]


@lru_cache(maxsize=1)
def fitted() -> Ranker:
    """The ranker of this package."""
    return Ranker.read((files(__package__) / _WEIGHTS).read_text(encoding="utf-8"))
