"""The acts that an act upholds, overturns or amends: found where only one can be meant, left open elsewhere."""

from dataclasses import replace

import pytest

from onrecord.claims.acts import acts
from onrecord.values.claims import ActClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Act, Evidence, Kind, Revision

TEXT = "Tavno Court jailed Kowal in 2021. Brom Court jailed Lem. High Court upheld the sentence. Grid banned Lem."


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def entity(kind: Kind, name: str) -> Entity:
    return Entity(kind, name, (name,), (at(name),))


KOWAL, LEM = entity(Kind.PERSON, "Kowal"), entity(Kind.PERSON, "Lem")
TAVNO, BROM, HIGH = (entity(Kind.COURT, f"{name} Court") for name in ("Tavno", "Brom", "High"))
GRID = entity(Kind.ORGANIZATION, "Grid")
ENTITIES = (KOWAL, LEM, TAVNO, BROM, HIGH, GRID)
RESOLUTION = Resolution(ENTITIES, {e.mentions[0]: e for e in ENTITIES})


def act(by: Entity, against: Entity, words: str, sentence: str, date: str = "", kind: str = "Judgment") -> Act:
    return Act(at(words), kind, at(by.name), (at(against.name),), date, "issued", at(sentence))


JAILED = act(TAVNO, KOWAL, "jailed Kowal", "Tavno Court jailed Kowal in 2021.", "2021")
ALSO = act(BROM, LEM, "jailed Lem", "Brom Court jailed Lem.")
WORDS = Revision("upholds", at("the sentence"), "sentence", True, "upheld", frozenset({"Judgment"}))
UPHELD = replace(act(HIGH, LEM, "upheld", "High Court upheld the sentence.", "2024"), against=(), revises=(WORDS,))


def read(*found: Act) -> tuple[ActClaim, ...]:
    return acts(found, RESOLUTION)


def of(revision: Revision) -> Act:
    return replace(UPHELD, revises=(revision,))


def linked(*found: Act) -> list[tuple[str, str]]:
    claims = read(*found)
    return [(e.kind, claims[e.act].evidence[0].exact) for claim in claims for e in claim.effects]


def test_the_only_act_of_the_kind_is_meant_and_stands_so() -> None:
    earlier, later = read(JAILED, UPHELD)
    assert [(e.kind, e.act) for e in later.effects] == [("upholds", 0)]
    assert (earlier.standing, later.standing) == ("upheld", "issued")


def test_of_two_the_one_told_just_before_is_meant() -> None:
    assert linked(JAILED, ALSO, UPHELD) == [("upholds", "jailed Lem")]


@pytest.mark.parametrize(
    "revision",
    [
        replace(WORDS, against=(KOWAL.mentions[0],)),
        replace(WORDS, by=TAVNO.mentions[0]),
        replace(WORDS, date="2021"),
    ],
)
def test_what_the_words_say_tells_which_act_is_meant(revision: Revision) -> None:
    assert linked(JAILED, ALSO, of(revision)) == [("upholds", "jailed Kowal")]


@pytest.mark.parametrize(
    "revision",
    [
        replace(WORDS, against=(GRID.mentions[0],)),
        replace(WORDS, by=GRID.mentions[0]),
        replace(WORDS, date="2019"),
        replace(WORDS, number="Case 12"),
        replace(WORDS, types=frozenset({"Decree"})),
        replace(WORDS, definite=False),
    ],
)
def test_where_the_words_fit_no_act_none_is_meant(revision: Revision) -> None:
    assert linked(JAILED, of(revision)) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(JAILED, standing="sought"),
        replace(JAILED, date="2025"),
        replace(JAILED, by=HIGH.mentions[0]),
    ],
)
def test_neither_what_has_not_come_about_nor_a_later_act_nor_the_courts_own_is_meant(other: Act) -> None:
    assert linked(other, UPHELD) == []


def test_two_acts_far_off_leave_it_open() -> None:
    far = replace(UPHELD, sentence=at("Grid banned Lem."), revises=(replace(WORDS, words=at("banned")),))
    assert linked(JAILED, ALSO, far) == []


def test_words_other_than_those_of_the_report_take_up_no_ban() -> None:
    ban = act(GRID, LEM, "banned Lem", "Grid banned Lem.", kind="Sanction")
    lifted = of(Revision("overturns", Evidence(200, 207, "the ban"), "ban", True, "withdrawn", frozenset({"Sanction"})))
    assert linked(ban, lifted) == [("overturns", "banned Lem")]
    assert linked(ban, of(replace(lifted.revises[0], noun="fine"))) == []


def test_what_befell_one_of_two_changes_the_act_and_not_how_it_stands() -> None:
    both = replace(JAILED, against=(KOWAL.mentions[0], LEM.mentions[0]))
    quashed = replace(WORDS, effect="overturns", standing="overturned", against=(LEM.mentions[0],))
    earlier, later = read(both, of(quashed))
    assert [e.kind for e in later.effects] == ["amends"]
    assert earlier.standing == "issued"


def test_an_act_is_not_the_one_that_it_upholds_told_again() -> None:
    nobodys = replace(JAILED, by=None)
    assert len(read(nobodys, replace(UPHELD, against=JAILED.against))) == 2
