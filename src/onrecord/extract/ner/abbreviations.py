"""Abbreviations: 'X (ABC)', 'X (“the Court”)', 'X, known as Y' link a short name with its full name."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.ner.candidates import BODIES, Name
from onrecord.extract.ner.consistency import Key, key
from onrecord.extract.ner.tokens import APOSTROPHES, QUOTES, Words
from onrecord.values.findings import Kind

_CALLED = ([",", "known", "as"], [",", "also", "known", "as"], ["known", "as"], ["also", "known", "as"], [",", "alias"])
_SKIPPED = frozenset(("the", "hereinafter", "–", "-", "or"))


def linked(words: Words, names: list[Name]) -> list[Name]:
    """The names, each abbreviation with its full name and its full name's type, each owned body with its owner."""
    found = list(names)
    for i, (before, name) in enumerate(pairwise(names)):
        if _called(words, before, name):
            found[i + 1] = replace(found[i + 1], short_for=before, kind=before.kind)
        elif _bracketed(words, before, name):
            short, full = (i + 1, i) if name.end - name.start <= before.end - before.start else (i, i + 1)
            if _abbreviates(words, found[short], found[full]):
                found[short] = replace(found[short], short_for=found[full], kind=found[full].kind)
        elif _owned(words, before, name):
            found[i + 1] = replace(found[i + 1], longer=(before.start, name.end))
    return found


def definitions(words: Words, names: list[Name]) -> dict[Key, Kind]:
    """The type of each abbreviation that the article itself spells out: it is that of the full name, everywhere."""
    found: dict[Key, Kind] = {}
    for before, name in pairwise(names):
        for short, full in ((name, before), (before, name)):
            if _bracketed(words, before, name) and _spelled(words, short, full):
                found[key(words, short)] = full.kind
    return found


def _between(words: Words, before: Name, name: Name) -> list[str]:
    return [w for w in words.lower[before.end : name.start] if w not in QUOTES and w not in _SKIPPED]


def _called(words: Words, before: Name, name: Name) -> bool:
    """'X, known as Y'."""
    return _between(words, before, name) in _CALLED and name.end - name.start <= before.end - before.start + 1


def _bracketed(words: Words, before: Name, name: Name) -> bool:
    """'X (ABC)', 'ABC (X)'."""
    after = [w for w in words.lower[name.end : name.end + 2] if w not in QUOTES][:1]
    return _between(words, before, name) == ["("] and after in ([")"], [","], [";"])


def _abbreviates(words: Words, short: Name, full: Name) -> bool:
    return _spelled(words, short, full) or (full.kind in BODIES and short.kind is not Kind.PLACE)


def _spelled(words: Words, short: Name, full: Name) -> bool:
    """Whether a word with two capitals or more is made of initials: 'ABC', 'BoG'."""
    text = words.text[short.start]
    capitals = sum(letter.isupper() for letter in text)
    return short.end - short.start == 1 and capitals > 1 and _spells(text, words.text[full.start : full.end])


def _owned(words: Words, before: Name, name: Name) -> bool:
    """ "Dorvania's Ministry of Defence": a body right after its owner."""
    owner = before.end + 1 == name.start and words.lower[before.end] in APOSTROPHES
    return owner and name.kind in BODIES


def _spells(letters: str, name: Iterable[str]) -> bool:
    """Whether the letters are initials of the name's words, in order, some small words skipped."""
    initials = [w[0].upper() for w in name if w[0].isalnum()]
    position = 0
    for letter in letters.upper():
        if letter not in initials[position:]:
            return False
        position += initials[position:].index(letter) + 1
    return position >= len(letters)
