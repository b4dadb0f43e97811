"""The settings of training, read from one file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of an encoder. `buckets` > 0: attention has a learned bias for relative distance, as in MPNet."""

    layers: int = 6
    width: int = 384
    inner: int = 1536
    heads: int = 12
    words: int = 30522
    positions: int = 512
    buckets: int = 0


@dataclass(frozen=True, slots=True)
class HoldOut:
    """Every n-th document that is not trained on; see settings.toml."""

    test_gum: int
    validate_gum: int
    validate_conll: int
    validate_polnear: int


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


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what training gives, beside the data."""

    seed: int
    window: int
    augment: float
    written: int
    link_weight: float
    distil_weight: float
    average: float
    hold_out: HoldOut
    student: tuple[Size, Schedule]
    teacher: tuple[Size, Schedule]


def load(path: Path, changes: list[str]) -> Settings:
    """Read a file of settings; `changes` such as 'student.epochs=20' come on top."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        key, _, value = change.partition("=")
        *sections, last = key.split(".")
        place = table
        for section in sections:
            place = place[section]
        if last not in place:
            raise KeyError(f"there is no setting {key}")
        place[last] = type(place[last])(float(value))
    for kind in ("student", "teacher"):
        size = {k: table[kind].pop(k) for k in ("layers", "width", "inner", "buckets") if k in table[kind]}
        table[kind] = Size(**size), Schedule(**table[kind])
    return Settings(**table | {"hold_out": HoldOut(**table["hold_out"])})
