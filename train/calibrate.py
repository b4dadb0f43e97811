"""Calibrate an encoder, without torch: `python -m train.calibrate --data ../shared/train --weights runs/encoder/exact`.

A temperature for each head of tags divides its scores before they become probabilities. It is fitted on the validation
documents to the names and attributions found, as they are decoded when articles are read: of those with a confidence of
0.8, four of five are to be right. No decision depends on it, since divided scores have the same order. The temperatures
are those of weights that hold none yet; of weights that do, they come on top.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from math import exp, log
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.encoder.encoder import MODEL, TOKENIZER, Encoder
from onrecord.encoder.frames import Labels
from onrecord.encoder.onnx import Network, OnnxNetwork, Scores, Temperatures
from onrecord.encoder.word_pieces import load_tokenizer
from train import data, evaluate, settings
from train.augment import laid_out
from train.corpora import NamesDocument, QuotesDocument

HERE = Path(__file__).parent
LOWEST, HIGHEST = 0.25, 8.0  # temperatures
STEP = 0.01  # of the logarithm of a temperature
GOLDEN = 0.6180339887498949
DIGIT = 0.01  # of a confidence; what rounds to certainty counts as half a digit less
BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """A name or an attribution that the encoder found: its confidence, and whether it is annotated."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The outcomes whose confidence lies in a range."""

    low: float
    high: float
    share: float  # of all outcomes
    confidence: float  # mean
    accuracy: float  # share of those that are right


class Tempered:
    """A network with a temperature. It remembers what it was asked, so that another temperature costs no run."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], Scores] = {}
        self.temperature = 1.0

    @property
    def temperatures(self) -> Temperatures:
        """Those of the network, which come on top."""
        return self._network.temperatures

    @property
    def labels(self) -> Labels | None:
        """Those of the network."""
        return self._network.labels

    def __call__(self, ids: Sequence[int], shapes: Sequence[int]) -> Scores:
        """Score one window."""
        asked = tuple(ids), tuple(shapes)
        if asked not in self._known:
            self._known[asked] = self._network(ids, shapes)
        scores = self._known[asked]
        return replace(scores, names=scores.names / self.temperature, roles=scores.roles / self.temperature)


def main() -> None:
    """Print the temperatures, and how often what is found is right, before and after."""
    parser = argparse.ArgumentParser(prog="python -m train.calibrate", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument("--weights", type=Path, help="folder with the model; default: the package's")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    options = parser.parse_args()
    held = data.load(options.data, settings.load(options.settings, []).hold_out)
    with as_file(options.weights or files("onrecord.encoder") / "weights") as weights:
        tokenizer, network = load_tokenizer(weights / TOKENIZER), OnnxNetwork(weights / MODEL)
        _report("names", *calibrated(tokenizer, network, lambda e: of_names(e, held.validate_names)))
        _report("roles", *calibrated(tokenizer, network, lambda e: of_attributions(e, held.validate_quotes)))


def calibrated(
    tokenizer: Tokenizer, network: Network, found: Callable[[Encoder], list[Outcome]]
) -> tuple[float, list[Outcome], list[Outcome]]:
    """The temperature of the head behind what is `found`; the outcomes without it and with it."""
    tempered = Tempered(network)
    encoder = Encoder(tokenizer, tempered)

    def outcomes(temperature: float) -> list[Outcome]:
        tempered.temperature = temperature
        return found(encoder)

    best = fitted(lambda temperature: loss(outcomes(temperature)))
    return best, outcomes(1.0), outcomes(best)


def of_names(encoder: Encoder, documents: Sequence[NamesDocument]) -> list[Outcome]:
    """Each name found; right where borders and label are those annotated."""
    texts = [laid_out(document, None) for document in documents]
    outputs = encoder.read([text for text, _ in texts])
    return [
        Outcome(name.score, (name.start, name.end, name.label) in annotated)
        for annotated, output in zip((set(names) for _, names in texts), outputs, strict=True)
        for name in output.names
    ]


def of_attributions(encoder: Encoder, documents: Sequence[QuotesDocument]) -> list[Outcome]:
    """Each attribution found; right where `evaluate.matched` has it."""
    outputs = encoder.read([document.text for document in documents])
    found = [(document, output.attributions) for document, output in zip(documents, outputs, strict=True)]
    matched = (evaluate.matched(document, attributions) for document, attributions in found)
    return [
        Outcome(attribution.score, number in right)
        for (_, attributions), right in zip(found, matched, strict=True)
        for number, attribution in enumerate(attributions)
    ]


def fitted(loss: Callable[[float], float]) -> float:
    """The temperature with the least loss, to two digits: golden-section search over its logarithm."""
    low, high = log(LOWEST), log(HIGHEST)
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = loss(exp(left)), loss(exp(right))
    while high - low > STEP:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = loss(exp(left))
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = loss(exp(right))
    return round(exp((low + high) / 2), 2)


def loss(outcomes: Sequence[Outcome]) -> float:
    """The mean negative log likelihood of what turned out right and wrong."""
    sure = ((min(max(o.confidence, DIGIT / 2), 1 - DIGIT / 2), o.right) for o in outcomes)
    return -sum(log(p if right else 1 - p) for p, right in sure) / len(outcomes)


def reliability(outcomes: Sequence[Outcome]) -> list[Bin]:
    """The bins of equal width that hold outcomes, from the least sure on; certainty belongs to the last."""
    bins: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        bins.setdefault(min(int(outcome.confidence * BINS), BINS - 1), []).append(outcome)
    return [
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(held) / len(outcomes),
            sum(o.confidence for o in held) / len(held),
            sum(o.right for o in held) / len(held),
        )
        for number, held in sorted(bins.items())
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """The expected calibration error: how far confidence lies from accuracy, over the bins by their shares."""
    return sum(b.share * abs(b.confidence - b.accuracy) for b in reliability(outcomes))


def _report(head: str, temperature: float, before: Sequence[Outcome], after: Sequence[Outcome]) -> None:
    print(f"temperature_{head} {temperature:.2f}")
    print(f"{len(after)} found, {sum(o.right for o in after) / len(after):.3f} of them right")
    print(f"negative log likelihood {loss(before):.3f} -> {loss(after):.3f}")
    print(f"expected calibration error {calibration_error(before):.3f} -> {calibration_error(after):.3f}")
    print("| confidence | share | mean | right |\n| --- | --- | --- | --- |")
    for b in reliability(after):
        print(f"| {b.low:.1f} to {b.high:.1f} | {100 * b.share:.1f} % | {b.confidence:.3f} | {b.accuracy:.3f} |")


if __name__ == "__main__":
    main()
