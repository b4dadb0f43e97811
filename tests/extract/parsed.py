"""Parsed sentences written by hand: a rule of syntax fails on them for itself, and not because a model parsed amiss.

    parsed("The DT det 1", "court NN nsubj 2", "ruled/rule VBD ROOT 2")

A row is a word: 'word/lemma TAG relation head', where the lemma may be left out and the head is the number of its row;
the root is its own head. Rows may also stand in one string: "The DT det 1 | court NN nsubj 2 | ruled/rule VBD ROOT 2".
"""

import spacy
from spacy.tokens import Doc, Token

VOCAB = spacy.blank("en").vocab
POS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "IN": "ADP",
    "JJ": "ADJ",
    "JJS": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNS": "NOUN",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "RP": "ADP",
    "TO": "PART",
    "WDT": "PRON",
    "WP": "PRON",
}


def parsed(*rows: str) -> Doc:
    """The Doc of these rows, with words, lemmas, tags, parts of speech and dependencies."""
    words, lemmas, tags, deps, heads = [], [], [], [], []
    for row in " | ".join(rows).split(" | "):
        form, tag, dep, head = row.split()
        word, _, lemma = form.partition("/")
        words.append(word)
        lemmas.append(lemma or word.lower())
        tags.append(tag)
        deps.append(dep)
        heads.append(int(head))
    pos = [_pos(tag, dep) for tag, dep in zip(tags, deps, strict=True)]
    return Doc(VOCAB, words=words, lemmas=lemmas, tags=tags, pos=pos, deps=deps, heads=heads)


def _pos(tag: str, dep: str) -> str:
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    return POS.get(tag, "VERB" if tag.isalpha() else "PUNCT")


def word(doc: Doc, text: str) -> Token:
    """The first token with this text."""
    return next(t for t in doc if t.text == text)


def texts(tokens: tuple[Token, ...]) -> list[str]:
    """The texts of some tokens."""
    return [t.text for t in tokens]
