"""Whom the text calls a child, by the words beside the name."""

import pytest
import spacy
from marked import doc_of
from spacy.language import Language

from onrecord.extract.ages import ages

Found = list[tuple[str, str, bool]]

CHILDREN = [
    ("{p:Ilia}, 14, came back in May.", [("Ilia", "14", True)]),
    ("{p:Ilia Sorin} (9) has a sister.", [("Ilia Sorin", "9", True)]),
    ("{p:Ilia}, aged 14, came back.", [("Ilia", "aged 14", True)]),
    ("{p:Ilia}, who was fourteen when he was taken, came back.", [("Ilia", "who was fourteen", True)]),
    ("{p:Ilia} was only eight years old.", [("Ilia", "was only eight", True)]),
    ("{p:Ilia}, a 14-year-old from {l:Kherson}, came back.", [("Ilia", "a 14-year-old", True)]),
    ("The 14-year-old {p:Ilia} came back.", [("Ilia", "14-year-old", True)]),
    ("A seven-year-old Ukrainian boy, {p:Ilia}, came back.", [("Ilia", "A seven-year-old Ukrainian boy", True)]),
    ("A boy named {p:Ilia} came back.", [("Ilia", "A boy named", True)]),
    ("The girl, {p:Veronika}, came back.", [("Veronika", "The girl", True)]),
    ("Teenager {p:Ilia Sorin} spoke.", [("Ilia Sorin", "Teenager", True)]),
    ("{p:Veronika}, a schoolgirl from {l:Kherson}, spoke.", [("Veronika", "a schoolgirl", True)]),
    ("{p:Ilia}, 8, and {p:Artem}, 11, are brothers.", [("Ilia", "8", True), ("Artem", "11", True)]),
]
OF_AGE = [
    ("{p:Ilia}, 19, was 14 when he was taken.", [("Ilia", "19", False)]),
    ("{p:Ilia}, now 18, studies law.", [("Ilia", "now 18", False)]),
    ("{p:Nina Petrenko} (67) waited.", [("Nina Petrenko", "67", False)]),
    ("The 40-year-old lawyer {p:Nina Petrenko} waited.", [("Nina Petrenko", "40-year-old lawyer", False)]),
]
NOT_SAID = [
    "{p:Nina Petrenko}, 12 lawyers and two judges came.",  # a number of others
    "Children's ombudsman {p:Nina Petrenko} spoke.",
    "The girl's mother, {p:Nina Petrenko}, spoke.",
    "The commissioner for the rights of the child {p:Nina Petrenko} spoke.",
    "{p:Nina Petrenko}, a children's writer, spoke.",
    "{p:Nina Petrenko}, a boy-band manager, spoke.",
    "{p:Nina Petrenko} was 14 kilometres away.",
    "After 14 years {p:Nina Petrenko} came back.",
    "The boy and {p:Nina Petrenko} came back.",
    "A 14-year-old boy and {p:Nina Petrenko} came back.",
    "The {o:Boy Scouts}, 14, came back.",  # no person
    "Room 14\n{p:Nina Petrenko}",
]


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def found(nlp: Language, marked: str) -> Found:
    return [(age.person.exact, age.evidence.exact, age.minor) for age in ages(doc_of(nlp, marked))._.ages]


@pytest.mark.parametrize(("marked", "expected"), [*CHILDREN, *OF_AGE])
def test_ages_beside_a_name(blank: Language, marked: str, expected: Found) -> None:
    assert found(blank, marked) == expected


@pytest.mark.parametrize("marked", NOT_SAID)
def test_no_age_is_said(blank: Language, marked: str) -> None:
    assert found(blank, marked) == []


@pytest.mark.parametrize(("marked", "_"), [*CHILDREN, *OF_AGE])
def test_evidence_lies_at_its_offsets(blank: Language, marked: str, _: Found) -> None:
    doc = ages(doc_of(blank, marked))
    assert all(doc.text[age.evidence.start : age.evidence.end] == age.evidence.exact for age in doc._.ages)
