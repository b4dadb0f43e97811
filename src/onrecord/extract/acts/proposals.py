"""Acts that have not come about: those formally asked for ('sought') and those turned down ('rejected').

They are no acts on record, and stand in the graph by their standing only. What is merely hoped for, feared or
threatened, and what people at large call for, is not there at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.acts.attributes import number_of, subject_of
from onrecord.extract.acts.participants import BODIES, Participants
from onrecord.extract.acts.status import words
from onrecord.extract.acts.targets import PARTIES, against
from onrecord.extract.acts.triggers import Trigger, called
from onrecord.extract.doc_extensions import evidence
from onrecord.extract.syntax.arguments import after, agents, patients
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.event_date import date_of
from onrecord.extract.syntax.factuality import happened, nameless_none
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Act, Kind, Mention

_BEFORE_ASKED = frozenset({"to", "from", "before", "with"})  # 'applied to the court', 'sought from the judge'


_OF_PROSECUTION = ("ArrestWarrant", "Charge", "Judgment")  # kinds of act that people ask for in their office
_BY_VOTE = ("Resolution", "Law")  # to reject one of the others is to disagree with what has been done


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Words that say of an act that it was asked for or turned down."""

    verb: Token
    standing: str  # 'sought' or 'rejected'
    asked: tuple[Token, ...]  # heads of the noun phrases for the body that was asked, or that turned it down
    asking: tuple[Token, ...] = ()  # heads of those for who asked


def proposed(doc: Doc, who: Participants) -> Iterator[Act]:
    """The acts that were asked for or turned down, in order of the text, where it says by or of whom."""
    for noun in doc:
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        for concept in called(noun):
            found = _read(noun, concept) if not nameless_none(noun) else None
            act = _act(Trigger(concept, found.verb, noun, noun, "made"), found, who) if found is not None else None
            if act is not None:
                yield act


def _act(trigger: Trigger, found: _Proposal, who: Participants) -> Act | None:
    noun, kind = trigger.last, trigger.concept.term
    body = _of(who.actor(found.asked), (*BODIES, Kind.PERSON)) or who.maker(noun, BODIES)
    if found.standing == "rejected":
        body = who.maker(noun, BODIES, frozenset()) or _of(who.actor(found.asked), PARTIES)
    asking = _of(who.actor(found.asking), (*PARTIES, Kind.PERSON) if kind in _OF_PROSECUTION else PARTIES)
    whom = () if kind == "Agreement" else against(trigger, body, who)
    whom = tuple(m for m in whom if m not in (body, asking))
    number, date = number_of(trigger), date_of(found.verb, noun)
    subject = subject_of(trigger, [who.named.span(m) for m in whom])
    known = asking if found.standing == "sought" and kind not in _OF_PROSECUTION else body or asking
    if known is None or not (whom or number or date or subject):
        return None
    return Act(
        evidence=evidence(noun.doc[min(found.verb.i, noun.i) : max(found.verb.i, noun.i) + 1]),
        type=kind,
        by=body.evidence if body else None,
        against=tuple(m.evidence for m in whom),
        date=date,
        standing=found.standing,
        sentence=evidence(noun.sent),
        subject=subject,
        number=number,
        sought_by=asking.evidence if asking else None,
    )


def _of(actor: Mention | None, kinds: tuple[Kind, ...]) -> Mention | None:
    return actor if actor is not None and actor.kind in kinds else None


def _read(noun: Token, concept: Concept) -> _Proposal | None:
    request = _request_for(noun)
    asked_for = _asking_for(noun)
    if asked_for is not None:
        asked = after(asked_for, _BEFORE_ASKED)
        return _Proposal(asked_for, "sought", asked, agents(asked_for)) if happened(asked_for) else None
    thing = request or noun
    verb = verb_of(thing)
    if verb is None:
        return None
    if thing.dep_ == "nsubj" and thing.head == verb and verb.lemma_ in words("rejected", "intransitive"):
        return _Proposal(verb, "rejected", ()) if happened(verb) else None
    if thing not in (*patients(verb), *_after_particle(verb)):
        return None
    if (
        request is None
        and verb.lemma_ in concept.get("making")
        and verb.dep_ in ("xcomp", "ccomp")
        and _infinitive(verb)
    ):
        return _to_make(verb)
    if _refuses(verb) and happened(verb):
        if request is None and concept.term not in _BY_VOTE:
            return None
        owners = tuple(t for t in thing.lefts if t.dep_ == "poss") if request is not None else ()
        return _Proposal(verb, "rejected", agents(verb), owners)
    by_request = request is not None and verb.lemma_ in words("sought", "making")
    if (by_request or verb.lemma_ in words("sought", "asking")) and happened(verb):
        asked = after(verb, _BEFORE_ASKED) or tuple(t for u in noun.subtree for t in after(u, frozenset({"to"})))
        return _Proposal(verb, "sought", asked, agents(verb))
    return None


def _request_for(noun: Token) -> Token | None:
    """The request that the act is the matter of: 'a request for an arrest warrant'."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    return above if above is not None and above.lemma_.lower() in words("sought", "request") else None


def _asking_for(noun: Token) -> Token | None:
    """The verb that asks for the act by a preposition: 'applied for a warrant'."""
    above = noun.head.head if noun.dep_ == "pobj" else None
    asks = above is not None and f"{above.lemma_.lower()} {noun.head.lower_}" in words("sought", "asking")
    return above if asks else None


def _to_make(verb: Token) -> _Proposal | None:
    """'Asked the court to issue a warrant', 'refused to issue a warrant'."""
    above = verb.head
    if not happened(above):
        return None
    if above.lemma_ in words("rejected", "refusing"):
        return _Proposal(above, "rejected", agents(above))
    if above.lemma_ in words("sought", "asking"):
        body = (*patients(above), *(t for t in verb.lefts if t.dep_ == "nsubj"))
        return _Proposal(above, "sought", tuple(t for t in body if t.i < verb.i), agents(above))
    return None


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.lefts)


def _refuses(verb: Token) -> bool:
    """Whether the verb turns something down, alone or with its particle: 'vetoed', 'voted down'."""
    lemma, refusing = verb.lemma_.lower(), words("rejected", "refusing")
    particles = (c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep", "advmod"))
    return lemma in refusing or any(f"{lemma} {p}" in refusing for p in particles)


def _after_particle(verb: Token) -> tuple[Token, ...]:
    """What the parser takes for the object of a preposition that is the verb's particle: 'voted down a bill'."""
    preps = frozenset(p.split()[1] for p in words("rejected", "refusing") if p.startswith(f"{verb.lemma_.lower()} "))
    return after(verb, preps) if preps else ()
