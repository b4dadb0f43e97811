"""What is told over stretches of a text, asked by other stretches, in time that does not grow with the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from onrecord.values.findings import Evidence

_Told = TypeVar("_Told")


class IntervalIndex(Generic[_Told]):
    """Values by the stretches that they are told over; few reach over many others."""

    def __init__(self, told: Iterable[tuple[Evidence, _Told]]) -> None:
        """A value may be told over several stretches."""
        self._told = [(where.start, where.end, i, value) for i, (where, value) in enumerate(told)]
        self._told.sort(key=itemgetter(0))
        self._reach = list(accumulate((end for _, end, _, _ in self._told), max))  # of all that begin no later

    def over(self, where: Evidence) -> list[_Told]:
        """The values told over stretches that overlap this one, in the order given, as often as they do."""
        last = bisect_left(self._told, where.end, key=itemgetter(0))
        first = bisect_right(self._reach, where.start, hi=last)
        near = [(i, value) for _, end, i, value in self._told[first:last] if end > where.start]
        return [value for _, value in sorted(near, key=itemgetter(0))]
