"""The lines of a page: words that stand on one level."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.sources.pdf.words import Word

_SAME_LEVEL = 0.3  # of the size of type: words this much higher or lower are of one line
_SPACED = 0.1  # of the size of type: white between words of one line that is a space


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one level, from the left."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @property
    def baseline(self) -> float:
        """How far from the top of the page it stands."""
        return median(word.baseline for word in self.words)

    @property
    def size(self) -> float:
        """The size of the type that most of it is set in."""
        sizes = [word.size for word in self.words for _ in word.text if not word.is_raised]
        return median(sizes) if sizes else self.words[0].size

    @property
    def is_bold(self) -> bool:
        """Whether all of it is set in bold type."""
        return all(word.is_bold or not any(map(str.isalnum, word.text)) for word in self.words)

    @property
    def text(self) -> str:
        """Its words, with single spaces where the page has white."""
        return "".join(map("".join, zip(spaces(self.words), (word.text for word in self.words), strict=True)))


def spaces(words: Sequence[Word]) -> Iterator[str]:
    """Before each word of a line, what parts it from the one before: a space or nothing."""
    for before, word in pairwise((None, *words)):
        apart = before is not None and word is not None and (word.left - before.right > _SPACED * before.size)
        yield " " if before is not None and word is not None and (apart or word.is_spaced) else ""


def levels(words: Iterable[Word]) -> list[Line]:
    """All words that stand on one level as one line, across the page, from the top."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.baseline, one.left)):
        if found and word.baseline - found[-1][0].baseline <= _SAME_LEVEL * min(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [Line(tuple(sorted(line, key=lambda one: one.left))) for line in found]
