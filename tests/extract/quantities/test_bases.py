"""What each field of a figure was decided on, as its sentence tells it."""

import pytest
from framed import framed
from marked import doc_of
from spacy.language import Language

from onrecord.encoder.spans import Chance
from onrecord.extract.frames import FIGURE
from onrecord.extract.quantities.component import figures
from onrecord.values.findings import Bases

KILLED = "The raid killed 9 pupils."
CROSSED = "Nobody saw the 14 pupils again."
ELIDED = "The villagers waited all night for the buses. By morning nobody had heard from 31."
SPILL = (
    "An oil slick was found off {l:Orlec} on 12 February. The spill spread fast. The tanker lost 40 barrels. "
    "Nine dockers were injured."
)


def bases(nlp: Language, text: str) -> list[Bases]:
    return [figure.bases for figure in figures(doc_of(nlp, text))._.figures]


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        (KILLED, "value-noun", "counted-noun"),
        ("The convoy carried 800 tonnes of flour.", "value-noun", "counted-noun"),
        ("Donors promised €5 million.", "value-unit", "counted-noun"),
        ("At least 31 were killed.", "value-elided", "counted-people"),
        ("He put the number of missing pupils at 12.", "value-elided", "counted-before"),
    ],
)
def test_how_the_number_is_told_and_where_the_words_for_what_it_counts_stand(
    nlp: Language, text: str, value: str, counted: str
) -> None:
    (found,) = bases(nlp, text)
    assert (found.value, found.counted) == (value, counted)


def test_a_number_without_a_noun_counts_what_an_earlier_one_does(nlp: Language) -> None:
    _, later = bases(nlp, "The ship brought 40 boys. Twelve were taken to Orlec.")
    assert (later.value, later.counted) == ("value-elided", "counted-earlier")


def test_words_tell_the_action_or_an_earlier_figure_does_or_nothing(nlp: Language) -> None:
    assert [found.action for found in bases(nlp, KILLED)] == ["action-words"]
    assert [found.action for found in bases(nlp, CROSSED)] == ["action-untold"]
    assert [found.action for found in bases(nlp, "Donors promised €5 million.")] == ["action-unit"]
    _, again = bases(nlp, "Guards detained 17 pickets. The police say fifteen.")
    assert again.action == "action-earlier"
    _, again = bases(nlp, "The court received 8,500 complaints, up from 3,000.")
    assert again.action == "action-untold"


@pytest.mark.parametrize(
    ("action", "probability", "basis"),
    [
        ("killed", 0.9, "action-words-agreed"),
        ("killed", 0.6, "action-words"),
        ("killed", 0.5, "action-words-doubted"),
        ("missing", 0.9, "action-words-doubted"),
    ],
)
def test_the_encoder_agrees_to_what_words_tell_or_doubts_it(
    nlp: Language, action: str, probability: float, basis: str
) -> None:
    labels = {"action": Chance(action, probability)}
    (figure,) = figures(framed(doc_of(nlp, KILLED), "9", FIGURE, 0.97, attributes=labels))._.figures
    assert (figure.action, figure.bases.action) == ("killed", basis)


def test_the_encoder_agrees_that_nothing_is_told_or_reads_what_words_do_not_tell(nlp: Language) -> None:
    labels = {"action": Chance("other", 0.95), "scope": Chance("total", 0.8), "factuality": Chance("fact", 0.95)}
    (figure,) = figures(framed(doc_of(nlp, CROSSED), "14", FIGURE, 0.97, attributes=labels))._.figures
    found = figure.bases
    assert (found.action, found.scope, found.factuality) == (
        *("action-untold-agreed", "scope-untold-doubted", "factuality-untold-agreed"),
    )
    labels = {"action": Chance("missing", 0.9)}
    (figure,) = figures(framed(doc_of(nlp, CROSSED), "14", FIGURE, 0.97, attributes=labels))._.figures
    assert (figure.action, figure.bases.action) == ("missing", "action-encoder")


def test_words_tell_scope_and_factuality(nlp: Language) -> None:
    (found,) = bases(nlp, "The death toll rose to 2,134.")
    assert (found.scope, found.factuality) == ("scope-words", "factuality-untold")
    (found,) = bases(nlp, "Up to 40 people may have been killed.")
    assert (found.scope, found.factuality) == ("scope-untold", "factuality-words")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("As of {d:8 April=2024-04-08}, 360 children had been returned in total.", "as-of-stated"),
        ("On {d:3 May=2024-05-03}, 19 children came home.", "as-of-clause"),
        (KILLED, ""),
    ],
)
def test_the_sentence_gives_the_day(nlp: Language, text: str, basis: str) -> None:
    (found,) = bases(nlp, text)
    assert found.as_of == basis


def test_the_sentence_names_the_place_or_the_encoder_points_to_one(nlp: Language) -> None:
    (named,) = bases(nlp, "The fire killed nine people in {l:Orlec}.")
    assert named.where == "where-clause"
    pointed = framed(doc_of(nlp, SPILL), "40", FIGURE, 0.97, roles={"where": "Orlec"})
    barrels, dockers = figures(pointed)._.figures
    assert (barrels.bases.where, dockers.bases.where) == ("where-encoder", "")
    assert bases(nlp, CROSSED)[0].where == ""
