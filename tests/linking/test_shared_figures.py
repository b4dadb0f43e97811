"""Which figures tell one count, and whose word it is."""

import pytest
from compared import CHARITY, LABORATORY, OWN_VOICE, figure

from onrecord.linking.figures import FigureRecord
from onrecord.linking.shared_figures import shared_figures

STORY = {"story": frozenset("abc")}
RESCUE = {"of": "child", "action": "returned", "scope": "increment"}


def elsewhere(value: str, hedge: str = "exact", **changes: object) -> FigureRecord:
    return figure(value, hedge, **{"article": "b", **changes})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("4", **RESCUE, **CHARITY), elsewhere("4", **RESCUE, **CHARITY, day="2024-05-17")),
        (figure("4", **RESCUE, **STORY), elsewhere("4", **RESCUE, **LABORATORY, **STORY)),
        (figure("231", scope="total", **CHARITY), elsewhere("231", scope="total", **CHARITY, day="2025-01-01")),
        (figure("19546"), elsewhere("19546", **LABORATORY, day="2025-01-01")),  # by no chance
        (figure("20000", "nearly"), elsewhere("20000", "nearly", day="2025-01-01")),  # the bureau says so again
        (figure("12", of="death"), elsewhere("12", of="victim", **STORY)),
        (figure("4", event="event/fire", **OWN_VOICE), elsewhere("4", event="event/fire", day="2025-01-01")),
        (figure("4", agent="body/Charity", **STORY), elsewhere("4", **LABORATORY, **STORY)),
        (figure("4", event="event/a", **STORY), elsewhere("4", event="event/b", **LABORATORY, **STORY)),  # not joined
        (figure("4"), figure("4", **OWN_VOICE)),  # told again in its article
    ],
)
def test_one_count(one: FigureRecord, other: FigureRecord) -> None:
    (shared,) = shared_figures([one, other])
    assert shared.members == tuple(sorted((one.iri, other.iri)))
    assert shared.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("4", **RESCUE, **CHARITY), elsewhere("4", **RESCUE, **CHARITY, day="2024-06-20")),  # another rescue
        (figure("4", **RESCUE, **STORY), elsewhere("4", **RESCUE, **LABORATORY, story=frozenset("xyz"))),
        (figure("20", **OWN_VOICE), elsewhere("20", **OWN_VOICE)),  # two fires on one day
        (figure("20000", "nearly"), elsewhere("20000", "nearly", **LABORATORY, day="2025-01-01")),
        (figure("19546"), elsewhere("19546", of="child")),
        (figure("19546"), elsewhere("19546", action="injured")),
        (figure("19546"), elsewhere("19546", "more_than")),
        (figure("19546"), elsewhere("19546", factuality="planned")),
        (figure("1234", action="other"), elsewhere("1234", action="other", **LABORATORY, day="2025-01-01")),
        (figure("4", event="event/fire"), figure("4", event="event/flood", **OWN_VOICE)),  # told apart in an article
        (figure("4", where="place/dravo", **STORY), elsewhere("4", where="place/ellin", **LABORATORY, **STORY)),
        (figure("4", agent="body/Charity", **STORY), elsewhere("4", agent="body/Clinic", **LABORATORY, **STORY)),
    ],
)
def test_two_counts(one: FigureRecord, other: FigureRecord) -> None:
    assert shared_figures([one, other]) == []


def test_a_person_and_the_body_spoken_for_are_one_origin() -> None:
    head = {"by": "person/Kuleba", "name": "Kuleba", "bodies": frozenset({"body/Charity", "body/Clinic"})}
    told = [figure("19546", **who) for who in (CHARITY, LABORATORY, OWN_VOICE)]
    (shared,) = shared_figures([*told, elsewhere("19546", **head)])
    assert [origin for _, origin in shared.origins] == ["body/Charity", "body/Laboratory", "body/Charity"]


def test_bodies_of_one_name_are_one_origin() -> None:
    (shared,) = shared_figures([figure("19546"), elsewhere("19546", by="body/zzz", name="the Bureau")])
    assert {origin for _, origin in shared.origins} == {"body/Bureau"}


def test_what_is_told_by_three_is_one_count() -> None:
    days = ("2024-05-15", "2024-05-18", "2024-05-21")
    (shared,) = shared_figures(figure("4", article=f"a{n}", day=day, **STORY) for n, day in enumerate(days))
    assert len(shared.members) == 3
