"""Trees of whole numbers, written by hand."""

import pytest

from onrecord.extract.trees import Trees

NEAR = {"feature": [0, 0, 0], "threshold": [1, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "score": [0, 30, -5]}
PAST = {"feature": [1, 0, 0], "threshold": [0, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "score": [0, 0, 10]}
LEAF = {"feature": [0], "threshold": [0], "low": [0], "high": [0], "score": [7]}


@pytest.mark.parametrize(("sentences", "past", "score"), [(0, 0, 37), (1, 1, 47), (2, 0, 2), (9, 1, 12)])
def test_a_score_is_the_sum_of_the_leaves_that_the_features_lead_to(sentences: int, past: int, score: int) -> None:
    trees = Trees(["sentences", "past"], [NEAR, PAST, LEAF])
    assert trees.scores([{"sentences": sentences, "past": past, "unasked": 1}]) == [score]
