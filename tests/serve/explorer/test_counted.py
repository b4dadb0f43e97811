"""Words for what is counted, matched with populations: plurals, case and order do not count."""

import pytest

from onrecord.serve.explorer.counted import exactly, matching, near

POPULATIONS = ["child", "child | ukrainian", "city", "person", "person | missing", "horse", "life", "bus"]


@pytest.mark.parametrize(
    ("asked", "population"),
    [
        ("child", "child"),
        ("children", "child"),
        ("Ukrainian children", "child | ukrainian"),
        ("children, Ukrainian", "child | ukrainian"),
        ("child | ukrainian", "child | ukrainian"),
        ("missing people", "person | missing"),
        ("cities", "city"),
        ("horses", "horse"),
        ("lives", "life"),
        ("buses", "bus"),
        ("Ukrainian", ""),
        ("deported children", ""),
        ("", ""),
    ],
)
def test_the_population_that_words_name(asked: str, population: str) -> None:
    assert exactly(asked, POPULATIONS) == population


def test_those_that_the_words_name_among_others() -> None:
    assert matching("children", POPULATIONS) == ["child", "child | ukrainian"]
    assert matching("ukrainian", POPULATIONS) == ["child | ukrainian"]
    assert matching("", POPULATIONS) == matching("ships", POPULATIONS) == []


def test_those_whose_noun_is_among_the_words() -> None:
    assert near("deported children of 2019", POPULATIONS) == ["child", "child | ukrainian"]
    assert near("ukrainian", POPULATIONS) == near("", POPULATIONS) == []
