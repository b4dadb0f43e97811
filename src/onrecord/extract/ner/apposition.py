"""The role that the text gives a name before it: 'Mayor X', 'the charity X', 'the director, X,'."""

from onrecord.extract.ner.candidates import Name
from onrecord.extract.ner.phrase_matcher import kind_of, match_back, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON", "PART", "NUM"))
_COMPLEMENT = frozenset(("NOUN", "ADJ", "ADP", "PART", "CCONJ"))
_PREPOSITIONS = frozenset(("of", "for", "in", "on", "to", "at"))
_FARTHEST = 12  # tokens between a name and its role, at most


def title_before(words: Words, start: int) -> str:
    """The title or role noun right before a name: 'Queen Elizabeth', 'the charity Save Ukraine'."""
    address = match_back(phrases("role", "title"), words.lower, start, max(0, start - 2)) if start else None
    if address is not None and words.capital[address[0]]:
        return " ".join(words.lower[address[0] : start])
    return _role_phrase(words, start)


def _role_phrase(words: Words, start: int) -> str:
    """The role noun of the noun phrase that ends before a name: 'head of research X'."""
    for i in range(start, max(0, start - 8), -1):
        hit = match_back(phrases("role", "noun"), words.lower, i, max(0, i - 4))
        if hit is not None and (i == start or words.lower[i] in ("of", "for")):
            return " ".join(words.lower[hit[0] : i])
        inside = ("NOUN",) if i == start else _COMPLEMENT
        if words.doc[i - 1].pos_ not in inside or words.capital[i - 1] or words.doc[i - 1].is_space:
            return ""
    return ""


def role_before(words: Words, name: Name) -> str:
    """The role noun before a comma, where another mark closes the apposition: 'the director, X,'."""
    i = name.start - 1
    if i < 1 or words.text[i] != "," or words.line[i] != words.line[name.start] or not _ends(words, name):
        return ""
    j = i
    while j > max(0, i - _FARTHEST) and words.line[j - 1] == words.line[i]:
        hit = match_back(phrases("role", "noun"), words.lower, j, max(0, j - 4))
        if hit is not None and _qualifies(words, hit) and (j == i or words.lower[j] in _PREPOSITIONS):
            return " ".join(words.lower[hit[0] : j])
        if words.doc[j - 1].pos_ not in _NOMINAL and words.lower[j - 1] not in (*_PREPOSITIONS, "and"):
            return ""
        j -= 1
    return ""


def _qualifies(words: Words, hit: tuple[int, Concept]) -> bool:
    """Whether a role noun is no part of a name: of a person, or written small."""
    return not words.capital[hit[0]] or kind_of(hit[1]) is Kind.PERSON


def _ends(words: Words, name: Name) -> bool:
    """Whether a mark or the line's end follows a name."""
    i = name.end
    return i >= len(words) or words.text[i] in (",", ".", ";", ")", ":") or words.line[i] != words.line[name.start]
