"""Past or future reading of an underspecified date, from tense and aspect, planning verbs, prepositions.

'The court ruled in June' looks back, 'will rule in June' and 'is to rule by June' look ahead. A plan looks ahead in any
tense ('was scheduled for June'); its words, and the prepositions that look ahead or back, are those of
`ontology/outlook.ttl`. The present tense looks either way.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.extract.syntax.arguments import NOMINAL
from onrecord.extract.syntax.clauses import VERBAL, auxiliaries, verb_of
from onrecord.extract.syntax.factuality import negated
from onrecord.lexicon import lexicon
from onrecord.timex.normalise import Outlook

_CLOCK = {"a.m.", "p.m.", "am", "pm", "noon", "midnight", "est", "edt", "gmt", "utc", "time", "the", ",", "late"}
_STEPS = 8  # up the tree; what is farther away says nothing about the date


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    prepositions: frozenset[str]


@lexicon.derived
def _words(*terms: str) -> _Words:
    """The words of the entries of ontology/outlook.ttl with these terms."""
    concepts = [c for c in lexicon.load().scheme("outlook") if c.term in terms]
    keys = ("verb", "noun", "adjective", "dating")
    return _Words(*(frozenset(word for c in concepts for word in c.get(key)) for key in keys))


def outlook(date: Span) -> Outlook:
    """Where the clause around a date looks."""
    before = _before(date)
    cue = before.lower_ if before is not None else ""
    if cue in _words("begun").prepositions:
        return Outlook.BACK
    if cue in _words("scheduled").adjectives:
        return Outlook.AHEAD
    verb = _adjacent_verb(before)
    looks = _of_verb(verb, cue) if verb is not None else _of_clause(date.root, cue)
    if cue in _words("lasting").prepositions and looks is Outlook.BACK:
        return _until(verb or verb_of(date.root))
    return looks


def _before(date: Span) -> Token | None:
    """The word before the date and its time of day: 'until' of 'until 5 p.m. EST Tuesday'."""
    doc, first = date.doc, date.sent.start
    for i in range(date.start - 1, max(first, date.start - 6) - 1, -1):
        if not (doc[i].lower_ in _CLOCK or doc[i].like_num or ":" in doc[i].text):
            return doc[i]
    return None


def _adjacent_verb(before: Token | None) -> Token | None:
    """The verb right before the date or its preposition: 'said Friday', 'was read on Friday'."""
    if before is not None and before.lower_ in ("on", "in") and before.i > before.sent.start:
        before = before.doc[before.i - 1]
    return before if before is not None and before.tag_ in ("VBD", "VBN") and before.pos_ in VERBAL else None


def _until(verb: Token | None) -> Outlook:
    """'adjourned until 18 February' looks ahead, 'was not released until May' back, 'worked until May' either way."""
    if verb is None or negated(verb):
        return Outlook.BACK
    return Outlook.PRESENT if verb.lemma_ in _words("lasting").verbs else Outlook.AHEAD


def _of_clause(date: Token, cue: str) -> Outlook:
    """What the nearest verb above the date says, or a noun or adjective of planning on the way there."""
    token, noun = date, None
    for _ in range(_STEPS):
        head = token.head
        if head == token:
            break
        if head.pos_ in VERBAL:
            return _of_phrase(date, noun, head, cue)
        if head.lemma_.lower() in (_words("scheduled").nouns | _words("scheduled").adjectives):
            return Outlook.AHEAD  # 'the deadline of Friday'
        if head.pos_ in NOMINAL and noun is None:
            noun = head
        token = head
    return _of_verb(date, cue) if date.pos_ == "VERB" else Outlook.BACK


def _of_phrase(date: Token, noun: Token | None, verb: Token, cue: str) -> Outlook:
    """Where a verb looks for a date that is its own, or that of a noun below it."""
    if noun is None:
        return _of_verb(verb, cue)
    if date.i < noun.i or cue in _words("known").prepositions:
        return Outlook.BACK  # 'will discuss Tuesday's attack', 'will appeal the decision of 3 March'
    return _of_verb(verb, cue if noun.dep_ == "dobj" else "")


def _of_verb(verb: Token, cue: str = "", steps: int = _STEPS) -> Outlook:
    """Where a verb looks, by its auxiliaries, its own form, and the verb above it."""
    helpers = auxiliaries(verb)
    modal = next((a.lower_ for a in helpers if a.tag_ == "MD"), "")
    perfect = any(a.lemma_ == "have" for a in helpers)
    if modal not in ("", "could"):
        return Outlook.BACK if perfect else Outlook.AHEAD
    if _plans(verb, cue):
        return Outlook.AHEAD
    if any(a.tag_ == "TO" for a in helpers):
        return _of_infinitive(verb, steps)
    return Outlook.BACK if perfect or modal else _by_tense(verb, {a.tag_ for a in (*helpers, verb)}, cue, steps)


def _plans(verb: Token, cue: str) -> bool:
    """Whether the verb is one of planning, or moves something to the date: 'adjourned to 3 May'."""
    moved = _words("asked", "put_off")
    return verb.lemma_ in _words("scheduled").verbs or (verb.lemma_ in moved.verbs and cue in moved.prepositions)


def _by_tense(verb: Token, tags: set[str], cue: str, steps: int) -> Outlook:
    """Where a verb looks by the tags of its own form and its auxiliaries; a bare participle as the verb above it."""
    if "VBD" in tags:
        return Outlook.BACK
    if tags & {"VBZ", "VBP"}:
        return Outlook.AHEAD if verb.tag_ == "VBG" else Outlook.PRESENT
    if verb.tag_ == "VB":
        return Outlook.AHEAD
    above = verb_of(verb) if verb.tag_ == "VBG" and steps else None
    return _of_verb(above, cue, steps - 1) if above is not None else Outlook.BACK


def _of_infinitive(verb: Token, steps: int) -> Outlook:
    """'plans to', 'is to', 'a plan to' look ahead; 'was forced to' does not."""
    governor, asked = verb.head, _words("scheduled", "asked")
    if governor == verb or not steps:
        return Outlook.AHEAD
    if governor.lemma_ in {"be", *asked.verbs, *asked.nouns, *asked.adjectives}:
        return Outlook.AHEAD
    above = governor if governor.pos_ in VERBAL else verb_of(governor)
    return _of_verb(above, steps=steps - 1) if above is not None else Outlook.AHEAD
