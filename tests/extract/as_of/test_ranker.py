"""The ranker of candidate days, with trees written by hand."""

import json

from onrecord.extract.as_of.candidates import Candidate
from onrecord.extract.as_of.ranker import Ranker, fitted

NEAR = {"feature": [0, 0, 0], "threshold": [1, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "score": [0, 30, -5]}
PAST = {"feature": [1, 0, 0], "threshold": [0, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "score": [0, 0, 10]}
NAMES = ["sentences", "past"]


def candidate(day: str, sentences: int, past: int) -> Candidate:
    return Candidate(day, {"sentences": sentences, "past": past, "unasked": 1})


def test_the_highest_score_is_the_best_and_of_equals_the_first() -> None:
    ranker = Ranker(NAMES, [NEAR, PAST])
    far, near, again = candidate("2019", 5, 1), candidate("2020", 1, 0), candidate("2021", 0, 0)
    assert ranker.best([[far, near, again], [again, near]], ["one", "other"]) == ["2020", "2021"]


def test_of_one_group_the_day_with_the_highest_sum_is_the_best() -> None:
    ranker = Ranker(NAMES, [NEAR, PAST])
    told, far = candidate("2020", 1, 1), candidate("2021", 5, 1)
    assert ranker.best([[far], [told, far], [far]], "aab") == ["2020", "2020", "2021"]


def test_a_ranker_is_read_from_json() -> None:
    text = json.dumps({"features": NAMES, "trees": [NEAR, PAST]})
    assert Ranker.read(text).scores([candidate("", 0, 1)]) == [40]


def test_the_fitted_ranker_asks_only_for_features_that_candidates_have() -> None:
    assert {"default", "sentences", "tense"} <= set(fitted().features)
