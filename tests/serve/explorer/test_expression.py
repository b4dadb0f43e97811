"""What is searched for: words, phrases, numbers however they are written, names as they sound."""

import pytest

from onrecord.serve.explorer.expression import Piece, also, expression, pieces


@pytest.mark.parametrize("written", ["19546", "19,546", "19 546", "19\u00a0546", "19’546"])
def test_a_number_is_one_however_its_thousands_are_set_apart(written: str) -> None:
    assert [piece.kind for piece in pieces(f"all {written} children")] == ["word", "number", "word"]
    assert expression(pieces(written)) == '("19546" OR "19 546")'


@pytest.mark.parametrize("written", ["1.6", "2024-01-25", "A19", "19,5"])
def test_what_only_holds_digits_is_no_number(written: str) -> None:
    assert not any(piece.kind == "number" for piece in pieces(written))


def test_numbers_beside_each_other_stay_two() -> None:
    assert [piece.text for piece in pieces("4 231")] == ["4 231"]  # as some write 4,231
    assert [piece.text for piece in pieces("12 children 231")] == ["12", "children", "231"]


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»"])
def test_what_is_quoted_is_a_phrase(marks: str) -> None:
    assert pieces(f"{marks[0]}brought home{marks[1]} Kuleba") == [
        Piece("brought home", "phrase"),
        Piece("Kuleba", "word"),
    ]


def test_a_quotation_mark_by_itself_is_nothing() -> None:
    assert [piece.text for piece in pieces('Kuleba" OR')] == ['Kuleba"', "OR"]
    assert pieces('" ""') == []


def test_a_name_sounds_alike_in_other_transliterations() -> None:
    assert set(also("Maria Lvova-Belova").split()) & set(also("Byelova").split())
    assert "LvovaBelova" in also("Maria Lvova-Belova").split()
    assert not set(also("Kuleba").split()) & set(also("Belova").split())
