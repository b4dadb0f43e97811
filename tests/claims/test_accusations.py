"""Accusations of one article: against whom it names, told once, and never of somebody who only shares a surname."""

from dataclasses import replace

from onrecord.claims.accusations import accusations
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Accusation, Evidence, Kind


def at(start: int, words: str) -> Evidence:
    return Evidence(start, start + len(words), words)


KOWAL, COURT = at(0, "Jan Kowal"), at(40, "Tavno Court")
SHORT, OTHER = at(60, "Kowal"), at(80, "Ewa Kowal")
JAN = Entity(Kind.PERSON, "Jan Kowal", ("Jan Kowal", "Kowal"), (KOWAL, SHORT))
EWA = Entity(Kind.PERSON, "Ewa Kowal", ("Ewa Kowal",), (OTHER,))
BODY = Entity(Kind.COURT, "Tavno Court", ("Tavno Court",), (COURT,))
TOLD = Accusation(KOWAL, at(20, "fraud"), None, None, "charged", "", at(12, "charged with fraud"), at(0, "A sentence."))
ONE = Resolution((JAN, BODY), {KOWAL: JAN, SHORT: JAN, COURT: BODY})
TWO = Resolution((JAN, EWA, BODY), {KOWAL: JAN, SHORT: JAN, OTHER: EWA, COURT: BODY})


def test_an_accusation_told_again_with_more_is_one() -> None:
    again = replace(TOLD, person=SHORT, by=COURT, date="2024-05")
    (claim,) = accusations([TOLD, again], ONE)
    assert (claim.person, claim.deed, claim.status, claim.by, claim.date) == (JAN, "fraud", "charged", BODY, "2024-05")
    assert len(claim.evidence) == 2


def test_each_deed_and_each_step_stands_by_itself() -> None:
    others = [replace(TOLD, status="convicted"), replace(TOLD, deed=at(30, "theft"))]
    assert [(c.deed, c.status) for c in accusations([TOLD, *others], ONE)] == [
        ("fraud", "charged"),
        ("fraud", "convicted"),
        ("theft", "charged"),
    ]


def test_a_surname_that_two_share_accuses_neither() -> None:
    assert accusations([replace(TOLD, person=SHORT)], TWO) == ()
    assert [c.person for c in accusations([TOLD], TWO)] == [JAN]


def test_nobody_accuses_themselves_and_who_is_not_named_is_described() -> None:
    assert accusations([replace(TOLD, by=SHORT)], ONE) == ()
    (claim,) = accusations([replace(TOLD, described=at(50, "a magistrate"))], ONE)
    assert (claim.by, claim.described) == (None, "a magistrate")
