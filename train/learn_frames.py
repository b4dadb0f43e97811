"""Fit the part of the network that reads frames; the encoder below it stays as it is."""

import copy
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from random import Random
from typing import Generic, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from train.examples import Of, batches
from train.frame_examples import FrameExample
from train.frame_labels import LABELS
from train.frame_losses import FrameTensors, Losses, Taught, masked, of_annotations, of_teacher
from train.frame_network import Frames
from train.frame_scores import Reading
from train.learn import Log, follow, inputs, knows_bfloat16
from train.model import Network
from train.settings import FrameSettings, Plan

LOWEST = 0.02  # of the learning rate, at the end
EVERY = 100  # steps between two lines of the log
READ_AT_ONCE = 16  # windows


class Encoder(Protocol):
    """Anything with word embeddings and layers: the encoder itself, or the teacher's."""

    def embedded(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Pieces before the first layer."""
        ...

    def read(self, x: Tensor, mask: Tensor | None, start: int, end: int) -> Tensor:
        """The states after the layers from `start` to `end`."""
        ...


class Below(Generic[Of]):
    """The layers that are not trained: their states for each window are computed once."""

    def __init__(self, encoder: Encoder, layers: int, examples: Sequence[Of], device: torch.device) -> None:
        self._encoder, self._device = encoder, device
        self._states: dict[int, Tensor] = {}
        for batch in in_order(examples):
            with torch.no_grad(), fast(device):
                ids, shapes, mask = inputs(batch, device)
                states = encoder.read(encoder.embedded(ids, shapes), mask, 0, layers).to(torch.bfloat16)
            for row, example in zip(states, batch, strict=True):
                self._states[id(example)] = row[: len(example.ids)].clone()

    @torch.no_grad()
    def __call__(self, batch: Sequence[Of]) -> tuple[Tensor, Tensor, Tensor]:
        """States, embeddings and mask."""
        ids, shapes, mask = inputs(batch, self._device)
        states = nn.utils.rnn.pad_sequence([self._states[id(example)] for example in batch], batch_first=True)
        return states.float(), self._encoder.embedded(ids, shapes), mask


def fast(device: torch.device) -> AbstractContextManager[None]:
    """Products in half precision, where a processor has them."""
    return torch.autocast(device.type, torch.bfloat16, enabled=knows_bfloat16(device))


def in_order(examples: Sequence[Of], size: int = READ_AT_ONCE) -> Iterator[list[Of]]:
    """Batches of like length, the shortest first."""
    ordered = sorted(examples, key=lambda e: len(e.ids))
    return (ordered[i : i + size] for i in range(0, len(ordered), size))


def fit(
    groups: Sequence[tuple[float, Sequence[nn.Parameter]]],
    loss: Callable[[list[Of]], Losses],
    examples: Sequence[Of],
    plan: Plan,
    seed: int,
    log: Log,
    after: Callable[[int], None] = lambda step: None,
) -> None:
    """Descend: `groups` are weights with what their rate is multiplied by; `after` is called after each step."""
    rng, began = Random(seed), time.monotonic()
    weights = [weight for _, group in groups for weight in group]
    optimizer = torch.optim.AdamW([{"params": list(g), "scale": s} for s, g in groups], plan.rate, weight_decay=0.01)
    steps = int(plan.epochs * len(batches(examples, plan.room, Random(0))))
    shown: dict[str, list[float]] = {}
    for step, batch in zip(range(1, steps + 1), _endless(examples, plan.room, rng), strict=False):
        for group in optimizer.param_groups:
            group["lr"] = (
                plan.rate * group["scale"] * min(1.0, step / plan.warm_up) * max(LOWEST, 1 - (step - 1) / steps)
            )
        losses = loss(batch)
        optimizer.zero_grad()
        torch.stack([*losses.values()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        after(step)
        for name, part in losses.items():
            shown.setdefault(name, []).append(part.item())
        if step % EVERY == 0 or step == steps:
            means = "  ".join(f"{name} {np.mean(parts):.2f}" for name, parts in shown.items())
            log(f"step {step}/{steps} {time.monotonic() - began:.0f} s  {means}")
            shown.clear()


def _endless(examples: Sequence[Of], room: int, rng: Random) -> Iterator[list[Of]]:
    while True:
        yield from batches(examples, room, rng)


class Student:
    """Fits heads for frames on one encoder."""

    def __init__(self, network: Network, settings: FrameSettings, seed: int, device: torch.device, log: Log) -> None:
        self._network, self._settings, self._seed, self._device, self._log = network.eval(), settings, seed, device, log

    def new(self) -> Frames:
        """Heads that know nothing, on copies of the encoder's next layers."""
        torch.manual_seed(self._seed)
        size, shared = self._network.size, self._settings.shared
        frames = Frames(size, LABELS, shared, self._settings.layers, self._settings.dropout).to(self._device)
        for number, layer in enumerate(frames.layers):
            layer.load_state_dict(self._network.layers[min(shared + number, size.layers - 1)].state_dict())
        return frames

    def taught(self, start: Frames, silver: Sequence[Taught]) -> Frames:
        """A copy of the heads that has learnt what a teacher says of texts without annotations."""
        return self._fitted(copy.deepcopy(start), silver, self._settings.silver, of_teacher)

    def fitted(self, start: Frames, examples: Sequence[FrameExample]) -> Frames:
        """A copy of the heads that has learnt the annotations."""
        return self._fitted(copy.deepcopy(start), examples, self._settings.gold, of_annotations)

    def _fitted(
        self,
        frames: Frames,
        examples: Sequence[Of],
        plan: Plan,
        loss: Callable[[FrameTensors, list[Of], Tensor], Losses],
    ) -> Frames:
        below = Below(self._network, self._settings.shared, examples, self._device)
        average = copy.deepcopy(frames)

        def losses(batch: list[Of]) -> Losses:
            frames.train()
            states, embedded, mask = below(batch)
            with fast(self._device):
                scores = FrameTensors(*frames(states, embedded, mask))
            return loss(scores, batch, mask)

        own = list(frames.layers.parameters())
        heads = [weight for name, weight in frames.named_parameters() if not name.startswith("layers.")]
        keep = self._settings.average

        def after(step: int) -> None:
            follow(average, frames, min(keep, step / (step + 10)))

        fit(((1.0, own), (plan.heads, heads)), losses, examples, plan, self._seed, self._log, after)
        return average.eval()

    @torch.no_grad()
    def reading(self, frames: Frames, batch: Sequence[FrameExample]) -> Reading:
        """What the heads say of a batch, in full precision."""
        ids, shapes, mask = inputs(batch, self._device)
        embedded = self._network.embedded(ids, shapes)
        states = self._network.read(embedded, mask, 0, self._settings.shared)
        tags, attributes, fillers = frames(states, embedded, mask)
        return Reading(tags.softmax(-1), attributes, masked(fillers, mask))


def folds(count: int, of: int) -> list[tuple[list[int], list[int]]]:
    """Which documents are held out, and which are learnt from, in each of `of` rounds."""
    order = list(range(count))
    Random(7).shuffle(order)
    return [
        ([i for n, i in enumerate(order) if n % of == fold], [i for n, i in enumerate(order) if n % of != fold])
        for fold in range(of)
    ]
