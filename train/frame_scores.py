"""How often frames are read right on documents that were held out, beside the rules where they answer too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from torch import Tensor

from train.evaluate import Tally
from train.examples import IGNORED
from train.frame_examples import FrameExample, Target
from train.frame_labels import FIGURE, LABELS, OUTSIDE

LEAST = 0.5  # probability of a figure or of a trigger that is counted


@dataclass(frozen=True, slots=True)
class Reading:
    """What a network says of a batch: probabilities of tags, and scores of attributes and fillers."""

    tags: Tensor
    attributes: Tensor
    fillers: Tensor


Reader = Callable[[list[FrameExample]], Reading]


@dataclass(slots=True)
class Share:
    """Of frames that were asked, those where the network is right, and those where the rules are."""

    asked: int = 0
    right: int = 0
    rules_asked: int = 0
    rules_right: int = 0
    right_beside_rules: int = 0  # of those that the rules answer


class Scores:
    """Counts over documents, by corpus."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Tally] = defaultdict(Tally)
        self._shares: dict[tuple[str, str], Share] = defaultdict(Share)

    def add(self, batches: Iterable[list[FrameExample]], read: Reader) -> None:
        """Read windows and count."""
        for batch in batches:
            reading = read(batch)
            for row, example in enumerate(batch):
                self._add_tags(example, reading.tags[row])
                for target in example.targets:
                    for name, right in _answers(target, reading.attributes[row], reading.fillers[row]):
                        self._add_answer(self._shares[example.corpus, name], target.frame.rules.get(name), right)

    def _add_tags(self, example: FrameExample, tags: Tensor) -> None:
        for number in example.numbers:
            if number.figure is not None:
                likely = bool(tags[number.piece, FIGURE] > LEAST)
                _count(self._found[example.corpus, "figures"], likely, number.figure, right=number.figure)
                _count(
                    self._found[example.corpus, "figures, rules"], number.by_rules, number.figure, right=number.figure
                )
        of_acts = tags.clone()
        of_acts[:, OUTSIDE] += of_acts[:, FIGURE]
        of_acts[:, FIGURE] = 0
        for piece, gold in enumerate(example.triggers.tolist()):
            if gold != IGNORED:
                found = bool(of_acts[piece, OUTSIDE] < 1 - LEAST)
                right = int(of_acts[piece, FIGURE:].argmax()) + FIGURE == gold
                _count(self._found[example.corpus, "triggers"], found, gold > OUTSIDE, right=right)

    @staticmethod
    def _add_answer(share: Share, rules: bool | None, right: bool) -> None:
        share.asked += 1
        share.right += right
        if rules is not None:
            share.rules_asked += 1
            share.rules_right += rules
            share.right_beside_rules += right

    def lines(self) -> Iterator[str]:
        """A line for each corpus and thing."""
        for (corpus, name), tally in sorted(self._found.items()):
            yield f"{corpus:10} {name:15} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        for (corpus, name), s in sorted(self._shares.items()):
            line = f"{corpus:10} {name:15} {s.asked:5}  network {s.right / s.asked:.3f}"
            if s.rules_asked:
                line += f"; of {s.rules_asked}: rules {s.rules_right / s.rules_asked:.3f}"
                line += f"  network {s.right_beside_rules / s.rules_asked:.3f}"
            yield line


def _count(tally: Tally, found: bool, annotated: bool, *, right: bool) -> None:
    tally.found += found
    tally.annotated += annotated
    tally.right += found and annotated and right


def _answers(target: Target, attributes: Tensor, fillers: Tensor) -> Iterator[tuple[str, bool]]:
    """For each attribute and role that is annotated whether the likeliest label or place is a right one."""
    columns = LABELS.columns()
    for name, label in target.attributes:
        yield name, int(attributes[target.piece, columns[name]].argmax()) == label
    for number, role in enumerate(LABELS.roles):
        right = {column for of, places in target.fillers for column in places if of == number}
        if right:
            yield role, int(fillers[number, target.piece].argmax()) in right
