"""Calibration: the temperature that makes confidence and accuracy agree, and how far they are apart."""

from math import exp, log
from random import Random

import pytest
from tiny import TinyNetwork, tokenizer
from train.calibrate import (
    HIGHEST,
    Bin,
    Outcome,
    Tempered,
    calibrated,
    calibration_error,
    fitted,
    loss,
    of_attributions,
    of_names,
    reliability,
)
from train.corpora import NamesDocument, QuotesDocument, Said, Sentence

from onrecord.encoder import Attribution, Encoder, EncoderOutput, NameSpan, Span

TEXT = "Vera Hall told the Bridge Council that ferries would stop.\n\nNobody at the quay in Port Amsel knew why. " * 4


class Given(Encoder):
    """An encoder that finds what it is given in every text."""

    def __init__(self, output: EncoderOutput) -> None:
        self._output = output

    def read(self, texts: object) -> list[EncoderOutput]:
        return [self._output]


# The temperature ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("best", [0.5, 1.0, 1.37, 4.0])
def test_the_temperature_with_the_least_loss_is_found(best: float) -> None:
    assert fitted(lambda t: (log(t) - log(best)) ** 2) == pytest.approx(best, rel=0.01)


def test_a_loss_that_falls_for_ever_ends_at_the_highest_temperature() -> None:
    assert fitted(lambda t: 1 / t) == pytest.approx(HIGHEST, rel=0.01)


def _outcomes(scale: float, temperature: float) -> list[Outcome]:
    """Outcomes of an encoder whose scores are `scale` times too far from zero."""
    rng = Random(3)
    scores = [rng.gauss(1.0, 1.5) for _ in range(4000)]
    return [Outcome(_sure(s * scale / temperature), rng.random() < _sure(s)) for s in scores]


def _sure(score: float) -> float:
    return 1 / (1 + exp(-score))


@pytest.mark.parametrize("scale", [0.6, 1.0, 3.0])
def test_an_encoder_too_sure_or_not_sure_enough_is_set_right(scale: float) -> None:
    temperature = fitted(lambda t: loss(_outcomes(scale, t)))
    assert temperature == pytest.approx(scale, rel=0.1)
    assert calibration_error(_outcomes(scale, temperature)) < 0.02
    assert scale == 1 or calibration_error(_outcomes(scale, 1)) > 0.04


def test_no_decision_depends_on_the_temperature_and_every_confidence_does() -> None:
    network = TinyNetwork()
    tempered = Tempered(network)
    encoder = Encoder(tokenizer(), tempered, 40, 12)
    (plain,) = encoder.read([TEXT])
    asked = len(network.lengths)
    tempered.temperature = 3.0
    (cooler,) = encoder.read([TEXT])
    assert [(n.start, n.end, n.label) for n in cooler.names] == [(n.start, n.end, n.label) for n in plain.names]
    assert [(a.source, a.cue, a.contents) for a in cooler.attributions] == [
        (a.source, a.cue, a.contents) for a in plain.attributions
    ]
    assert plain.names and plain.attributions
    assert sum(n.score for n in cooler.names) < sum(n.score for n in plain.names)
    assert sum(a.score for a in cooler.attributions) < sum(a.score for a in plain.attributions)
    assert len(network.lengths) == asked  # what it was asked before is remembered


def test_a_random_network_is_found_to_be_too_sure() -> None:
    documents = [NamesDocument("one", (Sentence(TEXT.split("\n")[0], ((0, 9, "PERSON"),)),))]
    temperature, before, after = calibrated(tokenizer(), TinyNetwork(), lambda e: of_names(e, documents))
    assert temperature > 1
    assert loss(after) < loss(before)
    assert [o.right for o in after] == [o.right for o in before]


# What is right --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "right"),
    [
        (NameSpan(0, 9, "PERSON", 0.7), True),
        (NameSpan(0, 4, "PERSON", 0.7), False),
        (NameSpan(0, 9, "ORG", 0.7), False),
        (NameSpan(10, 14, "PERSON", 0.7), False),
    ],
)
def test_a_name_is_right_with_its_borders_and_its_label(name: NameSpan, right: bool) -> None:
    document = NamesDocument("one", (Sentence("Vera Hall told us.", ((0, 9, "PERSON"),)),))
    assert of_names(Given(EncoderOutput((name,), ())), [document]) == [Outcome(0.7, right)]


SAID = Attribution(Span(0, 9), Span(10, 14), (Span(15, 30),), 0.6)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([SAID], [True]),
        ([Attribution(Span(0, 4), None, (Span(15, 25),), 0.6)], [True]),  # most of the content, part of the source
        ([Attribution(None, Span(10, 14), (Span(15, 30),), 0.6)], [False]),
        ([Attribution(Span(0, 9), Span(10, 14), (Span(25, 30),), 0.6)], [False]),
        ([Attribution(Span(0, 9), None, (Span(15, 25),), 0.6), SAID], [False, True]),  # an annotation counts once
    ],
)
def test_an_attribution_is_right_with_its_source_and_half_of_its_content(
    found: list[Attribution], right: list[bool]
) -> None:
    document = QuotesDocument("one", "Vera Hall said ferries will sail.", (Said(((0, 9),), (), ((15, 30),)),))
    outcomes = of_attributions(Given(EncoderOutput((), tuple(found))), [document])
    assert outcomes == [Outcome(0.6, answer) for answer in right]


# Reliability ----------------------------------------------------------------------------------------------------------


def test_bins_hold_equal_ranges_and_the_last_one_certainty() -> None:
    sure = [Outcome(1.0, True), Outcome(0.9, False), Outcome(0.25, False), Outcome(0.25, True)]
    assert reliability(sure) == [Bin(0.2, 0.3, 0.5, 0.25, 0.5), Bin(0.9, 1.0, 0.5, 0.95, 0.5)]
    assert calibration_error(sure) == pytest.approx(0.5 * 0.25 + 0.5 * 0.45)


def test_certainty_that_is_wrong_costs_much_and_not_everything() -> None:
    assert loss([Outcome(1.0, False)]) == pytest.approx(-log(0.005))
    assert loss([Outcome(0.0, True)]) == pytest.approx(-log(0.005))
    assert loss([Outcome(1.0, True)]) == pytest.approx(-log(0.995))
