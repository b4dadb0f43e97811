"""Official acts: what reports one, who made it, whom it is against, when; and what only looks like a report."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions
from onrecord.values.findings import Act

Told = tuple[str, str | None, list[str], str]
NOT_DONE = ("sought", "rejected", "vetoed")


def read(nlp: Language, text: str) -> tuple[Act, ...]:
    found: tuple[Act, ...] = acts(positions(doc_of(nlp, text)))._.acts
    return found


def told(found: tuple[Act, ...]) -> list[Told]:
    return [(a.type, a.by.exact if a.by else None, [w.exact for w in a.against], a.date) for a in found]


WARRANTS: list[tuple[str, Told]] = [
    (
        "The {c:Halden Tribunal} issued an arrest warrant for {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "2024-05-03"),
    ),
    (
        "The {c:Halden Tribunal} issued warrants for {p:Jan Kowal}, head of the camp, and {p:Eva Lem}, his deputy.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal", "Eva Lem"], ""),
    ),
    (
        "Arrest warrants for {p:Jan Kowal} and {p:Eva Lem} were issued by the {c:Halden Tribunal} in {d:May=2023-05}.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal", "Eva Lem"], "2023-05"),
    ),
    (
        "On {d:5 March=2024-03-05}, judges of the {c:Halden Tribunal} issued warrants of arrest against General "
        "{p:Jan Kowal} and Admiral {p:Eva Lem} over strikes on power plants.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal", "Eva Lem"], "2024-03-05"),
    ),
    (
        "{p:Jan Kowal}, for whom the {c:Halden Tribunal} issued a warrant in {d:May=2023-05}, denies it.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "2023-05"),
    ),
    (
        "A warrant that the {c:Halden Tribunal} issued on {d:7 May=2024-05-07} for {p:Jan Kowal} remains open.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "2024-05-07"),
    ),
    ("{p:Jan Kowal} is wanted by the {c:Halden Tribunal}.", ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "")),
    (
        "Aid groups welcomed the {c:Halden Tribunal}'s arrest warrants of {d:7 May=2024-05-07} for {p:Jan Kowal}.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "2024-05-07"),
    ),
    (
        "It was {d:7 May=2024-05-07}, the day the {c:Halden Tribunal} issued an arrest warrant for {p:Jan Kowal}.",
        ("ArrestWarrant", "Halden Tribunal", ["Jan Kowal"], "2024-05-07"),
    ),
    (
        "A warrant for the arrest of {p:Jan Kowal} was signed by Judge {p:Eva Lem} of the {c:Tavno Court} on "
        "{d:3 May=2024-05-03}.",
        ("ArrestWarrant", "Tavno Court", ["Jan Kowal"], "2024-05-03"),
    ),
    (
        "The {c:Tavno Court} ordered the arrest of {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        ("ArrestWarrant", "Tavno Court", ["Jan Kowal"], "2024-05-03"),
    ),
]

RESOLUTIONS: list[tuple[str, Told]] = [
    (
        "The {o:National Assembly} adopted a resolution on missing children on {d:4 April=2024-04-04}.",
        ("Resolution", "National Assembly", [], "2024-04-04"),
    ),
    (
        "The {o:Senate} took a stand, adopting a resolution on {d:4 April=2024-04-04} that speaks of war crimes.",
        ("Resolution", "Senate", [], "2024-04-04"),
    ),
    (
        "On {d:4 April=2024-04-04} the {o:Senate} voted to adopt a resolution condemning {l:Torvia}.",
        ("Resolution", "Senate", ["Torvia"], "2024-04-04"),
    ),
    (
        "On {d:4 April=2024-04-04}, the {o:Senate} adopted a resolution urging {l:Torvia} to free them.",
        ("Resolution", "Senate", [], "2024-04-04"),
    ),
    (
        "In a resolution adopted on {d:Friday=2024-03-08}, the {o:Senate} called for an inquiry.",
        ("Resolution", "Senate", [], "2024-03-08"),
    ),
    (
        "The office was set up under {o:Security Council} Resolution 2482 (2019).",
        ("Resolution", "Security Council", [], "2019"),
    ),
    (
        "The campaign led to the adoption of a {o:Senate} resolution on the missing.",
        ("Resolution", "Senate", [], ""),
    ),
    (
        "In Resolution 77/12 of {d:4 April=2024-04-04}, the {o:Assembly} condemned {l:Torvia}.",
        ("Resolution", "Assembly", ["Torvia"], "2024-04-04"),
    ),
    (
        "The {o:Security Council} condemned {o:Grid} in a resolution on {d:4 April=2024-04-04}.",
        ("Resolution", "Security Council", ["Grid"], "2024-04-04"),
    ),
    (
        "{o:Security Council} Resolution 1999, adopted in {d:May 2011=2011-05}, set up the mission.",
        ("Resolution", "Security Council", [], "2011-05"),
    ),
]

JUDGMENTS: list[tuple[str, Told]] = [
    (
        "The {c:Rights Court} ruled on {d:Thursday=2024-03-14} that {l:Torvia} had broken the convention.",
        ("Judgment", "Rights Court", ["Torvia"], "2024-03-14"),
    ),
    (
        "In its judgment of {d:9 July=2024-07-09} in the case of {l:Norland} v. {l:Torvia}, the {c:Rights Court} held "
        "{l:Torvia} responsible for the raids.",
        ("Judgment", "Rights Court", ["Torvia"], "2024-07-09"),
    ),
    (
        "{p:Jan Kowal} was convicted of fraud by the {c:Tavno Court} in {d:2021=2021}.",
        ("Judgment", "Tavno Court", ["Jan Kowal"], "2021"),
    ),
    (
        "The {c:Tavno Court} found {p:Jan Kowal} and {p:Eva Lem} guilty of spying on {d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Court", ["Jan Kowal", "Eva Lem"], "2024-03-08"),
    ),
    (
        "The {c:Tavno Court} acquitted {p:Jan Kowal} on {d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Court", [], "2024-03-08"),
    ),
    (
        "- {d:9 May 2024=2024-05-09}: The {c:Tavno Tribunal} rules that {o:Grid} cheated its staff.",
        ("Judgment", "Tavno Tribunal", ["Grid"], "2024-05-09"),
    ),
    (
        "On {d:9 May=2024-05-09} the {c:Tavno Court of Upper Arlen} jailed Major {p:Jan Kowal} and Captain "
        "{p:Eva Lem}.",
        ("Judgment", "Tavno Court of Upper Arlen", ["Jan Kowal", "Eva Lem"], "2024-05-09"),
    ),
    (
        "{p:Jan Kowal} was handed a nine-year term by the {c:Tavno Court} on {d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Court", ["Jan Kowal"], "2024-03-08"),
    ),
    (
        "{p:Jan Kowal}'s conviction was upheld by the {c:Supreme Court} on {d:Friday=2024-03-08}.",
        ("Judgment", "Supreme Court", ["Jan Kowal"], "2024-03-08"),
    ),
    (
        "The {c:Tavno Court} declared {l:Torvia} liable on {d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Court", ["Torvia"], "2024-03-08"),
    ),
    (
        "The {c:Tavno Court} sentenced {p:Jan Kowal}, a former dock foreman, and broker {p:Eva Lem} to six years on "
        "{d:Friday=2024-03-08}.",
        ("Judgment", "Tavno Court", ["Jan Kowal", "Eva Lem"], "2024-03-08"),
    ),
]

CHARGES_AND_SANCTIONS: list[tuple[str, Told]] = [
    (
        "The {o:Prosecutor's Office} charged {p:Jan Kowal} with murder on {d:Monday=2024-03-11}.",
        ("Charge", "Prosecutor's Office", ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "The {o:Security Service} served {p:Jan Kowal} with a notice of suspicion on {d:Monday=2024-03-11}.",
        ("Charge", "Security Service", ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "{p:Eva Lem} said on {d:2 May=2024-05-02} that the {o:Security Service} had declared {p:Jan Kowal} a suspect.",
        ("Charge", "Security Service", ["Jan Kowal"], ""),
    ),
    (
        "{l:Canada} imposed sanctions on ten people, including {p:Jan Kowal} and {p:Eva Lem}, in {d:May=2023-05}.",
        ("Sanction", "Canada", ["Jan Kowal", "Eva Lem"], "2023-05"),
    ),
    (
        "{l:Canada} announced on {d:Monday=2024-03-11} that the {o:Treasury} had sanctioned {p:Jan Kowal}.",
        ("Sanction", "Treasury", ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "{p:Jan Kowal} was sanctioned by the {o:European Union} in {d:2022=2022}.",
        ("Sanction", "European Union", ["Jan Kowal"], "2022"),
    ),
    (
        "The {o:League of Cities} suspended {l:Torvia} from membership on {d:Monday=2024-03-11}.",
        ("Sanction", "League of Cities", ["Torvia"], "2024-03-11"),
    ),
    (
        "The suspension of {l:Torvia}, ordered by the {o:League of Cities} in {d:May=2023-05}, ended the talks.",
        ("Sanction", "League of Cities", ["Torvia"], "2023-05"),
    ),
    (
        "The {o:League of Cities} suspended {l:Torvia}'s membership in {d:May=2023-05}.",
        ("Sanction", "League of Cities", ["Torvia"], "2023-05"),
    ),
    (
        "{p:Jan Kowal} was hit with sanctions by {l:Canada} in {d:May=2023-05}.",
        ("Sanction", "Canada", ["Jan Kowal"], "2023-05"),
    ),
    (
        "{p:Jan Kowal} was added to {l:Canada}'s sanctions list on {d:Monday=2024-03-11}.",
        ("Sanction", "Canada", ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "{l:Torvia} was suspended from the {o:League of Cities} in {d:May=2023-05}.",
        ("Sanction", "League of Cities", ["Torvia"], "2023-05"),
    ),
    (
        "{l:Torvia}'s membership of the {o:League of Cities} was suspended on {d:Monday=2024-03-11}.",
        ("Sanction", "League of Cities", ["Torvia"], "2024-03-11"),
    ),
]

LAWS_AND_AGREEMENTS: list[tuple[str, Told]] = [
    (
        "President {p:Ana Duarte} signed a decree on adoptions on {d:30 May=2022-05-30}.",
        ("Decree", "Ana Duarte", [], "2022-05-30"),
    ),
    (
        "The {o:Assembly} passed the Child Protection Act on {d:30 May=2022-05-30}.",
        ("Law", "Assembly", [], "2022-05-30"),
    ),
    ("- {d:19 May 2024=2024-05-19}: The {o:Assembly} passes the Housing Act.", ("Law", "Assembly", [], "2024-05-19")),
    (
        "Under the Child Protection Act, passed by the {o:Assembly} in {d:2014=2014}, this is a crime.",
        ("Law", "Assembly", [], "2014"),
    ),
    (
        "She was dismissed by a decree of the President, {p:Ana Duarte}, on {d:30 May=2022-05-30}.",
        ("Decree", "Ana Duarte", [], "2022-05-30"),
    ),
    (
        "President {p:Ana Duarte} closed the ports by decree on {d:30 May=2022-05-30}.",
        ("Decree", "Ana Duarte", [], "2022-05-30"),
    ),
    (
        "The {o:Assembly} answered with a law on pensions, passed on {d:30 May=2022-05-30} by 70 votes to 3.",
        ("Law", "Assembly", [], "2022-05-30"),
    ),
    (
        "It was run by virtue of the Law “On Ports”, adopted by the {o:Assembly} on {d:3 May 2019=2019-05-03}.",
        ("Law", "Assembly", [], "2019-05-03"),
    ),
    (
        "{l:Torvia} and {l:Ruritania} signed an agreement on prisoners on {d:30 May=2022-05-30}.",
        ("Agreement", None, ["Torvia", "Ruritania"], "2022-05-30"),
    ),
    (
        "{l:Torvia} signed a memorandum with the {o:Red Crescent} on {d:30 May=2022-05-30}.",
        ("Agreement", None, ["Torvia", "Red Crescent"], "2022-05-30"),
    ),
    (
        "The {o:Red Crescent} entered into an agreement with the {o:League} on {d:30 May=2022-05-30}.",
        ("Agreement", None, ["Red Crescent", "League"], "2022-05-30"),
    ),
    (
        "{l:Torvia} and {l:Ruritania} agreed a truce on {d:30 May=2022-05-30}.",
        ("Agreement", None, ["Torvia", "Ruritania"], "2022-05-30"),
    ),
]

NAMED_LOOSELY: list[tuple[str, list[Told]]] = [
    (
        "The {c:Supreme Court} overturned the conviction of {p:Jan Kowal} on {d:Friday=2024-03-08}.",
        [("Judgment", "Supreme Court", [], "2024-03-08"), ("Judgment", None, ["Jan Kowal"], "")],
    ),
    (
        "On {d:22 July=2024-07-22} the {o:Office of Public Prosecutions} ({o:OPP}) charged {p:Jan Kowal} and "
        "{p:Eva Lem} with murder.",
        [("Charge", "Office of Public Prosecutions", ["Jan Kowal", "Eva Lem"], "2024-07-22")],
    ),
    (
        "On {d:4 April=2024-04-04} the {o:Parliamentary Assembly of the League} ({o:PAL}) adopted a resolution in "
        "which the transfers are said to be crimes.",
        [("Resolution", "PAL", [], "2024-04-04")],
    ),
    (
        "The {o:Assembly} adopted a resolution on {d:3 May=2024-05-03}. The {o:Northern Council} passed one condemning "
        "{l:Torvia} on {d:7 May=2024-05-07}.",
        [
            ("Resolution", "Assembly", [], "2024-05-03"),
            ("Resolution", "Northern Council", ["Torvia"], "2024-05-07"),
        ],
    ),
    (
        "Sanctions against {p:Jan Kowal} were long awaited; {l:Canada} imposed them in {d:May=2023-05}.",
        [("Sanction", "Canada", ["Jan Kowal"], "2023-05")],
    ),
    (
        "The {c:Tavno Court} issued warrants for {p:Jan Kowal}, also known as Crow, and for the former senator "
        "{p:Eva Lem} on {d:7 May=2024-05-07}.",
        [("ArrestWarrant", "Tavno Court", ["Jan Kowal", "Eva Lem"], "2024-05-07")],
    ),
    (
        "On {d:2 May 2023=2023-05-02} {l:Torvia} and {l:Norland} agreed on the Declaration on Missing Persons.",
        [("Agreement", None, ["Torvia", "Norland"], "2023-05-02")],
    ),
    (
        "The {c:Federal Court} sentenced {p:Jan Kowal} to life on {d:Friday=2024-03-08}. {p:Eva Lem} got 20 years in "
        "prison.",
        [("Judgment", "Federal Court", ["Jan Kowal", "Eva Lem"], "2024-03-08")],
    ),
    (
        "The {c:Tavno Court} imposed terms of 25 years on {p:Jan Kowal} and 18 years on {p:Eva Lem} in {d:2022=2022}.",
        [("Judgment", "Tavno Court", ["Jan Kowal", "Eva Lem"], "2022")],
    ),
    (
        "The {c:Halden Tribunal} awarded {o:Grid} 30 million euros on {d:Friday=2024-03-08}.",
        [("Judgment", "Halden Tribunal", [], "2024-03-08")],
    ),
    (
        "{l:Canada} sanctioned the {o:Wolf Brigade} and its leader, the boxer {p:Jan Kowal}, on {d:Friday=2024-03-08}.",
        [("Sanction", "Canada", ["Wolf Brigade", "Jan Kowal"], "2024-03-08")],
    ),
    (
        "{l:Canada} imposed sanctions on four on {d:Friday=2024-03-08}. They are:\n"
        "• {p:Jan Kowal}, governor of {l:Tavno};\n"
        "• {p:Eva Lem}, director of the {o:Palace}, and her deputy, {p:Ana Duarte};\n"
        "• the {o:Harbour Foundation}, which sent books to {l:Tavno}.\nThe list is public.",
        [("Sanction", "Canada", ["Jan Kowal", "Eva Lem", "Ana Duarte", "Harbour Foundation"], "2024-03-08")],
    ),
]

NO_ACT = [
    "Prosecutors asked the {c:Halden Tribunal} to issue an arrest warrant for {p:Jan Kowal}.",
    "The {c:Halden Tribunal} may issue an arrest warrant for {p:Jan Kowal}.",
    "The {c:Halden Tribunal} refused to issue an arrest warrant for {p:Jan Kowal}.",
    "The {c:Halden Tribunal} has not issued an arrest warrant for {p:Jan Kowal}.",
    "The {c:Tavno Court} rejected a request for an arrest warrant for {p:Jan Kowal} on {d:Monday=2024-03-11}.",
    "The {c:Tavno Court} issued a search warrant for the flat of {p:Jan Kowal}.",
    "If the {c:Halden Tribunal} issues a warrant for {p:Jan Kowal}, he will be arrested.",
    "Did the {c:Halden Tribunal} issue a warrant for {p:Jan Kowal}?",
    "The {c:Halden Tribunal} sits in {l:Halden}.",
    "The resolution failed in the {o:Senate} on {d:4 April=2024-04-04}.",
    "{l:Torvia} vetoed a {o:Security Council} resolution on {d:4 April=2024-04-04}.",
    "The {o:Senate} rejected a resolution on missing children on {d:4 April=2024-04-04}.",
    "The {o:Senate} will debate a resolution on {d:4 April=2024-04-04}.",
    "She called on the {o:Senate} to adopt a resolution.",
    "The {c:Tavno Court} will rule on {d:Monday=2024-03-18}.",
    "The {c:Tavno Court} heard the case against {p:Jan Kowal} on {d:Monday=2024-03-11}.",
    "The {c:Rights Court} has so far delivered 47 judgments against {l:Torvia}.",
    "The {c:Rights Court} ruled unanimously.",
    "Since it opened, the {o:Prosecutor's Office} has indicted 9 people.",
    "The {o:Ministry} welcomed the suspension of flights on {d:Monday=2024-03-11}.",
    "President {p:Ana Duarte} rules by decree.",
    "The {o:Club} objected to the expulsion of guests.",
    "The {o:Security Service} is considering charges against {p:Jan Kowal}.",
    "The {o:Grid Company} charged 30 euros a month.",
    "The {o:Grid Company} charged {p:Jan Kowal} 30 euros on {d:Monday=2024-03-11}.",
    "The {o:Airline} suspended flights from {l:Torvia} on {d:Monday=2024-03-11}.",
    "The {c:Rights Court} issued 47 judgments against {l:Torvia} in {d:2022=2022}.",
    "{l:Canada} threatened to sanction {p:Jan Kowal}.",
    "{p:Eva Lem} called for {p:Jan Kowal} to be sanctioned by {l:Canada}.",
    "Activists demanded that {p:Ana Duarte} sign a decree.",
    "The {o:Assembly} passed the bill at first reading on {d:30 May=2022-05-30}.",
    "{l:Torvia} and {l:Ruritania} failed to reach an agreement on {d:30 May=2022-05-30}.",
    "{l:Torvia} has agreed to sign a treaty with {l:Ruritania}.",
    "{l:Torvia} and {l:Ruritania} agreed on a date.",
    "{p:Jan Kowal} is not under {o:League} sanctions.",
    "The {o:Panel} has looked at it. In {d:2022=2022} {it:it} found the {o:Police Service} responsible.",
    "The {o:Ministry} has a law in mind. The {o:Senate} will adopt it in {d:May=2024-05}.",
    "The {c:Rights Court} holds that both may bear responsibility.",
    "The {o:University} awarded {p:Jan Kowal} 30 million euros on {d:Friday=2024-03-08}.",
    "The {c:Halden Tribunal} awarded {p:Jan Kowal} a medal on {d:Friday=2024-03-08}.",
    "{p:Eva Lem} got 20 years of schooling.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*WARRANTS, *RESOLUTIONS, *JUDGMENTS, *CHARGES_AND_SANCTIONS, *LAWS_AND_AGREEMENTS]
)
def test_an_act_is_reported(nlp: Language, text: str, expected: Told) -> None:
    assert expected in told(read(nlp, text))


@pytest.mark.parametrize(("text", "expected"), NAMED_LOOSELY)
def test_who_acts_and_upon_whom_is_found_where_it_is_told_loosely(
    nlp: Language, text: str, expected: list[Told]
) -> None:
    assert told(read(nlp, text)) == expected


def test_bullets_of_something_else_are_no_targets(nlp: Language) -> None:
    text = "{l:Canada} imposed sanctions on {p:Jan Kowal} on {d:Friday=2024-03-08}.\n- {p:Eva Lem} won a prize."
    assert told(read(nlp, text)) == [("Sanction", "Canada", ["Jan Kowal"], "2024-03-08")]


WORDED_OTHERWISE: list[tuple[str, Told]] = [
    (
        "Governor {p:Jan Kowal} declared a state of emergency on {d:3 May=2024-05-03}.",
        ("Decree", "Jan Kowal", [], "2024-05-03"),
    ),
    (
        "On {d:3 May=2024-05-03}, the {o:Ministry of Health} declared a national emergency over the measles outbreak.",
        ("Decree", "Ministry of Health", [], "2024-05-03"),
    ),
    (
        "An emergency was declared by President {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        ("Decree", "Jan Kowal", [], "2024-05-03"),
    ),
    (
        "The {o:Central Bank} froze the accounts of {o:Dock Company} on {d:3 May=2024-05-03}.",
        ("Sanction", "Central Bank", ["Dock Company"], "2024-05-03"),
    ),
    (
        "The {o:Press Council} cancelled {o:Radio Lisk}'s registration on {d:3 May=2024-05-03}.",
        ("Sanction", "Press Council", ["Radio Lisk"], "2024-05-03"),
    ),
    (
        "The {o:Social Board} suspended {p:Jan Kowal}'s licence on {d:3 May=2024-05-03}.",
        ("Sanction", "Social Board", ["Jan Kowal"], "2024-05-03"),
    ),
    (
        "The {c:High Court} ordered the release of 31 detainees on {d:3 May=2024-05-03}.",
        ("Judgment", "High Court", [], "2024-05-03"),
    ),
    (
        "The {c:High Court} dismissed a petition by {o:Radio Lisk} on {d:3 May=2024-05-03}.",
        ("Judgment", "High Court", ["Radio Lisk"], "2024-05-03"),
    ),
    (
        "On {d:3 May=2024-05-03} the {c:High Court} threw out the case against {p:Jan Kowal}.",
        ("Judgment", "High Court", [], "2024-05-03"),
    ),
    (
        "The {c:High Court} set aside the ban on {d:3 May=2024-05-03}.",
        ("Judgment", "High Court", [], "2024-05-03"),
    ),
    (
        "The {c:Tavno Court} handed down four years to {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        ("Judgment", "Tavno Court", ["Jan Kowal"], "2024-05-03"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDED_OTHERWISE)
def test_an_act_is_reported_without_its_noun(nlp: Language, text: str, expected: Told) -> None:
    assert told(read(nlp, text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Governor {p:Jan Kowal} may declare a state of emergency on {d:3 May=2024-05-03}.",
        "{p:Jan Kowal} declared the swimming season open on {d:3 May=2024-05-03}.",
        "The {o:Rowing Club} threw out the case of wine on {d:3 May=2024-05-03}.",
        "The {o:Rowing Club} set aside a table on {d:3 May=2024-05-03}.",
        "The {o:Rowing Club} dismissed the claim on {d:3 May=2024-05-03}.",
        "{p:Jan Kowal}'s registration for the race was due on {d:3 May=2024-05-03}.",
    ],
)
def test_the_words_without_the_body_or_the_thing_are_no_act(nlp: Language, text: str) -> None:
    assert read(nlp, text) == ()


@pytest.mark.parametrize("text", NO_ACT)
def test_what_has_not_happened_is_no_act(nlp: Language, text: str) -> None:
    assert told(tuple(a for a in read(nlp, text) if a.standing not in NOT_DONE)) == []


SOUGHT: list[tuple[str, tuple[str, str | None, str | None, list[str], str]]] = [
    (
        "Prosecutors asked the {c:Halden Tribunal} to issue an arrest warrant for {p:Jan Kowal}.",
        ("sought", "Halden Tribunal", None, ["Jan Kowal"], ""),
    ),
    (
        "The prosecutor {p:Eva Lem} applied for an arrest warrant for {p:Jan Kowal} on {d:Monday=2024-03-11}.",
        ("sought", None, "Eva Lem", ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "The {o:Prosecutor's Office} filed an application for a warrant of arrest against {p:Jan Kowal}.",
        ("sought", None, "Prosecutor's Office", ["Jan Kowal"], ""),
    ),
    (
        "The {o:Prosecutor's Office} requested warrants for {p:Jan Kowal} and {p:Ana Duarte} from the {c:Tavno Court}.",
        ("sought", "Tavno Court", "Prosecutor's Office", ["Jan Kowal", "Ana Duarte"], ""),
    ),
    (
        "{l:Norland} asked the {o:League} to impose sanctions on {p:Jan Kowal}.",
        ("sought", "League", "Norland", ["Jan Kowal"], ""),
    ),
    (
        "{l:Norland} submitted a draft resolution on missing children on {d:Monday=2024-03-11}.",
        ("sought", None, "Norland", [], "2024-03-11"),
    ),
    (
        "The {c:Halden Tribunal} refused to issue an arrest warrant for {p:Jan Kowal}.",
        ("rejected", "Halden Tribunal", None, ["Jan Kowal"], ""),
    ),
    (
        "The {c:Tavno Court} rejected a request for an arrest warrant for {p:Jan Kowal} on {d:Monday=2024-03-11}.",
        ("rejected", "Tavno Court", None, ["Jan Kowal"], "2024-03-11"),
    ),
    (
        "{l:Torvia} vetoed a {o:Security Council} resolution on {d:4 April=2024-04-04}.",
        ("vetoed", "Security Council", None, [], "2024-04-04"),
    ),
    (
        "The {o:Senate} rejected a resolution on missing children on {d:4 April=2024-04-04}.",
        ("rejected", "Senate", None, [], "2024-04-04"),
    ),
]
NEITHER_SOUGHT_NOR_REJECTED = [
    "{p:Eva Lem} called on the {o:Senate} to adopt a resolution on missing children.",
    "Her mother asked the {o:Senate} to adopt a resolution on missing children.",
    "{l:Canada} threatened to sanction {p:Jan Kowal}.",
    "{l:Canada} hopes that the {c:Tavno Court} will issue a warrant for {p:Jan Kowal}.",
    "The {c:Tavno Court} may reject a request for an arrest warrant for {p:Jan Kowal}.",
    "The {o:Prosecutor's Office} has not requested a warrant for {p:Jan Kowal}.",
    "The {o:Prosecutor's Office} requested no warrant for {p:Jan Kowal}.",
    "{p:Jan Kowal} rejected the charges.",
    "The {o:Ministry} rejected the judgment of the {c:Rights Court} of {d:4 April=2024-04-04}.",
    "The {c:Halden Tribunal} issued an arrest warrant for {p:Jan Kowal}.",
    "The {c:Tavno Court} rejected a request for a hearing by {p:Jan Kowal}.",
]


@pytest.mark.parametrize(("text", "expected"), SOUGHT)
def test_what_is_asked_for_or_turned_down_is_told_apart(
    nlp: Language, text: str, expected: tuple[str, str | None, str | None, list[str], str]
) -> None:
    (act,) = read(nlp, text)
    by, seeker = (words.exact if words else None for words in (act.by, act.sought_by))
    assert (act.standing, by, seeker, [w.exact for w in act.against], act.date) == expected


@pytest.mark.parametrize("text", NEITHER_SOUGHT_NOR_REJECTED)
def test_what_is_hoped_for_done_or_disagreed_with_is_neither(nlp: Language, text: str) -> None:
    assert [a for a in read(nlp, text) if a.standing in NOT_DONE] == []


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal} remains in force.", "in_force"),
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal}, which remains open, names him.", "in_force"),
        ("The {o:Senate} passed a law on pensions on {d:Monday=2024-03-11}. It took effect in April.", "in_force"),
        ("The {o:Senate} passed a law on pensions on {d:Monday=2024-03-11}. It will take effect in May.", "issued"),
        ("The {o:Senate} passed a law on pensions on {d:Monday=2024-03-11}. It is not in force yet.", "issued"),
        ("The {o:Senate} passed a law on forced labour on {d:Monday=2024-03-11}. The ban is in force.", "issued"),
        ("The sanctions imposed by {l:Canada} on {p:Jan Kowal} were lifted in {d:May=2023-05}.", "withdrawn"),
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal} should be withdrawn.", "issued"),
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal} was not withdrawn.", "issued"),
        (
            "The {c:Tavno Court} upheld the conviction of {p:Jan Kowal}. The conviction of another man was quashed.",
            "issued",
        ),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Friday=2024-03-08}. He has appealed.", "appealed"),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Friday=2024-03-08}. He lodged an appeal.", "appealed"),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Friday=2024-03-08}. He did not appeal.", "issued"),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Friday=2024-03-08}. He appealed for calm.", "issued"),
        ("{p:Jan Kowal} was jailed for nine years. The conviction was quashed.", "overturned"),
        ("The charges against {p:Jan Kowal} were thrown out.", "overturned"),
        ("The charges against {p:Jan Kowal} were dropped.", "withdrawn"),
        ("The sanctions imposed by {l:Canada} on {p:Jan Kowal} have expired.", "expired"),
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal} was suspended.", "suspended"),
        ("{p:Jan Kowal} was jailed for nine years. The sentence was upheld in {d:May=2023-05}.", "upheld"),
        ("The lower house of the {o:Assembly} passed a bill on pensions.", "passed_by_chamber"),
        ("The {o:Assembly} passed a bill on pensions, which now goes to the Senate.", "passed_by_chamber"),
        ("The {o:Assembly} passed a bill on pensions that the lower house had drafted.", "issued"),
        (
            "The {o:Trade Ministry} issued a decree in {d:May=2024-05}, which expired in {d:July=2024-07}.",
            "expired",
        ),
        ("The {o:Trade Ministry} issued a decree on permits which expired long ago.", "issued"),
        ("The {o:Trade Ministry} revoked the licence of {o:Grid}, which had expired.", "issued"),
        ("President {p:Ana Duarte} declared a curfew. The curfew expired on {d:Friday=2024-03-15}.", "expired"),
        ("The {o:Assembly} passed a bill on pensions, which President {p:Ana Duarte} vetoed.", "vetoed"),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} for nine years. The sentence was stayed.", "suspended"),
        ("The {c:Appeal Court} convicted {p:Jan Kowal} on appeal.", "issued"),
        ("President {p:Ana Duarte} signed a decree on ports. It takes effect in {d:July=2024-07}.", "in_force"),
    ],
)
def test_where_an_act_stands(nlp: Language, text: str, standing: str) -> None:
    assert [a.standing for a in read(nlp, text)] == [standing]


def test_each_of_several_bodies_has_acted(nlp: Language) -> None:
    found = read(nlp, "{p:Jan Kowal} was sanctioned by the {o:European Union} and {l:Canada} in {d:2022=2022}.")
    assert [(a.by and a.by.exact, a.date) for a in found] == [("European Union", "2022"), ("Canada", "2022")]


def test_the_next_sentence_goes_on_naming_targets(nlp: Language) -> None:
    text = "{l:Canada} sanctioned four people on {d:Friday=2024-03-08}. {p:Jan Kowal} and {p:Eva Lem} were sanctioned."
    assert told(read(nlp, text)) == [("Sanction", "Canada", ["Jan Kowal", "Eva Lem"], "2024-03-08")]


def test_the_court_goes_on(nlp: Language) -> None:
    text = "The {c:Tavno Court} convicted {p:Jan Kowal} on {d:Friday=2024-03-08}. {it:It} also jailed {p:Eva Lem}."
    assert told(read(nlp, text)) == [("Judgment", "Tavno Court", ["Jan Kowal", "Eva Lem"], "2024-03-08")]


def test_a_dateline_does_not_act(nlp: Language) -> None:
    text = (
        "{l:ARLEN}, {d:12 March=2024-03-12} (Wire) - The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Monday=2024-03-11}."
    )
    assert [a.by and a.by.exact for a in read(nlp, text)] == ["Tavno Court"]


def test_a_listing_counts_once_sanctions_have_been_told(nlp: Language) -> None:
    alone = "The {o:Ministry} had listed {p:Eva Lem} in {d:2022=2022}."
    assert read(nlp, alone) == ()
    found = read(nlp, "The {o:Ministry} sanctioned {p:Jan Kowal}. " + alone)
    assert told(found)[1] == ("Sanction", "Ministry", ["Eva Lem"], "2022")


def test_a_body_of_somebodys_title_is_no_target(nlp: Language) -> None:
    text = (
        "The {c:Halden Tribunal} issued a warrant for {p:Jan Kowal}, commissioner in the {o:Office of the President}."
    )
    assert [w.exact for w in read(nlp, text)[0].against] == ["Jan Kowal"]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The {c:Halden Tribunal} issued a warrant for {p:Jan Kowal} over raids.", "standing", "issued"),
        ("The {c:Halden Tribunal}'s warrant for {p:Jan Kowal} remains in force.", "standing", "in_force"),
        (
            "On {d:4 March 2024=2024-03-04} the {c:Tavno Court} found {o:Grid} liable. The firm says it will appeal.",
            "standing",
            "appealed",
        ),
        ("{o:Security Council} Resolution 2482 (2019) calls for action.", "number", "Resolution 2482 (2019)"),
        ("The {c:Tavno Court} convicted {p:Jan Kowal} of fraud (case 212/23).", "number", "212/23"),
        ("The {o:Senate} adopted Law No. 12 on ports on {d:Monday=2024-03-11}.", "number", "Law No. 12"),
        ("President {p:Ana Duarte} signed Decree No. 330 on {d:Monday=2024-03-11}.", "number", "Decree No. 330"),
        (
            "The {o:Assembly} passed the Child Protection Act on {d:Monday=2024-03-11}.",
            "number",
            "Child Protection Act",
        ),
        ("The Law “On Ports”, adopted by the {o:Assembly} in {d:2019=2019}, is void.", "number", "Law “On Ports”"),
        ("{l:Torvia} and {l:Norland} signed the Arlen Treaty.", "number", "Arlen Treaty"),
        ("The {o:Senate} adopted a resolution on ports on {d:Monday=2024-03-11}.", "number", ""),
        ("The {c:Tavno Court} convicted {p:Jan Kowal} of fraud.", "subject", "fraud"),
        ("{c:Tavno Court} convicts {p:Jan Kowal} of fraud\n\nHe will appeal.", "subject", "fraud"),
        ("The {c:Tavno Court} issued a warrant for {p:Jan Kowal} over the raids.", "subject", "the raids"),
        ("The {o:Prosecutor's Office} charged {p:Jan Kowal} with murder.", "subject", "murder"),
        (
            "{l:Canada} sanctioned {p:Jan Kowal} for the deportation of children.",
            "subject",
            "the deportation of children",
        ),
        ("President {p:Ana Duarte} signed a decree on adoption on {d:Monday=2024-03-11}.", "subject", "adoption"),
        ("The {o:Senate} passed a law on the protection of minors.", "subject", "the protection of minors"),
        ("{l:Torvia} and {l:Norland} signed an agreement on prisoners.", "subject", "prisoners"),
        ("The {c:Tavno Court} jailed {p:Jan Kowal} for life on {d:Monday=2024-03-11}.", "subject", ""),
        ("The {o:Senate} adopted a resolution on missing children.", "subject", "missing children"),
    ],
)
def test_details(nlp: Language, text: str, field: str, value: str) -> None:
    assert [getattr(a, field) for a in read(nlp, text)] == [value]


def test_evidence_is_the_words_of_the_text(nlp: Language) -> None:
    doc = acts(positions(doc_of(nlp, "The {c:Tavno Court} jailed {p:Jan Kowal} on {d:Friday=2024-03-08}.")))
    for act in doc._.acts:
        for words in (act.evidence, act.by, *act.against, act.sentence):
            assert doc.text[words.start : words.end] == words.exact
