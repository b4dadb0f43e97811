"""A user's folder of Turtle: a type of act and a standing of their own are read without a line of Python."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions
from onrecord.lexicon import lexicon
from onrecord.values.findings import Act

TURTLE = """
@prefix act: <https://w3id.org/onrecord/act/> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix standing: <https://w3id.org/onrecord/standing/> .

act:Interdict a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/act> ;
    skos:prefLabel "interdict"@en ;
    skos:definition "A magistrate's order to keep away."@en ;
    onr:noun "interdict" ;
    onr:making "issue", "grant" ;
    onr:verb "interdict" ;
    onr:towards "against" ;
    onr:concerning "over" .

act:Covenant a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/act> ;
    skos:prefLabel "covenant"@en ;
    onr:noun "covenant" ; onr:making "sign" ; onr:towards "with" ; onr:mutual true .

act:Referral a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/act> ;
    skos:prefLabel "referral"@en ;
    onr:noun "referral" ; onr:making "make" ; onr:towards "against" ; onr:madeBy "court" ; onr:doneTo "organization" .

standing:stayed a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/standing> ;
    skos:prefLabel "stayed"@en ;
    onr:verb "stay", "put on hold" ;
    onr:phrase "be on hold" ;
    onr:stage 3.5 .

standing:shelved a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/standing> ;
    skos:prefLabel "shelved"@en ;
    onr:refusing "mothball" ; onr:comesAbout false ; onr:stage 1 .
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "mine.ttl").write_text(TURTLE, encoding="utf-8")
    lexicon.use([tmp_path])
    yield
    lexicon.use([])


def read(nlp: Language, text: str) -> tuple[Act, ...]:
    found: tuple[Act, ...] = acts(positions(doc_of(nlp, text)))._.acts
    return found


def told(found: tuple[Act, ...]) -> list[tuple[str, str | None, list[str], str, str]]:
    return [(a.type, a.by.exact if a.by else None, [w.exact for w in a.against], a.date, a.standing) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "The {c:Tavno Magistrates' Court} issued an interdict against {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        "On {d:3 May=2024-05-03}, an interdict against {p:Jan Kowal} was granted by the {c:Tavno Magistrates' Court}.",
        "The {c:Tavno Magistrates' Court} interdicted {p:Jan Kowal} on {d:3 May=2024-05-03}.",
        "All welcomed the {c:Tavno Magistrates' Court}'s interdict of {d:3 May=2024-05-03} against {p:Jan Kowal}.",
    ],
)
def test_a_type_of_ones_own_has_its_maker_target_date_and_standing(nlp: Language, text: str) -> None:
    expected = ("Interdict", "Tavno Magistrates' Court", ["Jan Kowal"], "2024-05-03", "issued")
    assert told(read(nlp, text)) == [expected]


def test_what_the_act_is_about_follows_the_prepositions_given(nlp: Language) -> None:
    text = "The {c:Tavno Court} issued an interdict against {p:Jan Kowal} over the quarry on {d:3 May=2024-05-03}."
    assert [act.subject for act in read(nlp, text)] == ["the quarry"]


@pytest.mark.parametrize(
    "text",
    [
        "The {c:Tavno Court} could issue an interdict against {p:Jan Kowal}.",
        "The {c:Tavno Court} did not interdict {p:Jan Kowal}.",
        "Interdicts against {p:Jan Kowal} are what the village talks about.",
        "{p:Jan Kowal} read up on interdicts in {d:May=2024-05}.",
    ],
)
def test_an_act_of_ones_own_that_has_not_happened_is_none(nlp: Language, text: str) -> None:
    assert read(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{l:Torvia} signed a covenant with {l:Norland} on {d:3 May=2024-05-03}.", ["Torvia", "Norland"]),
        ("A covenant with {l:Norland} was signed by {l:Torvia} on {d:3 May=2024-05-03}.", ["Torvia", "Norland"]),
    ],
)
def test_an_act_that_is_mutual_has_parties(nlp: Language, text: str, expected: list[str]) -> None:
    assert told(read(nlp, text)) == [("Covenant", None, expected, "2024-05-03", "issued")]


def test_an_act_of_courts_alone_is_made_by_no_other_body(nlp: Language) -> None:
    text = "The {%s} made a referral against the {o:Dock Company} on {d:3 May=2024-05-03}."
    assert [a.type for a in read(nlp, text % "c:Tavno Court")] == ["Referral"]
    assert read(nlp, text % "o:Rowing Club") == ()


def test_an_act_is_against_those_alone_to_whom_it_can_be_done(nlp: Language) -> None:
    text = "The {c:Tavno Court} made a referral against {p:Jan Kowal} on {d:3 May=2024-05-03}."
    assert [a.against for a in read(nlp, text)] == [()]


ISSUED = "The {c:Tavno Court} issued an interdict against {p:Jan Kowal} on {d:3 May=2024-05-03}"


@pytest.mark.parametrize(
    "text",
    [
        f"{ISSUED}. It was stayed a week later.",
        f"{ISSUED}. The interdict was put on hold in June.",
        f"{ISSUED}, which is still on hold.",
        "The {c:Tavno Court} issued an arrest warrant for {p:Jan Kowal}. The warrant was stayed on Monday.",
    ],
)
def test_a_standing_of_ones_own_is_read_by_its_words(nlp: Language, text: str) -> None:
    assert [act.standing for act in read(nlp, text)] == ["stayed"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ISSUED}. He stayed at home.",
        f"{ISSUED}. It was not stayed.",
        f"{ISSUED}. It could be put on hold.",
    ],
)
def test_its_words_said_of_something_else_or_not_at_all_change_nothing(nlp: Language, text: str) -> None:
    assert [act.standing for act in read(nlp, text)] == ["issued"]


def test_a_standing_of_what_has_not_come_about_takes_the_act_off_the_record(nlp: Language) -> None:
    text = "The {o:Senate} mothballed a bill on pensions on {d:3 May=2024-05-03}."
    assert told(read(nlp, text)) == [("Law", "Senate", [], "2024-05-03", "shelved")]
