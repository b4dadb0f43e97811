"""End-of-line hyphenation, undone: whether the hyphen that ends a line is of the word or of the line."""

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.sources.pdf.lines import Line

_HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_HYPHENATED = 0.025  # of the lines end in a hyphen at least where words are broken
_LINES = 3  # that end in one: fewer show no habit
# What no word begins with, so that the part before it is none either.
_ENDINGS = re.compile(r"(?:ments?|[ts]ions?|[ts]ional|ness|ing|ings|ly|ities|ity|tive|tives|ted|ting|ble|ized?)\b")
# First parts of compounds, which keep their hyphens.
_COMPOUNDING = frozenset(
    "all cross ex half high long low non self short vice well "
    "twenty thirty forty fifty sixty seventy eighty ninety".split()
)


class Hyphenation:
    """What a document's lines show of its hyphens."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """A document of these lines."""
        texts = [line.text for line in lines]
        broken = sum(text[-2:-1].isalpha() and text[-1] in _HYPHENS for text in texts)
        self._breaks_words = broken >= max(_LINES, _HYPHENATED * len(texts))
        self._known = Counter(word.lower() for text in texts for word in _WORD.findall(text.rstrip(_HYPHENS)))

    def joined(self, before: str, after: str) -> str | None:
        """What the last word of a line and the first of the next are together; None where they are two words."""
        if not before or before[-1] not in _HYPHENS or not before[:-1] or not before[-2].isalnum():
            return None
        stem = before[:-1]
        whole, compound = stem + after, f"{stem}-{after}"
        if before[-1] == "\u00ad":
            return whole
        if not (stem[-1].isalpha() and after[0].islower()) or "-" in stem:
            return compound
        times, kept = self._times(whole), self._times(compound)
        if times != kept:
            return whole if times > kept else compound
        if _ENDINGS.match(after):
            return whole
        return whole if self._breaks_words and stem.lower().lstrip("(“\"'‘") not in _COMPOUNDING else compound

    def _times(self, word: str) -> int:
        found = _WORD.search(word)
        return self._known[found.group().lower()] if found else 0
