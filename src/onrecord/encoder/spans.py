"""What the reader finds in a text. All offsets count Unicode code points; ends are exclusive."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

NameLabel = Literal["PERSON", "ORG", "PLACE"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in the text, with the mean probability (0 to 1) that the model gives to its words."""

    start: int
    end: int
    label: NameLabel
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: the words that name the source, the cue ('said', 'according to') and what was said.

    The content comes in several pieces where source and cue interrupt it ('"We left," she said, "at night."').
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class States:
    """The last layer of the encoder: a row for each of the words, which are spans of characters in order."""

    words: Sequence[tuple[int, int]] = ()
    rows: NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))

    def of(self, start: int, end: int) -> NDArray[np.float32]:
        """The mean state of the words that share a character with `text[start:end]`, at least one."""
        first = bisect_right(self.words, start, key=lambda word: word[1])
        after = bisect_left(self.words, end, key=lambda word: word[0])
        mean: NDArray[np.float32] = self.rows[first : max(after, first + 1)].mean(0, dtype=np.float32)
        return mean


@dataclass(frozen=True, slots=True)
class Reading:
    """All names and attributions of one text, each in the order of the text, and the states they were read from."""

    names: tuple[NameSpan, ...]
    attributions: tuple[Attribution, ...]
    states: States = field(default=States(), compare=False, repr=False)
