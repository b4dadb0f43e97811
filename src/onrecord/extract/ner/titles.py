"""Titles around names: plural role nouns, the role noun before a name."""

from onrecord.extract.ner.tokens import Phrases, Words, kind_of, match_back, phrases
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_NOUNS = frozenset(("NOUN",))
_NOMINAL = frozenset(("NOUN", "ADJ", "ADP", "PART", "CCONJ"))


def plural_role(words: Words, i: int) -> tuple[int, Concept] | None:
    """A plural role noun: 'Justices Ellen Mbeki and …', 'her sons Danylo and Matvii'."""
    if not words.lower[i].endswith("s"):
        return None
    entries = phrases("role", "noun", "title").get(words.lower[i][:-1], ())
    return next(((i + 1, concept) for cut, concept in entries if len(cut) == 1), None)


def title_before(words: Words, start: int) -> str:
    """The title or role noun right before a run: 'Queen Elizabeth', 'the charity Save Ukraine', 'sons Danylo and …'."""
    if start == 0:
        return ""
    address = match_back(phrases("role", "title"), words.lower, start, max(0, start - 2))
    if address is not None and words.capital[address[0]]:
        return " ".join(words.lower[address[0] : start])
    several = plural_role(words, start - 1)
    if several is not None and kind_of(several[1]) is Kind.PERSON and not words.capital[start - 1]:
        return words.lower[start - 1][:-1]
    return _role_phrase(words, start)


def _role_phrase(words: Words, start: int) -> str:
    """The role noun of the noun phrase that ends before a run: 'head of research X'."""
    for i in range(start, max(0, start - 8), -1):
        hit = match_back(phrases("role", "noun"), words.lower, i, max(0, i - 4))
        if hit is not None and (i == start or words.lower[i] in ("of", "for")):
            return " ".join(words.lower[hit[0] : i])
        inside = _NOUNS if i == start else _NOMINAL
        if words.doc[i - 1].pos_ not in inside or words.capital[i - 1] or words.doc[i - 1].is_space:
            return ""
    return ""


def given_names() -> Phrases:
    """Given names."""
    return phrases("given_name", "given")


@lexicon.derived
def postnominals() -> frozenset[str]:
    """What follows a name and is no part of it: 'KC', 'MP'."""
    return frozenset(w for concept in lexicon.load().scheme("role") for w in concept.get("after"))
