"""Past or future reading of an underspecified date, from tense and aspect, planning verbs, prepositions.

'The court ruled in June' looks back, 'will rule in June' and 'is to rule by June' look ahead. A plan looks ahead,
but one told in the past tense may be over ('was scheduled for June'); its words, and the prepositions that look ahead
or back, are those of `ontology/outlook.ttl`. The present tense looks either way.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.extract.syntax.arguments import NOMINAL
from onrecord.extract.syntax.clauses import VERBAL, auxiliaries, finite, verb_of
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


@dataclass(frozen=True, slots=True)
class _Form:
    """The form of a verb with its auxiliaries."""

    tags: frozenset[str]
    modal: str  # 'will', or '' without one
    perfect: bool
    infinitive: bool


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
    if before is not None and (cue in _words("scheduled").adjectives or _as_soon_as(before) or _from_now(before)):
        return Outlook.AHEAD
    verb = _adjacent_verb(before)
    if verb is not None and _is_fixed_by(verb, date):
        return Outlook.EITHER
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


def _as_soon_as(word: Token) -> bool:
    """'as early as Tuesday'."""
    return word.lower_ == "as" and word.i > word.sent.start and word.nbor(-1).lower_ in ("soon", "early")


def _from_now(word: Token) -> bool:
    """'from today through 17 November'."""
    now = word.i > word.sent.start and word.nbor(-1).lower_ in ("now", "today", "tomorrow")
    return now and word.lower_ in _words("asked").prepositions


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
            return _of_phrase(date, noun, head, cue)
        if head.lemma_.lower() in (_words("scheduled").nouns | _words("scheduled").adjectives):
            return _of_plan(date, head)
        if head.pos_ in NOMINAL and noun is None:
            noun = head
        token = head
    return _of_verb(date, cue) if date.pos_ == "VERB" else Outlook.BACK


def _of_phrase(date: Token, noun: Token | None, verb: Token, cue: str) -> Outlook:
    """Where a verb looks for a date that is its own, or that of a noun below it."""
    if noun is None:
        return _of_verb(verb, cue)
    if noun.dep_ == "dobj" and date.i < noun.i and verb.lemma_ in _words("fixed").verbs:
        return Outlook.EITHER  # 'set a 14 January return date'
    looks = _of_verb(verb, cue if noun.dep_ == "dobj" else "")
    return looks if _is_of_event(date, noun, looks, cue) else Outlook.BACK


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
        return cue not in _words("known").prepositions
    if looks is not Outlook.AHEAD:
        return False
    at_event = noun.dep_ == "pobj" and noun.head.lower_ in _words("event").prepositions
    return noun.dep_ in ("nsubj", "nsubjpass") or at_event


def _of_verb(verb: Token, cue: str = "", steps: int = _STEPS) -> Outlook:
    """Where a verb looks, by its auxiliaries, its own form, and the verb above it."""
    form = _form(verb)
    if form.modal not in ("", "could"):
        return Outlook.BACK if form.perfect else Outlook.AHEAD
    if _plans(verb, cue):
        if _had(verb) or _is_called_off(verb):
            return Outlook.EITHER
        return _of_plan_told(verb) if verb.lemma_ in _words("scheduled").verbs else Outlook.AHEAD
    if _is_set_for(verb):
        return Outlook.AHEAD
    if form.infinitive:
        return _of_infinitive(verb, steps)
    return Outlook.BACK if form.perfect or form.modal else _by_tense(verb, form.tags, cue, steps)


def _of_plan_told(verb: Token) -> Outlook:
    """'is due in May' looks ahead; 'was due in May' and 'decided to leave in May' may be over by now."""
    while not finite(verb) and (above := verb_of(verb)) is not None:
        verb = above
    told = any(token.tag_ == "VBD" for token in (verb, *auxiliaries(verb)))
    return Outlook.PRESENT if told else Outlook.AHEAD


def _form(verb: Token) -> _Form:
    helpers = auxiliaries(verb)
    return _Form(
        tags=frozenset(a.tag_ for a in (*helpers, verb)),
        modal=next((a.lower_ for a in helpers if a.tag_ == "MD"), ""),
        perfect=any(a.lemma_ == "have" for a in helpers),
        infinitive=any(a.tag_ == "TO" for a in helpers),
    )


def _is_set_for(verb: Token) -> bool:
    """'A summit set for Geneva in April'."""
    return verb.lower_ in _words("asked").adjectives and any(c.lower_ == "for" for c in verb.rights)


def _plans(verb: Token, cue: str) -> bool:
    """Whether the verb is one of planning, or moves something to the date: 'adjourned to 3 May'."""
    moved = _words("asked", "put_off")
    return verb.lemma_ in _words("scheduled").verbs or (verb.lemma_ in moved.verbs and cue in moved.prepositions)


def _by_tense(verb: Token, tags: frozenset[str], cue: str, steps: int) -> Outlook:
    """Where a verb looks by the tags of its own form and its auxiliaries; a bare participle as the verb above it."""
    if "VBD" in tags:
        return Outlook.BACK
    if tags & {"VBZ", "VBP"}:
        if _disagrees(verb):
            return Outlook.BACK
        return Outlook.AHEAD if verb.tag_ == "VBG" else Outlook.PRESENT
    if verb.tag_ == "VB":
        return Outlook.AHEAD
    above = verb_of(verb) if verb.tag_ == "VBG" and steps else None
    return _of_verb(above, cue, steps - 1) if above is not None else Outlook.BACK


def _disagrees(verb: Token) -> bool:
    """Whether a form that may be past or present is past, as its subject is singular: 'the news hurt shares'."""
    singular = any(c.dep_ == "nsubj" and c.tag_ == "NN" and not list(c.conjuncts) for c in verb.lefts)
    return singular and verb.tag_ == "VBP" and verb.lower_ == verb.lemma_


def _had(verb: Token) -> bool:
    """Whether a plan is told as over: 'had been scheduled for Friday'."""
    return any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children)


def _is_called_off(verb: Token) -> bool:
    """Whether what was planned came to nothing, by then or since: 'the service planned for Friday was cancelled'."""
    return verb.dep_ == "acl" and verb.head.head.lemma_ in _words("called_off").verbs


def _of_infinitive(verb: Token, steps: int) -> Outlook:
    """'plans to', 'is to', 'a plan to' look ahead; 'was forced to', 'the first to' do not."""
    governor, asked = verb.head, _words("scheduled", "asked")
    before = next((c.nbor(-1) for c in verb.lefts if c.tag_ == "TO" and c.i), governor)
    if any(c.lower_ in _words("unique").adjectives for c in before.lefts):
        return Outlook.BACK  # 'among the first countries to accede'
    if governor == verb or not steps:
        return Outlook.AHEAD
    if governor.lemma_ in {"be", *asked.verbs, *asked.nouns, *asked.adjectives}:
        return Outlook.EITHER if _had(governor) or _had(governor.head) else _of_plan_told(governor)
    above = governor if governor.pos_ in VERBAL else verb_of(governor)
    return _of_verb(above, steps=steps - 1) if above is not None else Outlook.AHEAD
