"""What a number counts: the noun phrase after it, the noun it is said of, or the one it picks up from before.

The words in line are asked first and the parser second: numbers in unusual writings ('6 395') confuse it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.extract.amounts import Amount, Measure
from onrecord.extract.annotations import evidence
from onrecord.extract.grammar import verb_of
from onrecord.findings import Evidence

# Nouns that stand for a number: 'a total of 231 children', 'the number of children is 12', 'the toll rose to 38'.
TALLIES = frozenset({"number", "total", "figure", "toll", "tally", "count", "sum", "estimate", "amount"})
PEOPLE = "people"  # what is counted where the article counts human beings and names no noun: '38 have died'
_NOT_COUNTED = frozenset({"more", "further", "additional", "extra", "the", "these", "those", "all", "such"})
_PARTITIVE = frozenset({"them", "whom", "these", "those", "which", "us", "you", "this", "it"})
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|today|yesterday|tomorrow|tonight"
)
_IN_PREDICATE = frozenset({"dobj", "attr", "pobj", "npadvmod", "oprd", "acomp"})
_BACK = 4  # figures to look back for the noun that an elliptic number counts
_LONGEST = 12  # tokens of a noun phrase


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with what it counts."""

    amount: Amount
    number: Span  # the tokens of the number
    anchor: Token  # where the figure hangs in the sentence: the head of the noun phrase, or the number
    text: str  # what is counted, in the article's words without the number
    where: Evidence | None  # None where these words stand elsewhere or are only a sign
    lemma: str  # of the noun counted
    article: str  # the whole text
    whole: "Counted | None" = None  # the figure that this one is a part of, or that it picks up


def counted(doc: Doc, article: str, amount: Amount, before: Sequence[Counted]) -> Counted | None:
    """What the amount counts, given the figures before it in `article`, the Doc's text; None where it counts nothing."""
    number = doc.char_span(amount.number, amount.number_end, alignment_mode="expand")
    if number is None:
        return None
    after = _token_at(doc, amount.unit_end, number.end)
    if amount.measure is Measure.SHARE:
        return _share(doc, article, amount, number, after, before)
    if amount.measure is not Measure.COUNT:
        return Counted(amount, number, doc[number.start : after].root, amount.unit, None, amount.unit, article)
    phrase = noun_phrase(doc, after)
    if phrase is not None:
        head = head_of(phrase)
        return Counted(amount, number, head, _worded(phrase), evidence(phrase), head.lemma_.lower(), article)
    return _elliptic(doc, article, amount, number, after, before)


def noun_phrase(doc: Doc, start: int) -> Span | None:
    """The noun phrase that begins at token `start`, with the 'of' phrase of its head; None if there is none.

    Of a partitive ('two of the deputies') it is the phrase after 'of'; determiners before the first noun are left out.
    """
    at = start + 1 if _is(doc, start, "of") else start
    while at < len(doc) and (doc[at].lower_ in _NOT_COUNTED or doc[at].tag_ in ("DT", "PRP$")) and not _breaks(doc, at):
        at += 1
    end = _end_of_nouns(doc, at)
    if end is None:
        return None
    if _is(doc, end, "of"):
        inner = end + 1
        while inner < len(doc) and doc[inner].tag_ in ("DT", "PRP$"):
            inner += 1
        end = _end_of_nouns(doc, inner) or end
    return doc[at:end]


def head_of(phrase: Span) -> Token:
    """The head noun: the last noun before 'of'."""
    of = next((i for i, t in enumerate(phrase) if t.lower_ == "of" and i), len(phrase))
    token: Token = phrase[of - 1]
    return token


def _end_of_nouns(doc: Doc, at: int) -> int | None:
    """Where the run of modifiers and nouns that begins at `at` ends; None where no noun is in it."""
    last: int | None = None
    for i in range(at, min(at + _LONGEST, len(doc))):
        token = doc[i]
        if _breaks(doc, i) or _CALENDAR.fullmatch(token.lower_):
            break
        if token.pos_ in ("NOUN", "PROPN") and token.text not in ("%",):
            if last is not None and last == i - 1 and not _goes_on(doc[last]):
                break
            last = i
        elif token.tag_ == "POS" or token.text in ("-", "–", "‑"):
            if last is None and token.tag_ == "POS":
                break
        elif (last is not None and doc[i - 1].tag_ != "POS" and doc[i - 1].text not in ("-", "–", "‑")) or not _modifies(token):
            break
    return None if last is None else last + 1


def _breaks(doc: Doc, i: int) -> bool:
    return bool(doc[i].is_space or doc[i].is_sent_start)


def _goes_on(noun: Token) -> bool:
    """Whether the noun belongs to one after it: 'emergency exits', not 'children Friday'."""
    return noun.head.i > noun.i and noun.dep_ in (
        "compound",
        "nmod",
        "amod",
        "poss",
        "nummod",
        "npadvmod",
        "appos",
        "dep",
    )


def _modifies(token: Token) -> bool:
    if token.tag_ in ("CC", ","):
        return bool(token.i + 1 < len(token.doc) and token.nbor().tag_ in ("JJ", "VBN", "RB", "VBG") and token.lower_ != "but"
                    and token.nbor(-1).tag_ in ("JJ", "VBN", "VBG"))  # fmt: skip
    return token.tag_ in ("JJ", "JJR", "JJS", "VBN", "VBG", "VBD", "RB", "AFX") and token.lower_ not in (
        "then",
        "there",
    )


def _is(doc: Doc, i: int, word: str) -> bool:
    return i < len(doc) and doc[i].lower_ == word and not doc[i].is_sent_start


def _token_at(doc: Doc, char: int, at_least: int) -> int:
    """The index of the first token that begins at or after the character."""
    index = at_least
    while index < len(doc) and doc[index].idx < char:
        index += 1
    return index


def _worded(phrase: Span) -> str:
    return " ".join(phrase.text.split())


# Shares ---------------------------------------------------------------------------------------------------------------


def _share(doc: Doc, article: str, amount: Amount, number: Span, after: int, before: Sequence[Counted]) -> Counted:
    """Percent of what: 'of the families', 'half the pupils', 'one in five children'; 'percent' where it is not said."""
    anchor = doc[number.start : max(after, number.end)].root
    start = after + 1 if _is(doc, after, "of") else after
    at = start
    while at < len(doc) and doc[at].tag_ in ("DT", "PRP$", "PDT") and not _breaks(doc, at):
        at += 1
    fraction = amount.number_end == amount.end and amount.unit_end == amount.end and "%" not in amount.unit
    whole = before[-1] if before and _near(before[-1], number) else None
    if start > after and at < len(doc) and doc[at].lower_ in _PARTITIVE:
        end: int | None = at + 1
    elif start > after or at > after or (fraction and "percent" not in doc[number.start : after].text):
        end = _end_of_nouns(doc, at)
        whole = None if start > after else whole
    else:
        end = None
    if end is None:
        return Counted(amount, number, anchor, "percent", None, "percent", article, whole)
    phrase = doc[start:end]
    return Counted(amount, number, anchor, f"percent of {_worded(phrase)}", evidence(phrase), "percent", article, whole)


def _near(earlier: Counted, number: Span) -> bool:
    """Whether nothing but punctuation and a hedge lies between the two, as in an apposition."""
    return number.start - earlier.number.end <= _BACK and number.sent.start <= earlier.number.start


# Numbers without a noun of their own ----------------------------------------------------------------------------------


def _elliptic(
    doc: Doc, article: str, amount: Amount, number: Span, after: int, before: Sequence[Counted]
) -> Counted | None:
    root = number.root
    opening = _token_before(doc, amount.start)
    phrase = (
        _noun_exceeded(doc, article, amount, opening) or _labelled(doc, opening) or _parenthesis(doc, opening, after)
    )
    if phrase is not None:
        head = head_of(phrase)
        return Counted(amount, number, head, _worded(phrase), evidence(phrase), head.lemma_.lower(), article)
    told = _told_by_tally(article, amount, number, root, before)
    if told is not None:
        return told
    earlier = _picked_up(doc, number, after, before)
    if earlier is not None:
        return Counted(amount, number, root, earlier.text, None, earlier.lemma, article, earlier)
    if _stands_for_people(doc, number, after, root):
        return Counted(amount, number, root, PEOPLE, None, PEOPLE, article)
    return _said_of_subject(article, amount, number, root)


def _token_before(doc: Doc, char: int) -> Token | None:
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    return doc[span.start - 1] if span is not None and span.start > 0 else None


def _noun_exceeded(doc: Doc, article: str, amount: Amount, opening: Token | None) -> Span | None:
    """'A number of cases exceeding 20 000': the noun before a hedge that is a participle."""
    words = article[amount.start : amount.number].split()
    if opening is None or not words or not words[0].endswith("ing") or opening.pos_ != "NOUN":
        return None
    return doc[opening.i : opening.i + 1]


def _noun_of(opening: Token | None) -> Span | None:
    """'A net worth of 1.356 billion', 'a population of 5,000': the noun that the number is a measure of."""
    if opening is None or opening.lower_ != "of" or opening.i == 0 or _breaks(opening.doc, opening.i):
        return None
    noun = opening.nbor(-1)
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in TALLIES:
        return None
    start = noun.i
    while start > 0 and _premodifies(noun.doc[start - 1]) and not noun.doc[start].is_sent_start:
        start -= 1
    return noun.doc[start : noun.i + 1]


def _premodifies(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN") or token.dep_ == "compound"


def _labelled(doc: Doc, opening: Token | None) -> Span | None:
    """'Children returned: 1,458': the first noun of the label before a colon."""
    if opening is None or opening.text != ":" or opening.i == 0:
        return None
    start = opening.i
    while (
        start > 0
        and opening.i - start < _LONGEST
        and not doc[start - 1].is_space
        and "\n" not in doc[start - 1].whitespace_
    ):
        start -= 1
    noun = next((t for t in doc[start : opening.i] if t.pos_ in ("NOUN", "PROPN")), None)
    return noun_phrase(doc, noun.i) if noun is not None else None


def _parenthesis(doc: Doc, opening: Token | None, after: int) -> Span | None:
    """'Women (12) and children (31)'."""
    if opening is None or opening.text != "(" or opening.i == 0 or not _is(doc, after, ")"):
        return None
    noun = opening.nbor(-1)
    return doc[noun.i : noun.i + 1] if noun.tag_ in ("NNS", "NNPS") else None


def _told_by_tally(
    article: str, amount: Amount, number: Span, root: Token, before: Sequence[Counted]
) -> Counted | None:
    """'He put the number of children at 1.5m', 'the death toll rose to 38', 'the total is now 12'."""
    verb = verb_of(root)
    if verb is None:
        return None
    for noun in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < number.start):
        if noun.lemma_.lower() not in TALLIES:
            continue
        inner = next((noun_phrase(noun.doc, t.i + 1) for t in noun.rights if t.lower_ == "of"), None)
        if inner is not None:
            head = head_of(inner)
            return Counted(amount, number, head, _worded(inner), evidence(inner), head.lemma_.lower(), article)
        if noun.lemma_.lower() == "toll":
            return Counted(amount, number, noun, PEOPLE, None, PEOPLE, article)
        earlier = next((c for c in reversed(before[-_BACK:]) if c.amount.measure is amount.measure), None)
        if earlier is not None:
            return Counted(amount, number, root, earlier.text, None, earlier.lemma, article, earlier)
    return None


def _picked_up(doc: Doc, number: Span, after: int, before: Sequence[Counted]) -> Counted | None:
    """The earlier figure whose noun this number goes on with: 'of whom 12', '12 of them', 'out of 20,000', '12 others'."""
    same = [c for c in before[-_BACK:] if c.amount.measure is Measure.COUNT]
    if not same:
        return None
    lead = [t.lower_ for t in doc[max(0, number.start - 5) : number.start]]
    follow = [t.lower_ for t in doc[after : after + 2]]
    if lead and lead[-1] in ("include", "includes", "including", "included"):
        return same[-1] if same[-1].number.sent.end >= number.sent.start else None
    partitive = (bool(follow) and follow[0] == "of" and follow[-1] in _PARTITIVE) or any(
        a in ("of", "among") and b in _PARTITIVE for a, b in zip(lead, lead[1:], strict=False)
    )
    of_a_whole = any(a == "out" and b == "of" for a, b in zip(lead, lead[1:], strict=False))
    here = number.sent.start
    close = [c for c in same if c.number.start >= here] or [c for c in same if c.number.sent.end >= here]
    if partitive or of_a_whole:
        return close[-1] if close else None
    if (follow and follow[0] in ("more", "others", "further")) or _is_clause_part(number, after):
        return next((c for c in reversed(close) if not c.text.startswith("percent")), None)
    return None


def _is_clause_part(number: Span, after: int) -> bool:
    """Whether the number is the subject or object of a verb by itself: '12 were women', 'killing three'."""
    root = number.root
    following = number.doc[after] if after < len(number.doc) else None
    if (
        root.dep_ in ("nsubj", "nsubjpass")
        and following is not None
        and following.pos_ in ("AUX", "VERB", "ADV", "ADP")
    ):
        return True
    return root.dep_ == "dobj" and (following is None or following.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ"))


def _stands_for_people(doc: Doc, number: Span, after: int, root: Token) -> bool:
    """'38 have died', '12 dead', 'at least 31 killed': human beings, who need no noun."""
    following = doc[after] if after < len(doc) and not _breaks(doc, after) else None
    if following is None:
        return False
    if following.tag_ in ("VBN", "VBD", "JJ") or following.lower_ == "others":
        return root.dep_ in ("nsubj", "nsubjpass", "nummod", "dobj", "ROOT", "attr", "pobj", "conj", "appos", "oprd")
    return root.dep_ in ("nsubj", "nsubjpass") and following.pos_ == "AUX"


def _said_of_subject(article: str, amount: Amount, number: Span, root: Token) -> Counted | None:
    """'The index rose to 3,005.47': a number in the predicate measures the subject."""
    verb = verb_of(root)
    if verb is None or root.dep_ not in _IN_PREDICATE or not (amount.signed or "." in number.text or "," in number.text):
        return None
    subject = _subject(verb)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN", "ADJ") or subject.i > number.start:
        return None
    phrase = subject.doc[subject.left_edge.i : subject.i + 1]
    while len(phrase) > 1 and phrase[0].tag_ in ("DT", "PRP$", "IN", "CC"):
        phrase = phrase[1:]
    return Counted(amount, number, root, _worded(phrase), evidence(phrase), subject.lemma_.lower(), article)


def _subject(verb: Token) -> Token | None:
    """The subject of the verb, or of the one it hangs on: 'the index rose to end at 27,349.19'."""
    while True:
        found = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None or verb.dep_ not in ("xcomp", "advcl", "conj", "acl") or verb.head.pos_ not in ("VERB", "AUX"):
            return found
        verb = verb.head
