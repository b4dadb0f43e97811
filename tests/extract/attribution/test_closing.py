"""Attributions at the end of a sentence, which the parser may take for part of what was said."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]

TOLD = [
    (
        "Forty boats came home in an exchange carried out on Tuesday, "
        "the Interstate Commission on Boats announced in Oslo.",
        "Interstate Commission on Boats",
        "Forty boats came home in an exchange carried out on Tuesday",
    ),
    (
        "Only six of the boats promised for May were released, "
        "the state-backed envoy, Anna Roe, acknowledged on Wednesday.",
        "Anna Roe",
        "Only six of the boats promised for May were released",
    ),
    (
        "Anna Roe had put the boats to sea in May, the Oslo District Court found; forty were lost.",
        "Oslo District Court",
        "Anna Roe had put the boats to sea in May",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "told"), TOLD)
def test_who_stands_before_the_closing_verb_speaks(said: Said, text: str, speaker: str, told: str) -> None:
    assert said(text) == [(speaker, told)]


NOT_TOLD = [
    "Forty boats came home in the exchange, as the Red Cross announced in Oslo.",
    "Forty boats came home, and the Red Cross announced a feast.",
    "After the exchange, the Red Cross announced in Oslo.",
    "Forty boats came home, a clerk announced in Oslo.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nobody_by_name_closes_the_sentence(said: Said, text: str) -> None:
    assert [speaker for speaker, _ in said(text) if speaker] == []


def test_what_the_encoder_found_is_told_once(said: Said) -> None:
    text, words = "Forty boats came home, the Red Cross announced in Oslo.", "Forty boats came home"
    assert said(text, f"the Red Cross | announced | {words}") == [("Red Cross", words)]
