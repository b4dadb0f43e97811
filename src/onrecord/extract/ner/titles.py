"""Titles around names: plural role nouns, the role noun before a name, what follows names as letters."""

from onrecord.extract.ner.tokens import Phrases, Words, kind_of, match_back, phrases
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind


def plural_role(words: Words, i: int) -> tuple[int, Concept] | None:
    """A plural role noun: 'Justices Ellen Mbeki and …', 'her sons Danylo and Matvii'."""
    if not words.lower[i].endswith("s"):
        return None
    entries = phrases("role", "noun", "title").get(words.lower[i][:-1], ())
    return next(((i + 1, concept) for cut, concept in entries if len(cut) == 1), None)


def title_before(words: Words, start: int) -> str:
    """The role noun in small letters right before a run: 'spokesman Jason Straziuso', 'the charity Save Ukraine'."""
    table = phrases("role", "noun")
    i = start
    several = plural_role(words, start - 1) if start else None
    if several is not None and kind_of(several[1]) is Kind.PERSON and not words.capital[start - 1]:
        return words.lower[start - 1][:-1]
    while i > max(0, start - 8) and words.line[i - 1] == words.line[min(start, len(words) - 1)]:
        hit = match_back(table, words.lower, i, max(0, i - 4))
        if hit is not None and (i == start or words.lower[i] in ("of", "for")):
            return " ".join(words.lower[hit[0] : i])
        if words.doc[i - 1].pos_ not in ("NOUN", "ADJ", "ADP", "PART", "CCONJ") or words.capital[i - 1]:
            return ""
        if i == start and words.doc[i - 1].pos_ != "NOUN":
            return ""
        i -= 1
    return ""


def given_names() -> Phrases:
    """Given names."""
    return phrases("given_name", "given")


@lexicon.derived
def postnominals() -> frozenset[str]:
    """What follows a name and is no part of it: 'KC', 'MP'."""
    return frozenset(w for concept in lexicon.load().scheme("role") for w in concept.get("after"))
