"""A ranker of candidate days: gradient-boosted decision trees, fitted by `python -m train.days`.

The candidate with the highest score is chosen.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Self

from onrecord.extract.as_of.candidates import Candidate
from onrecord.extract.trees import Trees

_WEIGHTS = "weights.json"


class Ranker:
    """Scores of days by trees."""

    def __init__(self, features: Sequence[str], trees: Sequence[Mapping[str, Sequence[int]]]) -> None:
        self._trees = Trees(features, trees)
        self.features = self._trees.features

    @classmethod
    def read(cls, text: str) -> Self:
        """The ranker that a JSON text holds."""
        held = json.loads(text)
        return cls(held["features"], held["trees"])

    def scores(self, candidates: Sequence[Candidate]) -> list[int]:
        """The score of each candidate."""
        return self._trees.scores([candidate.features for candidate in candidates])

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
