"""Stretches of text, asked by offset."""

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.values.findings import Evidence

_NESTED = 8  # stretches that may begin after one that reaches over them


class Stretches:
    """Stretches of a text, which may lie in each other but not deeply; found in logarithmic time."""

    def __init__(self, found: Iterable[Evidence]) -> None:
        self._found = sorted(found)
        self._starts = [e.start for e in self._found]

    def over(self, start: int, end: int) -> Evidence | None:
        """A stretch that overlaps `start` to `end`."""
        last = bisect_right(self._starts, end - 1)
        return next((e for e in reversed(self._found[max(0, last - _NESTED) : last]) if e.end > start), None)
