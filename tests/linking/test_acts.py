"""Which acts of different articles are one: nothing contradicts, and something tells."""

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.linking.acts import ActRecord, shared_acts

WARRANT = ActRecord("a#1", "a", "ArrestWarrant", True, "2023-03-17", "", "court", frozenset({"kowal", "lem"}))
ACCORD = ActRecord("a#2", "a", "Agreement", True, "2022-05-30", "", "", frozenset({"torvia", "norland"}))


def of_another(act: ActRecord, **changes: object) -> ActRecord:
    return replace(act, iri="b#1", article="b", **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (WARRANT, of_another(WARRANT), "the same body and day"),
        (WARRANT, of_another(WARRANT, against=frozenset()), "the same body and day"),
        (WARRANT, of_another(WARRANT, date="2023-03"), "the same body, against the same, and no other day"),
        (WARRANT, of_another(WARRANT, date=""), "the same body, against the same, and no other day"),
        (WARRANT, of_another(WARRANT, against=frozenset({"kowal"})), "the same body and day"),
        (
            replace(WARRANT, type="Resolution", number="2482", date="2019", against=frozenset()),
            of_another(WARRANT, type="Resolution", number="2482", date="", against=frozenset()),
            "the same body and number",
        ),
        (ACCORD, of_another(ACCORD), "the same body and day"),
    ],
)
def test_acts_are_one(first: ActRecord, second: ActRecord, reason: str) -> None:
    (found,) = shared_acts([first, second])
    assert (found.members, found.reason) == (("a#1" if first.by else "a#2", "b#1"), reason)


@pytest.mark.parametrize(
    "second",
    [
        of_another(WARRANT, date="2024-03-05"),
        of_another(WARRANT, by="other court"),
        of_another(WARRANT, type="Charge"),
        of_another(WARRANT, done=False),
        of_another(WARRANT, against=frozenset({"duarte"})),
        of_another(WARRANT, by=""),
        of_another(WARRANT, date="", against=frozenset()),
        replace(WARRANT, iri="a#9"),
    ],
    ids=["day", "body", "type", "only sought", "others", "nobody", "nothing tells", "one article"],
)
def test_acts_stay_apart(second: ActRecord) -> None:
    assert shared_acts([WARRANT, second]) == []


UNNAMED = ActRecord("a#3", "a", "Judgment", True, "2024-03-08", "", "", frozenset({"kowal"}))


def test_an_act_whose_maker_nobody_names_is_one_by_its_day_and_whom_it_is_against() -> None:
    (shared,) = shared_acts([UNNAMED, of_another(UNNAMED)])
    assert shared.members == ("a#3", "b#1")
    assert shared_acts([UNNAMED, of_another(UNNAMED, date="2024-03-09")]) == []
    assert shared_acts([replace(UNNAMED, date="2024"), of_another(UNNAMED, date="2024")]) == []
    assert shared_acts([UNNAMED, of_another(UNNAMED, against=frozenset({"lem"}))]) == []
    nobody = replace(UNNAMED, against=frozenset())
    assert shared_acts([nobody, of_another(nobody)]) == []


def test_numbers_that_differ_tell_acts_apart() -> None:
    first = replace(WARRANT, type="Resolution", number="1", against=frozenset())
    assert shared_acts([first, of_another(first, number="2")]) == []


def test_an_agreement_of_other_parties_is_another() -> None:
    assert shared_acts([ACCORD, of_another(ACCORD, against=frozenset({"torvia", "canada"}))]) == []


def test_what_could_be_either_of_two_stays_apart_in_whatever_order_they_come() -> None:
    later = of_another(WARRANT, date="2024-03-05")
    undated = replace(WARRANT, iri="c#1", article="c", date="")
    for order in permutations([WARRANT, later, undated]):
        assert shared_acts(order) == []
