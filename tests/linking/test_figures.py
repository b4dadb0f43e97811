"""Figures as they are compared: whose they are, and which numbers may be meant."""

from decimal import Decimal

import pytest
from compared import CHARITY, LABORATORY, OFFICIALS, OWN_VOICE, figure

from onrecord.linking.figures import FigureRecord, meant, one_source, one_story, significant_digits


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (figure("387"), "387", "387"),
        (figure("40"), "40", "40"),
        (figure("20000"), "15000", "25000"),
        (figure("19000", "more_than"), "19000", "20000"),
        (figure("31", "at_least"), "31", "32"),
        (figure("35000", "up_to"), "34000", "35000"),
        (figure("700", "about"), "600", "800"),
        (figure("20", "between", upper=Decimal(30)), "20", "30"),
        (figure("18.5", "about"), "18.4", "18.6"),
        (figure("0"), "0", "0"),
    ],
)
def test_which_numbers_a_hedged_or_round_one_may_stand_for(number: FigureRecord, low: str, high: str) -> None:
    assert (meant(number).lower, meant(number).upper) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("value", "digits"), [("19546", 5), ("20000", 1), ("4", 1), ("1600000", 2)])
def test_digits_that_tell(value: str, digits: int) -> None:
    assert significant_digits(figure(value)) == digits


def by(name: str, *bodies: str, iri: str = "") -> FigureRecord:
    return figure("1", by=iri or f"person/{name}", name=name, bodies=frozenset(bodies))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure("1"), figure("2"), True),
        (figure("1"), figure("2", **LABORATORY), False),
        (by("Kostin", "body/Bureau"), figure("2"), True),  # the bureau's head
        (by("Kostin", "body/Bureau"), by("Deputy", "body/Bureau"), True),
        (by("Kostin", "body/Bureau"), figure("2", **CHARITY), False),
        (by("Bureau", iri="body/elsewhere"), figure("2"), True),  # of one name
        (figure("1", **OWN_VOICE), figure("2", **OWN_VOICE), True),
        (figure("1", **OWN_VOICE), figure("2"), False),
        (figure("1", **OFFICIALS), figure("2", **OFFICIALS), True),
        (figure("1", **OFFICIALS), figure("2"), False),
        (figure("1", by="", name="", unnamed="the bureau"), figure("2"), True),
        (figure("1", by="", name="", unnamed="a bureau of Dravo"), figure("2"), True),
    ],
)
def test_whose_word_it_is(one: FigureRecord, other: FigureRecord, same: bool) -> None:
    assert one_source(one, other) is one_source(other, one) is same


def test_one_story_has_a_good_part_of_its_names_in_common() -> None:
    here = figure("1", story=frozenset("abcdef"))
    assert one_story(here, figure("1", story=frozenset("abxyzw")))
    assert not one_story(here, figure("1", story=frozenset("axyzvw")))
    assert not one_story(figure("1", story=frozenset("a")), figure("1", story=frozenset("a")))
    assert not one_story(figure("1", where="x", story=frozenset("ab")), figure("1", where="y", story=frozenset("ab")))
    assert one_story(figure("1", event="e", where="x"), figure("1", event="e", where="y"))
