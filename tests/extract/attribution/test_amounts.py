"""Figures and clauses that a named source gives by a verb, where the encoder attributes nothing."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]
GIVEN = [
    ("Peter Lund put the number of dead at 40.", "Peter Lund", "the number of dead at 40"),
    ("The Red Cross puts the toll at around 2,300.", "Red Cross", "the toll at around 2,300"),
    ("Anna Roe estimated the cost at no more than 90 dollars.", "Anna Roe", "the cost at no more than 90 dollars"),
    ("The Red Cross counted no fewer than 40 boats.", "Red Cross", "no fewer than 40 boats"),
    ("The Red Cross has documented 188 arrests in Oslo.", "Red Cross", "188 arrests in Oslo"),
    ("Peter Lund spoke of more than 300 missing sailors.", "Peter Lund", "of more than 300 missing sailors"),
    ("Twenty boats were lost; Peter Lund says at least fifteen.", "Peter Lund", "at least fifteen"),
    ("Anna Roe said that the camp was empty.", "Anna Roe", "that the camp was empty"),
]


@pytest.mark.parametrize(("text", "speaker", "quote"), GIVEN)
def test_who_gives_a_figure(said: Said, text: str, speaker: str, quote: str) -> None:
    assert said(text) == [(speaker, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Lund put the cup on the table at noon.",  # no number behind 'at'
        "Peter Lund put 40 cups on the table.",
        "Anna Roe did not put the toll at 40.",
        "Anna Roe will put the toll at 40.",
        "Anna Roe hoped that the camp was empty.",
        "It is said that the river will rise.",  # nobody
        "The boys counted 40 stars.",  # nobody with a name
        "Peter Lund spoke of the weather.",
        "Anna Roe says so.",
    ],
)
def test_what_gives_no_figure(said: Said, text: str) -> None:
    assert said(text) == []


def test_what_the_encoder_attributes_is_left_to_it(said: Said) -> None:
    text = "Anna Roe told us Peter Lund put the toll at 40."
    assert said(text, "Anna Roe | told | Peter Lund put the toll at 40") == [
        ("Anna Roe", "Peter Lund put the toll at 40")
    ]


def test_a_figure_beside_what_the_encoder_attributes(said: Said) -> None:
    text = "The camp was empty, Anna Roe said, while Peter Lund put the toll at 40."
    assert said(text, "Anna Roe | said | The camp was empty") == [
        ("Anna Roe", "The camp was empty"),
        ("Peter Lund", "the toll at 40"),
    ]
