"""Scorers of the components, on Docs whose findings are written by hand."""

from decimal import Decimal
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example

from onrecord.extract.scoring import SCORERS, example
from onrecord.values.findings import (
    Act,
    DateExpression,
    Evidence,
    Figure,
    Findings,
    Form,
    Kind,
    Mention,
    Position,
    Statement,
)

NLP = spacy.blank("en")
TEXT = "Ombudsman Ann Lee said on Monday that the court had charged 12 people . Lee left . She spoke ."


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


WHOLE = at(TEXT)
ANN_LEE = Mention(at("Ann Lee"), Form.NAME, Kind.PERSON, "Ann Lee")
LEE = Mention(at("Lee left"), Form.NAME, Kind.PERSON, "Lee", stands_for=ANN_LEE.evidence)
SHE = Mention(at("She"), Form.PRONOUN, Kind.PERSON, "she")


def date(value: str) -> DateExpression:
    return DateExpression(at("Monday"), value, "", "", "")


def figure(value: int, hedge: str = "exact", withdrawn: bool = False) -> Figure:
    return Figure(at("12"), Decimal(value), None, hedge, "people", "", "", "", WHOLE, withdrawn=withdrawn)


def said(speaker: Evidence | None) -> Statement:
    return Statement(WHOLE, "indirect", speaker, None, "", WHOLE)


def position(title: str) -> Position:
    return Position(ANN_LEE.evidence, at(title), None, WHOLE)


def act(kind: str, day: str = "") -> Act:
    return Act(at("charged"), kind, None, (), day, "", WHOLE)


def scored(component: str, wanted: Findings, **found: tuple[Any, ...]) -> dict[str, float]:
    one = example(NLP, NLP.make_doc(TEXT), wanted)
    for name, values in found.items():
        one.predicted._.set(name, values)
    return scores(component, one)


def scores(component: str, *examples: Example) -> dict[str, float]:
    return SCORERS[component](examples)


@pytest.mark.parametrize(
    ("component", "name", "wanted", "found", "expected"),
    [
        ("onrecord_dates", "dates", (date("2024"), date("2023")), (date("2024"), date("2024")), (1.0, 0.5)),
        ("onrecord_dates", "dates", (date("2024"),), (date("2023"),), (0.0, 0.0)),
        ("onrecord_figures", "figures", (figure(12),), (figure(12), figure(3, withdrawn=True)), (1.0, 1.0)),
        ("onrecord_figures", "figures", (figure(12),), (figure(12, "about"), figure(12)), (0.5, 1.0)),
        ("onrecord_positions", "positions", (position("Ombudsman"),), (position("court"),), (0.0, 0.0)),
        ("onrecord_acts", "acts", (act("Charge", "2024"),), (act("Charge"), act("Charge", "2024")), (0.5, 1.0)),
    ],
)
def test_what_a_component_leaves_is_compared_with_what_it_should(
    component: str, name: str, wanted: tuple[Any, ...], found: tuple[Any, ...], expected: tuple[float, float]
) -> None:
    result = scored(component, Findings(**{name: wanted}), **{name: found})
    assert (result[f"{name}_p"], result[f"{name}_r"]) == pytest.approx(expected)


def test_names_are_compared_with_their_types_and_without_other_mentions() -> None:
    wanted = Findings(mentions=(ANN_LEE, LEE))
    place = Mention(ANN_LEE.evidence, Form.NAME, Kind.PLACE, "Ann Lee")
    result = scored("onrecord_mentions", wanted, mentions=(place, LEE, SHE))
    assert (result["names_p"], result["names_r"]) == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        (at("Ann Lee"), True),
        (at("Lee left"), True),  # another name of hers
        (at("Ombudsman Ann Lee"), True),  # words that hold her name
        (at("She"), False),  # whom a pronoun stands for is not the component's to say
        (at("court"), False),
        (None, False),
    ],
)
def test_a_speaker_is_compared_by_full_name(speaker: Evidence | None, right: bool) -> None:
    wanted = Findings(mentions=(ANN_LEE, LEE), statements=(said(ANN_LEE.evidence),))
    result = scored("onrecord_statements", wanted, mentions=(ANN_LEE, LEE, SHE), statements=(said(speaker),))
    assert result["speakers_r"] == pytest.approx(float(right))


def test_the_encoders_entities_are_compared_by_label() -> None:
    court = Mention(at("court"), Form.NAME, Kind.COURT, "the Court")
    one = example(NLP, NLP.make_doc(TEXT), Findings(mentions=(ANN_LEE, court)))
    doc = one.predicted
    doc.ents = [Span(doc, 1, 3, "PERSON"), Span(doc, 8, 9, "COURT"), Span(doc, 5, 6, "PLACE")]
    result = scores("onrecord_names", one)
    assert (result["ents_p"], result["ents_r"]) == pytest.approx((2 / 3, 1.0))


def test_scores_are_over_all_articles() -> None:
    nlp = spacy.blank("en")
    examples = [example(nlp, nlp.make_doc(TEXT), Findings(dates=(date(day),))) for day in ("2023", "2024")]
    examples[0].predicted._.dates = (date("2023"),)
    result = scores("onrecord_dates", *examples)
    assert (result["dates_p"], result["dates_r"]) == pytest.approx((1.0, 0.5))


def test_each_component_that_leaves_findings_has_a_scorer(nlp: Language) -> None:
    result = nlp.evaluate([example(nlp, nlp.make_doc(TEXT), Findings(dates=(date("2024-03-11"),)))])
    for name in ("ents", "names", "dates", "figures", "speakers", "positions", "acts"):
        assert {f"{name}_p", f"{name}_r", f"{name}_f"} <= set(result)
