"""Who made an act: the agent of the verb that reports it, else what stands with the noun that names it."""

from spacy.tokens import Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import after, agents, passive, patients
from onrecord.lexicon.official_acts import PARTIES, has, makers, of_courts
from onrecord.values.findings import Form, Kind, Mention


def maker_of(trigger: Trigger, who: Participants) -> Mention | None:
    """The body that made the act, or else the person; nobody for an act that has parties instead."""
    verb, noun = trigger.verb, trigger.noun
    suffered = noun is None and verb is not None and verb.lemma_ in trigger.concept.get("faced")  # 'A got nine years'
    if suffered or has(trigger.kind, "mutual"):
        return None
    agent = who.actor(agents(verb)) or who.before(verb, makers(trigger.kind)) if verb is not None else None
    if agent is not None:
        return who.court_of(agent) if of_courts(trigger.kind) else agent
    if trigger.way == "phrase" and verb is not None and passive(verb):
        return _beside_phrase(trigger, verb, who)
    return _beside_noun(trigger, noun, who) if noun is not None else None


def further_makers(trigger: Trigger, by: Mention | None, who: Participants) -> tuple[Mention, ...]:
    """The other bodies of 'sanctioned by the European Union and Canada': each has made an act of its own."""
    if trigger.verb is None or by is None or by.kind is Kind.PERSON:
        return ()
    named = (who.named.at(t) for t in agents(trigger.verb))
    return tuple(m for m in named if m and m != by and m.form is Form.NAME and m.kind in PARTIES)


def _beside_phrase(trigger: Trigger, verb: Token, who: Participants) -> Mention | None:
    """'was added to Canada's sanctions list', 'was suspended from the League', 'A's membership of the League was …'."""
    last, kinds = trigger.last, makers(trigger.kind)
    if last in patients(verb):
        owned = any(c.dep_ == "poss" for c in last.lefts)
        return who.actor(after(last, frozenset({"of", "in"}))) if owned else None
    listing = next((m for t in (last, last.head) if t.pos_ in ("NOUN", "PROPN") and (m := who.maker(t, kinds))), None)
    return listing or who.actor(after(verb, frozenset({"from"})))


def _beside_noun(trigger: Trigger, noun: Token, who: Participants) -> Mention | None:
    kinds = makers(trigger.kind)
    deed = noun.lemma_ in trigger.concept.get("deed")
    found = who.maker(noun, kinds, frozenset({"by"})) if deed else who.maker(noun, kinds)
    if found is None and trigger.way == "event":  # 'the adoption of a resolution by the Senate'
        found = who.actor(after(trigger.last, frozenset({"by"})))
    if found is None and _governor(noun) is not None:
        found = who.actor(agents(noun.head.head))
        return found if found is not None and (noun.head.lower_ != "with" or found.kind in kinds) else None
    return found


def _governor(noun: Token) -> Token | None:
    """The verb whose subject makes the act: 'In a resolution of 5 May, the Senate called for …', 'replied with one'."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.head.pos_ != "VERB":
        return None
    opens = prep.lower_ in ("in", "by") and prep.i < prep.head.i
    return prep.head if opens or prep.lower_ == "with" else None
