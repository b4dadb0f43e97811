"""Matches phrases of the word lists against the words of a text."""

import re
from collections.abc import Mapping, Sequence

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Concept], ...]]


def kind_of(concept: Concept) -> Kind | None:
    """What a concept of a word list stands for; None for what is nobody's name."""
    kind = concept.one("kind")
    return Kind(kind) if kind else None


def parts(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list as the tokenizer would cut it, in lower case with straight apostrophes."""
    text = phrase.lower().replace("’", "'")
    return tuple(re.findall(r"'s\b|'|-|[^\s'-]+", text))


@lexicon.derived
def phrases(scheme: str, *keys: str) -> Phrases:
    """The phrases under `keys` of a word list, longest first, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], Concept]]] = {}
    for concept in lexicon.load().scheme(scheme):
        for key in keys:
            for phrase in concept.names if key == "names" else concept.get(key):
                if cut := parts(phrase):
                    found.setdefault(cut[0], []).append((cut, concept))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def match(table: Phrases, lower: Sequence[str], at: int, end: int) -> tuple[int, Concept] | None:
    """The longest phrase of the table that starts at a word: where it ends and what it is."""
    for words, concept in table.get(lower[at], ()):
        stop = at + len(words)
        if stop <= end and tuple(lower[at:stop]) == words:
            return stop, concept
    return None


def match_back(table: Phrases, lower: Sequence[str], stop: int, low: int) -> tuple[int, Concept] | None:
    """The longest phrase of the table that ends before `stop`: where it starts and what it is."""
    for at in range(max(low, stop - 5), stop):
        for words, concept in table.get(lower[at], ()):
            if at + len(words) == stop and tuple(lower[at:stop]) == words:
                return at, concept
    return None
