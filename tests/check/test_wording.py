"""Quotes beside words on record: in the same words, cut honestly, or altered."""

import pytest

from onrecord.check.findings import Change
from onrecord.check.wording import ALTERED, compare

TOLD = "“A warrant does not grow old, and it crosses borders – slowly,”"


@pytest.mark.parametrize(
    "quote",
    [
        "A warrant does not grow old, and it crosses borders – slowly",
        "a warrant does not grow old and it crosses borders - slowly.",
        "it crosses borders",
        "A warrant … crosses borders",
        "A warrant ... crosses borders",
        "A warrant [...] crosses borders",
        "A warrant does not grow old, and [the order] crosses borders",
        "[A] warrant does not grow old",
    ],
)
def test_the_same_words_and_honest_cuts_are_no_alteration(quote: str) -> None:
    assert compare(quote, TOLD).likeness == 1.0


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("A warrant does grow old", (Change("", "not"),)),
        ("A warrant does not grow cold", (Change("cold", "old"),)),
        ("A warrant never grows old", (Change("never grows", "does not grow"),)),
        ("A warrant does not really grow old", (Change("really", ""),)),
    ],
)
def test_an_altered_quote_is_told_with_the_difference(quote: str, changes: tuple[Change, ...]) -> None:
    found = compare(quote, TOLD)
    assert ALTERED <= found.likeness < 1.0
    assert found.changes == changes


@pytest.mark.parametrize(
    "quote",
    ["We count names, they count traces", "crosses borders … A warrant", "old warrants are slow to grow", "", "…"],
)
def test_other_words_are_not_that_quote(quote: str) -> None:
    assert compare(quote, TOLD).likeness < 1.0


def test_words_that_have_little_in_common_are_another_quote() -> None:
    assert compare("We count names, they count traces", TOLD).likeness < ALTERED


def test_a_quote_of_a_long_statement_is_compared_with_the_part_of_it_that_it_is_likest_to() -> None:
    long = "First we came. Then we saw that a warrant does not grow old. After that nothing was as before, they say."
    assert compare("a warrant does not grow cold", long).changes == (Change("cold", "old"),)
