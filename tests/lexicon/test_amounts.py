"""Numbers and hedges, for people."""

import pytest

from onrecord.lexicon import lexicon
from onrecord.lexicon.amounts import amount, number


@pytest.mark.parametrize(
    ("value", "written"),
    [("1600000", "1,600,000"), ("2.50", "2.5"), ("1E+3", "1,000"), ("NaN", "NaN"), ("", ""), ("four", "four")],
)
def test_thousands_stand_apart(value: str, written: str) -> None:
    assert number(value) == written


def test_a_hedge_is_told_unless_the_number_is_exact() -> None:
    label, exact = (lambda hedge: hedge.rpartition("/")[2]), lexicon.load().default("hedge").iri
    assert amount("20000", "", "https://w3id.org/onrecord/hedge/nearly", label) == "nearly 20,000"
    assert amount("20000", "", exact, label) == amount("20000", "", "", label) == "20,000"
    assert amount("20", "30000", exact, label) == "between 20 and 30,000"
