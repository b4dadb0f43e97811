"""Events in their article: what tells one, its day and place, and the figures and acts that belong to it."""

import datetime as dt

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.events.component import events
from onrecord.extract.quantities.component import figures
from onrecord.values.findings import Event

Told = tuple[str, str, str, list[str]]
PUBLISHED = dt.date(2019, 2, 14)


def read(nlp: Language, text: str) -> tuple[Event, ...]:
    doc = doc_of(nlp, text)
    doc._.published = PUBLISHED
    found: tuple[Event, ...] = events(figures(acts(doc)))._.events
    return found


def told(found: tuple[Event, ...]) -> list[Told]:
    """Kind, day, place, and the figures of each event."""
    return [(e.kind, e.date, e.place.exact if e.place else "", [f.exact for f in e.figures]) for e in found]


FIRE = "A fire broke out in a hotel in {l:Karol Bagh} on {d:Tuesday=2019-02-12}."

ONE: list[tuple[str, Told]] = [
    (FIRE, ("fire", "2019-02-12", "Karol Bagh", [])),
    (f"{FIRE} The blaze began at dawn. Seventeen people died.", ("fire", "2019-02-12", "Karol Bagh", ["Seventeen"])),
    (
        "On {d:Tuesday=2019-02-12}, nine miners died in an explosion in {l:Tavno}.",
        ("explosion", "2019-02-12", "Tavno", ["nine"]),
    ),
    (
        "A bus crashed near {l:Orlec} on {d:Tuesday=2019-02-12}, killing nine pupils and injuring 31.",
        ("accident", "2019-02-12", "Orlec", ["nine", "31"]),
    ),
    (
        "The {l:Orlec} bombing of {d:9 February=2019-02-09} killed 12 people. The attack also wounded 40 passers-by.",
        ("bombing", "2019-02-09", "Orlec", ["12", "40"]),
    ),
    (
        "Torvia voted in an election on {d:10 February=2019-02-10}. The Greens won 41 seats and lost seven.",
        ("election", "2019-02-10", "", ["41", "seven"]),
    ),
    (
        "{o:Home Path} brought home 15 children on {d:Tuesday=2019-02-12}. The mission took two days.",
        ("mission", "2019-02-12", "", ["15"]),
    ),
    (
        "An earthquake struck {l:Zarn} on {d:Tuesday=2019-02-12}. It was felt in the capital. "
        "Officials said that 25 people were injured.",
        ("earthquake", "2019-02-12", "", ["25"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_event(nlp: Language, text: str, expected: Told) -> None:
    assert told(read(nlp, text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Fires are common in {l:Karol Bagh}.",
        "Officials fear an attack in {l:Orlec}.",
        "No attack took place in {l:Orlec}.",
        "An election will be held on {d:3 March=2019-03-03}.",
        "The fire brigade of {l:Karol Bagh} has 40 men.",
        "The {o:National Hurricane Center} of {l:Torvia} has 40 men.",
        "They spoke of the incident.",
        "The drug was tested in a clinical trial in {l:Orlec}.",
        "In {d:March=2019-03} the shops of {l:Orlec} close.",
    ],
)
def test_no_event(nlp: Language, text: str) -> None:
    assert read(nlp, text) == ()


def test_mentions_keep_their_words_and_reasons(nlp: Language) -> None:
    (fire,) = read(nlp, f"{FIRE} The blaze began at dawn. Police said the fire was out.")
    assert [words.exact for words in fire.evidence] == ["fire", "blaze", "fire"]
    assert fire.reasons == ("first told", *["a definite noun phrase of the kind"] * 2)
    assert fire.label == "A fire"


OTHER_FIGURES = [
    ("Another fire killed 30 people in {d:2016=2016}.", ["30"]),  # of its own event
    ("The hotel has 45 rooms.", []),
    ("Each year 300 people die.", []),
    ("In {l:Mumbai}, 14 people died.", []),
    ("On {d:1 January=2019-01-01} three people died.", []),
    ("Police fear that 20 people may have died.", []),
]


@pytest.mark.parametrize(("sentence", "tied"), OTHER_FIGURES, ids=[text[:30] for text, _ in OTHER_FIGURES])
def test_a_figure_of_something_else_is_not_of_the_fire(nlp: Language, sentence: str, tied: list[str]) -> None:
    fire, *others = told(read(nlp, f"{FIRE} {sentence}"))
    assert fire == ("fire", "2019-02-12", "Karol Bagh", [])
    assert [figure for *_, of in others for figure in of] == tied


def test_a_running_total_of_many_exchanges_is_not_of_one(nlp: Language) -> None:
    text = "On {d:Tuesday=2019-02-12} 95 prisoners were exchanged. A total of 904 prisoners have been exchanged so far."
    (exchange,) = told(read(nlp, text))
    assert exchange == ("exchange", "2019-02-12", "", ["95"])


def test_what_has_been_done_since_a_day_is_no_event(nlp: Language) -> None:
    assert read(nlp, "Nearly 20,000 children have been deported since {d:February 2018=2018-02}.") == ()


def test_the_day_before_which_it_happened_is_not_the_events(nlp: Language) -> None:
    (fire,) = told(read(nlp, "A fire broke out in {l:Orlec} before {d:Tuesday=2019-02-12}."))
    assert fire == ("fire", "", "Orlec", [])


def test_an_act_belongs_to_the_event_that_its_clause_tells_of(nlp: Language) -> None:
    text = (
        "The {c:Halden Tribunal} convicted {p:Jan Kowal} of a bombing in {l:Orlec}. "
        "The {c:Halden Tribunal} convicted {p:Eva Lem}."
    )
    (bombing,) = read(nlp, text)
    assert [words.exact for words in bombing.acts] == ["convicted"]
