"""All ways of writing a date, and one walk over a text that finds them."""

import re
from collections.abc import Iterator

from onrecord.chronology import absolute, relative
from onrecord.chronology.expression import Found
from onrecord.chronology.pattern import NUMBER, YEAR, Pattern

_WORD = re.compile(r"[A-Za-z]+|\d+")


def _by_first_word(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Pattern, ...]]:
    words = sorted({word for p in patterns for word in p.begins})
    return {word: tuple(p for p in patterns if word in p.begins) for word in words}


_PATTERNS = _by_first_word((*relative.PATTERNS, *absolute.PATTERNS))


def find(text: str) -> Iterator[Found]:
    """The expressions of a text in order, none overlapping another. The first pattern that matches at a word wins."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for pattern in _PATTERNS.get(_key(word[0]), ()):
            if found := pattern.at(text, word.start()):
                yield from found
                end = found[-1].end
                break


def _key(word: str) -> str:
    if word.isdigit():
        return NUMBER if len(word) <= 2 else YEAR if len(word) == 4 else ""
    return word.lower()
