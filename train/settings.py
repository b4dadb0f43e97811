"""The settings of training, read from one file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of the encoder."""

    layers: int = 6
    width: int = 384
    inner: int = 1536
    heads: int = 12
    words: int = 30522
    positions: int = 512


@dataclass(frozen=True, slots=True)
class HoldOut:
    """Every n-th document that is not trained on; see settings.toml."""

    test_gum: int
    validate_gum: int
    validate_conll: int
    validate_worldwide: int
    validate_guided: int
    validate_polnear: int
    measured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How one network is trained."""

    rate: float
    heads: float
    room: int
    epochs: int
    patience: int
    minutes: float
    dropout: float
    attention_dropout: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How weights of the frames' network, or of its teacher, are fitted."""

    rate: float
    heads: float
    room: int
    epochs: float
    warm_up: int


@dataclass(frozen=True, slots=True)
class FrameSettings:
    """What reads figures and acts; see settings.toml."""

    shared: int
    layers: int
    dropout: float
    average: float
    overlap: int
    folds: int
    annotated: tuple[str, ...]
    marked: tuple[str, ...]
    taught_roles: tuple[str, ...]
    frozen: int
    teacher_folds: int
    silver_overlap: int
    least_figure: float
    most_outside: float
    gold: Plan
    silver: Plan
    teacher: Plan


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what training gives, beside the data."""

    seed: int
    window: int
    augment: float
    written: int
    link_weight: float
    average: float
    rates: dict[str, float]
    hold_out: HoldOut
    size: Size
    schedule: Schedule
    frames: FrameSettings


def load(path: Path, changes: list[str]) -> Settings:
    """Read a file of settings; `changes` such as 'schedule.epochs=20' come on top."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        key, _, value = change.partition("=")
        *path_to, last = key.split(".")
        place = table
        for section in path_to:
            place = place[section]
        if last not in place:
            raise KeyError(f"there is no setting {key}")
        place[last] = type(place[last])(float(value))
    sections = {
        "hold_out": HoldOut(**table["hold_out"] | {"measured": tuple(table["hold_out"]["measured"])}),
        "size": Size(**table["size"]),
        "schedule": Schedule(**table["schedule"]),
        "frames": FrameSettings(**{name: _frames(value) for name, value in table["frames"].items()}),
    }
    return Settings(**table | sections)


def _frames(value: Any) -> Any:
    return Plan(**value) if isinstance(value, dict) else tuple(value) if isinstance(value, list) else value
