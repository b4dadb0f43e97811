"""Acts done to people whom the article does not name, and those whom it names elsewhere in the sentence."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions


def told(nlp: Language, text: str) -> list[tuple[str, list[str]]]:
    found = acts(positions(doc_of(nlp, text)))._.acts
    return [(a.type, [w.exact for w in a.against]) for a in found if a.standing not in ("sought", "rejected")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A nurse has been charged with theft.", "Charge"),
        ("Prosecutors charged five officials with fraud.", "Charge"),
        ("All three were formally charged.", "Charge"),
        ("Twelve have been indicted for arson.", "Charge"),
        ("A magistrate remanded 61 people.", "Judgment"),
        ("Two officers were found guilty of theft.", "Judgment"),
        ("A federal judge has suspended all deportations.", "Judgment"),
        ("A tribunal in {l:Tavno} threw out the case against two nurses.", "Judgment"),
        ("The suspect was ordered held in custody.", "Judgment"),
        ("Two sailors have been suspended by the {o:Coast Guard}.", "Sanction"),
        ("Nine firms were barred from public tenders.", "Sanction"),
        ("Arrest warrants were issued for a dozen men.", "ArrestWarrant"),
    ],
)
def test_an_act_on_somebody_in_particular_needs_no_name(nlp: Language, text: str, kind: str) -> None:
    assert told(nlp, text) == [(kind, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Some users were convicted of fraud.",
        "Many dealers were jailed.",
        "Courts jail dealers.",
        "The prisoners, who were jailed for theft, sing in a choir.",
        "The hotel charged them 50 euros.",
        "Batteries were charged with care.",
        "The match was suspended after ten minutes.",
        "The fans found the striker guilty of nothing.",
        "Critics said the jury was out.",
        "The {o:Tavno Herald} found he had lied.",
        "It bars two men from travel.",
    ],
)
def test_nobody_in_particular_or_nothing_of_law_is_no_act(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The {c:Tavno Court} dismissed an appeal of {p:Jan Kowal}.", ["Jan Kowal"]),
        ("The {c:Tavno Court} rejected {p:Jan Kowal}'s application for bail.", ["Jan Kowal"]),
        ("The {c:Tavno Court} threw out a petition filed by {o:Radio Lisk}.", ["Radio Lisk"]),
        ("The {c:Tavno Court} refused a request by {o:Radio Lisk}.", ["Radio Lisk"]),
        ("The {c:Tavno Court} dismissed a suit by {o:Radio Lisk} against {p:Jan Kowal}.", ["Radio Lisk"]),
        ("The {c:Tavno Court} threw out the charges against {p:Jan Kowal}.", []),
    ],
)
def test_a_petition_turned_down_is_against_who_brought_it(nlp: Language, text: str, expected: list[str]) -> None:
    assert [against for kind, against in told(nlp, text) if kind == "Judgment"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{p:Jan Kowal}'s conviction in {d:2018=2018} ended his career.", ["Jan Kowal"]),
        ("The {c:Tavno Court} handed down a sentence of nine years to {p:Jan Kowal}.", ["Jan Kowal"]),
        ("{p:Jan Kowal} and {p:Eva Lem} ran it. The {c:Tavno Court} jailed both.", ["Jan Kowal", "Eva Lem"]),
        (
            "The {c:Tavno Court} convicted the mayor, {p:Jan Kowal}, and his deputy, {p:Eva Lem}.",
            ["Jan Kowal", "Eva Lem"],
        ),
        ("The conviction by the judges of {p:Jan Kowal} was condemned.", ["Jan Kowal"]),
        ("The {c:Tavno Court} has jailed only two ministers, {p:Jan Kowal} and {p:Eva Lem}.", ["Jan Kowal", "Eva Lem"]),
    ],
)
def test_whom_the_words_of_a_judgment_name(nlp: Language, text: str, expected: list[str]) -> None:
    assert told(nlp, text) == [("Judgment", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The accord was signed by the {o:government of Marra} and the {o:Alliance of the Plains}.",
            ["government of Marra", "Alliance of the Plains"],
        ),
        (
            "Delegations of {l:Marra} and the {l:Republic of Senn} initialled an agreement.",
            ["Republic of Senn", "Marra"],
        ),
        ("The truce was signed on {d:2 May=2024-05-02}.", []),
    ],
)
def test_the_parties_of_an_agreement(nlp: Language, text: str, expected: list[str]) -> None:
    assert told(nlp, text) == [("Agreement", expected)]


def test_an_agreement_of_which_nothing_is_told_is_none(nlp: Language) -> None:
    assert told(nlp, "The accord was signed.") == []
