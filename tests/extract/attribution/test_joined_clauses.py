"""Clauses of one sentence: each source has what its own verb reports, though the encoder gives one the whole."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]

JOINED = [
    (
        "The Justice Ministry counts 900 cases; the Harbour Trust estimates that 1,200 were lost.",
        "the Harbour Trust | estimates | 900 | that 1,200 were lost",
        [("Justice Ministry", "900 cases"), ("Harbour Trust", "that 1,200 were lost")],
    ),
    (
        "According to the Justice Ministry, 214 are missing; the Harbour Trust believes that 350 are.",
        "the Justice Ministry | According to | 214 are missing; the Harbour Trust believes that 350 are",
        [("Justice Ministry", "214 are missing"), ("Harbour Trust", "that 350 are")],
    ),
    (
        "Anna Roe warned that 900 homes may be lost; the engineer, Peter Lund, put the danger at 10 percent.",
        "Anna Roe | warned | that 900 homes may be lost; the engineer, Peter Lund, put the danger at 10 percent",
        [("Anna Roe", "that 900 homes may be lost"), ("Peter Lund", "the danger at 10 percent")],
    ),
    (
        "The Red Cross says that 40 have left, whereas the Harbour Trust lists 60 families.",
        "The Red Cross | says | that 40 have left, whereas the Harbour Trust lists 60 families",
        [("Red Cross", "that 40 have left"), ("Harbour Trust", "60 families")],
    ),
    (
        "The Red Cross said that 40 died; 60 were hurt, according to Anna Roe.",
        "The Red Cross | said | that 40 died; 60 were hurt",
        [("Red Cross", "that 40 died")],
    ),
]


@pytest.mark.parametrize(("text", "attribution", "expected"), JOINED)
def test_each_clause_is_by_its_own_source(
    said: Said, text: str, attribution: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, attribution) == expected


def test_a_clause_by_a_source_without_a_name_is_not_by_the_one_beside_it(said: Said) -> None:
    text = "According to the Justice Ministry, 214 are missing; local leaders speak of 350."
    whole = "214 are missing; local leaders speak of 350"
    assert said(text, f"the Justice Ministry | According to | {whole}")[0] == ("Justice Ministry", "214 are missing")


ONE_SOURCE = [
    "that 40 had left; 12 others were missing",
    "that 40 had left; she thinks that 12 are missing",
    "that 40 had left; that the Red Cross believed it",
    "that 40 had left; families who say they lost 12 stayed",
    "that 40 had left, but two boats were lost",
    "“40 left; the Red Cross says 60 died”",
]


@pytest.mark.parametrize("content", ONE_SOURCE)
def test_a_clause_without_a_source_of_its_own_goes_on_with_what_was_said(said: Said, content: str) -> None:
    assert said(f"Anna Roe said {content}.", f"Anna Roe | said | {content}")[0] == ("Anna Roe", content)
