"""All ways of writing a date, and one walk over a text that finds them."""

import re
from collections.abc import Iterator

from onrecord.timex import absolute, relative
from onrecord.timex import vocabulary as v
from onrecord.timex.expressions import Found
from onrecord.timex.patterns import GAP, NUMBER, YEAR, Pattern

_WORD = re.compile(r"([A-Za-z]+)|\d+")


def _by_first_word(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Pattern, ...]]:
    words = sorted({word for p in patterns for word in p.begins})
    return {word: tuple(p for p in patterns if word in p.begins) for word in words}


_PATTERNS = _by_first_word((*absolute.LISTS, *relative.PATTERNS, *absolute.PATTERNS))
_DIGITS = {1: NUMBER, 2: NUMBER, 4: YEAR}  # how many there are -> what begins with so many
# Most patterns may begin with 'the', and few words after it begin one: said first, as it is the commonest word of all.
_AFTER_THE = re.compile(rf"{GAP}(?:['’\d]|(?:{v.either({*relative.AFTER_THE, *_PATTERNS})})\b)", re.IGNORECASE)


def find(text: str) -> Iterator[Found]:
    """The expressions of a text in order, none overlapping another. The first pattern that matches at a word wins."""
    end = 0
    for word in _WORD.finditer(text):
        key = word[0].lower() if word.lastindex else _DIGITS.get(len(word[0]), "")
        patterns = _PATTERNS.get(key)
        if patterns is None or word.start() < end or (key == "the" and not _AFTER_THE.match(text, word.end())):
            continue
        for pattern in patterns:
            if found := pattern.at(text, word.start()):
                yield from found
                end = found[-1].end
                break
