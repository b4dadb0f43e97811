"""How likely a pronoun stands for each of the mentions before it: a small network on the states of the encoder."""

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
ANTECEDENTS = "antecedents.npz"


class AntecedentScorer:
    """Two projections of states, and a layer over their product and the features of a pair; trained in `train/`."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        """`weights`: arrays named as the parameters of `train.antecedents.Network`."""
        self.weights = weights

    def __call__(self, pronoun: Floats, mentions: Floats, pairs: Floats, own: Floats) -> Floats:
        """The probability of each mention; what is missing to 1 is that the pronoun stands for none of them.

        `pronoun` (width) and `mentions` (a row each) are states of the encoder, `pairs` (a row each) and `own` the
        features of `onrecord.extract.antecedents`.
        """
        query = np.tanh(self._linear("query", pronoun))
        keys = np.tanh(self._linear("key", mentions))
        rows = np.concatenate([keys, keys * query, pairs, np.tile(np.concatenate([query, own]), (len(pairs), 1))], 1)
        none = self._linear("none_out", np.maximum(self._linear("none_in", np.concatenate([query, own])), 0))
        each = self._linear("pair_out", np.maximum(self._linear("pair_in", rows), 0))[:, 0]
        scores = np.exp(np.concatenate([none, each]) - max(none.max(), each.max()))
        found: Floats = (scores / scores.sum())[1:]
        return found

    def _linear(self, name: str, x: Floats) -> Floats:
        found: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return found


def load(folder: Path) -> AntecedentScorer:
    """The scorer whose weights lie in `folder`.

    Raises:
        FileNotFoundError: they are missing.
    """
    with np.load(folder / ANTECEDENTS) as weights:
        return AntecedentScorer({name: weights[name].astype(np.float32) for name in weights.files})


@cache
def shipped() -> AntecedentScorer:
    """The scorer that comes with the package, one for the process."""
    with as_file(files("onrecord.encoder") / "weights") as folder:
        return load(folder)
