"""Acts that have not come about: those formally asked for, and those turned down.

They are no acts on record, and stand in the graph by their standing only. What is merely hoped for, feared or
threatened, and what people at large call for, is not there at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.acts.attributes import number_of, subject_of
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.targets import against
from onrecord.extract.acts.triggers import Trigger, called
from onrecord.extract.doc_extensions import evidence
from onrecord.extract.syntax.arguments import after, agents, patients
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.event_date import date_of
from onrecord.extract.syntax.factuality import happened, infinitive, nameless_none
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import BODIES, PARTIES, has, petitioners, standing_by
from onrecord.values.findings import Act, Kind, Mention

_BEFORE_ASKED = frozenset({"to", "from", "before", "with"})  # 'applied to the court', 'sought from the judge'


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Words that say of an act that it was asked for or turned down."""

    verb: Token
    standing: str
    asked: tuple[Token, ...]  # heads of the noun phrases for the body that was asked, or that turned it down
    asking: tuple[Token, ...] = ()  # heads of those for who asked
    refused: bool = False


def proposed(doc: Doc, who: Participants) -> Iterator[Act]:
    """The acts that were asked for or turned down, in order of the text, where it says by or of whom."""
    for noun in doc:
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        for concept in called(noun):
            found = _read(noun, concept) if not nameless_none(noun) else None
            act = _act(Trigger(concept, verb_of(noun), noun, noun, "made"), found, who) if found is not None else None
            if act is not None:
                yield act


def _act(trigger: Trigger, found: _Proposal, who: Participants) -> Act | None:
    noun, kind = trigger.last, trigger.concept.term
    body = _body(noun, trigger.concept, found, who)
    asking = _of(who.actor(found.asking), petitioners(kind))
    whom = tuple(m for m in against(trigger, body, who) if m not in (body, asking))
    number, date = number_of(trigger), date_of(found.verb, noun)
    subject = subject_of(trigger, [who.named.span(m) for m in whom])
    act = Act(
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
    return act if _formal(act, found) and (whom or number or date or subject) else None


def _formal(act: Act, found: _Proposal) -> bool:
    """Whether it says who asked, or of which body; people at large who call for an act do not ask formally."""
    of_office = found.refused or Kind.PERSON in petitioners(act.type)
    return act.sought_by is not None or (act.by is not None and of_office)


def _body(noun: Token, concept: Concept, found: _Proposal, who: Participants) -> Mention | None:
    """The body that would make the act: the one asked, or that turned it down; else one beside the noun."""
    if found.refused:
        refusing = who.actor(found.asked)
        in_office = refusing is not None and not who.called(refusing).isdisjoint(concept.get("makerNoun"))
        return who.maker(noun, BODIES, frozenset()) or _of(refusing, tuple(Kind) if in_office else PARTIES)
    return _of(who.actor(found.asked), (*BODIES, Kind.PERSON)) or who.maker(noun, BODIES)


def _of(actor: Mention | None, kinds: tuple[Kind, ...]) -> Mention | None:
    return actor if actor is not None and actor.kind in kinds else None


def _read(noun: Token, concept: Concept) -> _Proposal | None:
    asked_for = _asked_for(noun)
    if asked_for is not None:
        return asked_for
    request = _request_for(noun)
    thing = request or noun
    verb = verb_of(thing)
    if verb is None or thing not in patients(verb):
        return None
    if request is None and verb.lemma_ in concept.get("making") and infinitive(verb):
        return _to_make(verb)
    if not happened(verb):
        return None
    return _refused(verb, request, concept) or _asked(verb, request, noun)


def _request_for(noun: Token) -> Token | None:
    """The request that the act is the matter of: 'a request for an arrest warrant'."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    return above if above is not None and above.lemma_.lower() in standing_by("request") else None


def _asked_for(noun: Token) -> _Proposal | None:
    """'Applied for a warrant'."""
    verb = noun.head.head
    standing = standing_by("asking").get(f"{verb.lemma_.lower()} {noun.head.lower_}") if noun.dep_ == "pobj" else None
    if standing is None or not happened(verb):
        return None
    return _Proposal(verb, standing, after(verb, _BEFORE_ASKED), agents(verb))


def _to_make(verb: Token) -> _Proposal | None:
    """'Asked the court to issue a warrant', 'refused to issue a warrant'."""
    above = verb.head
    if not happened(above):
        return None
    refused, asking = (standing_by(key).get(above.lemma_) for key in ("refusing", "asking"))
    if refused is not None:
        return _Proposal(above, refused, agents(above), refused=True)
    body = (*patients(above), *(t for t in verb.lefts if t.dep_ == "nsubj"))
    asked = tuple(t for t in body if t.i < verb.i)
    return _Proposal(above, asking, asked, agents(above)) if asking is not None else None


def _refused(verb: Token, request: Token | None, concept: Concept) -> _Proposal | None:
    """'Vetoed the bill', 'dismissed the request for a warrant'; to reject what no vote makes is only to disagree."""
    standing = _turning_down(verb)
    if standing is None or (request is None and not has(concept.term, "byVote")):
        return None
    owners = tuple(t for t in request.lefts if t.dep_ == "poss") if request is not None else ()
    return _Proposal(verb, standing, agents(verb), owners, refused=True)


def _asked(verb: Token, request: Token | None, noun: Token) -> _Proposal | None:
    """'Sought a warrant from the court', 'filed a request for a warrant'."""
    by_request = standing_by("making").get(verb.lemma_) if request is not None else None
    standing = by_request or standing_by("asking").get(verb.lemma_)
    if standing is None:
        return None
    asked = after(verb, _BEFORE_ASKED) or tuple(t for u in noun.subtree for t in after(u, frozenset({"to"})))
    return _Proposal(verb, standing, asked, agents(verb))


def _turning_down(verb: Token) -> str | None:
    """The standing that a verb gives which turns something down, alone or with its particle: 'voted down'."""
    particles = (c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep", "advmod"))
    words = (verb.lemma_.lower(), *(f"{verb.lemma_.lower()} {p}" for p in particles))
    return next((standing for w in words if (standing := standing_by("refusing").get(w)) is not None), None)
