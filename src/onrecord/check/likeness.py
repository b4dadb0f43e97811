"""How alike two sentences are: whether one may be the other told again."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = frozenset(
    "a an and are as at be been by for from had has have he her his in is it its of on or said says she so that the "
    "their them they this to was were which who will with".split()
)
RETOLD = 0.6  # from here on one sentence may be the other, told again
_LONG = 4  # words that a sentence has in common with a longer one that it may be a part of
_PART = 0.85  # what a part is worth beside a whole


def retold(one: str, other: str) -> float:
    """How many of their words two sentences have in common, numbers and small words aside, from 0 to 1.

    Of both (Dice); or of the first alone, of which a longer one may tell more.
    """
    a, b = content(one), content(other)
    shared = len(a & b)
    if not shared:
        return 0.0
    both = 2 * shared / (len(a) + len(b))
    return max(both, _PART * shared / len(a)) if shared >= _LONG else both


def content(sentence: str) -> frozenset[str]:
    """The beginnings of the words that say something: of 'bribed' and of 'bribing' alike."""
    return frozenset(word[:6] for word in map(str.lower, _WORD.findall(sentence)) if word not in _SMALL)
