"""How annotated articles were drawn, which decides what error rates on them say of the others."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.errors import InputError

NAME = "sample.json"


class Draw(StrEnum):
    """How articles are drawn."""

    CHANCE = "chance"  # each with the same probability
    DOUBT = "doubt"  # those in which most is likely to be misread


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample of articles, as `onrecord sample` drew it."""

    by: Draw
    drawn: int
    of: int  # articles there were
    seed: int = 0  # of chance
    prefilled: bool = False  # whether annotators began with what the program had found

    def __str__(self) -> str:
        what = f"{self.drawn} of {self.of} articles"
        if self.by is Draw.DOUBT:
            told = f"{what}, those most in doubt: the rates are of these alone, and worse than those of the others"
        else:
            told = f"{what}, drawn by chance (seed {self.seed}): the rates are estimates for all {self.of}"
        began = "; the annotators began with what the program had found, which flatters its recall"
        return told + began * self.prefilled


UNKNOWN = "articles chosen otherwise than by chance: the rates are of these alone"


def write_sample(sample: Sample, folder: Path) -> None:
    """Write how the articles in a folder were drawn."""
    (folder / NAME).write_text(json.dumps(asdict(sample), indent=1) + "\n", "utf-8")


def read_sample(folder: Path) -> Sample | None:
    """How the articles in a folder were drawn; None where that is not told.

    Raises:
        InputError: what is told cannot be read.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text("utf-8"))
        return Sample(
            Draw(told["by"]), int(told["drawn"]), int(told["of"]), int(told["seed"]), told["prefilled"] is True
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not how `onrecord sample` says what it drew ({error}): take it away") from error


def told(sample: Sample | None, done: Collection[str], left: Collection[str]) -> str:
    """What error rates on the articles that are `done` say of others, where those in `left` are not annotated yet.

    Files are named in the order in which they were drawn, so that the first ones of a sample by chance are one too.
    """
    if sample is None:
        return UNKNOWN
    if not left:
        return str(sample)
    if sample.by is Draw.CHANCE and max(done) > min(left):
        return f"{len(done)} of {sample.drawn} articles drawn, and not the first ones: no sample by chance any more"
    return str(Sample(sample.by, len(done), sample.of, sample.seed, sample.prefilled))
