"""Accusations: who is accused of what, in the article's words, by whom, and how far it has come."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.accusations import accusations

Told = tuple[str, str, str, str | None, str]


def read(nlp: Language, text: str) -> list[Told]:
    """Of each: who is accused, of what, how far it has come, by whom, when."""
    found = accusations(doc_of(nlp, text))._.accusations
    makers = (a.by or a.described for a in found)
    return [(a.person.exact, a.deed.exact, a.status, m and m.exact, a.date) for a, m in zip(found, makers, strict=True)]


ACCUSED: list[tuple[str, Told]] = [
    (
        "Prosecutors in {l:Tavno} have charged {p:Jan Kowal} with fraud and bribery on {d:Monday=2024-03-11}.",
        ("Jan Kowal", "fraud and bribery", "charged", "Prosecutors in Tavno", "2024-03-11"),
    ),
    (
        "{p:Jan Kowal}, accused of stealing 40 cars, denies it.",
        ("Jan Kowal", "stealing 40 cars", "suspected", None, ""),
    ),
    (
        "{p:Jan Kowal} was arrested on suspicion of murder.",
        ("Jan Kowal", "murder", "suspected", None, ""),
    ),
    (
        "The {c:Tavno Court} convicted {p:Jan Kowal} of theft on {d:Friday=2024-03-08}.",
        ("Jan Kowal", "theft", "convicted", "Tavno Court", "2024-03-08"),
    ),
    (
        "{p:Jan Kowal} was jailed for nine years for the abduction of two girls.",
        ("Jan Kowal", "the abduction of two girls", "convicted", None, ""),
    ),
    ("{p:Jan Kowal} was found guilty of arson by a jury.", ("Jan Kowal", "arson", "convicted", "a jury", "")),
    (
        "{p:Jan Kowal} was convicted on four counts of defrauding his clients.",
        ("Jan Kowal", "defrauding his clients", "convicted", None, ""),
    ),
    ("A judge cleared {p:Jan Kowal} of fraud.", ("Jan Kowal", "fraud", "acquitted", "A judge", "")),
    ("{p:Eva Lem} accused {p:Jan Kowal} of lying.", ("Jan Kowal", "lying", "suspected", "Eva Lem", "")),
]


@pytest.mark.parametrize(("text", "expected"), ACCUSED)
def test_an_accusation_has_the_deed_as_worded(nlp: Language, text: str, expected: Told) -> None:
    assert read(nlp, text) == [expected]


NOBODY_ACCUSED = [
    "Nobody has charged {p:Jan Kowal} with fraud.",
    "{p:Jan Kowal} may be charged with fraud.",
    "{p:Jan Kowal} was not convicted of fraud.",
    "{p:Jan Kowal} was jailed for nine years.",
    "{p:Jan Kowal} cleared his desk of papers.",
    "The shop charged {p:Jan Kowal} for two coffees that he had not ordered in {d:May=2023-05}?",
    "{p:Jan Kowal} was charged on Friday.",
]


@pytest.mark.parametrize("text", NOBODY_ACCUSED)
def test_what_is_denied_feared_or_no_deed_accuses_nobody(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []
