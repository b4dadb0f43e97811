"""Nested attribution: whom a source cites is a source of its words as well."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Said = list[tuple[str | None, str]]
CITED = [
    ("Anna Roe, citing the Red Cross, said that forty were missing.", "Anna Roe | said | that forty were missing"),
    ("Anna Roe, citing figures of the Red Cross, said forty were missing.", "Anna Roe | said | forty were missing"),
    ("Forty are missing, Anna Roe said, citing data from the Red Cross.", "Anna Roe | said | Forty are missing"),
    ("According to Anna Roe, citing the Red Cross, forty are missing.", "Anna Roe | According to | forty are missing"),
]


@pytest.mark.parametrize(("text", "attribution"), CITED)
def test_whom_a_source_cites_says_it_too(said: Callable[..., Said], text: str, attribution: str) -> None:
    words = attribution.split(" | ")[-1]
    assert said(text, attribution) == [("Anna Roe", words), ("Red Cross", words)]


@pytest.mark.parametrize(("text", "attribution"), CITED)
def test_only_the_source_that_the_encoder_gives_has_its_confidence(
    attributed: Callable[..., Doc], text: str, attribution: str
) -> None:
    sure = [s.speaker.exact for s in attributed(text, attribution)._.statements if s.confidence is not None]
    assert sure == [attribution.split(" | ")[0].removeprefix("the ")]


def test_what_follows_whom_it_cites_is_said_by_the_verb_before(said: Callable[..., Said]) -> None:
    text = "Anna Roe said, citing the Red Cross, that forty were missing."
    words = "that forty were missing"
    assert said(text, f"Anna Roe | citing | the Red Cross, {words}") == [("Anna Roe", words), ("Red Cross", words)]


def test_no_conjunction_need_follow_whom_it_cites(said: Callable[..., Said]) -> None:
    text = "Anna Roe reported, citing the Red Cross, forty were missing."
    words = "forty were missing"
    assert said(text, f"Anna Roe | citing | the Red Cross, {words}") == [("Anna Roe", words), ("Red Cross", words)]


def test_who_is_quoted_after_the_words_says_them(said: Callable[..., Said]) -> None:
    text = "“Forty are missing,” the manager Anna Roe was quoted as saying."
    assert said(text, "the manager Anna Roe | was quoted | “Forty are missing,” | as saying") == [
        ("Anna Roe", "“Forty are missing,”")
    ]


NOT_CITED = [
    ("Anna Roe said that forty were missing, citing the law.", "Anna Roe | said | that forty were missing"),
    ("Anna Roe quoted a poem and said that forty were missing.", "Anna Roe | said | that forty were missing"),
    ("Anna Roe said that forty were missing.", "Anna Roe | said | that forty were missing"),
]


@pytest.mark.parametrize(("text", "attribution"), NOT_CITED)
def test_nobody_is_cited(said: Callable[..., Said], text: str, attribution: str) -> None:
    assert said(text, attribution) == [("Anna Roe", "that forty were missing")]


QUOTED = [
    (
        "Anna Roe quoted the Red Cross as saying that forty were missing.",
        "the Red Cross | saying | that forty were missing",
    ),
    (
        "Anna Roe quoted the Red Cross as saying that forty were missing.",
        "Anna Roe | quoted | the Red Cross as saying that forty were missing",
    ),
    ("The Red Cross was quoted as saying that forty were missing.",
     "The Red Cross | was quoted | as saying that forty were missing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attribution"), QUOTED)
def test_what_somebody_is_quoted_as_saying_has_one_speaker(
    said: Callable[..., Said], text: str, attribution: str
) -> None:
    assert said(text, attribution) == [("Red Cross", "that forty were missing")]
