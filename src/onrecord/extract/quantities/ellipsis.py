"""What a number counts that has no noun of its own: 'of whom 12', 'the toll rose to 38', 'children returned: 1,458'."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.doc_extensions import evidence
from onrecord.extract.quantities.counted_noun import Counted, Written, by_phrase
from onrecord.extract.quantities.units import Measure
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.noun_phrases import HYPHENS, TALLIES, breaks, is_word, noun_phrase, worded

PEOPLE = "people"  # what is counted where the article counts human beings and names no noun: '38 have died'
_PARTITIVE = frozenset({"them", "whom", "these", "those", "which", "us", "you"})
_IN_PREDICATE = frozenset({"dobj", "attr", "pobj", "npadvmod", "oprd", "acomp"})
_INCLUDING = frozenset({"include", "includes", "including", "included"})
_COMPARED = frozenset({("up", "from"), ("down", "from")})
_GOING_ON = _COMPARED | {("out", "of")}
_TOLD = frozenset({"dobj", "pobj", "ccomp", "attr", "npadvmod"})
_JOINS_NUMBERS = frozenset({"to", "and", "or", "rather", "instead"})
_BEFORE_NUMBER = frozenset({"RB", "IN", "JJR", "JJS", "TO", "DT"})  # tags
_FURTHER = frozenset({"more", "others", "further", "who"})
_LISTED = frozenset({",", "(", ":", "and", "–", "—", "-"})
_AGAINST = re.compile(r" (?:to|against|versus) ")  # '112 votes to 34'
_BACK = 4  # figures to look back for the noun that the number counts
_TO = frozenset({"to", "at", "by", "of", "as"})
_LONG_LIST = 8  # tokens
_NEAR_VERB = 6  # tokens from a verb of saying to the number that is said
_FAR = 20  # tokens above the number
_VERBS_UP = 3  # verbs above the number whose subject or object may be a tally
_LABEL = 12  # tokens of a label before a colon


def by_context(written: Written, before: Sequence[Counted]) -> Counted | None:
    """What the amount counts, given the figures before it; None where it counts nothing."""
    number, root, doc = written.number, written.number.root, written.number.doc
    if written.after < len(doc) and doc[written.after].text in HYPHENS and not doc[written.after].whitespace_:
        return None  # 'a two-way street'
    opening = doc[number.start - 1] if number.start else None
    first = doc.char_span(written.amount.start, written.amount.start + 1, alignment_mode="expand")
    if first is not None:
        opening = doc[first.start - 1] if first.start else None
    phrase = _of_next_number(written)
    if phrase is None and opening is not None:
        phrase = _exceeded(written, opening) or _measured(opening)
        phrase = phrase or _labelled(opening) or _parenthesis(written, opening)
    if phrase is not None:
        return by_phrase(written, phrase)
    told = _told_by_tally(written, opening, before)
    if told is not None:
        return told
    written = replace(written, after=_past_parenthesis(doc, written.after))
    earlier, part = _picked_up(written, before)
    if earlier is not None:
        return Counted(written, root, earlier.text, None, earlier.lemma, earlier if part else None)
    if _stands_for_people(written):
        return Counted(written, root, PEOPLE, None, PEOPLE, guessed=not written.amount.signed)
    return _said_of_subject(written)


def _past_parenthesis(doc: Doc, after: int) -> int:
    """The index after a short parenthesis: '2,000 (10%) have died'."""
    if after < len(doc) and doc[after].text == "(":
        return next((i + 1 for i in range(after + 1, min(after + 6, len(doc))) if doc[i].text == ")"), after)
    return after


def _of_next_number(written: Written) -> Span | None:
    """'From 31 to 38 people', '4, 6 or 9 years', '28 rather than the 36 children': the noun of one joined to it."""
    doc, after = written.number.doc, written.after
    i = after
    while i + 2 < len(doc) and i < after + _LONG_LIST and doc[i].text == "," and doc[i + 1].like_num:
        i += 2
    if i >= len(doc) or doc[i].lower_ not in _JOINS_NUMBERS or breaks(doc, i):
        return None
    i += 1
    while i < len(doc) and i < after + 5 and not doc[i].like_num and doc[i].tag_ in _BEFORE_NUMBER:
        i += 1
    if i >= len(doc) or not doc[i].like_num or breaks(doc, i):
        return None
    while i < len(doc) and doc[i].like_num:
        i += 1
    return noun_phrase(doc, i) if not is_word(doc, i, "of") else None


def _exceeded(written: Written, opening: Token) -> Span | None:
    """'A number of cases exceeding 20 000': the noun before a hedge that is a participle."""
    words = written.article[written.amount.start : written.amount.number].split()
    if not words or not words[0].endswith("ing") or opening.pos_ != "NOUN":
        return None
    return opening.doc[opening.i : opening.i + 1]


def _measured(opening: Token) -> Span | None:
    """'A net worth of 1.356 billion', 'a population of 5,000': the noun that the number is a measure of."""
    if opening.lower_ != "of" or opening.i == 0 or breaks(opening.doc, opening.i):
        return None
    doc, start = opening.doc, opening.i - 1
    if doc[start].pos_ != "NOUN" or doc[start].lemma_.lower() in TALLIES:
        return None
    while start > 0 and doc[start - 1].pos_ in ("ADJ", "NOUN") and not breaks(doc, start):
        start -= 1
    return doc[start : opening.i]


def _labelled(opening: Token) -> Span | None:
    """'Children returned: 1,458': the first noun of the label before a colon."""
    if opening.text != ":":
        return None
    doc, start = opening.doc, opening.i
    while (
        start > 0
        and opening.i - start < _LABEL
        and not doc[start - 1].is_space
        and "\n" not in doc[start - 1].whitespace_
    ):
        start -= 1
    if any(t.like_num for t in doc[start : opening.i]):
        return None  # '31 schools: 20 were shelled' goes on from a figure
    noun = next((t for t in doc[start : opening.i] if t.pos_ in ("NOUN", "PROPN")), None)
    return noun_phrase(doc, noun.i) if noun is not None else None


def _parenthesis(written: Written, opening: Token) -> Span | None:
    """'Women (12) and children (31)'."""
    if opening.text != "(" or opening.i == 0 or not is_word(opening.doc, written.after, ")"):
        return None
    noun = opening.nbor(-1)
    return noun.doc[noun.i : noun.i + 1] if noun.tag_ in ("NNS", "NNPS") else None


def _told_by_tally(written: Written, opening: Token | None, before: Sequence[Counted]) -> Counted | None:
    """'He put the number of children at 1.5m', 'the death toll rose to 38', 'the total is now 12'."""
    if opening is None or not (opening.lower_ in _TO or opening.pos_ in ("AUX", "VERB", "ADV")):
        return None
    verbs = [t for t in islice(written.number.root.ancestors, _FAR) if t.pos_ in ("VERB", "AUX")][:_VERBS_UP]
    roles = ("nsubj", "nsubjpass", "dobj")
    nouns = [c for verb in verbs for c in verb.children if c.dep_ in roles and c.i < written.number.start]
    for noun in (n for n in nouns if n.lemma_.lower() in TALLIES):
        inner = next((noun_phrase(noun.doc, t.i + 1) for t in noun.rights if t.lower_ == "of"), None)
        if inner is not None:
            return by_phrase(written, inner)
        if noun.lemma_.lower() == "toll":
            return Counted(written, noun, PEOPLE, None, PEOPLE)
        earlier = next((c for c in reversed(before[-_BACK:]) if c.amount.measure is written.amount.measure), None)
        if earlier is not None:
            whole = None if any(c.dep_ == "acl" for c in noun.rights) else earlier
            return Counted(written, noun, earlier.text, None, earlier.lemma, whole)
    return None


def _picked_up(written: Written, before: Sequence[Counted]) -> tuple[Counted | None, bool]:
    """The earlier figure whose noun the number goes on with, and whether the number is a part of that figure.

    Parts are 'of whom 12', '12 of them', 'including 12', ', 12 from Kherson'; 'out of 20,000', '12 others' and
    '34 against' are none.
    """
    number, after, doc = written.number, written.after, written.number.doc
    here = written.sentence.start
    close = [c for c in before[-_BACK:] if c.amount.measure is Measure.COUNT and c.sentence.end >= here]
    close = [c for c in close if c.number.start >= here] or close
    if not close:
        return None, False
    last = close[-1]
    lead = [t.lower_ for t in doc[max(0, number.start - 5) : number.start]]
    follow = [t.lower_ for t in doc[after : after + 2]]
    if (follow[:1] == ["of"] and follow[-1] in _PARTITIVE) or (lead and lead[-1] in _INCLUDING):
        return last, True
    if any(a in ("of", "among") and b in _PARTITIVE for a, b in pairwise(lead)):
        return last, True
    if any(pair in _GOING_ON for pair in pairwise(lead)) or (follow and follow[0] in _FURTHER):
        return last, False
    if follow[:1] == ["from"] and lead and lead[-1] in _LISTED and last.number.start >= here:
        return last, True
    if told_again(number):
        return last, False
    against = last.where is not None and _AGAINST.fullmatch(written.article, last.where.end, number.start_char)
    return (last, False) if against or _is_clause_part(number, after) else (None, False)


def told_again(number: Span) -> bool:
    """Whether the number alone is what somebody tells of those spoken of: 'the police say fifteen', 'speaks of 350'."""
    root = number.root
    verb = root.head.head if root.dep_ == "pobj" else root.head
    bare = root.dep_ in _TOLD and not any(t.dep_ in ("prep", "acl", "relcl") for t in root.rights)
    return bare and verb.i < number.start <= verb.i + _NEAR_VERB and reporting_verbs.may_report(verb)


def compared(number: Span) -> bool:
    """Whether the number is one that those spoken of are compared with: 'up from 31'."""
    lead = [t.lower_ for t in number.doc[max(0, number.start - 5) : number.start]]
    return any(pair in _COMPARED for pair in pairwise(lead))


def _is_clause_part(number: Span, after: int) -> bool:
    """Whether the number is the subject or object of a verb by itself: '12 were women', 'killing three'."""
    root = number.root
    following = number.doc[after] if after < len(number.doc) else None
    if root.dep_ in ("nsubj", "nsubjpass"):
        return following is not None and following.pos_ in ("AUX", "VERB", "ADV", "ADP")
    return root.dep_ == "dobj" and (following is None or following.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ"))


def _stands_for_people(written: Written) -> bool:
    """'38 have died', '12 dead', 'at least 31 killed': human beings, who need no noun."""
    doc, after, root = written.number.doc, written.after, written.number.root
    if after < len(doc) and doc[after].lower_ == "still":
        after += 1
    following = doc[after] if after < len(doc) and not breaks(doc, after) else None
    if following is None:
        return False
    if root.dep_ == "dobj" and following.pos_ in ("CCONJ", "PUNCT", "ADP"):
        return True  # 'killed 3 and wounded 11'
    if following.tag_ in ("VBN", "VBD", "VBG"):
        return True
    if following.tag_ == "JJ" or following.lower_ in ("others", "who"):
        return root.dep_ in ("nsubj", "nsubjpass", "nummod", "dobj", "ROOT", "attr", "pobj", "conj", "appos", "oprd")
    return root.dep_ in ("nsubj", "nsubjpass") and following.pos_ == "AUX"


def _said_of_subject(written: Written) -> Counted | None:
    """'The index rose to 3,005.47': a number in the predicate measures the subject."""
    amount, number, root = written.amount, written.number, written.number.root
    verb = verb_of(root)
    if (
        verb is None
        or root.dep_ not in _IN_PREDICATE
        or reporting_verbs.may_report(verb)
        or not (amount.signed or "." in number.text or "," in number.text)
    ):
        return None
    subject = _subject(verb)
    kinds = ("NOUN",) if root.dep_ == "dobj" else ("NOUN", "PROPN", "ADJ")
    if subject is None or subject.pos_ not in kinds or subject.i > number.start:
        return None
    phrase = subject.doc[subject.left_edge.i : subject.i + 1]
    while len(phrase) > 1 and phrase[0].tag_ in ("DT", "PRP$", "IN", "CC"):
        phrase = phrase[1:]
    if any(t.like_num for t in phrase):
        return None
    return Counted(written, root, worded(phrase), evidence(phrase), subject.lemma_.lower())


def _subject(verb: Token) -> Token | None:
    """The subject of the verb, or of the one it hangs on: 'the index rose to end at 27,349.19'."""
    while True:
        found = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        hangs = verb.dep_ in ("xcomp", "advcl", "conj", "acl") and verb.head.pos_ in ("VERB", "AUX")
        if found is not None or not hangs:
            return found
        verb = verb.head
