"""The day of a figure whose own clause has none, by its passage; published on Friday, 15 March 2024."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Parliament met on Thursday. The text passed with 516 votes.", ["2024-03-14"]),
        ("The camp burned on Monday. It rained. Firemen worked all night. Twelve children died.", ["2024-03-11"]),
        ("In a letter published on Monday the bank said 40 branches had closed.", ["2024-03-11"]),
        # a clause in the present tense, beside two days of news, is of the day of publication
        ("The court opened on Monday. Parliament met on Thursday. The hall has 516 seats.", [""]),
        ("The law passed on 3 May 2019. The court freed 12 men.", [""]),  # no news
    ],
)
def test_a_figure_has_the_day_of_its_passage(read: Callable[..., Doc], text: str, days: list[str]) -> None:
    assert [figure.date for figure in read(text)._.figures] == days
