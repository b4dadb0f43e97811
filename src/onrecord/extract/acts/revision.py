"""Revisions: what an act does to an earlier one, and the words that stand for that.

'The appeals chamber upheld the sentence', 'a decree that repeals Decree 12', 'declared the ban unlawful'. Which act the
words stand for is decided where the acts of the whole article are known (`claims`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.acts.attributes import known_by
from onrecord.extract.acts.making import with_particle
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger, taken_up
from onrecord.extract.doc_extensions import evidence
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS, after, agents, patients
from onrecord.extract.syntax.clauses import phrase
from onrecord.extract.syntax.event_date import date_of
from onrecord.extract.syntax.factuality import happened, negated
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import kinds_of_act, makers, of_courts
from onrecord.values.findings import Evidence, Kind, Mention, Revision

_DEFINITE = {"the", "this", "that", "these", "those", "both"}
_PRO_FORMS = {"it", "them"}
_AGAINST, _BY = frozenset({"against", "of"}), frozenset({"by"})
_OF_WHOM = frozenset({"of", "against", "on", "for"})
_SMALL_CLAUSES = ("ccomp", "xcomp", "oprd")

_Effect = tuple[Token, str, str]  # the head of what it is done to, the effect, and how that stands by it


def revisions(trigger: Trigger, who: Participants) -> tuple[Revision, ...]:
    """What the act that the trigger reports does to earlier acts."""
    done = (effect for verb in _verbs(trigger) if happened(verb) for effect in _done_by(verb))
    read = (_revision(head, effect, standing, who) for head, effect, standing in done)
    return tuple(dict.fromkeys(filter(None, read)))


# Verbs ----------------------------------------------------------------------------------------------------------------


def _verbs(trigger: Trigger) -> Iterator[Token]:
    """The verb of the report, and those that say what the act which its noun names does: 'a law that repeals …'."""
    if trigger.verb is not None:
        yield trigger.verb
    if trigger.noun is not None:
        beside = (*trigger.noun.rights, trigger.noun.head)
        yield from (v for v in beside if v.pos_ == "VERB" and v != trigger.verb and trigger.noun in agents(v))


def _done_by(verb: Token) -> Iterator[_Effect]:
    """The effects of a verb: by itself, on what it answers, by the fault that it finds."""
    heads = patients(verb)
    yield from ((head, effect, standing) for effect, standing in _effects(verb) for head in heads)
    for concept in lexicon.load().scheme("effect"):
        effect = (concept.term, concept.one("gives"))
        if with_particle(verb, concept.get("rejecting")):
            brought = [h for h in heads if h.lemma_.lower() in concept.get("brought")]
            yield from ((t, *effect) for head in brought for t in _at_issue(head))
        if verb.lemma_ in concept.get("finding"):
            yield from ((head, *effect) for head in _at_fault(verb, concept.get("fault")))


def _at_issue(brought: Token) -> tuple[Token, ...]:
    """The act that what is brought is against, 'an appeal against the sentence', or else what is brought."""
    named = tuple(t for t in after(brought, _AGAINST) if _types(t))
    return named or (brought,)


def _effects(verb: Token) -> tuple[tuple[str, str], ...]:
    """The effect of a verb by itself, with the standing that it gives; none, or the first that a list has for it."""
    standings = (s for s in lexicon.load().scheme("standing") if s.one("effect"))
    given = [(s.one("effect"), s.term) for s in standings if with_particle(verb, s.get("verb"))]
    other = [(c.term, "") for c in lexicon.load().scheme("effect") if with_particle(verb, c.get("verb"))]
    return tuple([*given, *other][:1])


def _at_fault(verb: Token, faults: tuple[str, ...]) -> Iterator[Token]:
    """What the verb finds at fault: 'declared the law void', 'ruled that the ban was illegal', 'was deemed illegal'."""
    for word in (t for t in verb.subtree if t.i > verb.i and t.lower_ in faults):
        clause = word if word.head == verb else word.head
        if clause.head == verb and clause.dep_ in _SMALL_CLAUSES and not negated(clause):
            yield from [c for c in clause.lefts if c.dep_ in SUBJECTS] or patients(verb)


# Words for an act -----------------------------------------------------------------------------------------------------


def _revision(head: Token, effect: str, standing: str, who: Participants) -> Revision | None:
    """The revision of what a noun phrase stands for; None where it is no word for an act."""
    if head.lower_ in _PRO_FORMS:
        return Revision(effect, evidence(head.doc[head.i : head.i + 1]), standing=standing)
    types = _types(head) if head.pos_ in NOMINAL else frozenset()
    if not types:
        return None
    number = next((n for term in sorted(types) if (n := known_by(head, kinds_of_act()[term]))), "")
    against, by = _participants(head, types, who)
    return Revision(
        effect,
        evidence(phrase(head)),
        head.lemma_.lower(),
        bool(number) or any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in head.lefts),
        standing,
        types,
        against,
        by,
        date_of(None, head),
        number,
    )


def _types(head: Token) -> frozenset[str]:
    """The kinds of act that a noun names or takes up, 'the ban'; of an appeal, what it may be against."""
    return taken_up(head) or frozenset(kind for kind in kinds_of_act() if _brought(head) and of_courts(kind))


def _brought(noun: Token) -> bool:
    """Whether the noun is for what somebody brings against an act: 'his appeal'."""
    return any(noun.lemma_.lower() in c.get("brought") for c in lexicon.load().scheme("effect"))


def _participants(
    head: Token, types: frozenset[str], who: Participants
) -> tuple[tuple[Evidence, ...], Evidence | None]:
    """Whom the words say that the act is against, 'his sentence', and who made it, 'the ministry's ban'."""
    owners = who.mentions(t for t in head.lefts if t.dep_ == "poss")
    undergone = _brought(head) or any(_undergone(head, kinds_of_act()[term]) for term in types)
    under = _of_people(owners) if undergone else []
    whom = (*under, *_of_people(who.mentions(after(head, _OF_WHOM))))
    by = (m for m in (*owners, *who.mentions(after(head, _BY))) if m.kind is not None and m not in under)
    return tuple(m.evidence for m in whom), next((m.evidence for m in by), None)


def _of_people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind is Kind.PERSON]


def _undergone(noun: Token, concept: Concept) -> bool:
    """Whether a person who owns the noun is under the act, and does not make it: 'his term', 'her listing'."""
    lemma = noun.lemma_.lower()
    taken_up = lemma in concept.get("undergone") or lemma in concept.get("takenUp")
    return Kind.PERSON not in makers(concept.term) and (taken_up or not of_courts(concept.term))
