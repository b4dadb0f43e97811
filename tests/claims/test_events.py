"""What a figure takes from its event and from its article: place and day, where its own clause is silent."""

from dataclasses import replace
from decimal import Decimal

import pytest

from onrecord.claims import FigureClaim, assemble
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Bases, Event, Evidence, Figure, Findings, Kind, Statement

TEXT = "A fire broke out in Karol Bagh. Delhi is in mourning. Roe said that nine men died. Home Path saved nine men."
PUBLISHED = "2019-02-14"


def at(exact: str, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(exact, start + 1)
    return Evidence(start, start + len(exact), exact)


def entity(kind: Kind, words: Evidence) -> Entity:
    return Entity(kind, words.exact, (words.exact,), (words,))


KAROL_BAGH, DELHI = entity(Kind.PLACE, at("Karol Bagh")), entity(Kind.PLACE, at("Delhi"))
ROE, HOME_PATH = entity(Kind.PERSON, at("Roe")), entity(Kind.ORGANIZATION, at("Home Path"))
ENTITIES = (KAROL_BAGH, DELHI, ROE, HOME_PATH)
RESOLUTION = Resolution(ENTITIES, {e.mentions[0]: e for e in ENTITIES})
FIGURE = Figure(
    at("nine"), Decimal(9), None, "exact", "men", "killed", "unspecified", "", at("Roe said that nine men died."), "man"
)
FIRE = Event(
    "fire", "A fire", (at("fire"),), ("first told",), at("Karol Bagh"), "2019-02-12", figures=(FIGURE.evidence,)
)


def claimed(figure: Figure = FIGURE, event: Event = FIRE, *statements: Statement) -> FigureClaim:
    findings = Findings(figures=(figure,), events=(event,), statements=statements)
    (claim,) = assemble(findings, RESOLUTION, PUBLISHED).figures
    return claim


def test_a_figure_takes_its_place_from_its_event() -> None:
    claim = claimed()
    assert (claim.where, claim.event) == (KAROL_BAGH, at("fire"))


def test_day_and_place_of_the_event_have_that_for_their_basis() -> None:
    told = claimed(replace(FIGURE, told_date="2019-02-12"))
    assert (told.bases.as_of, told.bases.where) == ("as-of-told", "where-event")
    own = claimed(replace(FIGURE, where=at("Delhi"), bases=Bases(where="where-clause")))
    assert own.bases.where == "where-clause"
    person = claimed(replace(FIGURE, where=at("Roe"), bases=Bases(where="where-clause")))  # is no place
    assert person.bases.where == "where-event"


def test_a_figure_of_no_event_holds_on_the_day_of_publication_and_nowhere() -> None:
    claim = claimed(event=replace(FIRE, figures=()))
    assert (claim.as_of, claim.where, claim.event) == (PUBLISHED, None, None)


@pytest.mark.parametrize(
    ("figure", "said", "day"),
    [
        (replace(FIGURE, date="2019-02-11", told_date="2019-02-12"), "2019-02-13", "2019-02-11"),
        (replace(FIGURE, told_date="2019-02-12"), "2019-02-13", "2019-02-13"),
        (replace(FIGURE, told_date="2019-02-12"), "", "2019-02-12"),
        (FIGURE, "", PUBLISHED),
    ],
    ids=["of its clause", "of the saying", "told elsewhere", "of publication"],
)
def test_the_nearest_day_is_the_day_of_a_figure(figure: Figure, said: str, day: str) -> None:
    statement = Statement(at("nine men died"), "indirect", at("Roe"), at("said"), said, at("Roe"))
    assert claimed(figure, FIRE, statement).as_of == day


def test_the_place_that_the_sentence_names_goes_before_the_events() -> None:
    assert claimed(replace(FIGURE, where=at("Delhi"))).where == DELHI
    assert claimed(replace(FIGURE, where=at("Roe"))).where == KAROL_BAGH  # no place


def test_who_did_it_is_the_agent() -> None:
    assert claimed(replace(FIGURE, agent=at("Home Path"))).agent == HOME_PATH


def test_equal_figures_of_two_events_stay_apart() -> None:
    other = replace(FIGURE, evidence=at("nine", 1))
    second = replace(FIRE, evidence=(at("saved"),), figures=(other.evidence,))
    findings = Findings(figures=(FIGURE, other), events=(FIRE, second))
    assert len(assemble(findings, RESOLUTION, PUBLISHED).figures) == 2
    told_twice = replace(FIRE, figures=(FIGURE.evidence, other.evidence))
    assert len(assemble(replace(findings, events=(told_twice,)), RESOLUTION, PUBLISHED).figures) == 1


def test_an_event_on_record_has_its_place_only_if_it_is_one() -> None:
    (event,) = assemble(Findings(events=(FIRE,)), RESOLUTION, PUBLISHED).events
    assert (event.kind, event.date, event.place) == ("fire", "2019-02-12", KAROL_BAGH)
    (event,) = assemble(Findings(events=(replace(FIRE, place=at("Roe")),)), RESOLUTION, PUBLISHED).events
    assert event.place is None
