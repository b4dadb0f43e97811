"""Titles, their holders and the bodies they are held in, by the way that the text puts them."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.positions.component import positions

Found = list[tuple[str, str, str | None]]

BEFORE_THE_NAME = [
    ("{o:Harbour Light} director {p:Ana Duarte} was late.", [("Ana Duarte", "director", "Harbour Light")]),
    ("{o:Harbour Light} CEO, {p:Ana Duarte}, was late.", [("Ana Duarte", "CEO", "Harbour Light")]),
    ("First Lady {p:Ana Duarte} was late.", [("Ana Duarte", "First Lady", None)]),
    ("Professor {p:Eva Lem} of {o:Harbour University} spoke.", [("Eva Lem", "Professor", "Harbour University")]),
    (
        "The study co-author Professor {p:Eva Lem} of {o:Harbour University} spoke.",
        [("Eva Lem", "Professor", "Harbour University"), ("Eva Lem", "study co-author", None)],
    ),
    (
        "The {o:Sahel Mediation Forum} met. {rl:The Forum}'s envoy, {p:Eva Lem}, spoke.",
        [("Eva Lem", "envoy", "Sahel Mediation Forum")],
    ),
    (
        "The {c:Labour Court} sat. It rained. The hall was full. Nobody spoke. Justice {p:Eva Lem} came.",
        [("Eva Lem", "Justice", "Labour Court")],
    ),
    (
        "The {c:Labour Court} sat. The {c:High Court} did not. It rained. The hall was full. Justice {p:Eva Lem} came.",
        [("Eva Lem", "Justice", None)],
    ),
    ("The Torvian dictator {p:Jan Kowal} resigned.", [("Jan Kowal", "Torvian dictator", None)]),
    ("Two-time prime minister {p:Jan Kowal} resigned.", [("Jan Kowal", "prime minister", None)]),
    ("{l:Torvia}'s acting prime minister {p:Jan Kowal} resigned.", [("Jan Kowal", "prime minister", None)]),
    ("{l:Torvian Isles} President {p:Jan Kowal} resigned.", [("Jan Kowal", "Torvian Isles President", None)]),
    ("The people greeted Queen {p:Ada Duarte}.", [("Ada Duarte", "Queen", None)]),
    ("{o:Harbour University} law professor {p:Eva Lem} spoke.", [("Eva Lem", "law professor", "Harbour University")]),
    (
        "They named the {o:Wolf Brigade} and {it:its} commander, {p:Jan Kowal}.",
        [("Jan Kowal", "commander", "Wolf Brigade")],
    ),
    ("The mayor of {l:Tavno} {p:Jan Kowal} resigned.", [("Jan Kowal", "mayor", None)]),
    ("The head of the {o:Border Service} {p:Jan Kowal} resigned.", [("Jan Kowal", "head", "Border Service")]),
    (
        "The deputy minister of social affairs {p:Eva Lem} spoke.",
        [("Eva Lem", "deputy minister of social affairs", None)],
    ),
    (
        "{o:Rada} commissioner for human rights {p:Eva Lem} spoke.",
        [("Eva Lem", "commissioner for human rights", "Rada")],
    ),
    ("The {o:Bank of Torvia}'s governor, {p:Eva Lem}, resigned.", [("Eva Lem", "governor", "Bank of Torvia")]),
    ("{ro:The charity}'s founder, {p:Ana Duarte}, wept.", [("Ana Duarte", "founder", "The charity")]),
    (
        "The {o:Wolf Brigade} and its leader, the boxer {p:Jan Kowal}, left.",
        [("Jan Kowal", "leader", "Wolf Brigade")],
    ),
    (
        "Her lawyer, {p:Ana Duarte} of the {o:Centre for Law}, was late.",
        [("Ana Duarte", "lawyer", "Centre for Law")],
    ),
    ("They had thanked {p:Jan Kowal} who is the mayor.", [("Jan Kowal", "mayor", None)]),
    ("A teacher, {p:Ana Duarte}, who had lost her school, wept.", [("Ana Duarte", "teacher", None)]),
    ("Lawyer for the union, {p:Ana Duarte}, said no.", [("Ana Duarte", "Lawyer for the union", None)]),
    ("{ro:The ministry}'s spokesman, Colonel {p:Jan Kowal}, agreed.", [("Jan Kowal", "spokesman", "The ministry")]),
    ("Defence Minister General {p:Jan Kowal} resigned.", [("Jan Kowal", "Defence Minister", None)]),
    (
        "{o:Harbour Light} founder and director {p:Eva Lem} left.",
        [("Eva Lem", "founder", "Harbour Light"), ("Eva Lem", "director", "Harbour Light")],
    ),
    ("{o:Arlen Post} editor-in-chief {p:Eva Lem} resigned.", [("Eva Lem", "editor-in-chief", "Arlen Post")]),
    ("The court convicted a former reservist, {p:Goran Stan}, over the raids.", [("Goran Stan", "reservist", None)]),
    (
        "The {o:Task Force} has denied it. {it:Its} spokesman, Colonel {p:Jan Kowal}, said no.",
        [("Jan Kowal", "spokesman", "Task Force")],
    ),
    (
        "The {o:Task Force} met in {l:Tavno}. It was late. {it:Its} former spokesman, {p:Jan Kowal}, said no.",
        [("Jan Kowal", "spokesman", "Task Force")],
    ),
    ("In a statement, geochemist {p:Eva Lem} agreed.", [("Eva Lem", "geochemist", None)]),
    ("Member of Parliament (MP) {p:Eva Lem} spoke.", [("Eva Lem", "Member of Parliament", None)]),
    ("An accountant surnamed {p:Lem} was late.", [("Lem", "accountant", None)]),
    ("One of the {o:League}'s founders, {p:Eva Lem}, spoke.", [("Eva Lem", "founders", "League")]),
    ("Their ship's captain has left. The captain, {p:Eva Lem}, agreed.", [("Eva Lem", "captain", None)]),
    ("The {o:Relief Committee}, whose chair, {p:Eva Lem}, agreed, met.", [("Eva Lem", "chair", "Relief Committee")]),
    ("{o:Harbour Light} founder and president, {p:Eva Lem}, spoke.", [("Eva Lem", "president", "Harbour Light")]),
    ("{o:Green Party} leader and prime minister {p:Eva Lem} spoke.", [("Eva Lem", "prime minister", None)]),
    ("The {o:Harbour Light} (HL) director {p:Eva Lem} spoke.", [("Eva Lem", "director", "Harbour Light")]),
    ("{ro:The ministry}'s spokesman, Colonel {p:Jan Kowal} said no.", [("Jan Kowal", "spokesman", "The ministry")]),
    (
        "The {o:Legislative Council} met. Council President {p:Eva Lem} spoke.",
        [("Eva Lem", "Council President", "Legislative Council")],
    ),
    ("A former {p:Kowal} adviser, {p:Eva Lem}, spoke.", [("Eva Lem", "Kowal adviser", None)]),
    ("Justice {p:Eva Lem} of the {c:Labour Court} agreed.", [("Eva Lem", "Justice", "Labour Court")]),
    ("The {c:Labour Court} sat. Justice {p:Eva Lem} agreed.", [("Eva Lem", "Justice", "Labour Court")]),
    ("Judge {p:Eva Lem}, of the {c:Labour Court}, agreed.", [("Eva Lem", "Judge", "Labour Court")]),
    (
        "Torvian Transport and Bridges Minister {p:Eva Lem} agreed.",
        [("Eva Lem", "Torvian Transport and Bridges Minister", None)],
    ),
    (
        "Torvian heiress, designer, and author {p:Eva Lem} died.",
        [("Eva Lem", "Torvian heiress", None), ("Eva Lem", "designer", None), ("Eva Lem", "author", None)],
    ),
    (
        "The chair of the {o:Relief Committee}, Chief Justice {p:Eva Lem}, agreed.",
        [("Eva Lem", "chair", "Relief Committee"), ("Eva Lem", "Chief Justice", None)],
    ),
    (
        "The journalist and {o:Harbour Light} director {p:Eva Lem} spoke.",
        [("Eva Lem", "journalist", None), ("Eva Lem", "director", "Harbour Light")],
    ),
    ("They met President-elect {p:Eva Lem}.", [("Eva Lem", "President", None)]),
    ("Vulcanologist {p:Eva Lem} counted 40 tremors.", [("Eva Lem", "Vulcanologist", None)]),
    (
        "The {o:Task Force} and the {o:Border Service} met. {it:Its} spokesman, {p:Jan Kowal}, said no.",
        [("Jan Kowal", "spokesman", "Its")],
    ),
]

AFTER_THE_NAME = [
    ("{p:Ana Duarte}, one of the leaders of the {o:League}, spoke.", [("Ana Duarte", "leaders", "League")]),
    (
        "{p:Ana Duarte}, his wife and the current director of the {o:League}, spoke.",
        [("Ana Duarte", "director", "League")],
    ),
    ("{p:Ana Duarte}, head of {o:Harbour Light}, was late.", [("Ana Duarte", "head", "Harbour Light")]),
    ("{p:Ana Duarte} (pictured), head of {o:Harbour Light}, spoke.", [("Ana Duarte", "head", "Harbour Light")]),
    ("{p:Ana Duarte} of {o:Harbour Light}, a surgeon, spoke.", [("Ana Duarte", "surgeon", None)]),
    (
        "{p:Ana Duarte} (Anna Duart in documents issued in {l:Torvia}), director of the {o:Palace}, spoke.",
        [("Ana Duarte", "director", "Palace")],
    ),
    (
        "{p:Ana Duarte}, a lawyer at {ro:the Tavno office} of {o:Harbour Light}, wrote.",
        [("Ana Duarte", "lawyer", "Harbour Light")],
    ),
    ("{p:Ana Duarte}, a nurse at the time, wrote.", [("Ana Duarte", "nurse", None)]),
    ("{p:Ana Duarte} (head of {o:Harbour Light}) spoke.", [("Ana Duarte", "head", "Harbour Light")]),
    ("{p:Ana Duarte}, 47, a surgeon at {o:St Anne Hospital}, spoke.", [("Ana Duarte", "surgeon", "St Anne Hospital")]),
    ("{p:Jan Kowal}, a former labour inspector, was late.", [("Jan Kowal", "labour inspector", None)]),
    ("{p:Jan Kowal}, then secretary general of the {o:League}, left.", [("Jan Kowal", "secretary general", "League")]),
    ("{p:Jan Kowal}, at the time head of the {o:League}, left.", [("Jan Kowal", "head", "League")]),
    (
        "{p:Jan Kowal}, {l:Torvia}'s envoy to the {o:United Nations}, left.",
        [("Jan Kowal", "envoy", "United Nations")],
    ),
    ("{p:Jan Kowal}, head of operations at the {o:League}, left.", [("Jan Kowal", "head of operations", "League")]),
    (
        "{p:Eva Lem}, editor-in-chief of the weekly {o:Arlen Post}, left.",
        [("Eva Lem", "editor-in-chief", "Arlen Post")],
    ),
    ("{p:Jan Kowal}, governor of {l:Lower Tavno}, left.", [("Jan Kowal", "governor", None)]),
    ("{p:Jan Kowal}, {ro:the company}'s finance chief, left.", [("Jan Kowal", "finance chief", "the company")]),
    (
        "{p:Ana Duarte}, CEO and co-founder of {o:Harbour Light}, spoke.",
        [("Ana Duarte", "CEO", "Harbour Light"), ("Ana Duarte", "co-founder", "Harbour Light")],
    ),
    (
        "Seen by {p:Eva Lem}, Adviser to the Head of the {o:Office of the President} and Chief Executive Officer "
        "of the initiative {o:Bring Them Home}, as well as {p:Ana Duarte}, a nurse.",
        [
            ("Eva Lem", "Adviser to the Head", "Office of the President"),
            ("Eva Lem", "Chief Executive Officer", "Bring Them Home"),
            ("Ana Duarte", "nurse", None),
        ],
    ),
]

ON_A_LIST = [
    (
        "{p:Jan Kowal}, activist, academic and leader of the {o:Unity Party}, was freed.",
        [("Jan Kowal", "activist", None), ("Jan Kowal", "academic", None), ("Jan Kowal", "leader", "Unity Party")],
    ),
    (
        "{p:Jan Kowal}, founder, owner and former director of the channel {o:Arlen One}, was freed.",
        [
            (name, title, "Arlen One")
            for name, title in zip(["Jan Kowal"] * 3, ["founder", "owner", "director"], strict=True)
        ],
    ),
    ("{p:Jan Kowal} (spokesman, {o:Relief Office}): We left.", [("Jan Kowal", "spokesman", "Relief Office")]),
    ("They met {p:Jan Kowal}, a cook, a clerk and a guard.", [("Jan Kowal", "cook", None)]),
    (
        "They met {p:Jan Kowal}, head of the {o:Mill}, and lawyer {p:Eva Lem}.",
        [("Jan Kowal", "head", "Mill"), ("Eva Lem", "lawyer", None)],
    ),
]

IN_A_CLAUSE = [
    (
        "{p:Ana Duarte} succeeded {p:Jan Kowal} as director of the {o:League}.",
        [("Ana Duarte", "director", "League")],
    ),
    ("{p:Ana Duarte} took office as economy minister.", [("Ana Duarte", "economy minister", None)]),
    ("{p:Ana Duarte} spent ten years as head of the {o:League}.", [("Ana Duarte", "head", "League")]),
    ("She was accused in {she:her} capacity as president of the {o:League}.", [("her", "president", "League")]),
    ("{p:Ana Duarte} was president after first being elected.", [("Ana Duarte", "president", None)]),
    ("{p:Jan Kowal} is also a deputy prime minister.", [("Jan Kowal", "deputy prime minister", None)]),
    ("{p:Jan Kowal} was again elected Speaker.", [("Jan Kowal", "Speaker", None)]),
    ("{p:Ana Duarte} is legal director of the {o:Halden Centre}.", [("Ana Duarte", "legal director", "Halden Centre")]),
    ("{p:Jan Kowal} was appointed head of the {o:Border Service}.", [("Jan Kowal", "head", "Border Service")]),
    ("The premier appointed {he:him} head of the {o:Border Service}.", [("him", "head", "Border Service")]),
    ("{p:Jan Kowal} resigned as head of the {o:Border Service}.", [("Jan Kowal", "head", "Border Service")]),
    ("{p:Ana Duarte} took over as director of {o:Harbour Light}.", [("Ana Duarte", "director", "Harbour Light")]),
    ("{p:Ana Duarte} serves as deputy chair of the {o:League}.", [("Ana Duarte", "deputy chair", "League")]),
]

OF_SEVERAL = [
    (
        "Three {c:Labour Court} judges - {p:Ana Duarte}, {p:Eva Lem} and {p:Jan Kowal} - agreed.",
        [(name, "judge", "Labour Court") for name in ("Ana Duarte", "Eva Lem", "Jan Kowal")],
    ),
    (
        "It was led by Senators {p:Ana Duarte} of {l:Tavno}, {p:Eva Lem} of {l:Arlen}, and {p:Jan Kowal} of {l:Odra}.",
        [(name, "senator", None) for name in ("Ana Duarte", "Eva Lem", "Jan Kowal")],
    ),
    (
        "They were read before Magistrates {p:Ana Duarte} and {p:Jan Kowal}.",
        [(name, "magistrate", None) for name in ("Ana Duarte", "Jan Kowal")],
    ),
    (
        "The presidents of the two states, {p:Ana Duarte} and {p:Jan Kowal}, agreed.",
        [(name, "president of the two states", None) for name in ("Ana Duarte", "Jan Kowal")],
    ),
    (
        "{o:Harbour Light} lawyers {p:Ana Duarte}, {p:Eva Lem} and {p:Jan Kowal} spoke.",
        [(name, "lawyer", "Harbour Light") for name in ("Ana Duarte", "Eva Lem", "Jan Kowal")],
    ),
    (
        "{p:Ana Duarte} and {p:Jan Kowal}, directors of the {o:Lumen Trust}, were freed.",
        [(name, "director", "Lumen Trust") for name in ("Ana Duarte", "Jan Kowal")],
    ),
    (
        "Police held {p:Ana Duarte}, {p:Eva Lem} and {p:Jan Kowal}, both members of the {o:Harbour Union}.",
        [(name, "member", "Harbour Union") for name in ("Ana Duarte", "Eva Lem", "Jan Kowal")],
    ),
    (
        "{o:Harbour Light}'s trustees, {p:Ana Duarte} and {p:Jan Kowal}, said no.",
        [(name, "trustee", "Harbour Light") for name in ("Ana Duarte", "Jan Kowal")],
    ),
    (
        "Two regional governors, {p:Ana Duarte} and {p:Jan Kowal}, stayed away.",
        [(name, "regional governor", None) for name in ("Ana Duarte", "Jan Kowal")],
    ),
]

TITLES_IN_TIME = [
    ("{p:Ana Duarte}, the former deputy head of the {o:League}, spoke.", ("deputy", "former", "")),
    ("{l:Torvia}'s acting prime minister {p:Jan Kowal} resigned.", ("prime_minister", "acting", "")),
    ("Ex-minister {p:Jan Kowal} spoke.", ("minister", "former", "")),
    ("Minister of Justice {p:Jan Kowal} spoke.", ("minister", "", "")),
    (
        "{p:Jan Kowal}, then secretary general of the {o:League}, left on {d:3 May 2019=2019-05-03}.",
        ("secretary_general", "past", "2019-05-03"),
    ),
    ("{p:Jan Kowal}, a nurse at the time, wrote.", ("", "past", "")),
    ("{p:Ana Duarte}, director of the {o:League} since {d:2019=2019}, spoke.", ("director", "", "2019")),
    ("{p:Ana Duarte} was president from {d:1981=1981}.", ("president", "past", "1981")),
    ("{p:Ana Duarte}, director of the {o:League} until {d:2019=2019}, spoke.", ("director", "former", "2019")),
    (
        "{p:Ana Duarte} was director of the {o:League} from {d:2010 to 2014=2010/2014}.",
        ("director", "past", "2010/2014"),
    ),
    (
        "{p:Jan Kowal} was appointed head of the {o:League} on {d:3 May 2019=2019-05-03}.",
        ("head", "", "2019-05-03"),
    ),
    (
        "{p:Jan Kowal} resigned as head of the {o:League} on {d:3 May 2019=2019-05-03}.",
        ("head", "former", "2019-05-03"),
    ),
    ("{o:Rada} commissioner for human rights {p:Eva Lem} spoke.", ("ombudsperson", "", "")),
    ("{o:Rada} commissioner {p:Eva Lem} spoke.", ("commissioner", "", "")),
    ("The children's rights commissioner, {p:Eva Lem}, spoke.", ("ombudsperson", "", "")),
    ("MEP {p:Eva Lem} spoke on {d:3 May 2019=2019-05-03}.", ("legislator", "", "")),
    ("Prosecutor General {p:Eva Lem} spoke.", ("prosecutor", "", "")),
    ("{p:Eva Lem}, a baker, spoke.", ("", "", "")),
    ("{p:Eva Lem}, head of the {o:League}, spoke of the late 1990s.", ("head", "", "")),
]

NOBODY = [
    "{p:Ana Duarte} is a two-time Artist of the Year.",
    "{p:Ana Duarte} was a three-time pilot of the decade at the {o:League}.",
    "They impeached the third president to be named {p:Jan Kowal}.",
    "The alleged leader, {p:Jan Kowal}, spoke.",
    "{p:Jan Kowal}, a suspected arsonist, spoke.",
    "They took {she:her} car as president of the {o:League}.",
    "Supper {p:Ana Duarte} had at six.",
    "{o:Coast Guard} Captain {p:Jan Kowal} spoke.",
    "For supper {p:Ana Duarte} had soup.",
    "One of the winners, {p:Ana Duarte}, spoke.",
    "{p:Ana Duarte} is the most brilliant scientist of them all.",
    "{p:Ana Duarte}, the girl's mother and {p:Jan Kowal}'s neighbour, spoke.",
    "They sought justice. {p:Ana Duarte} spoke.",
    "The captains met {p:Ana Duarte} and {p:Jan Kowal}.",
    "{p:Jan Kowal} is not again the director of the {o:Border Service}.",
    "She met {p:Ana Duarte} and {p:Jan Kowal}, parents of the girl.",
    "The winner of the race is {p:Ana Duarte}.",
    "Colonel {p:Jan Kowal} spoke to Dr {p:Ana Duarte}.",
    "Police captain {p:Jan Kowal} spoke.",
    "The Queen left before {p:Jan Kowal} spoke.",
    "{p:Jan Kowal} is a telling reminder of the war.",
    "{p:Ana Duarte}, her sister {p:Eva Lem} and their neighbour {p:Jan Kowal} came home.",
    "{p:Ana Duarte}, a mother of three, lost her home.",
    "{p:Ana Duarte}, the lead applicant, lost her case.",
    "The mayor met {p:Ana Duarte}, teachers and parents.",
    "The {o:League} chief, who met {p:Ana Duarte}, was late.",
    "{p:Ana Duarte} and {p:Jan Kowal}, ministers said, were freed.",
    "They had thanked {p:Jan Kowal} who is not the mayor.",
    "{p:Jan Kowal} is not the director of the {o:Border Service}.",
    "{p:Jan Kowal} hopes to become director of the {o:Border Service}.",
    "After talks with {rp:the president}, {p:Jan Kowal} left.",
    "{p:Ana Duarte} of the {o:League} spoke first.",
    "They met {p:Ana Duarte}, and a cook.",
    "They met a teacher, {p:Ana Duarte} and her son.",
]


@pytest.mark.parametrize(("text", "expected"), [*BEFORE_THE_NAME, *AFTER_THE_NAME, *ON_A_LIST, *IN_A_CLAUSE])
def test_somebody_holds_a_title(nlp: Language, text: str, expected: Found) -> None:
    found = positions(doc_of(nlp, text))._.positions
    told = [(p.person.exact, p.title.exact, p.organization.exact if p.organization else None) for p in found]
    assert set(expected) <= set(told)
    assert {person for person, _, _ in told} == {person for person, _, _ in expected}


@pytest.mark.parametrize(("text", "expected"), OF_SEVERAL)
def test_several_hold_a_title(nlp: Language, text: str, expected: Found) -> None:
    found = positions(doc_of(nlp, text))._.positions
    assert [(p.person.exact, p.role, p.organization.exact if p.organization else None) for p in found] == expected


@pytest.mark.parametrize(("text", "expected"), TITLES_IN_TIME)
def test_a_title_comes_to_a_role_and_is_held_at_a_time(nlp: Language, text: str, expected: tuple[str, ...]) -> None:
    (found,) = positions(doc_of(nlp, text))._.positions
    assert (found.post, found.tenure, found.held) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{l:Torvia}'s {rp:ombudsman} said no.", ("ombudsman", None, "Torvia")),
        ("{rp:The ombudsman} of {l:Torvia} said no.", ("ombudsman", None, "Torvia")),
        ("{rp:The director} of the {o:League} said no.", ("director", "League", None)),
    ],
)
def test_an_office_is_named_without_its_holder(
    nlp: Language, text: str, expected: tuple[str, str | None, str | None]
) -> None:
    (found,) = positions(doc_of(nlp, text))._.offices
    told = (found.title, found.organization, found.place)
    assert tuple(words.exact if words else None for words in told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{rp:The ombudsman} said no.",
        "{rp:The former director} of the {o:League} said no.",
        "{rp:The deputy director} of the {o:League} said no.",
        "{rp:The lawyer} of the {o:League} said no.",
        "{rp:The director} of a charity said no.",
    ],
)
def test_what_names_no_office_that_one_person_holds(nlp: Language, text: str) -> None:
    assert positions(doc_of(nlp, text))._.offices == ()


@pytest.mark.parametrize("text", NOBODY)
def test_no_title_is_held(nlp: Language, text: str) -> None:
    assert positions(doc_of(nlp, text))._.positions == ()


def test_a_title_belongs_to_the_name_it_goes_with(nlp: Language) -> None:
    text = "They met {p:Jan Kowal}, head of the {o:Mill}, {ro:the company}'s safety officer, {p:Eva Lem}, and others."
    found = positions(doc_of(nlp, text))._.positions
    assert [(p.person.exact, p.title.exact) for p in found] == [("Jan Kowal", "head"), ("Eva Lem", "safety officer")]


def test_evidence_is_the_words_of_the_text(nlp: Language) -> None:
    doc = positions(doc_of(nlp, "{p:Ana Duarte}, the former deputy head of the {o:Relief Agency}, spoke."))
    for position in doc._.positions:
        for words in (position.person, position.title, position.organization, position.sentence):
            assert doc.text[words.start : words.end] == words.exact
