"""Which events of different articles are one: place, day and kind agree, and nothing is guessed."""

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.linking.events import EventRecord, shared_events

FIRE = EventRecord("a#1", "a", "fire", "2019-02-12", "karol-bagh")


def of_another(event: EventRecord, **changes: str) -> EventRecord:
    return replace(event, **{"iri": "b#1", "article": "b", **changes})


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (FIRE, of_another(FIRE), "the same kind, place and day"),
        (
            replace(FIRE, kind="bombing"),
            of_another(FIRE, kind="attack"),
            "the same place and day, of kinds of which one is wider",
        ),
    ],
)
def test_events_are_one(first: EventRecord, second: EventRecord, reason: str) -> None:
    (found,) = shared_events([first, second])
    assert (found.members, found.reason) == (("a#1", "b#1"), reason)


@pytest.mark.parametrize(
    "second",
    [
        of_another(FIRE, date="2019-02-13"),
        of_another(FIRE, date="2019-02"),
        of_another(FIRE, place="mumbai"),
        of_another(FIRE, kind="earthquake"),
        replace(FIRE, iri="a#2"),
    ],
    ids=["day", "only a month", "place", "kind", "one article"],
)
def test_events_stay_apart(second: EventRecord) -> None:
    assert shared_events([FIRE, second]) == []


def test_events_of_one_month_stay_apart() -> None:
    assert shared_events([replace(FIRE, date="2019-02"), of_another(FIRE, date="2019-02")]) == []


def test_what_could_be_either_of_two_stays_apart_in_whatever_order_they_come() -> None:
    bombing, shooting = replace(FIRE, kind="bombing"), replace(FIRE, iri="a#2", kind="shooting")
    attack = of_another(FIRE, kind="attack")
    for order in permutations([bombing, shooting, attack]):
        assert shared_events(order) == []
