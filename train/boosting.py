"""Gradient-boosted decision trees that rank candidates, in whole numbers; needs LightGBM.

The loss is the cross-entropy of a softmax over the candidates of a choice.
"""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

FOLDS = 5
UNIT = 1000  # scores are whole numbers of this part
TREES, RATE = 150, 0.06

Nodes = dict[str, list[int]]  # a tree as arrays, in the order in which its nodes are met


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates by their features, and which of them are right."""

    candidates: Sequence[Mapping[str, int]]
    right: Sequence[bool]


def fold_of(article: str) -> int:
    """In which fold the article is held out."""
    return zlib.crc32(article.encode()) % FOLDS


def fitted(choices: Sequence[Choice], names: Sequence[str], leaves: int, rising: Collection[str] = ()) -> list[Nodes]:
    """Trees fitted to the choices; the score never falls where one of the features `rising` rises."""
    features = np.array([[c[name] for name in names] for choice in choices for c in choice.candidates], float)
    groups = np.array([i for i, choice in enumerate(choices) for _ in choice.candidates])
    right = np.array([right for choice in choices for right in choice.right])
    count = groups.max() + 1
    known = np.bincount(groups, right, count)[groups] > 0  # no candidate is right: nothing to learn

    def gradients(scores: np.ndarray, _: Any) -> tuple[np.ndarray, np.ndarray]:
        powers = np.exp(scores - scores.max())
        chance = powers / np.bincount(groups, powers, count)[groups]
        among = np.bincount(groups, powers * right, count)[groups]
        wanted = np.where(right, powers / np.maximum(among, 1e-30), 0)
        return (chance - wanted) * known, np.maximum(chance * (1 - chance), 1e-3) * known

    chosen = {
        "objective": gradients, "num_leaves": leaves, "learning_rate": RATE, "lambda_l2": 2.0,
        "min_sum_hessian_in_leaf": 2.0, "min_data_in_leaf": 20, "bagging_fraction": 0.7, "bagging_freq": 1,
        "feature_fraction": 0.7, "max_bin": 127, "verbose": -1, "num_threads": 1, "deterministic": True, "seed": 0,
    }  # fmt: skip
    if rising:
        chosen["monotone_constraints"] = [int(name in rising) for name in names]
    model = lightgbm.train(chosen, lightgbm.Dataset(features, label=right.astype(float)), num_boost_round=TREES)
    return [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _nodes(root: Mapping[str, Any]) -> Nodes:
    held: Nodes = {key: [] for key in ("feature", "threshold", "low", "high", "score")}

    def add(node: Mapping[str, Any]) -> int:
        at = len(held["score"])
        leaf = "leaf_value" in node
        held["feature"].append(0 if leaf else node["split_feature"])
        held["threshold"].append(0 if leaf else int(np.floor(node["threshold"])))
        held["score"].append(round(UNIT * node["leaf_value"]) if leaf else 0)
        held["low"].append(at)
        held["high"].append(at)
        if leaf:
            return at
        held["low"][at] = add(node["left_child"])
        held["high"][at] = add(node["right_child"])
        return at

    add(root)
    return held


def shares(outcomes: Iterable[tuple[str, Sequence[bool]]]) -> Mapping[str, tuple[int, list[float]]]:
    """By corpus, how many outcomes there are, and how often each way to decide is right."""
    found: dict[str, list[Sequence[bool]]] = {}
    for corpus, ways in outcomes:
        found.setdefault(corpus, []).append(ways)
    return {
        corpus: (len(rows), [sum(way) / len(rows) for way in zip(*rows, strict=True)]) for corpus, rows in found.items()
    }
