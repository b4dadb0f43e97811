"""What the teacher says of texts without annotations: probabilities for the words that may belong to frames."""

import time
from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from torch import Tensor

from train.frame_examples import FrameExample
from train.frame_labels import FIGURE, LABELS, OF_ACTS, OF_FIGURES, OUTSIDE
from train.frame_losses import Floats, Taught, TaughtFrame
from train.frame_scores import Reading
from train.learn import Log
from train.learn_frames import in_order
from train.settings import FrameSettings
from train.teacher import Teacher

AT_ONCE = 12  # windows
CHUNK = 96  # windows that are put in order of length together


def taught(teacher: Teacher, examples: Sequence[FrameExample], settings: FrameSettings, log: Log) -> list[Taught]:
    """The windows, in random order, with what the teacher says of them."""
    drawn = [*in_order(examples, 1)]
    Random(3).shuffle(drawn)
    windows = [example for (example,) in drawn]
    found: list[Taught] = []
    began = time.monotonic()
    for start in range(0, len(windows), CHUNK):
        for batch in in_order(windows[start : start + CHUNK], AT_ONCE):
            reading = teacher.reading(batch)
            found += (_taught(example, reading, row, settings) for row, example in enumerate(batch))
        if start % (10 * CHUNK) == 0:
            log(f"{len(found)} of {len(windows)} windows {time.monotonic() - began:.0f} s")
    return found


def _taught(example: FrameExample, reading: Reading, row: int, settings: FrameSettings) -> Taught:
    tags = reading.tags[row, : len(example.ids)].cpu().numpy()
    scored = example.words.copy()
    scored[list(example.number_words)] = 0
    return Taught(
        example.ids,
        example.shapes,
        scored,
        tags.astype(np.float16),
        tuple(_frames(example, reading, row, tags[:, OUTSIDE], scored > 0, settings)),
    )


def _frames(
    example: FrameExample,
    reading: Reading,
    row: int,
    outside: Floats,
    scored: np.ndarray,
    settings: FrameSettings,
) -> Iterator[TaughtFrame]:
    """The numbers that may be figures, and the words that may make acts."""
    numbers = {number.piece for number in example.numbers}
    for piece in sorted(numbers):
        if reading.tags[row, piece, FIGURE] > settings.least_figure:
            yield _frame(reading, row, piece, len(example.ids), OF_FIGURES, settings)
    for piece in np.flatnonzero(scored & (outside < settings.most_outside)).tolist():
        if piece not in numbers:
            yield _frame(reading, row, piece, len(example.ids), OF_ACTS, settings)


def _frame(
    reading: Reading, row: int, piece: int, length: int, names: Sequence[str], settings: FrameSettings
) -> TaughtFrame:
    attributes = {
        name: _half(reading.attributes[row, piece, columns].float())
        for name, columns in LABELS.columns().items()
        if name in names
    }
    fillers = {
        role: _half(reading.fillers[row, number, piece].float())[: length + 1]
        for number, role in enumerate(LABELS.roles)
        if role in names and role in settings.taught_roles
    }
    return TaughtFrame(piece, 1 - float(reading.tags[row, piece, OUTSIDE]), attributes | fillers)


def _half(scores: Tensor) -> Floats:
    found: Floats = scores.softmax(-1).cpu().numpy().astype(np.float16)
    return found
