"""Findings and claims with their evidence moved to other offsets, whatever they are made of."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from onrecord.values.findings import Evidence

_Value = TypeVar("_Value")


def relocated(value: _Value, move: Callable[[Evidence], Evidence]) -> _Value:
    """The same value, each piece of evidence in it moved; what holds none is the same object.

    Values are frozen dataclasses and tuples of them; one that stands in several places is moved once.
    """
    moved: _Value = _Relocation(move)(value)
    return moved


class _Relocation:
    def __init__(self, move: Callable[[Evidence], Evidence]) -> None:
        self._move = move
        self._moved: dict[int, Any] = {}  # by the identity of the value, which lives as long as the whole does

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, tuple) and not is_dataclass(value):
            return value
        if id(value) not in self._moved:
            self._moved[id(value)] = self._of(value)
        return self._moved[id(value)]

    def _of(self, value: Any) -> Any:
        if isinstance(value, Evidence):
            return self._move(value)
        if isinstance(value, tuple):
            moved = tuple(map(self, value))
            return moved if any(a is not b for a, b in zip(moved, value, strict=True)) else value
        told = ((field.name, getattr(value, field.name)) for field in fields(value))
        changes = {name: moved for name, part in told if (moved := self(part)) is not part}
        return replace(value, **changes) if changes else value
