"""Whether the words around a date look ahead of the day of publication or back: by tense, by plans, by prepositions.

'The court ruled in June' looks back, 'will rule in June' and 'is to rule by June' look ahead. A plan looks ahead in any
tense ('was scheduled for June'); its words are those of `ontology/outlook.ttl`.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from onrecord import lexicon
from onrecord.chronology.resolution import Outlook

_PAST, _PRESENT = {"VBD"}, {"VBZ", "VBP"}
_UNTIL = {"until", "till"}
_OF = {"of", "from"}  # 'the decision of 3 March' is older than what will be done about it
_FAR = 8  # steps up the tree; what is farther away says nothing about the date


@dataclass(frozen=True, slots=True)
class _Plans:
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def _plans() -> _Plans:
    concepts = lexicon.load().scheme("outlook")
    verbs, nouns, adjectives = (
        frozenset(word for c in concepts for word in c.get(key)) for key in ("verb", "noun", "adjective")
    )
    return _Plans(verbs, nouns, adjectives)


def outlook(date: Span) -> Outlook:
    """Where the clause around a date looks."""
    before = date.doc[date.start - 1] if date.start > date.sent.start else None
    cue = before.lower_ if before is not None else ""
    if cue == "since":
        return Outlook.BACK
    if cue in _plans().adjectives:
        return Outlook.AHEAD
    looks = _of_clause(date.root, cue)
    if cue in _UNTIL and looks is Outlook.BACK:
        return Outlook.EITHER  # 'adjourned until 18 February', 'worked there until March'
    return looks


def _of_clause(date: Token, cue: str) -> Outlook:
    """What the nearest verb above the date says, or a noun or adjective of planning on the way there."""
    token, through_noun = date, False
    for _ in range(_FAR):
        head = token.head
        if head is token:
            break
        if head.pos_ in ("VERB", "AUX"):
            looks = _of_verb(head, cue)
            return Outlook.BACK if through_noun and cue in _OF else looks
        if head.pos_ in ("NOUN", "PROPN"):
            through_noun = True
        if head.lemma_.lower() in (_plans().nouns if head.pos_ == "NOUN" else _plans().adjectives):
            return Outlook.AHEAD
        token = head
    return _of_verb(date, cue) if date.pos_ == "VERB" else Outlook.BACK


def _of_verb(verb: Token, cue: str = "", steps: int = _FAR) -> Outlook:
    """Where a verb looks, by its auxiliaries, its own form, and the verb above it."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {a.lower_ for a in auxiliaries}
    perfect = any(a.lemma_ == "have" for a in auxiliaries)
    passive = any(a.dep_ == "auxpass" for a in auxiliaries) or (verb.tag_ == "VBN" and not perfect)
    if any(a.tag_ == "MD" for a in auxiliaries):
        return Outlook.BACK if perfect else Outlook.AHEAD
    if verb.lemma_ in _plans().verbs and (passive or cue == "for"):
        return Outlook.AHEAD
    if "to" in words:
        return _of_infinitive(verb, steps)
    if perfect or any(a.tag_ in _PAST for a in auxiliaries) or verb.tag_ in _PAST:
        return Outlook.BACK
    if any(a.tag_ in _PRESENT for a in auxiliaries) or verb.tag_ in _PRESENT or verb.tag_ == "VB":
        return Outlook.AHEAD
    if verb.tag_ == "VBG" and verb.head.pos_ in ("VERB", "AUX") and verb.head is not verb and steps:
        return _of_verb(verb.head, cue, steps - 1)
    return Outlook.BACK


def _of_infinitive(verb: Token, steps: int) -> Outlook:
    """'plans to', 'is to', 'a plan to' look ahead; 'was forced to' does not."""
    governor = verb.head
    if governor is verb or not steps:
        return Outlook.AHEAD
    if governor.lemma_ in _plans().verbs | _plans().nouns | _plans().adjectives or governor.lemma_ == "be":
        return Outlook.AHEAD
    if governor.pos_ in ("VERB", "AUX"):
        return _of_verb(governor, steps=steps - 1)
    above = next((a for a in governor.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return _of_verb(above, steps=steps - 1) if above is not None else Outlook.AHEAD
