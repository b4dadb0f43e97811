"""Windows cover a text, overlap, and grow in number with its length."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.windows import blend, home, windows


def test_a_short_text_is_one_window() -> None:
    assert windows(10, [4], 20, 6) == [(0, 10)]


def test_no_pieces_no_windows() -> None:
    assert windows(0, [], 20, 6) == []


def test_windows_are_cut_at_borders() -> None:
    assert windows(30, [11, 18], 20, 6) == [(0, 18), (11, 30)]


def test_without_borders_the_cut_is_hard() -> None:
    assert windows(30, [], 20, 6) == [(0, 20), (17, 30)]


@pytest.mark.parametrize("overlap", [0, 10, 15])
def test_an_overlap_is_positive_and_less_than_half(overlap: int) -> None:
    with pytest.raises(ValueError, match="overlap"):
        windows(30, [], 20, overlap)


@given(st.integers(1, 600), st.sets(st.integers(1, 599)), st.integers(20, 60), st.integers(2, 9))
def test_every_piece_is_covered_and_every_cut_overlapped(count: int, at: set[int], size: int, overlap: int) -> None:
    found = windows(count, sorted(b for b in at if b < count), size, overlap)
    assert found[0][0] == 0 and found[-1][1] == count
    assert all(0 < end - start <= size for start, end in found)
    assert all(before[0] < after[0] < before[1] < after[1] for before, after in pairwise(found))
    assert size <= 3 * overlap or len(found) <= 1 + count / (size - 3 * overlap + 1)


def test_scores_are_blended_by_distance_from_the_border() -> None:
    low, high = np.zeros((4, 1), np.float32), np.full((4, 1), 3, np.float32)
    assert blend([low, high], [(0, 4), (2, 6)], 6)[:, 0].tolist() == [0, 0, 1, 2, 3, 3]


def test_a_piece_is_at_home_where_it_is_central() -> None:
    places = [(0, 10), (6, 16)]
    assert [home(piece, places) for piece in (0, 6, 9, 15)] == [0, 0, 1, 1]
