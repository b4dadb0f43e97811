"""Who made an act: the agent of the verb that reports it, else what stands with the noun that names it.

Where the article names nobody there, the noun phrase that describes the maker stands for it: 'a court in Koblenz'.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import after, agents, objects_of, passive, patients, subjects
from onrecord.extract.syntax.clauses import phrase
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import BODIES, PARTIES, has, makers, of_courts
from onrecord.values.findings import Form, Kind, Mention

_OF = frozenset({"of", "at", "in"})
_AT = frozenset({"at", "in", "before"})  # where a court sits: 'was convicted at Tavno Crown Court'


@dataclass(frozen=True, slots=True)
class Maker:
    """Somebody who made an act: the mention that stands for them, the words that describe them, or both."""

    mention: Mention | None = None
    described: Span | None = None

    def __bool__(self) -> bool:
        return self.mention is not None or self.described is not None


NOBODY = Maker()


def maker_of(trigger: Trigger, who: Participants) -> Maker:
    """The body that made the act, or else the person; nobody for an act that has parties instead."""
    verb, noun = trigger.verb, trigger.noun
    if suffered(trigger) or on_grounds(trigger) or has(trigger.kind, "mutual"):
        return NOBODY
    if verb is not None and (agent := _of_verb(verb, trigger, who)):
        return agent
    if trigger.way == "phrase" and verb is not None and passive(verb):
        return Maker(_beside_phrase(trigger, verb, who))
    return _beside_noun(trigger, noun, who) if noun is not None else NOBODY


def maker_in(heads: Iterable[Token], concept: Concept, who: Participants) -> Maker:
    """The maker that noun phrases with these heads stand for, by name, by role or by a noun for those who make it."""
    heads = tuple(heads)
    described = next((phrase(t) for t in heads if is_called(t, concept) and not _place(t, who)), None)
    actor = who.actor(heads)
    if actor is not None and of_courts(concept.term):
        actor = (_bench(heads, who) if actor.kind is Kind.PERSON else None) or who.court_of(actor)
    if actor is None or (actor.kind is Kind.PLACE and (described is not None or of_courts(concept.term))):
        place = phrase(heads[0]) if actor is not None else None  # 'Torvia jailed him', 'Torvia's prosecutors'
        return Maker(None, described if described is not None else place)
    return Maker(actor, described if actor.form is not Form.NAME else None)


def _place(noun: Token, who: Participants) -> bool:
    """Whether the noun ends the name of a place, which acts by its name: 'Marra County'."""
    name = who.name_at(noun)
    return name is not None and name.kind is Kind.PLACE


def is_called(noun: Token, concept: Concept) -> bool:
    """Whether the noun is one for who makes such acts; capitals keep a plural from its lemma: 'Authorities'."""
    lemma = noun.lemma_.lower()
    forms = (lemma, lemma.removesuffix("s"), lemma.removesuffix("ies") + "y")
    return any(form in concept.get("makerNoun") for form in forms)


def _bench(heads: Iterable[Token], who: Participants) -> Mention | None:
    """The court beside the name of its judge: 'Justice A of the High Court'."""
    beside = (who.name_at(t) for head in heads for t in after(head, _OF))
    return next((m for m in beside if m is not None and m.kind is Kind.COURT), None)


def further_makers(trigger: Trigger, by: Mention | None, who: Participants) -> tuple[Mention, ...]:
    """The other bodies of 'sanctioned by the European Union and Canada': each has made an act of its own."""
    if trigger.verb is None or by is None or by.kind is Kind.PERSON:
        return ()
    named = (who.named.at(t) for t in agents(trigger.verb))
    return tuple(m for m in named if m and m != by and m.form is Form.NAME and m.kind in PARTIES)


def suffered(trigger: Trigger) -> bool:
    """Whether the verb tells of those it is against: 'A got nine years', 'A faces charges'."""
    return trigger.noun is None and trigger.verb is not None and trigger.verb.lemma_ in trigger.concept.get("faced")


def on_grounds(trigger: Trigger) -> bool:
    """Whether the act is only the grounds of what the verb reports: 'was arrested by police on a charge of fraud'."""
    last = trigger.last
    return has(trigger.kind, "accuses") and trigger.way == "phrase" and last.dep_ == "pobj" and last.head.lower_ == "on"


def _of_verb(verb: Token, trigger: Trigger, who: Participants) -> Maker:
    found = maker_in(agents(verb), trigger.concept, who)
    if not found and passive(verb):
        found = Maker(sayer(verb, trigger, who) or _distant_agent(verb, trigger, who))
    if not found:
        found = Maker(who.before(verb, makers(trigger.kind)))
    if not found and of_courts(trigger.kind):
        seats = (who.name_at(t) for t in objects_of(p for p in verb.subtree if p.lower_ in _AT and p.i > verb.i))
        found = Maker(next((m for m in seats if m is not None and m.kind is Kind.COURT), None))
    return found


def sayer(verb: Token, trigger: Trigger, who: Participants) -> Mention | None:
    """The body that makes such acts and makes this one known: 'nine firms have been barred, the Ministry said'."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.pos_ != "VERB" or above.i < verb.i or any(c.dep_ == "mark" for c in verb.lefts):
        return None
    said = who.actor(subjects(above))
    if said is None or said.kind not in BODIES or said.form is not Form.NAME:
        return None
    if (said.kind is Kind.COURT) != of_courts(trigger.kind):
        return None
    return said if said.kind is Kind.COURT or who.words_of(said) & set(trigger.concept.get("makerNoun")) else None


def _distant_agent(verb: Token, trigger: Trigger, who: Participants) -> Mention | None:
    """The body after a 'by' that the parser attaches elsewhere: 'charged with conspiracy to defraud by the Office'."""
    heads = objects_of(p for p in verb.subtree if p.lower_ == "by" and p.i > verb.i)
    named = (who.name_at(t) for t in heads)
    return next((m for m in named if m is not None and m.kind in (Kind.ORGANIZATION, Kind.COURT)), None)


def _beside_phrase(trigger: Trigger, verb: Token, who: Participants) -> Mention | None:
    """'was added to Canada's sanctions list', 'was suspended from the League', 'A's membership of the League was …'."""
    last, kinds = trigger.last, makers(trigger.kind)
    if last in patients(verb):
        owned = any(c.dep_ == "poss" for c in last.lefts)
        return who.actor(after(last, frozenset({"of", "in"}))) if owned else None
    listing = next((m for t in (last, last.head) if t.pos_ in ("NOUN", "PROPN") and (m := who.maker(t, kinds))), None)
    return listing or who.actor(after(verb, frozenset({"from"})))


def _beside_noun(trigger: Trigger, noun: Token, who: Participants) -> Maker:
    kinds, concept = makers(trigger.kind), trigger.concept
    deed = noun.lemma_ in concept.get("deed")
    found = who.maker(noun, kinds, frozenset({"by"})) if deed else who.maker(noun, kinds)
    if found is None and trigger.way == "event":  # 'the adoption of a resolution by the Senate'
        found = who.actor(after(trigger.last, frozenset({"by"})))
    if found is None and (described := maker_in(_by(noun, concept), concept, who)):
        return described
    if found is None and (governor := _governor(noun, concept)) is not None:
        found = who.actor(agents(governor))
        found = found if found is not None and (noun.head.lower_ != "with" or found.kind in kinds) else None
    return Maker(found)


def _by(noun: Token, concept: Concept) -> tuple[Token, ...]:
    """Who stands with a noun for an act as its maker: 'a ruling by a federal judge', 'the judge's ruling'."""
    undergone = noun.lemma_.lower() in concept.get("undergone")  # 'A's conviction'
    owners = tuple(t for t in noun.lefts if t.dep_ == "poss" and not undergone)
    return (*objects_of([c for c in noun.rights if c.lower_ == "by"]), *owners)


def _governor(noun: Token, concept: Concept) -> Token | None:
    """The verb whose subject makes the act: 'In a resolution, the Senate called for …', 'condemned A in one'."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.head.pos_ != "VERB":
        return None
    verb = prep.head
    if verb.dep_ == "advcl" and verb.lemma_ in concept.get(
        "making"
    ):  # 'By Resolution 2, adopted in May, the Council …'
        verb = verb.head
    opens = prep.lower_ in ("in", "by") and prep.i < verb.i
    names = prep.lower_ == "in" and verb.lemma_ in concept.get("naming")
    return verb if opens or names or prep.lower_ == "with" else None
