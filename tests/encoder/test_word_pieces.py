"""Texts as word pieces: every word keeps its place, whatever the text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import tokenizer

from onrecord.encoder.word_pieces import SEP, SHAPES, shape, split

TOKENIZER = tokenizer()


@pytest.mark.parametrize(
    ("word", "spaced", "expected"),
    [
        ("-", True, 1),
        ("river", False, 2),
        ("Anna", True, 5),
        ("NATO", True, 7),
        ("McKay", False, 8),
        ("2024", True, 11),
        ("X", False, 12),
        ("«", False, 0),
        ("al-Din", True, 9),
    ],
)
def test_shapes_tell_case_and_space(word: str, spaced: bool, expected: int) -> None:
    assert shape(word, spaced) == expected < SHAPES


def test_words_are_spans_of_the_text() -> None:
    text = "Zoë said:\n“Привіт, naïve 🙂 world.”"
    found = split(text, TOKENIZER)
    assert [text[a:b] for a, b in found.words] == [
        "Zoë",
        "said",
        ":",
        "“",
        "Привіт",
        ",",
        "naïve",
        "🙂",
        "world",
        ".",
        "”",
    ]


def test_a_new_line_is_a_separator_of_no_word() -> None:
    found = split("One line\nand the next", TOKENIZER)
    assert list(found.ids).count(SEP) == 1
    assert list(found.ids).index(SEP) not in found.heads


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("He left. She stayed.", 1),
        ("He left at 4 p.m. and returned", 0),
        ("“Go!” She went.", 1),
        ("A title\n\nA text", 1),
        ("no border here, none", 0),
    ],
)
def test_sentences_and_lines_are_borders(text: str, borders: int) -> None:
    assert len(split(text, TOKENIZER).borders) == borders


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n"])
def test_blank_texts_have_no_pieces(text: str) -> None:
    assert not split(text, TOKENIZER).ids


@given(st.text(max_size=80))
def test_any_text_is_split_in_order(text: str) -> None:
    found = split(text, TOKENIZER)
    assert len(found.ids) == len(found.shapes) and len(found.words) == len(found.heads)
    assert all(a < b for a, b in found.words)
    assert list(found.words) == sorted(found.words) and list(found.heads) == sorted(set(found.heads))
    assert all(0 <= border < len(found.ids) for border in found.borders)
