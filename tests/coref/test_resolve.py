"""Which mentions of one article stand for one thing. Values only: most mentions are made by hand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from spacy.tokens import Doc

from onrecord.coref.resolve import within
from onrecord.extract import pipeline
from onrecord.values.entities import Resolution
from onrecord.values.findings import Evidence, Findings, Form, Gender, Kind, Mention, Statement

Read = Callable[..., Doc]

P, O, C, L = Kind.PERSON, Kind.ORGANIZATION, Kind.COURT, Kind.PLACE  # noqa: E741


def _findings(*mentions: tuple[str, Kind | None] | tuple[str, Kind | None, dict[str, object]]) -> Findings:
    """An article that is just its mentions, one after the other, a sentence each."""
    made, at = [], 0
    for name, kind, *more in mentions:
        values = {"form": Form.NAME, "kind": kind, "name": name} | (more[0] if more else {})
        made.append(Mention(Evidence(at, at + len(name), name), **values))  # type: ignore[arg-type]
        at += len(name) + 2
    return Findings(mentions=tuple(made), sentences=tuple(m.evidence for m in made))


def _labels(resolution: Resolution) -> list[set[str]]:
    return [set(entity.labels) for entity in resolution.entities]


SAME = [
    ("surname", P, ["Orla Benn", "Benn"]),
    ("first name", P, ["Orla Benn", "Orla"]),
    ("initial", P, ["Orla Benn", "O. Benn"]),
    ("generational suffix", P, ["Orla Jane Benn Jr.", "Orla Benn"]),
    ("the end of a longer name", P, ["Seyed Orla Benn-Amar", "Orla Benn-Amar"]),
    ("middle initials", P, ["Orla M. Benn", "Orla Benn"]),
    ("first of two surnames", P, ["Luis Arce Roldán", "Arce"]),
    ("both surnames", P, ["Joaquim Sá Teixeira", "Sá Teixeira"]),
    ("particle", P, ["Jan van Dorp", "van Dorp", "Van Dorp"]),
    ("diacritics", P, ["Zoë Králová", "Zoe Kralova"]),
    ("transliteration", P, ["Olexiy Yakovenko", "Oleksii Yakovenko"]),
    ("transliterated surname", P, ["Denys Ratushnyy", "Ratushny"]),
    ("forms of a given name", P, ["Yevhen Yakovenko", "Evgeny Yakovenko"]),
    ("two names of a ministry", O, ["Ministry of Foreign Affairs of Lorvia", "Foreign Ministry of Lorvia"]),
    ("acronym", O, ["Lorvian Relief Fund", "LRF"]),
    ("order of words", O, ["Office of the Prosecutor", "Prosecutor's Office"]),
    ("state as adjective", O, ["Ukrainian Ministry of Health", "Ministry of Health of Ukraine"]),
    ("state left out", O, ["Ministry of Health of Ukraine", "Ministry of Health"]),
    ("first word", O, ["Calder Coal and Timber", "Calder"]),
    ("well known by two names", O, ["Doctors Without Borders", "Médecins Sans Frontières"]),
    ("a court by its first words", C, ["Court of Appeal of Lorvia", "Court of Appeal"]),
    ("a state by two names", L, ["United Kingdom", "Britain", "UK"]),
    ("a place in capitals", L, ["TARVIK", "Tarvik"]),
    ("a place without its accents", L, ["Chișinău", "Chisinau"]),
    ("another place without its accents", L, ["Çarşamba-Łęg", "Carsamba-Leg"]),
]


@pytest.mark.parametrize(("kind", "names"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_one(kind: Kind, names: Sequence[str]) -> None:
    assert _labels(within(_findings(*((name, kind) for name in names)))) == [set(names)]


def test_each_mention_keeps_its_confidence_in_the_order_of_the_text() -> None:
    sure = {"confidence": Decimal("0.97")}
    (entity,) = within(_findings(("Benn", P), ("Orla Benn", P, sure))).entities
    assert list(zip((m.exact for m in entity.mentions), entity.confidences, strict=True)) == [
        ("Benn", None),
        ("Orla Benn", Decimal("0.97")),
    ]


APART = [
    ("two given names", P, ["Orla Benn", "Patrick Benn"]),
    ("two initials", P, ["O. Benn", "P. Benn"]),
    ("a given name more", P, ["Ana Maria Garcia", "Maria Garcia"]),
    ("two ministries", O, ["Ministry of Health of Ukraine", "Ministry of Health of Poland"]),
    ("part and whole", O, ["Council of Europe", "Parliamentary Assembly of the Council of Europe"]),
    ("two courts", C, ["Tarvik District Court", "Selwyn District Court"]),
    ("town and region", L, ["Tarvik", "Tarvik region"]),
    ("lower and upper", L, ["Upper Selk", "Lower Selk"]),
]


@pytest.mark.parametrize(("kind", "names"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two(kind: Kind, names: Sequence[str]) -> None:
    assert len(within(_findings(*((name, kind) for name in names))).entities) == len(names)


def test_mr_and_ms_tell_two_of_one_surname_apart() -> None:
    woman, man = {"gender": Gender.FEMALE}, {"gender": Gender.MALE}
    resolution = within(
        _findings(("Olha Benn", P, woman), ("Ivan Benn", P, man), ("Benn", P, woman), ("Benn", P, man)),
    )
    assert [e.name for e in resolution.entities] == ["Olha Benn", "Ivan Benn"]
    assert [len(e.mentions) for e in resolution.entities] == [2, 2]


def test_the_role_tells_two_of_one_surname_apart() -> None:
    minister = {"described": ("minister",)}
    resolution = within(_findings(("Ivan Benn", P, minister), ("Petro Benn", P), ("Benn", P, minister)))
    assert len(resolution.entities[0].mentions) == 2


def test_ministries_of_two_owners_stay_two() -> None:
    text = "Lorvia's Ministry of Defence and Tarvia's Ministry of Defence"
    mentions = []
    for found in re.finditer(r"\w+'s (Ministry of Defence)", text):
        whole = Evidence(found.start(), found.end(), found.group())
        short = Evidence(found.start(1), found.end(1), found.group(1))
        mentions.append(Mention(short, Form.NAME, O, found.group(1), longer=whole))
    assert len(within(Findings(mentions=tuple(mentions))).entities) == 2


def test_every_mention_has_its_reason() -> None:
    (entity,) = within(_findings(("Orla Benn", P), ("Benn", P))).entities
    assert entity.reasons == ("named in full", "surname")
    assert entity.forms == (Form.NAME, Form.NAME)


TEXTS = [
    ("he and she", "Olha Benn met Ivan Rask. He thanked her.", {"He": "Ivan Rask", "her": "Olha Benn"}),
    ("the subject goes on", "Olha Benn met Vera Rask. She left early.", {"She": "Olha Benn"}),
    ("a body", "The Tarvik Fund sued on Monday. It wants damages.", {"It": "Tarvik Fund"}),
    ("an office by its title", "Ombudsman Ivan Rask spoke. Later the ombudsman left.", {"the ombudsman": "Ivan Rask"}),
    ("the end of a title", "Foreign minister Olha Benn spoke. The minister left.", {"The minister": "Olha Benn"}),
    ("apposition", "The fund's founder, Olha Benn, spoke.", {"The fund's founder": "Olha Benn"}),
    (
        "a word of the name",
        "The Tarvik Family Centre closed. The centre had no money.",
        {"The centre": "Tarvik Family Centre"},
    ),
    ("a kind of body", "The charity Tarvik Relief closed. The charity had no money.", {"The charity": "Tarvik Relief"}),
    ("the court", "The Supreme Court of Lorvia met. The court fined him.", {"The court": "Supreme Court of Lorvia"}),
    (
        "a term that the article defines",
        "The Supreme Court of Lorvia (“the Court”) met. The Tarvik District Court sat. On Friday the Court fined him.",
        {"the Court": "Supreme Court of Lorvia"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in TEXTS], ids=[c[0] for c in TEXTS])
def test_what_refers(read: Read, text: str, expected: dict[str, str]) -> None:
    resolution = within(pipeline.findings(read(text)))
    found = {m.exact: entity.name for m, entity in resolution.of_mention.items()}
    assert {exact: found.get(exact) for exact in expected} == expected


UNRESOLVED = [
    ("two women, neither the subject", "They saw Olha Benn and Vera Rask. The crowd cheered her.", "her"),
    ("nobody before", "She left early. Olha Benn stayed.", "She"),
    (
        "either of two courts",
        "The Supreme Court of Lorvia and the Tarvik District Court met. The court fined him.",
        "The court",
    ),
    ("a man for 'she'", "Mr Ivan Rask spoke. She left.", "She"),
    ("an unnamed judge", "Olha Benn was fined in March. The trial judge had been ill.", "The trial judge"),
    ("the speaker is not 'he' in the quote", "“He lied to us,” said Ivan Rask.", "He"),
]


@pytest.mark.parametrize(("text", "exact"), [c[1:] for c in UNRESOLVED], ids=[c[0] for c in UNRESOLVED])
def test_better_unresolved_than_wrong(read: Read, text: str, exact: str) -> None:
    resolution = within(pipeline.findings(read(text)))
    assert exact not in {m.exact for m in resolution.of_mention}


@pytest.mark.parametrize(
    ("words", "is_meant"),
    [("the agency", True), ("The agency", True), ("the emergency agency", False), ("the agencies", False)],
)
def test_a_general_word_means_the_body_before_unless_more_is_said_of_it(words: str, is_meant: bool) -> None:
    said = _findings(("Volcano Wire", O), (words, O, {"form": Form.ROLE, "name": "agency"}))
    resolution = within(said)
    assert (said.mentions[1].evidence in resolution.of_mention) is is_meant


WORDS = [
    ("the charity's founder, Olha Benn", "Olha Benn"),
    ("Tarvik Fund director Olha Benn", "Olha Benn"),
    ("Olha Benn, director of the Tarvik Fund", "Olha Benn"),
    ("Olha Benn of the Tarvik Fund", "Olha Benn"),
    ("a spokesman for the Tarvik Fund", "Tarvik Fund"),
    ("Olha Benn's lawyer", None),
    ("a friend of Olha Benn", None),
]


@pytest.mark.parametrize(("words", "name"), WORDS)
def test_the_words_of_a_claim_are_read_by_their_head(words: str, name: str | None) -> None:
    mentions = [
        Mention(Evidence(at, at + len(known), known), Form.NAME, kind, known)
        for known, kind in (("Olha Benn", P), ("Tarvik Fund", O))
        if (at := words.find(known)) >= 0
    ]
    resolution = within(Findings(mentions=tuple(sorted(mentions, key=lambda m: m.evidence))))
    entity = resolution.entity(Evidence(0, len(words), words))
    assert (entity.name if entity else None) == name


@pytest.mark.parametrize(
    ("body", "is_meant"),
    [
        ("Ministry of Justice", True),
        ("Foreign and Development Office", True),
        ("State Department", True),
        ("Office of the Prosecutor General", False),  # of a person, and no ministry
        ("Save the Coast", False),
    ],
)
def test_the_ministry_is_a_body_that_may_be_called_so(body: str, is_meant: bool) -> None:
    name = Mention(Evidence(0, len(body), body), Form.NAME, O, body)
    ministry = Mention(Evidence(100, 112, "the ministry"), Form.ROLE, O, "ministry")
    found = within(Findings(mentions=(name, ministry), sentences=(name.evidence, ministry.evidence)))
    assert (found.entity(ministry.evidence) is not None) == is_meant


@pytest.mark.parametrize(
    ("words", "pronoun", "is_meant"),
    [("her lawyer", "her", False), ("His legal team", "His", False), ("her, too", "her", True)],
)
def test_whose_lawyer_speaks_does_not_speak(words: str, pronoun: str, is_meant: bool) -> None:
    name = Mention(Evidence(0, 9, "Olha Benn"), Form.NAME, P, "Olha Benn", subject=True)
    at = 20 + words.index(pronoun)
    owner = Mention(Evidence(at, at + len(pronoun), pronoun), Form.PRONOUN, P, pronoun.lower())
    source = Evidence(20, 20 + len(words), words)
    found = within(Findings(mentions=(name, owner), sentences=(Evidence(0, 60, ""),)))
    assert (found.entity(source) is not None) == is_meant


def _said(*turns: tuple[str, str, bool]) -> Findings:
    """Quotations after who says each, a sentence each: speaker, gender, whether the quotation opens a paragraph."""
    mentions, statements, sentences, at = [], [], [], 0
    for who, gender, opens in turns:
        text = f"{who} “Yes.”"
        name = Evidence(at, at + len(who), who)
        form = Form.PRONOUN if who in ("she", "he") else Form.NAME
        mentions.append(Mention(name, form, P, who, Gender(gender), subject=True))
        quote = Evidence(at + len(who) + 1, at + len(text), "“Yes.”")
        sentences.append(Evidence(at, at + len(text), text))
        statements.append(Statement(quote, "direct", name, None, "", sentences[-1], opens=opens))
        at += len(text) + 2
    return Findings(mentions=tuple(mentions), statements=tuple(statements), sentences=tuple(sentences))


def _last_speaker(findings: Findings) -> str | None:
    entity = within(findings).entity(findings.mentions[-1].evidence)
    return entity.name if entity is not None else None


DIALOGUES = [
    ("paragraphs take turns", [("Orla Benn", "unknown", True), ("Kim Dorp", "unknown", True)], True, "Orla Benn"),
    ("a paragraph goes on", [("Orla Benn", "unknown", True), ("Kim Dorp", "unknown", True)], False, "Kim Dorp"),
    ("gender tells", [("Orla Benn", "male", True), ("Kim Dorp", "female", True)], True, "Kim Dorp"),
    ("one of them alone", [("Orla Benn", "unknown", True), ("Orla Benn", "unknown", True)], True, "Orla Benn"),
]


@pytest.mark.parametrize(("turns", "opens", "speaker"), [d[1:] for d in DIALOGUES], ids=[d[0] for d in DIALOGUES])
def test_the_pronoun_of_a_dialogue(turns: list[tuple[str, str, bool]], opens: bool, speaker: str) -> None:
    assert _last_speaker(_said(*turns, ("she", "female", opens))) == speaker


def test_whom_another_told_of_does_not_speak_next() -> None:
    findings = _said(("Orla Benn", "unknown", False), ("she", "female", False))
    quote = findings.statements[0].quote
    told = Mention(Evidence(quote.start + 1, quote.start + 4, "Yes"), Form.NAME, P, "Yes", subject=True)
    assert _last_speaker(replace(findings, mentions=(findings.mentions[0], told, findings.mentions[1]))) == "Orla Benn"


def test_nobody_whom_a_speaker_names_is_the_speaker() -> None:
    findings = _said(("she", "female", False))
    quote = findings.statements[0].quote
    told = Mention(Evidence(quote.start + 1, quote.start + 4, "Yes"), Form.NAME, P, "Yes", subject=True)
    assert _last_speaker(replace(findings, mentions=(told, findings.mentions[0]))) is None
