"""Whether the words around a date look ahead of the day of publication or back: by tense, by plans, by prepositions.

'The court ruled in June' looks back, 'will rule in June' and 'is to rule by June' look ahead. A plan looks ahead in any
tense ('was scheduled for June'); its words are those of `ontology/outlook.ttl`. The present tense looks either way.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.extract.syntax.arguments import NOMINAL
from onrecord.extract.syntax.clauses import VERBAL, auxiliaries, verb_of
from onrecord.extract.syntax.factuality import negated
from onrecord.lexicon import lexicon
from onrecord.timex.normalise import Outlook

_UNTIL = {"until", "till"}
_TARGET = {"for", "to", "by", "through"} | _UNTIL  # 'set for', 'extended to', 'ordered … by'
_AT_EVENT = {"in", "at", "during", "before", "for", "of", "on"}  # 'will vote in Tuesday's election'
_NOW = {"now", "today", "tomorrow"}
_FIRST = {"first", "last", "only", "latest"}
_CLOCK = {"a.m.", "p.m.", "am", "pm", "noon", "midnight", "est", "edt", "gmt", "utc", "time", "the", ",", "late"}
_STEPS = 8  # up the tree; what is farther away says nothing about the date


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@lexicon.derived
def _words(*terms: str) -> _Words:
    concepts = [c for c in lexicon.load().scheme("outlook") if c.term in terms]
    verbs, nouns, adjectives = (
        frozenset(word for c in concepts for word in c.get(key)) for key in ("verb", "noun", "adjective")
    )
    return _Words(verbs, nouns, adjectives)


def outlook(date: Span) -> Outlook:
    """Where the clause around a date looks."""
    before = _before(date)
    cue = before.lower_ if before is not None else ""
    if cue == "since":
        return Outlook.BACK
    if cue in _words("scheduled").adjectives or (before is not None and _as_soon_as(before)):
        return Outlook.AHEAD
    if cue in ("through", *_UNTIL) and before is not None and before.i and before.nbor(-1).lower_ in _NOW:
        return Outlook.AHEAD  # 'from today through 17 November'
    verb = _adjacent_verb(before)
    if verb is not None and _is_fixed_by(verb, date):
        return Outlook.EITHER
    looks = _of_verb(verb, cue) if verb is not None else _of_clause(date.root, cue)
    if cue in _UNTIL and looks is Outlook.BACK:
        return _until(verb or verb_of(date.root))
    return looks


def _before(date: Span) -> Token | None:
    """The word before the date and its time of day: 'until' of 'until 5 p.m. EST Tuesday'."""
    doc, first = date.doc, date.sent.start
    for i in range(date.start - 1, max(first, date.start - 6) - 1, -1):
        if not (doc[i].lower_ in _CLOCK or doc[i].like_num or ":" in doc[i].text):
            return doc[i]
    return None


def _as_soon_as(word: Token) -> bool:
    """'as early as Tuesday'."""
    return word.lower_ == "as" and word.i > word.sent.start and word.nbor(-1).lower_ in ("soon", "early")


def _adjacent_verb(before: Token | None) -> Token | None:
    """The verb right before the date or its preposition: 'said Friday', 'was read on Friday'."""
    if before is not None and before.lower_ in ("on", "in") and before.i > before.sent.start:
        before = before.doc[before.i - 1]
    return before if before is not None and before.tag_ in ("VBD", "VBN") and before.pos_ in VERBAL else None


def _is_fixed_by(verb: Token, date: Span) -> bool:
    """'Set 10 November as the deadline', 'chose Friday for the vote'."""
    after = date.doc[date.end].lower_ if date.end < len(date.doc) else ""
    return verb.lemma_ in _words("fixed").verbs and after in ("as", "for")


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
            if noun is not None and noun.dep_ == "dobj" and date.i < noun.i and head.lemma_ in _words("fixed").verbs:
                return Outlook.EITHER  # 'set a 14 January return date'
            looks = _of_verb(head, cue if noun is None or noun.dep_ == "dobj" else "")
            return looks if noun is None or _is_of_event(date, noun, looks, cue) else Outlook.BACK
        if head.lemma_.lower() in (_words("scheduled").nouns | _words("scheduled").adjectives):
            return _of_plan(date, head)
        if head.pos_ in NOMINAL and noun is None:
            noun = head
        token = head
    return _of_verb(date, cue) if date.pos_ == "VERB" else Outlook.BACK


def _of_plan(date: Token, plan: Token) -> Outlook:
    """'The deadline of Friday' lies ahead; 'the Friday deadline' may be over where the verb looks back."""
    verb = verb_of(plan)
    if date.i > plan.i or verb is None:
        return Outlook.AHEAD
    return Outlook.EITHER if _of_verb(verb) is Outlook.BACK else Outlook.AHEAD


def _is_of_event(date: Token, noun: Token, looks: Outlook, cue: str) -> bool:
    """Whether a date that qualifies a noun lies where the verb looks: 'will vote in Tuesday's election'.

    The date before its noun, or after 'of', is else that of something known: 'will discuss Tuesday's attack'.
    """
    if date.i > noun.i:
        return cue not in ("of", "from")
    if looks is not Outlook.AHEAD:
        return False
    return noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ in _AT_EVENT)


def _of_verb(verb: Token, cue: str = "", steps: int = _STEPS) -> Outlook:
    """Where a verb looks, by its auxiliaries, its own form, and the verb above it."""
    helpers = auxiliaries(verb)
    tags = {a.tag_ for a in helpers} | {verb.tag_}
    perfect = any(a.lemma_ == "have" for a in helpers)
    if any(a.tag_ == "MD" and a.lower_ != "could" for a in helpers):
        return Outlook.BACK if perfect else Outlook.AHEAD
    if verb.lemma_ in _words("scheduled").verbs or (verb.lemma_ in _words("asked", "put_off").verbs and cue in _TARGET):
        return Outlook.EITHER if _had(verb) or _is_called_off(verb) else Outlook.AHEAD
    if verb.lower_ in _words("asked").adjectives and any(c.lower_ == "for" for c in verb.rights):
        return Outlook.AHEAD  # 'a summit set for Geneva in April'
    if any(a.tag_ == "TO" for a in helpers):
        return _of_infinitive(verb, steps)
    if perfect or "VBD" in tags or any(a.lower_ == "could" for a in helpers):
        return Outlook.BACK
    if tags & {"VBZ", "VBP"}:
        if _disagrees(verb):
            return Outlook.BACK
        return Outlook.AHEAD if verb.tag_ == "VBG" else Outlook.PRESENT
    if verb.tag_ == "VB":
        return Outlook.AHEAD
    above = verb_of(verb) if verb.tag_ == "VBG" and steps else None
    return _of_verb(above, cue, steps - 1) if above is not None else Outlook.BACK


def _had(verb: Token) -> bool:
    """Whether a plan is told as over: 'had been scheduled for Friday'."""
    return any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children)


def _is_called_off(verb: Token) -> bool:
    """Whether what was planned came to nothing, by then or since: 'the service planned for Friday was cancelled'."""
    return verb.dep_ == "acl" and verb.head.head.lemma_ in _words("called_off").verbs


def _disagrees(verb: Token) -> bool:
    """Whether a form that may be past or present is past, as its subject is singular: 'the news hurt shares'."""
    if verb.tag_ != "VBP" or verb.lower_ != verb.lemma_:
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.tag_ == "NN" and not any(c.dep_ == "conj" for c in subject.rights)


def _of_infinitive(verb: Token, steps: int) -> Outlook:
    """'plans to', 'is to', 'a plan to' look ahead; 'was forced to', 'the first to' do not."""
    governor = verb.head
    before = next((c.nbor(-1) for c in verb.lefts if c.tag_ == "TO" and c.i), governor)
    if any(c.lower_ in _FIRST for c in before.lefts):
        return Outlook.BACK  # 'among the first countries to accede'
    if governor == verb or not steps:
        return Outlook.AHEAD
    asked = _words("scheduled", "asked")
    if governor.lemma_ == "be" or governor.lemma_ in asked.verbs | asked.nouns | asked.adjectives:
        return Outlook.EITHER if _had(governor) or _had(governor.head) else Outlook.AHEAD
    if governor.pos_ in VERBAL:
        return _of_verb(governor, steps=steps - 1)
    if governor.lower_ in _FIRST or any(c.lower_ in _FIRST for c in governor.children):
        return Outlook.BACK
    above = verb_of(governor)
    return _of_verb(above, steps=steps - 1) if above is not None else Outlook.AHEAD
