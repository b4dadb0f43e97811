"""Resolves elided heads of numerals: 'of whom 12', 'up from 31', '74 in April'."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.doc_extensions import evidence
from onrecord.extract.quantities.counted_noun import (
    Counted,
    Written,
    bare_plural,
    by_phrase,
    is_person,
    predicate_noun,
    states,
)
from onrecord.extract.quantities.tallies import COLLECTIVES, PEOPLE, labelled, measured, of_fate, told_by_tally
from onrecord.extract.quantities.units import Measure
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS
from onrecord.extract.syntax.clauses import VERBAL, verb_of
from onrecord.extract.syntax.noun_phrases import TALLIES, breaks, is_word, noun_phrase, worded

_PART_OF = frozenset({"of", "among"})
_PARTITIVE = frozenset({"them", "whom", "these", "those", "which", "us", "you"})
_IN_PREDICATE = frozenset({"dobj", "attr", "pobj", "npadvmod", "oprd", "acomp"})
_INCLUDING = frozenset({"include", "includes", "including", "included"})
_COMPARED = frozenset({("up", "from"), ("down", "from")})
_GOING_ON = _COMPARED | {("out", "of")}
_TOLD = frozenset({"dobj", "pobj", "ccomp", "attr", "npadvmod"})
_LISTED = frozenset({",", "(", ":", "and", "–", "—", "-"})
_LISTING = frozenset({"and", "or"})
_JOINS_NUMBERS = frozenset({"to", "and", "or", "rather", "instead"})
_GAPS = frozenset({"and", ",", ";", "but"})  # what parts a clause from one with a gap
_PLACED = frozenset({"in", "on", "at", "during"})
_SUMMED = TALLIES | {"all"}  # '40 in all'
_BEFORE_NUMBER = frozenset({"RB", "IN", "JJR", "JJS", "TO", "DT"})  # tags
_FURTHER = frozenset({"more", "others", "further", "who"})
_AGAINST = re.compile(r"[ -](?:to|against|versus)[ -]")  # '112 votes to 34'
_AGAINST_NEXT = re.compile(_AGAINST.pattern + r"(?:\d|[a-z]+\b)")
_VOTED = re.compile(r"\bvot(?:e|ed|es|ing)(?: (?:of|by|was|were))?(?: \d+-to-\d+ and)? $", re.I)
_VOTED_BEFORE = 40  # characters
_BACK = 4  # figures to look back for the noun that the number counts
_REST = frozenset({"rest", "others", "remainder", "half", "most", "all", "majority"})
_LONG_LIST = 8  # tokens
_NEXT_NUMBER = 5  # tokens from the joining word to the number joined
_NEAR_VERB = 6  # tokens from a verb of saying to the number that is said
_ALONE = frozenset({*SUBJECTS, "nummod", "dobj", "ROOT", "attr", "pobj", "conj", "appos", "oprd"})
_NEAR = 60  # tokens from the number to those it speaks of again


def by_context(written: Written, before: Sequence[Counted]) -> Counted | None:
    """What the amount counts, given the figures before it; None where it counts nothing."""
    opening = _before_hedge(written)
    said = _said_to_be(written)
    if said is not None:
        return replace(by_phrase(written, said), whole=_whole(written, before))
    phrase = _of_next_number(written)
    if phrase is None and opening is not None:
        phrase = measured(opening) or labelled(opening)
    if phrase is not None:
        return by_phrase(written, phrase)
    return (
        told_by_tally(written, opening, before)
        or of_fate(written, opening)
        or _picked_up(written, before)
        or _people(written, before)
        or _said_of_subject(written)
    )


def vote(written: Written, before: Sequence[Counted]) -> Counted | None:
    """'Voted 66 to 27', 'by votes of 230-to-197': what was cast for and against."""
    text, number = written.article, written.amount.number
    lead = text[max(0, number - _VOTED_BEFORE) : number]
    first = _VOTED.search(lead) and _AGAINST_NEXT.match(text, written.amount.number_end)
    cast = [c.amount for c in before[-1:] if c.lemma == "vote" and c.where is None]
    if not first and not any(_AGAINST.fullmatch(text, a.number_end, number) for a in cast):
        return None
    return Counted(written, written.number.root, "votes", None, "vote")


def is_bracketed(written: Written) -> bool:
    """'Wounded 27 (11)': a bare number in brackets, of which the text does not tell what it is."""
    text, number, end = written.article, written.amount.number, written.amount.number_end
    return text[number - 1 : number] == "(" and text[end : end + 1] == ")"


def _before_hedge(written: Written) -> Token | None:
    """The token before the number and its hedge."""
    number, doc = written.number, written.number.doc
    first = doc.char_span(written.amount.start, written.amount.start + 1, alignment_mode="expand") or number
    return doc[first.start - 1] if first.start else None


def _of_next_number(written: Written) -> Span | None:
    """'From 31 to 38 people', '4, 6 or 9 years', '28 rather than the 36 children': the noun of one joined to it."""
    doc, at = written.number.doc, _past_list(written)
    if at >= len(doc) or doc[at].lower_ not in _JOINS_NUMBERS or breaks(doc, at):
        return None
    ahead = range(at + 1, min(len(doc), at + _NEXT_NUMBER))
    first = next((i for i in ahead if doc[i].like_num or doc[i].tag_ not in _BEFORE_NUMBER), None)
    if first is None or not doc[first].like_num or breaks(doc, first):
        return None
    end = next((i for i in range(first, len(doc)) if not doc[i].like_num), len(doc))
    return None if is_word(doc, end, "of") else noun_phrase(doc, end)


def _said_to_be(written: Written) -> Span | None:
    """'Two of them schoolgirls', 'of whom 13 are minors', '52 were children'."""
    doc, at = written.number.doc, written.after
    follow = [t.lower_ for t in doc[at : at + 2]]
    if len(follow) > 1 and follow[0] in _PART_OF and follow[1] in _PARTITIVE:
        return predicate_noun(doc, at + 2) or bare_plural(doc, at + 2)
    return predicate_noun(doc, at)


def _past_list(written: Written) -> int:
    """The token after the number and those listed with it: the last 'and' of '4 and 6 and 9 years', of '4, 6 and 9'."""
    doc, at = written.number.doc, written.after
    while at + 2 < len(doc) and at < written.after + _LONG_LIST and _is_listed(doc, at) and doc[at + 1].like_num:
        at += 2
    return at


def _is_listed(doc: Doc, at: int) -> bool:
    """Whether a list of numbers goes on at a token, and not to its last one."""
    return doc[at].text == "," or (doc[at].lower_ == doc[at + 2].lower_ and doc[at].lower_ in _LISTING)


def _whole(written: Written, before: Sequence[Counted]) -> Counted | None:
    """The figure that the number is told to be a part of: '16 children, of whom 12 were girls'."""
    last = next((c for c in reversed(before[-_BACK:]) if c.amount.measure is Measure.COUNT), None)
    near = last is not None and last.sentence.end >= written.sentence.start
    return last if last is not None and near and _is_part(written, last) else None


def _picked_up(written: Written, before: Sequence[Counted]) -> Counted | None:
    """The number with the noun of the earlier figure that it goes on with, as a part of that figure or beside it."""
    here = written.sentence.start
    close = [c for c in before[-_BACK:] if c.amount.measure is Measure.COUNT and c.sentence.end >= here]
    if not close:
        return None
    last = close[-1]
    if not is_person(last.lemma):
        last = next((c for c in reversed(close) if is_person(c.lemma)), last)
    part, gapped = _is_part(written, last), _is_gapped(written, last)
    if not (part or gapped or _goes_on(written, last) or _is_apposed(written) or _is_of_collective(written)):
        return None
    whole = last if part else None
    return Counted(
        written, written.number.root, last.text, None, last.lemma, whole, gapped=gapped, elided=whole is None
    )


def _is_apposed(written: Written) -> bool:
    """Whether the number stands between commas after a pronoun for some of those spoken of: 'the rest, 147, are'."""
    opening, doc, after = _before_hedge(written), written.number.doc, written.after
    if opening is None or opening.i == 0 or after >= len(doc) or doc[after].text not in (",", "–", "—"):
        return False
    return opening.text in (",", "–", "—") and doc[opening.i - 1].lower_ in _REST


def _is_of_collective(written: Written) -> bool:
    """'A group of 15', 'a list of 130'."""
    opening = _before_hedge(written)
    return (
        opening is not None
        and opening.lower_ == "of"
        and opening.i > 0
        and opening.nbor(-1).lemma_.lower() in COLLECTIVES
    )


def _is_part(written: Written, last: Counted) -> bool:
    """'Of whom 12', '12 of them', 'including 12', ', 12 from Kherson'; 'out of 20,000' and '12 others' are no parts."""
    doc, after, lead = written.number.doc, written.after, _lead(written.number)
    if lead[-1:] and lead[-1] in _INCLUDING:
        return True
    follow = [t.lower_ for t in doc[after : after + 2]]
    if follow[:1] == ["from"] and lead[-1:] and lead[-1] in _LISTED and last.number.start >= written.sentence.start:
        return True
    return any(a in _PART_OF and b in _PARTITIVE for a, b in (*pairwise(lead), *pairwise(follow)))


def _goes_on(written: Written, last: Counted) -> bool:
    """Whether the number counts the same as the figure before it: 'up from 31', '12 others', '112 votes to 34'."""
    number, after, doc = written.number, written.after, written.number.doc
    if any(pair in _GOING_ON for pair in pairwise(_lead(number))):
        return True
    if after < len(doc) and doc[after].lower_ in _FURTHER:
        return True
    against = last.where is not None and _AGAINST.fullmatch(written.article, last.where.end, number.start_char)
    return bool(against) or told_again(number) or _is_clause_part(number, after)


def _is_gapped(written: Written, last: Counted) -> bool:
    """Whether the clause repeats that of the figure before it but for number and place or day: '74 in April'.

    Both have the same preposition: '61 died in March and 74 in April'.
    """
    doc, after = written.number.doc, written.after
    opening = _before_hedge(written)
    if opening is None or last.sentence.start != written.sentence.start or after >= len(doc):
        return False
    ahead = doc[after + 1].lower_ if after + 1 < len(doc) else ""
    if opening.text not in _GAPS or doc[after].lower_ not in _PLACED or ahead in _SUMMED:
        return False
    return any(t.lower_ == doc[after].lower_ for t in doc[last.number.end : opening.i])


def _lead(number: Span) -> list[str]:
    return [t.lower_ for t in number.doc[max(0, number.start - 5) : number.start]]


def told_again(number: Span) -> bool:
    """Whether the number alone is what somebody tells of those spoken of: 'the police say fifteen', 'speaks of 350'."""
    root = number.root
    verb = root.head.head if root.dep_ == "pobj" else root.head
    bare = root.dep_ in _TOLD and not any(t.dep_ in ("prep", "acl", "relcl") for t in root.rights)
    return bare and verb.i < number.start <= verb.i + _NEAR_VERB and reporting_verbs.may_report(verb)


def compared(number: Span) -> bool:
    """Whether the number is one that those spoken of are compared with: 'up from 31'."""
    return any(pair in _COMPARED for pair in pairwise(_lead(number)))


def _is_clause_part(number: Span, after: int) -> bool:
    """Whether the number is the subject or object of a verb by itself: '12 were women', 'killing three'."""
    root = number.root
    following = number.doc[after] if after < len(number.doc) else None
    if root.dep_ in SUBJECTS:
        return following is not None and following.pos_ in ("AUX", "VERB", "ADV", "ADP")
    return root.dep_ == "dobj" and (following is None or following.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ"))


def _people(written: Written, before: Sequence[Counted]) -> Counted | None:
    """'38 have died', '12 dead', 'at least 31 killed': human beings, who need no noun."""
    doc, after = written.number.doc, written.after
    following = doc[after] if after < len(doc) and not breaks(doc, after) else None
    opening = _before_hedge(written)
    after_verb = opening is not None and opening.pos_ == "VERB" and following is not None and following.text == "("
    if following is None or not (after_verb or _stands_alone(written.number.root, following)):
        return None
    if following.lower_ == "others" and opening is not None and _is_beside_one(opening):
        return by_phrase(written, doc[after : after + 1])
    noun = _spoken_of(written, before) if following.lower_ != "others" else None
    text, lemma = (noun.text, noun.lemma) if noun is not None else (PEOPLE, PEOPLE)
    return Counted(written, written.number.root, text, None, lemma, elided=True, guessed=not written.amount.signed)


def _is_beside_one(joint: Token) -> bool:
    """Whether one person stands before the word that joins the others: 'Ann Lee and four others'."""
    if joint.lower_ not in ("and", ",", "with") or not joint.i:
        return False
    before = joint.nbor(-1)
    return before.tag_ in ("NNP", "NN") or (before.tag_ == "PRP" and before.lower_ not in ("them", "us", "they", "we"))


def _spoken_of(written: Written, before: Sequence[Counted]) -> Counted | None:
    """The last figure close by that counts people."""
    subject = written.number.root.dep_ in SUBJECTS
    start = max(0, written.number.start - _NEAR) if subject else written.sentence.start
    near = (c for c in reversed(before[-_BACK:]) if c.number.start >= start)
    return next((c for c in near if c.amount.measure is Measure.COUNT and is_person(c.lemma)), None)


def _stands_alone(number: Token, following: Token) -> bool:
    """Whether the number is by itself subject or object of what is said of human beings."""
    if number.dep_ == "dobj" and following.pos_ in ("CCONJ", "PUNCT", "ADP"):
        return True  # 'killed 3 and wounded 11'
    if following.tag_ in ("VBN", "VBD", "VBG") or following.lower_ in states():
        return True
    if following.tag_ == "JJ" or following.lower_ in ("others", "who"):
        return number.dep_ in _ALONE
    return number.dep_ in SUBJECTS and following.pos_ == "AUX"


def _said_of_subject(written: Written) -> Counted | None:
    """'The index rose to 3,005.47': a number in the predicate measures the subject."""
    number, root = written.number, written.number.root
    verb = verb_of(root)
    if verb is None or root.dep_ not in _IN_PREDICATE or reporting_verbs.may_report(verb):
        return None
    if not (written.amount.signed or "." in number.text or "," in number.text):
        return None
    subject = _subject(verb)
    kinds = ("NOUN",) if root.dep_ == "dobj" else (*NOMINAL, "ADJ")
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
        found = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        hangs = verb.dep_ in ("xcomp", "advcl", "conj", "acl") and verb.head.pos_ in VERBAL
        if found is not None or not hangs:
            return found
        verb = verb.head
