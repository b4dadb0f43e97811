"""Tags: the best sequence that is well formed."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.bio import best_tags, follows, softmax, spans


def scores(*rows: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array(rows, np.float32)


def test_a_well_formed_best_choice_stands() -> None:
    assert best_tags(scores([0, 1, 0], [0, 0, 1], [1, 0, 0])) == [1, 2, 0]


def test_inside_never_comes_first() -> None:
    assert best_tags(scores([0, 1, 5], [0, 0, 5])) == [1, 2]


def test_inside_follows_its_own_kind() -> None:
    assert best_tags(scores([0, 3, 0, 0, 0], [0, 0, 1, 0, 2])) == [1, 2]


def test_no_span_runs_over_a_break() -> None:
    rows = scores([0, 2, 0], [0, 1, 3], [0, 0, 3])
    assert best_tags(rows) == [1, 2, 2]
    assert best_tags(rows, frozenset({1})) == [1, 1, 2]


def test_spans_of_tags() -> None:
    assert spans([1, 2, 1, 0, 3, 4, 4, 5]) == [(0, 2, 0), (2, 3, 0), (4, 7, 1), (7, 8, 2)]


def test_of_tags_that_score_alike_the_first_is_taken() -> None:
    assert best_tags(scores([0, 0, 0], [1, 2, 2])) == [0, 1]
    assert best_tags(scores([1, 1, 0, 1, 0], [0, 0, 5, 0, 5])) == [1, 2]


def test_what_is_added_to_all_tags_of_a_word_changes_nothing() -> None:
    rows = scores([0, 3, 0, 0, 0], [0, 0, 1, 0, 2], [1, 0, 2, 0, 2])
    assert best_tags(rows) == best_tags(rows + scores([8], [-4], [0.5])) == [1, 2, 2]


def test_softmax_is_close_to_the_true_one() -> None:
    rows = scores([1, 0, -1], [9, 2, 8.5], [0, -7, 3])
    exponentials = np.exp(rows.astype(np.float64))
    assert np.allclose(softmax(rows), exponentials / exponentials.sum(-1, keepdims=True), atol=1e-5)


def test_softmax_is_a_distribution_however_large_the_scores() -> None:
    assert np.allclose(softmax(scores([1e4, 0, -1e4], [1, 1, 1])), [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]])


def test_a_temperature_makes_probabilities_less_certain() -> None:
    rows = scores([2, 0, 0])
    assert np.allclose(softmax(rows, 2.0), softmax(rows / 2), atol=1e-6)
    assert softmax(rows, 2.0)[0, 0] < softmax(rows)[0, 0]


ROW = st.lists(st.integers(-9, 9), min_size=5, max_size=5)


@given(st.lists(ROW, min_size=1, max_size=4), st.sets(st.integers(1, 3)))
def test_no_well_formed_sequence_scores_higher(rows: list[list[int]], breaks: set[int]) -> None:
    def formed(tags: tuple[int, ...]) -> bool:
        return all(follows(tag, 0 if i == 0 or i in breaks else tags[i - 1]) for i, tag in enumerate(tags))

    def total(tags: tuple[int, ...]) -> int:
        return sum(row[tag] for row, tag in zip(rows, tags, strict=True))

    found = tuple(best_tags(np.array(rows, np.float32), frozenset(breaks)))
    assert formed(found)
    assert total(found) == max(total(tags) for tags in product(range(5), repeat=len(rows)) if formed(tags))
