"""Roles applied to a name in apposition or by a copula: 'X, head of …', 'the director, X,', 'X is a lawyer'."""

from onrecord.extract.ner.candidates import Name
from onrecord.extract.ner.tokens import Words, kind_of, match, match_back, phrases
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON", "PART", "NUM"))
_LINKING = frozenset(("then", "formerly", "currently", "-", "now"))
_COPULAS = frozenset(("is", "was", "are", "were"))
_MARKS = frozenset((",", "(", "-", "–", "—"))
_PREPOSITIONS = frozenset(("of", "for", "in", "on", "to", "at"))
_AFTER, _BEFORE = 10, 12  # tokens between a name and its role, at most
_OF_PLACES = frozenset(
    "in near throughout outside inside across along to into toward towards from through via around at over".split()
)

Role = tuple[str, Concept]  # a role noun, in lower case


def role_after(words: Words, name: Name) -> Role | None:
    """The role noun after a comma, a dash, a bracket or a copula."""
    i, j = name.end, name.end + 1
    if j >= len(words) or words.line[i] != words.line[name.start] or not _opens(words, name):
        return None
    copula = words.lower[i] in _COPULAS
    while j < min(i + 1 + _AFTER, len(words)) and words.line[j] == words.line[i]:
        hit = _small_role(words, j)
        if hit is not None and _closes(words, hit[0]):
            spoken = not copula and _another_speaks(words, i + 1, hit[0])
            return None if spoken else (" ".join(words.lower[j : hit[0]]), hit[1])
        if hit is None and words.doc[j].pos_ not in _NOMINAL and words.lower[j] not in _LINKING:
            return None
        j = hit[0] if hit is not None else j + 1
    return None


def _small_role(words: Words, i: int) -> tuple[int, Concept] | None:
    """The role noun that starts at a word, if it is no part of a name: 'the Save Valmora Fund'."""
    hit = match(phrases("role", "noun"), words.lower, i, len(words))
    part = hit is not None and words.capital[i] and not words.text[i].isupper() and kind_of(hit[1]) is not Kind.PERSON
    return None if part else hit


def _opens(words: Words, name: Name) -> bool:
    """Whether a copula or a mark follows that may open an apposition: not the comma after 'in X'."""
    placed = name.start > 0 and words.lower[name.start - 1] in _OF_PLACES
    return words.lower[name.end] in _COPULAS or (words.text[name.end] in _MARKS and not placed)


def _closes(words: Words, stop: int) -> bool:
    """Whether a noun phrase ends with the role noun before `stop`."""
    return stop >= len(words) or (words.doc[stop].pos_ not in ("NOUN", "PROPN", "PART") and not words.capital[stop])


def _another_speaks(words: Words, start: int, stop: int) -> bool:
    """Whether the role noun is the subject of a verb of its own: 'In Brenn, the mayor said …'."""
    verb = stop < len(words) and words.doc[stop].tag_ in ("VBD", "VBZ", "VBP", "MD")
    return verb and words.lower[start] in ("the", "a", "an")


def role_before(words: Words, name: Name) -> Role | None:
    """The role noun before a comma, where another mark closes the apposition: 'the director, X,'."""
    i = (name.start if name.outer is None else name.outer) - 1
    if i < 1 or words.text[i] != "," or words.line[i] != words.line[name.start] or not _ends(words, name):
        return None
    j = i
    while j > max(0, i - _BEFORE) and words.line[j - 1] == words.line[i]:
        hit = match_back(phrases("role", "noun"), words.lower, j, max(0, j - 4))
        if hit is not None and _qualifies(words, hit) and (j == i or words.lower[j] in _PREPOSITIONS):
            return " ".join(words.lower[hit[0] : j]), hit[1]
        if words.doc[j - 1].pos_ not in _NOMINAL and words.lower[j - 1] not in (*_PREPOSITIONS, "and"):
            return None
        j -= 1
    return None


def _qualifies(words: Words, hit: tuple[int, Concept]) -> bool:
    """Whether a role noun is no part of a name: of a person, or written small."""
    return not words.capital[hit[0]] or kind_of(hit[1]) is Kind.PERSON


def _ends(words: Words, name: Name) -> bool:
    """Whether a mark or the line's end follows a name."""
    i = name.end
    return i >= len(words) or words.text[i] in (",", ".", ";", ")", ":") or words.line[i] != words.line[name.start]
