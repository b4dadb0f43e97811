"""Which field a label of a listing or the head of a column names."""

import pytest

from onrecord.lexicon import fields

LABELS = [
    ("Name", "name"),
    ("NAME:", "name"),
    ("Name (English)", "name"),
    ("Name/Alias", "name"),
    ("Surname, first name", "surname"),
    ("a.k.a.", "alias"),
    ("Function", "office"),
    ("D.O.B.", "birth-date"),
    ("Place of birth", "birth-place"),
    ("Passport no.", "particular"),
    ("Oblast", "place"),
    ("Total", "sum"),
    ("Names of the wind", ""),
    ("", ""),
]


@pytest.mark.parametrize(("label", "field"), LABELS)
def test_the_field_of_a_label(label: str, field: str) -> None:
    assert fields.field_of(label) == field


VALUES = [
    ("DOB 12 May 1961", "DOB"),
    ("Position: judge", "Position"),
    ('a.k.a. "the Fox"', "a.k.a."),
    ("born on 12 May 1961", "born on"),
    ("posted to Velm", None),
    ("the position of judge", None),
]


@pytest.mark.parametrize(("words", "label"), VALUES)
def test_the_label_that_words_begin_with(words: str, label: str | None) -> None:
    found = fields.label_before_value().match(words)
    assert (found["label"] if found else None) == label
