"""The scorer of antecedents: shares of one whole, and the shipped one on plain cases."""

from collections.abc import Sequence

import numpy as np
import pytest

from onrecord.encoder.antecedents import AntecedentScorer
from onrecord.encoder.spans import States
from onrecord.extract import pipeline
from onrecord.values.findings import Form

SIZES = {"query": (3, 4), "key": (3, 4), "pair_in": (6, 13), "pair_out": (1, 6), "none_in": (5, 5), "none_out": (1, 5)}


def scorer(seed: int = 1) -> AntecedentScorer:
    rng = np.random.default_rng(seed)
    return AntecedentScorer(
        {
            f"{name}.{part}": rng.normal(size=size if part == "weight" else size[:1]).astype(np.float32)
            for name, size in SIZES.items()
            for part in ("weight", "bias")
        }
    )


def test_shares_of_one_whole_whatever_the_order() -> None:
    rng = np.random.default_rng(2)
    pronoun, mentions, pairs, own = (rng.normal(size=s).astype(np.float32) for s in ((4,), (5, 4), (5, 2), (2,)))
    found = scorer()(pronoun, mentions, pairs, own)
    assert found.shape == (5,) and (found > 0).all() and found.sum() < 1
    assert np.allclose(scorer()(pronoun, mentions[::-1], pairs[::-1], own), found[::-1], atol=1e-6)


@pytest.mark.parametrize(("place", "rows"), [((0, 4), [0]), ((2, 7), [0, 1]), ((5, 15), [1, 2]), ((9, 10), [2])])
def test_the_state_of_a_stretch_is_the_mean_of_its_words(place: tuple[int, int], rows: Sequence[int]) -> None:
    states = States(((0, 4), (5, 9), (10, 15)), np.arange(6, dtype=np.float16).reshape(3, 2))
    assert np.allclose(states.of(*place), states.rows[rows].mean(0))


PLAIN = [
    ("Olha Benn met the press on Friday. She said that the children were safe.", "She", "Olha Benn"),
    ("Ivan Rask, a lawyer, spoke to Olha Benn. He thanked her for coming.", "He", "Ivan Rask"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "pronoun", "name"), PLAIN)
def test_the_shipped_one_on_plain_cases(text: str, pronoun: str, name: str) -> None:
    (findings,) = pipeline.find(pipeline.load(), [(text, None)])
    likely = {a.pronoun.exact: max(a.candidates, key=lambda c: c[1]) for a in findings.antecedents}
    assert likely[pronoun][0].exact == name and likely[pronoun][1] > 0.5
    assert {a.pronoun for a in findings.antecedents} <= {
        m.evidence for m in findings.mentions if m.form is Form.PRONOUN
    }
