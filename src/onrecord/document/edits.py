"""Edits of a text, with the exact map between the offsets of the text before and after them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

Edit = tuple[int, int, str]  # offsets of the stretch that is replaced, and what stands there instead


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after edits, none of which overlaps another, in order of the text.

    A replacement as long as what it replaces stands for it character by character; any other stands for all of it.
    """

    text: str
    edits: tuple[Edit, ...]
    _at: tuple[int, ...]  # where each replacement begins in `text`
    _starts: tuple[int, ...]  # where each edit begins in the text before

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text before the edits that a stretch of `text` stands for."""
        if start >= end:
            return (here := self._origin(start)[0]), here
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        """The characters before the edits that the one at an offset of `text` stands for."""
        last = bisect_right(self._at, at) - 1
        if last < 0:
            return at, at + 1
        start, end, replacement = self.edits[last]
        within = at - self._at[last]
        if within >= len(replacement):
            return end + within - len(replacement), end + within - len(replacement) + 1
        if len(replacement) == end - start:
            return start + within, start + within + 1
        return start, end

    def after(self, offset: int) -> int:
        """Where the first character at or after an offset of the text before stands in `text`."""
        last = bisect_right(self._starts, offset) - 1
        if last < 0:
            return offset
        start, end, replacement = self.edits[last]
        if offset >= end:
            return self._at[last] + len(replacement) + offset - end
        within = offset - start
        return self._at[last] + (within if len(replacement) == end - start else len(replacement) if within else 0)


def edited(text: str, edits: Iterable[Edit]) -> Edited:
    """The text after edits; of those that overlap, the one that begins first, then the longest, is made."""
    kept = tuple(_apart(edits))
    parts: list[str] = []
    done = 0
    for start, end, replacement in kept:
        parts += (text[done:start], replacement)
        done = end
    grown = accumulate((len(new) - (end - start) for start, end, new in kept), initial=0)
    starts = tuple(start for start, _, _ in kept)
    at = tuple(start + more for start, more in zip(starts, grown, strict=False))
    return Edited("".join((*parts, text[done:])), kept, at, starts)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    done = 0
    for start, end, replacement in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= done:
            yield start, end, replacement
            done = end
