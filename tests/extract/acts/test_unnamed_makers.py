"""Acts whose maker the article does not name: described ('a court in Tavno', 'the jury'), or not told at all."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions
from onrecord.values.findings import Act

Told = tuple[str, str | None, str | None, str | None, list[str]]


def read(nlp: Language, text: str) -> tuple[Act, ...]:
    found: tuple[Act, ...] = acts(positions(doc_of(nlp, text)))._.acts
    return found


def told(act: Act) -> Told:
    """Its type, its maker by mention and by description, the place, and whom it is against."""
    parts = (act.by, act.described, act.place)
    by, described, place = (part.exact if part else None for part in parts)
    return act.type, by, described, place, [w.exact for w in act.against]


DESCRIBED: list[tuple[str, Told]] = [
    (
        "A court in {l:Tavno} sentenced {p:Jan Kowal} to nine years on {d:Friday=2024-03-08}.",
        ("Judgment", None, "A court in Tavno", "Tavno", ["Jan Kowal"]),
    ),
    (
        "A federal judge ruled on {d:Friday=2024-03-08} that {o:Grid} had cheated its staff.",
        ("Judgment", None, "A federal judge", None, ["Grid"]),
    ),
    ("The jury convicted {p:Jan Kowal} of fraud.", ("Judgment", None, "The jury", None, ["Jan Kowal"])),
    (
        "{p:Jan Kowal} was jailed for life by a military tribunal in {l:Tavno}.",
        ("Judgment", None, "a military tribunal in Tavno", "Tavno", ["Jan Kowal"]),
    ),
    (
        "Prosecutors in {l:Tavno} have charged {p:Jan Kowal} with fraud.",
        ("Charge", None, "Prosecutors in Tavno", "Tavno", ["Jan Kowal"]),
    ),
    (
        "A magistrate issued an arrest warrant for {p:Jan Kowal} on {d:Friday=2024-03-08}.",
        ("ArrestWarrant", None, "A magistrate", None, ["Jan Kowal"]),
    ),
    (
        "President {p:Eva Lem}'s government indicted {p:Jan Kowal}.",
        ("Charge", None, "President Eva Lem's government", None, ["Jan Kowal"]),
    ),
    (
        "{l:Torvia} sentenced {p:Jan Kowal} to nine years in {d:May=2023-05}.",
        ("Judgment", None, "Torvia", "Torvia", ["Jan Kowal"]),
    ),
]

NOT_TOLD: list[tuple[str, Told]] = [
    ("{p:Jan Kowal} was jailed for nine years.", ("Judgment", None, None, None, ["Jan Kowal"])),
    ("{p:Jan Kowal} was indicted in {l:Tavno}.", ("Charge", None, None, "Tavno", ["Jan Kowal"])),
    ("{p:Jan Kowal} was found guilty of fraud.", ("Judgment", None, None, None, ["Jan Kowal"])),
    ("A warrant was issued for {p:Jan Kowal}.", ("ArrestWarrant", None, None, None, ["Jan Kowal"])),
    (
        "{p:Jan Kowal} was arrested by police on a charge of fraud.",
        ("Charge", None, None, None, ["Jan Kowal"]),
    ),
]

NAMED: list[tuple[str, Told]] = [
    (
        "{p:Jan Kowal} was convicted at {c:Tavno Crown Court} on {d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Crown Court", None, None, ["Jan Kowal"]),
    ),
    (
        "Judge {p:Eva Lem} sentenced {p:Jan Kowal}, the commander, to 14 years.",
        ("Judgment", "Eva Lem", None, None, ["Jan Kowal"]),
    ),
    (
        "Judges of the {c:Tavno Court} sentenced {p:Jan Kowal} to nine years.",
        ("Judgment", "Tavno Court", None, None, ["Jan Kowal"]),
    ),
    (
        "{rc:The court} convicted {p:Jan Kowal} of fraud on {d:Friday=2024-03-08}.",
        ("Judgment", "The court", "The court", None, ["Jan Kowal"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DESCRIBED, *NOT_TOLD, *NAMED])
def test_an_act_has_the_words_for_its_maker_or_none(nlp: Language, text: str, expected: Told) -> None:
    assert [told(act) for act in read(nlp, text)] == [expected]


NO_ACT = [
    "The crowd sentenced {p:Jan Kowal} to a long walk home.",
    "Critics convicted {p:Jan Kowal} of bad taste.",
    "The referee overturned his decision and the fans found {p:Jan Kowal} guilty.",
    "The match was suspended after ten minutes.",
    "It was found that {p:Jan Kowal} had paid.",
    "Two jailed insurgents were let go on {d:Friday=2024-03-08}.",
    "A restaurant fined for late orders closed.",
]


@pytest.mark.parametrize("text", NO_ACT)
def test_nobodys_deed_is_no_act(nlp: Language, text: str) -> None:
    assert [told(act) for act in read(nlp, text)] == []
