"""Noun chunks in line: the run of words that begins after a number and ends with a noun.

The parser is asked only whether two nouns belong together: numbers in unusual writings ('6 395') confuse it.
"""

import re

from spacy.tokens import Doc, Span, Token

from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS

# Nouns that stand for a number: 'a total of 231 children', 'the number of children is 12', 'the toll rose to 38'.
TALLIES = frozenset({"number", "total", "figure", "toll", "tally", "count", "sum", "estimate", "amount"})
COUNTABLE = frozenset({"count"})  # after a number those of a charge: 'three counts of fraud'
HYPHENS = frozenset({"-", "–", "‑"})
_NOT_COUNTED = frozenset({"more", "further", "additional", "extra", "the", "these", "those", "all", "such"})
_RATE = frozenset({"a", "an", "each", "every", "per"})
_PRONOUNS = frozenset({"others", "ones"})
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|today|yesterday|tomorrow|tonight"
)
TIMES = frozenset(unit + s for unit in ("minute", "hour", "day", "week", "month", "year") for s in ("", "s"))
_POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
_PREMODIFIERS = ("JJ", "JJR", "JJS", "VBN", "VBG", "VBD", "RB", "AFX")  # tags
_OF_NEXT_NOUN = ("compound", "nmod", "amod", "poss", "nummod", "npadvmod", "appos", "dep")  # dependency labels
_LONGEST = 12  # tokens of a noun phrase


def noun_phrase(doc: Doc, start: int) -> Span | None:
    """The noun phrase that begins at token `start`, with the 'of' phrase of its head; None if there is none.

    Of a partitive ('two of the deputies') it is the phrase after 'of', of a compound ('three-judge panel') its first
    noun; determiners before the first noun are left out.
    """
    if start + 1 < len(doc) and start and _joins(doc, start, loose=True):
        return doc[start + 1 : start + 2] if doc[start + 1].pos_ in (*NOMINAL, "ADJ") else None
    if start < len(doc) and doc[start].lower_ in _RATE:
        return None  # '400 a year'
    at = _first_counted(doc, start)
    end = end_of_nouns(doc, at) or _end_of_owned(doc, at)
    if end is None:
        return None
    if end > at + 1 and doc[at].lower_ in TIMES and not _joins(doc, at + 1):
        return doc[at : at + 1]  # 'eighteen years' imprisonment', 'a seven hour drive'
    if not is_word(doc, end, "of"):
        return doc[at:end]
    if doc[end - 1].lemma_.lower() in TALLIES - COUNTABLE:
        return noun_phrase(doc, end)  # 'brings to 112 the number of villages'
    return doc[at : end_of_nouns(doc, after_determiners(doc, end + 1)) or end]


def _first_counted(doc: Doc, start: int) -> int:
    """The index after the partitive 'of', determiners and 'more' that may stand before the words of the noun phrase."""
    if is_word(doc, start, "of"):
        start = after_number(doc, _after_owner(doc, after_determiners(doc, start + 1)))
    at = after_determiners(doc, start)
    while at < len(doc) and doc[at].lower_ in _NOT_COUNTED and not breaks(doc, at):
        at = after_determiners(doc, at + 1)
    return at


def _after_owner(doc: Doc, at: int) -> int:
    """The index after a possessive that begins at `at`: '39 of the state's 40 delegates'."""
    for i in range(at, min(at + _LONGEST, len(doc))):
        if doc[i].text in _POSSESSIVE and i > at:
            return i + 1
        if breaks(doc, i) or doc[i].pos_ not in (*NOMINAL, "ADJ"):
            break
    return at


def _end_of_owned(doc: Doc, at: int) -> int | None:
    """Where what is owned ends, after a possessive, if the tagger takes it for no noun: 'the city's consulates'."""
    owner = doc[at - 2] if at > 1 and at < len(doc) and doc[at - 1].text in _POSSESSIVE else None
    return owner.head.i + 1 if owner is not None and owner.dep_ == "poss" and owner.head.i >= at else None


def head_of(phrase: Span) -> Token:
    """The head noun: the last noun before 'of' or 'per'."""
    of = next((i for i, t in enumerate(phrase) if t.lower_ in ("of", "per") and i), len(phrase))
    token: Token = phrase[of - 1]
    return token


def worded(phrase: Span) -> str:
    """The words of a phrase, one space between them."""
    return " ".join(phrase.text.split())


def after_determiners(doc: Doc, at: int) -> int:
    """The index of the first token from `at` on that is no determiner."""
    while at < len(doc) and doc[at].tag_ in ("DT", "PRP$", "PDT") and not breaks(doc, at):
        at += 1
    return at


def after_number(doc: Doc, at: int) -> int:
    """The index after a number, with its hedge, that begins at `at`: '250 of the nearly 1,100 orphans'."""
    first = next((i for i in range(at, min(at + 3, len(doc))) if doc[i].like_num), None)
    if first is None or any(breaks(doc, i) or doc[i].pos_ in (*NOMINAL, "PUNCT") for i in range(at, first)):
        return at
    while first < len(doc) and (doc[first].like_num or _joins(doc, first)) and not breaks(doc, first):
        first += 1  # also over the hyphen of 'thirty-four'
    return first


def end_of_nouns(doc: Doc, at: int) -> int | None:
    """Where the run of modifiers and nouns that begins at `at` ends; None where no noun is in it."""
    last: int | None = None
    for i in range(at, min(at + _LONGEST, len(doc))):
        if breaks(doc, i) or _CALENDAR.fullmatch(doc[i].lower_) or not _continues(doc, i, at, last):
            break
        if _is_noun(doc[i]):
            last = i
    return None if last is None or doc[last].lower_ in _PRONOUNS else last + 1


def _continues(doc: Doc, i: int, at: int, last: int | None) -> bool:
    """Whether the token belongs to the noun phrase that begins at `at` and whose last noun so far is at `last`."""
    token = doc[i]
    glued = i > at and (doc[i - 1].tag_ == "POS" or _joins(doc, i - 1))
    if _is_noun(token):
        return last is None or glued or _goes_on(doc[last])
    if token.tag_ == "POS":
        return last is not None
    return _joins(doc, i) or ((last is None or glued) and _modifies(token))


def _is_noun(token: Token) -> bool:
    return token.pos_ in NOMINAL and token.text not in {"%", *HYPHENS}


def breaks(doc: Doc, i: int) -> bool:
    """Whether a line or a sentence begins at the token."""
    return bool(doc[i].is_space or doc[i].is_sent_start)


def is_word(doc: Doc, i: int, word: str) -> bool:
    """Whether the token at `i` is the word, within the sentence."""
    return i < len(doc) and doc[i].lower_ == word and not doc[i].is_sent_start


def token_at(doc: Doc, char: int, at_least: int) -> int:
    """The index of the first token that begins at or after the character."""
    index = at_least
    while index < len(doc) and doc[index].idx < char:
        index += 1
    return index


def _joins(doc: Doc, i: int, loose: bool = False) -> bool:
    """Whether the token is a hyphen without spaces around it; `loose`, without one before it."""
    return i > 0 and doc[i].text in HYPHENS and not doc[i - 1].whitespace_ and (loose or not doc[i].whitespace_)


def _goes_on(noun: Token) -> bool:
    """Whether the noun belongs to one after it: 'emergency exits', not 'children Friday'."""
    return noun.head.i > noun.i and noun.dep_ in _OF_NEXT_NOUN


def _modifies(token: Token) -> bool:
    """Whether the token may modify a noun after it, or joins two modifiers: 'dead', 'dead and wounded'."""
    if token.tag_ in ("CC", ","):
        if token.i + 1 >= len(token.doc) or token.lower_ == "but":
            return False
        return token.nbor().tag_ in ("JJ", "VBN", "RB", "VBG") and token.nbor(-1).tag_ in ("JJ", "VBN", "VBG")
    if token.lemma_ in ("be", "have", "do") or token.lower_ in ("then", "there"):
        return False
    return token.tag_ in _PREMODIFIERS and not _is_predicate(token)


def _is_predicate(token: Token) -> bool:
    """Whether the word is a verb with a subject before it or an object after it: 'four held passports'."""
    if token.tag_ not in ("VBD", "VBN", "VBG"):
        return False
    return any(c.dep_ in SUBJECTS for c in token.lefts) or any(c.dep_ == "dobj" for c in token.rights)
