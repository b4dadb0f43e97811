"""Quotes set beside words on record: the same, cut, or altered; by tokens, whatever their marks and spaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.check.findings import Change

ALTERED = 0.6  # of the words of two quotes, how many they have in common where one is the other, altered
SHORTEST = 4  # words of a quote that can be told to be altered: shorter ones are said by many
_CUT = re.compile(r"\[[^\]]*\]|\(?(?:…|\.\s?\.\s?\.)\)?")  # what quotations leave out or put in, and say so
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|%")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": " ", "—": " ", "−": "-", "\u00ad": ""}
)
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"“»]")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quote stands to words on record."""

    likeness: float  # from 0 to 1; 1 where the quote is in these words, as far as it goes
    changes: tuple[Change, ...] = ()


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, of one spelling of marks."""
    return _TOKEN.findall(text.translate(_PLAIN).casefold())


def quoted(text: str) -> Iterator[re.Match[str]]:
    """What stands in quotation marks."""
    return _QUOTED.finditer(text)


def compare(quote: str, told: str) -> Comparison:
    """A quote beside words on record."""
    parts = [part for part in map(tokens, _CUT.split(quote)) if part]
    words = tokens(told)
    if not parts or not words:
        return Comparison(0.0)
    if _in_order(parts, words):
        return Comparison(1.0)
    return _altered([word for part in parts for word in part], words, bool(len(parts) > 1))


def _in_order(parts: Sequence[Sequence[str]], words: Sequence[str]) -> bool:
    """Whether all parts stand in the words, one after the other."""
    at = 0
    for part in parts:
        starts = range(at, len(words) - len(part) + 1)
        found = next((i for i in starts if list(words[i : i + len(part)]) == list(part)), None)
        if found is None:
            return False
        at = found + len(part)
    return True


def _altered(mine: Sequence[str], words: Sequence[str], cut: bool) -> Comparison:
    """A quote beside the words that it is likest to; words in another form count as the same for this."""
    matcher = SequenceMatcher(None, _stems(mine), _stems(words), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Comparison(0.0)
    matched = sum(block.size for block in blocks)
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    first, last = max(0, first - blocks[0].a), min(len(words), last + len(mine) - blocks[-1].a - blocks[-1].size)
    window = words[first:last]
    likeness = matched / len(mine) if cut else 2 * matched / (len(mine) + len(window))
    return Comparison(min(likeness, 0.99), tuple(_changes(mine, window)))


def _stems(words: Sequence[str]) -> list[str]:
    return [word[:4] for word in words]


def _changes(mine: Sequence[str], window: Sequence[str]) -> Iterator[Change]:
    for what, i, j, k, m in SequenceMatcher(None, mine, window, autojunk=False).get_opcodes():
        if what != "equal":
            yield Change(" ".join(mine[i:j]), " ".join(window[k:m]))
