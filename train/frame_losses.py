"""What the scores of frames cost: against annotations, or against what a teacher says of the same words.

Each part (the tags, an attribute, a role) is divided by how much of it a batch has, and by `EVEN` more, so that a batch
with one item of a kind does not count as much as one with many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from train.examples import IGNORED, Row
from train.frame_examples import FrameExample
from train.frame_labels import LABELS, OUTSIDE
from train.learn import padded

EVEN = 6.0
Floats = NDArray[np.float16]
Losses = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class FrameTensors:
    """The scores of a batch: `tags` and `attributes` by piece, `fillers` by role, piece and column."""

    tags: Tensor
    attributes: Tensor
    fillers: Tensor


@dataclass(frozen=True, slots=True)
class TaughtFrame:
    """What a teacher says of one word, and how likely it gives a figure or makes an act at all."""

    piece: int
    weight: float
    says: dict[str, Floats]  # probabilities of each label of an attribute, of each column of a role's fillers


@dataclass(frozen=True, slots=True)
class Taught:
    """A window with what a teacher says of it."""

    ids: Row
    shapes: Row
    scored: Row  # 1 where `tags` hold
    tags: Floats
    frames: tuple[TaughtFrame, ...]


def masked(fillers: Tensor, mask: Tensor) -> Tensor:
    """The scores of fillers without padding."""
    columns = torch.cat([mask.new_ones(len(mask), 1), mask], 1)
    return fillers.masked_fill(~columns[:, None, None, :], -1e4)


def of_annotations(scores: FrameTensors, batch: Sequence[FrameExample], mask: Tensor) -> Losses:
    """Cross entropy of tags, of the attributes of annotated frames, and of all places that may fill a role."""
    gold = padded([e.tags for e in batch], IGNORED, mask.device).long()
    return {"tags": of_tags(scores.tags, gold)} | of_frames(scores, batch, mask)


def of_tags(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy, by the words that are of some frame: the others are nearly all and say little."""
    total = F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / ((gold > OUTSIDE).sum() + EVEN)


def of_frames(scores: FrameTensors, batch: Sequence[FrameExample], mask: Tensor) -> Losses:
    """The losses of attributes and roles."""
    losses: Losses = {}
    targets = [(row, target) for row, example in enumerate(batch) for target in example.targets]
    for name, columns in LABELS.columns().items():
        found = [(r, t.piece, label) for r, t in targets for attribute, label in t.attributes if attribute == name]
        if found:
            rows, pieces, labels = torch.tensor(found, device=mask.device).T
            chosen = scores.attributes[rows, pieces][:, columns].float()
            losses[name] = F.cross_entropy(chosen, labels, reduction="sum") / (len(found) + EVEN)
    fillers = masked(scores.fillers.float(), mask)
    for number, role in enumerate(LABELS.roles):
        asked = [(r, t.piece, columns) for r, t in targets for of, columns in t.fillers if of == number]
        if asked:
            rows, pieces = torch.tensor([place for *place, _ in asked], device=mask.device).T
            right = torch.zeros(len(asked), fillers.shape[-1], dtype=torch.bool, device=mask.device)
            for line, (*_, columns) in zip(right, asked, strict=True):
                line[list(columns)] = True
            likely = fillers[rows, number, pieces].log_softmax(-1).masked_fill(~right, -torch.inf)
            losses[role] = -likely.logsumexp(-1).sum() / (len(asked) + EVEN)
    return losses


def of_teacher(scores: FrameTensors, batch: Sequence[Taught], mask: Tensor) -> Losses:
    """Cross entropy with the teacher's probabilities; a word counts as much as the teacher takes it for a frame's."""
    scored = padded([e.scored for e in batch], 0, mask.device) > 0
    tags = padded([e.tags for e in batch], 0, mask.device).float()[scored]
    total = -(tags * scores.tags[scored].float().log_softmax(-1)).sum()
    losses = {"tags": total / ((1 - tags[:, OUTSIDE]).sum() + EVEN)}
    fillers, columns = masked(scores.fillers.float(), mask), LABELS.columns()
    for name in (*LABELS.attributes, *LABELS.roles):
        asked = [(row, frame) for row, example in enumerate(batch) for frame in example.frames if name in frame.says]
        if asked:
            rows, pieces = torch.tensor([(row, frame.piece) for row, frame in asked], device=mask.device).T
            if name in columns:
                found = scores.attributes[rows, pieces][:, columns[name]].float()
            else:
                found = fillers[rows, LABELS.roles.index(name), pieces]
            losses[name] = _of_words(found, [frame for _, frame in asked], name)
    return losses


def _of_words(found: Tensor, frames: Sequence[TaughtFrame], name: str) -> Tensor:
    weights = torch.tensor([frame.weight for frame in frames], device=found.device)
    likely = padded([frame.says[name] for frame in frames], 0, found.device).float()
    likely = F.pad(likely, (0, found.shape[1] - likely.shape[1]))
    return -(weights[:, None] * likely * found.log_softmax(-1)).sum() / (weights.sum() + EVEN)
