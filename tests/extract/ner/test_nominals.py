"""Roles and pronouns: words that refer to somebody named elsewhere."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.values.findings import Form, Gender, Kind

Marked = Callable[[str], Doc]

ROLES = [
    ("The ombudsman said so.", "The ombudsman", Kind.PERSON),
    ("Its chief operating officer left.", "Its chief operating officer", Kind.PERSON),
    ("They asked the charity for help.", "the charity", Kind.ORGANIZATION),
    ("The Court found a breach.", "The Court", Kind.COURT),
]


@pytest.mark.parametrize(("text", "exact", "kind"), ROLES)
def test_roles(marked: Marked, text: str, exact: str, kind: Kind) -> None:
    role = next(m for m in marked(text)._.mentions if m.evidence.exact == exact)
    assert (role.form, role.kind) == (Form.ROLE, kind)


@pytest.mark.parametrize("text", ["A charity gave money.", "Ministers met.", "It is known that rain fell."])
def test_what_refers_to_nobody(marked: Marked, text: str) -> None:
    assert not marked(text)._.mentions


def test_a_role_stands_for_the_name_that_it_is_applied_to(marked: Marked) -> None:
    mentions = marked("The ombudsman, {p:Ivan Rask}, spoke.")._.mentions
    role, name = mentions
    assert (role.form, role.stands_for) == (Form.ROLE, name.evidence)


def test_a_role_of_a_body_stands_for_no_person(marked: Marked) -> None:
    role = marked("The head of the police, {p:Ivan Rask}, spoke.")._.mentions[-2]
    assert (role.kind, role.stands_for) == (Kind.ORGANIZATION, None)


def test_pronouns_have_gender(marked: Marked) -> None:
    mentions = marked("She told him that it had failed.")._.mentions
    assert [(m.name, m.gender) for m in mentions] == [
        ("she", Gender.FEMALE),
        ("him", Gender.MALE),
        ("it", Gender.NEUTER),
    ]
