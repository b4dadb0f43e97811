"""Verbs of saying that are no cue of the encoder's: who is their subject by the parse speaks."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]

TOLD = [
    ("Two boats are missing, its curator, Anna Roe, admitted.", "Anna Roe", "Two boats are missing"),
    ("Anna Roe said that forty boats were missing.", "Anna Roe", "that forty boats were missing"),
    ("Forty boats were missing, said the lawyer Anna Roe.", "Anna Roe", "Forty boats were missing"),
    ("“We lost forty boats,” wrote Anna Roe on Monday.", "Anna Roe", "“We lost forty boats,”"),
]


@pytest.mark.parametrize(("text", "speaker", "told"), TOLD)
def test_who_is_named_as_the_subject_speaks(said: Said, text: str, speaker: str, told: str) -> None:
    assert said(text) == [(speaker, told)]


NOT_TOLD = [
    "Anna Roe did not say that forty boats were missing.",
    "Anna Roe will say that forty boats were missing.",
    "Anna Roe made sure that forty boats were missing.",
    "Investors in the Harbour Fund said they had lost forty boats.",
    "Anna Roe told a story.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_who_says_nothing_does_not_speak(said: Said, text: str) -> None:
    assert said(text) == []


def test_a_verb_in_what_the_encoder_found_says_it_once(said: Said) -> None:
    text = "Anna Roe said that forty boats were missing."
    assert said(text, "Anna Roe | said | that forty boats were missing") == [
        ("Anna Roe", "that forty boats were missing")
    ]
