"""Edits of a text and the map between offsets before and after them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document.edits import Edit, edited


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("ab \n", min_size=1, max_size=30))
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    stretches = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [(start, end, draw(st.text("XY", max_size=3))) for start, end in stretches if start < end]


def test_a_text_after_edits() -> None:
    step = edited("a\r\nbc", [(1, 3, "\n"), (4, 5, "")])
    assert step.text == "a\nb"


@pytest.mark.parametrize(
    ("stretch", "before"),
    [
        ((0, 2), (0, 2)),  # before any edit
        ((2, 4), (2, 3)),  # both letters of a ligature
        ((3, 4), (2, 3)),  # one of them stands for all of it
        ((4, 6), (3, 6)),  # what was dropped within goes along
        ((6, 7), (6, 7)),
        ((7, 9), (8, 10)),  # what was dropped before it does not
        ((4, 4), (3, 3)),
    ],
)
def test_a_stretch_stands_for_one_of_the_text_before(stretch: tuple[int, int], before: tuple[int, int]) -> None:
    step = edited("ofﬁc\xade s\xadon", [(2, 3, "fi"), (4, 5, ""), (8, 9, "")])
    assert step.text == "office son"
    step = edited("ofﬁc\xade \xadon", [(2, 3, "fi"), (4, 5, ""), (7, 8, "")])
    assert step.text == "office on"
    assert step.before(*stretch) == before


def test_a_replacement_of_the_same_length_stands_for_it_character_by_character() -> None:
    step = edited("xABy", [(1, 3, "ab")])
    assert [step.before(i, i + 1) for i in range(4)] == [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert [step.after(i) for i in range(5)] == [0, 1, 2, 3, 4]


def test_of_edits_that_overlap_the_first_is_made() -> None:
    assert edited("abcd", [(1, 4, ""), (0, 2, "X"), (3, 4, "Y")]).text == "XcY"


@given(texts_and_edits())
def test_offsets_keep_their_order(given: tuple[str, list[Edit]]) -> None:
    text, edits = given
    step = edited(text, edits)
    stretches = [step.before(i, i + 1) for i in range(len(step.text))]
    assert stretches == sorted(stretches)
    assert all(0 <= start < end <= len(text) for start, end in stretches)
    places = [step.after(i) for i in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(step.text)


@given(texts_and_edits())
def test_what_is_not_edited_keeps_its_place(given: tuple[str, list[Edit]]) -> None:
    text, edits = given
    step = edited(text, edits)
    for i, character in enumerate(text):
        if not any(start <= i < end for start, end, _ in edits):
            assert step.text[step.after(i)] == character
            assert step.before(step.after(i), step.after(i) + 1) == (i, i + 1)
