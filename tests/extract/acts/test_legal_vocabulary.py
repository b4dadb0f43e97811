"""Words of law from many jurisdictions, and the same words outside of it."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions


def told(nlp: Language, text: str) -> list[tuple[str, str]]:
    found = acts(positions(doc_of(nlp, text)))._.acts
    return [(a.type, a.date) for a in found if a.standing not in ("sought", "rejected")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The {c:Tavno Court} determined he had lied.", ("Judgment", "")),
        ("The {c:Tavno Court} deemed the tax unconstitutional.", ("Judgment", "")),
        ("The {c:Tavno Court} overturned the result of the election.", ("Judgment", "")),
        ("The {c:Tavno Court} halved the sentence of {p:Jan Kowal}.", ("Judgment", "")),
        ("The {c:Tavno Court} sent {p:Jan Kowal} to prison for life.", ("Judgment", "")),
        ("Police opened a criminal case against {p:Jan Kowal}.", ("Charge", "")),
        ("Police registered an FIR against {p:Jan Kowal}.", ("Charge", "")),
        ("Prosecutors accused {p:Jan Kowal} of fraud.", ("Charge", "")),
        ("{p:Jan Kowal} pleaded not guilty on {d:Monday=2024-03-11} to two counts of theft.", ("Charge", "")),
        ("The {c:Tavno Court} cleared {p:Jan Kowal} on {d:9 May=2024-05-09}.", ("Judgment", "2024-05-09")),
        ("The {o:Rail Inspectorate} withdrew the certificate of {o:Kolej}.", ("Sanction", "")),
        ("The {o:Assembly} ratified the treaty on {d:9 May=2024-05-09}.", ("Law", "2024-05-09")),
        ("The Ports Law, finally adopted in {d:May=2024-05}, is short.", ("Law", "2024-05")),
        ("Lawmakers signed off on a statute on {d:2 May=2024-05-02}.", ("Law", "2024-05-02")),
        ("The {o:Marra Cabinet} approved the formation of a health board.", ("Decree", "")),
        ("The {o:Marra government} ordered companies to change dollars.", ("Decree", "")),
        ("The {o:Marra government} declared a curfew. President {p:Eva Lem} lifted it.", ("Decree", "")),
        ("The {o:Marra Assembly} recognised the killings as genocide.", ("Resolution", "")),
        ("The {o:Marra Assembly} lifted the immunity of {p:Jan Kowal}.", ("Resolution", "")),
        ("Prosecutors charged {p:Jan Kowal} {d:last week=2024-05-06/2024-05-12}.", ("Charge", "2024-05-06/2024-05-12")),
    ],
)
def test_an_act_in_the_words_of_law(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    assert expected in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Fans accused {p:Jan Kowal} of diving.",
        "{p:Jan Kowal} ordered his players to press higher.",
        "The coach lifted the trophy and his wife photographed it.",
        "{o:Grid} approved the formation of a choir.",
        "{o:Grid} ordered its staff to return to the office.",
        "{p:Jan Kowal} overturned the result in the last minute.",
        "The goal was disallowed and the appeal rejected by the referee.",
        "Sales doubled and {o:Grid} cut the price.",
        "{o:Grid} resolved to do better.",
        "The bid was refused.",
        "He booked a table for nine.",
        "The martial law imposed on the set was a joke.",
        "The doctors cleared {p:Jan Kowal} on {d:9 May=2024-05-09}.",
        "The treaty was ratified on {d:9 May=2024-05-09}.",
    ],
)
def test_the_same_words_outside_of_law(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The {c:Tavno Court} remanded {p:Jan Kowal} until {d:4 June=2024-06-04}.", ""),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} until his appeal on {d:4 June=2024-06-04}.", ""),
        (
            "On {d:4 May=2024-05-04} the {c:Tavno Court} remanded {p:Jan Kowal} until {d:4 June=2024-06-04}.",
            "2024-05-04",
        ),
    ],
)
def test_the_end_of_a_term_is_not_the_day_of_the_act(nlp: Language, text: str, date: str) -> None:
    assert told(nlp, text) == [("Judgment", date)]


def test_who_makes_an_act_known_has_made_it_if_it_makes_such_acts(nlp: Language) -> None:
    text = "Nine firms have been barred from tenders, the {o:Trade Ministry} said on {d:Monday=2024-05-13}."
    (act,) = acts(doc_of(nlp, text))._.acts
    assert (act.by.exact, act.date) == ("Trade Ministry", "2024-05-13")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The {c:Tavno Court} jailed {p:Jan Kowal}. The sentence came on {d:Monday=2024-03-11}.", "2024-03-11"),
        (
            "The {c:Tavno Court} jailed {p:Jan Kowal}. The verdict was handed down on {d:Monday=2024-03-11}.",
            "2024-03-11",
        ),
        (
            "The {o:Exchequer} froze the assets of {o:Grid}. The order, dated {d:8 May=2024-05-08}, became public "
            "on {d:Friday=2024-05-10}.",
            "2024-05-08",
        ),
        (
            "The {c:Tavno Court} jailed {p:Jan Kowal}. The sentence will be handed down anew on {d:Monday=2024-03-11}.",
            "",
        ),
        ("The {c:Tavno Court} jailed {p:Jan Kowal}. The law on theft was adopted on {d:3 March=2019-03-03}.", ""),
        ("The {c:Tavno Court} jailed {p:Jan Kowal}. A verdict in {p:Eva Lem}'s case came in {d:May=2023-05}.", ""),
    ],
)
def test_the_day_that_a_later_sentence_gives_an_act(nlp: Language, text: str, date: str) -> None:
    assert told(nlp, text)[0][1] == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "On {d:Monday=2024-03-11} the {c:Tavno Court} met and the {c:Brom Court} jailed {p:Jan Kowal}.",
            ["2024-03-11"],
        ),
        ("A raid was made in {d:May=2024-05} and the {c:Brom Court} jailed {p:Jan Kowal}.", [""]),
        (
            "The {c:Brom Court} jailed {p:Jan Kowal} over {d:last month=2024-04}'s strike.",
            [""],
        ),
        ("{p:Jan Kowal} broke the Act of {d:1867=1867}, which the {c:Brom Court} later ruled to be void.", [""]),
        ("The {o:Marra government} issued an evacuation order, effective {d:Sunday=2024-05-12}.", [""]),
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_act(nlp: Language, text: str, dates: list[str]) -> None:
    assert [date for _, date in told(nlp, text)] == dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The regulator {o:MTR} fined the channel.", ["Sanction"]),
        ("{l:Marra County} issued an evacuation order.", ["Decree"]),
        ("The duo was jailed for a year.", ["Judgment"]),
        ("The camp's commandant has been charged with negligence.", ["Charge"]),
        ("Two were remanded by the {c:Tavno Court}; the others are wanted.", ["Judgment"]),
        ("We have today charged five officials.", ["Charge"]),
        ("The shop charged five euros.", []),
        ("The battery was charged.", []),
        ("Under the {o:Senate}'s Ports Act of {d:2019=2019} it is a crime.", []),
    ],
)
def test_who_makes_and_undergoes_acts_is_told_by_their_words(nlp: Language, text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in told(nlp, text)] == expected


@pytest.mark.parametrize("by", ["Tavno Herald", "Red Cross"])
def test_who_only_reports_an_act_has_not_made_it(nlp: Language, by: str) -> None:
    (act,) = acts(doc_of(nlp, f"Nine firms have been barred from tenders, the {{o:{by}}} said."))._.acts
    assert act.by is None
