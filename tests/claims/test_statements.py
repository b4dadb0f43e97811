"""Who is on record for a statement: whom the article names, not whose role it leaves open."""

import pytest

from onrecord.claims.statements import statements
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Evidence, Form, Kind, Mention, Statement

TEXT = "The Tavno Court clerk said that it was late."
COURT, CLERK, SAID = "Tavno Court", "The Tavno Court clerk", "that it was late"


def _evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def _speaker(words: str, role: Kind) -> str | None:
    court = Entity(Kind.COURT, COURT, (COURT,), (_evidence(COURT),), ("",), (Form.NAME,), (None,))
    mentions = [Mention(_evidence(words), Form.ROLE, role, words.split()[-1])]
    said = Statement(_evidence(SAID), "indirect", _evidence(words), None, "", _evidence(TEXT))
    (claim,) = statements([said], [], Resolution((court,), {_evidence(COURT): court}), mentions)
    return claim.speaker.name if claim.speaker else None


@pytest.mark.parametrize(("role", "name"), [(Kind.PERSON, None), (Kind.COURT, COURT)])
def test_a_person_called_by_a_role_of_a_body_is_not_the_body(role: Kind, name: str | None) -> None:
    assert _speaker(CLERK, role) == name
