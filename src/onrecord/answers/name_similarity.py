"""Similarity of two names, one that somebody writes and one on record: a score from 0 to 100.

It is 100 times the Dice coefficient over their words, each of which counts as far as it agrees: spelled alike 1,
another transliteration 0.96, a form of one given name 0.92, one letter apart 0.8, an initial 0.6. Order, case, accents,
punctuation and small words do not count. Of bodies only the words are compared that tell one from others, adjectives
of countries as the countries. What the word list knows under both names is at least 98, an acronym of the other name
80; a surname alone says little and is at most 70.
"""

from collections.abc import Sequence

from onrecord.lexicon import lexicon, name_forms
from onrecord.values.findings import Kind

EXACT = 100.0
_KNOWN, _ACRONYM, _ONE_WORD = 98.0, 80.0, 70.0
_SOUNDS, _FORM, _LETTER, _INITIAL = 0.96, 0.92, 0.8, 0.6
_LETTERS = 5  # of a word of which one may be another
_BODIES = (Kind.ORGANIZATION, Kind.COURT)


def similarity(asked: str, name: str, kind: Kind) -> float:
    """How alike a name that is asked for and a name on record are, from 0 to 100."""
    ours, theirs = parts(asked, kind), parts(name, kind)
    if not ours or not theirs:
        return 0.0
    score = 100 * 2 * _agreement(ours, theirs) / (len(ours) + len(theirs))
    if name_forms.known_as(asked) == name_forms.known_as(name):
        score = max(score, _KNOWN)
    elif kind in _BODIES and (_spells(asked, name) or _spells(name, asked)):
        score = max(score, _ACRONYM)
    if kind is Kind.PERSON and 1 in (len(asked.split()), len(name.split())):
        score = min(score, _ONE_WORD)
    return round(score, 1)


@lexicon.derived
def parts(name: str, kind: Kind) -> tuple[str, ...]:
    """The words of a name that are compared, in order; of a body those that tell it from others, in the alphabet's."""
    if kind in _BODIES:
        return tuple(sorted(name_forms.content(name))) or name_forms.words(name)
    return name_forms.words(name)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ in a letter that is another, missing, or exchanged with the next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    first, second = one[start:], other[start:]
    swapped = first[:2] == second[1::-1] and first[2:] == second[2:]
    return swapped or first[1:] == second[1:] or first[1:] == second or first == second[1:]


def _agreement(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How many words agree: each with at most one of the other name, those that agree most first."""
    pairs = ((_alike(a, b), n, m) for n, a in enumerate(ours) for m, b in enumerate(theirs))
    total, taken, given = 0.0, set[int](), set[int]()
    for alike, n, m in sorted((pair for pair in pairs if pair[0]), reverse=True):
        if n not in taken and m not in given:
            total += alike
            taken.add(n)
            given.add(m)
    return total


@lexicon.derived
def _alike(one: str, other: str) -> float:
    """How far two folded words agree, from 0 to 1."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    sounds = name_forms.sound(one), name_forms.sound(other)
    if sounds[0] == sounds[1]:
        return _SOUNDS
    if name_forms.given(one) == name_forms.given(other):
        return _FORM
    return _LETTER if min(map(len, sounds)) >= _LETTERS and one_letter_apart(*sounds) else 0.0


def _spells(acronym: str, name: str) -> bool:
    return acronym.isupper() and len(acronym) > 1 and acronym in name_forms.initials(name)
