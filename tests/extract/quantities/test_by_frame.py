"""Figures of which the encoder reads what the words beside the number leave open."""

import pytest
from framed import framed
from marked import doc_of
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import Chance
from onrecord.extract.frames import FIGURE
from onrecord.extract.quantities.component import figures

ELIDED = "The villagers waited all night for the buses. By morning nobody had heard from 31."
CROSSED = "Nobody saw the 14 pupils again."


def test_a_number_whose_noun_is_elided_counts_what_the_encoder_points_to(nlp: Language) -> None:
    (figure,) = figures(framed(doc_of(nlp, ELIDED), "31", FIGURE, 0.97, roles={"counted": "villagers"}))._.figures
    assert (figure.value, figure.counted, figure.head) == (31, "villagers", "villager")


def test_it_counts_people_where_the_encoder_points_to_no_noun(nlp: Language) -> None:
    (figure,) = figures(framed(doc_of(nlp, ELIDED), "31", FIGURE, 0.97))._.figures
    assert figure.counted == "people"


def test_it_is_no_figure_where_the_encoder_is_not_sure(nlp: Language) -> None:
    assert figures(framed(doc_of(nlp, ELIDED), "31", FIGURE, 0.9, roles={"counted": "villagers"}))._.figures == ()
    assert figures(doc_of(nlp, ELIDED))._.figures == ()


def read(nlp: Language, text: str, number: str, **labels: Chance) -> Doc:
    return figures(framed(doc_of(nlp, text), number, FIGURE, 0.97, attributes=labels))


def test_what_happened_is_read_where_the_words_do_not_tell(nlp: Language) -> None:
    (figure,) = read(nlp, CROSSED, "14", action=Chance("missing", 0.9))._.figures
    assert (figure.counted, figure.action) == ("pupils", "missing")
    (unsure,) = read(nlp, CROSSED, "14", action=Chance("missing", 0.2))._.figures
    assert unsure.action == "other"


def test_what_is_read_of_a_part_is_not_said_of_the_whole(nlp: Language) -> None:
    text = "A third of the 90 children were killed, the agency said."
    part, whole = read(nlp, text, "90", action=Chance("killed", 0.97))._.figures
    assert (part.action, whole.value, whole.action) == ("killed", 90, "other")


def test_a_corrected_figure_is_of_what_the_withdrawn_one_tells(nlp: Language) -> None:
    text = "CORRECTION: An earlier version of this story said 40 people had been killed. The correct figure is 14."
    _, holds = read(nlp, text, "14", action=Chance("missing", 0.97))._.figures
    assert (holds.value, holds.action) == (14, "killed")


def test_words_that_tell_what_happened_go_before_the_encoder(nlp: Language) -> None:
    (figure,) = read(nlp, "The raid killed 9 pupils.", "9", action=Chance("missing", 0.9))._.figures
    assert figure.action == "killed"


@pytest.mark.parametrize(
    ("text", "number", "action"),
    [
        ("The mayor: 140 pupils returned, 2,300 still under occupation", "2,300", "remaining"),
        ("Officers said 340 civilians were freed and 2,000 still in captivity.", "2,000", "remaining"),
        ("Some 700 families were evacuated, 40 still at the station.", "40", "remaining"),
        ("Nine children were deported in May, and four in July.", "four", "deported"),
        ("The mayor said 85 residents were injured, 20 of them in hospital.", "20", "injured"),
    ],
)
def test_a_clause_without_its_verb_says_its_own_and_not_what_the_one_before_it_says(
    nlp: Language, text: str, number: str, action: str
) -> None:
    doc = figures(framed(doc_of(nlp, text), number, FIGURE, 0.97))
    assert doc._.figures[-1].evidence.exact == number
    assert doc._.figures[-1].action == action
