"""Whom an act is against, and the parties of one that has parties.

Read from the parse: the object of the verb, or what a preposition after the noun governs.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import after, agents, conjuncts, objects_of, passive, patients
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.factuality import negated
from onrecord.lexicon.official_acts import PARTIES, makers, targets
from onrecord.values.findings import Form, Kind, Mention

_Targets = tuple[Mention, ...]
_TERMS = ("term", "sentence", "year", "month")  # what a court imposes
_OF, _TO = frozenset({"of"}), frozenset({"to"})
_GIVING = ("hand", "give", "mete", "serve")  # verbs whose indirect object gets a sentence
_BY = frozenset({"by"})
_FROM = frozenset({"of", "by", "from"})  # who has brought an appeal


def against(trigger: Trigger, by: Mention | None, who: Participants) -> _Targets:
    """Whom the act is against: nobody for an acquittal, and those whom a resolution condemns or calls something."""
    concept, verb, noun = trigger.concept, trigger.verb, trigger.noun
    kinds = targets(trigger.kind)
    if not kinds:
        return ()
    if verb is not None and _answers(trigger, verb, "rejecting"):
        return who.targets(_petitioners(trigger.last, verb), kinds)
    if verb is not None and (verb.lemma_ in concept.get("clearing") or _answers(trigger, verb, "")):
        return who.targets(after(verb, frozenset({"against"})), kinds)  # 'awarded A a million euros against B'
    if noun is None:
        found = _of_verb(trigger, verb, kinds, who) if verb is not None else ()
    elif not concept.get("towards"):  # only its own words tell
        found = _condemned(noun, concept.get("naming"), who)
    else:
        found = _of_noun(trigger, noun, kinds, who)
    return tuple(m for m in found if by is None or m.evidence != by.evidence)


def acquitted(trigger: Trigger, who: Participants) -> _Targets:
    """Whom the act clears: 'the court acquitted A', 'A was cleared of fraud'."""
    verb = trigger.verb
    if verb is None or verb.lemma_ not in trigger.concept.get("acquitting"):
        return ()
    return who.targets(patients(verb), targets(trigger.kind))


def parties(trigger: Trigger, who: Participants) -> _Targets:
    """The parties of an agreement: who signs it, and with whom; people only where no body does."""
    verb, noun = trigger.verb, trigger.noun
    towards = frozenset(trigger.concept.get("towards"))
    signers = agents(verb) if verb is not None else ()
    signers = (
        *signers,
        *(t for head in signers if who.name_at(head) is None for t in after(head, _OF)),
    )  # 'envoys of A'
    partners = tuple(t for anchor in (noun, verb) if anchor is not None for t in after(anchor, towards))
    found = who.targets((*signers, *partners), tuple(Kind))
    bodies = tuple(m for m in found if m.kind in PARTIES or m.form is Form.PRONOUN)
    spelled = tuple(m for heads in (signers, partners) for m in _named_in(heads, who))
    return max(bodies, tuple(dict.fromkeys(spelled)), key=len) or found


def _named_in(heads: tuple[Token, ...], who: Participants) -> _Targets:
    """The bodies and states in the noun phrases, whatever the parser joins: 'the government of A and the League B'."""
    if not heads:
        return ()
    doc, start, end = heads[0].doc, heads[0].left_edge.i, max(t.right_edge.i for t in heads) + 1
    stop = next((t.i for t in doc[start:end] if t.pos_ == "VERB"), end)
    return who.listed(doc[start:stop], PARTIES)


def _subjects(clauses: Iterable[Token]) -> list[Token]:
    """What the clauses say something of, and do not deny it."""
    return [t for clause in clauses if not negated(clause) for t in clause.lefts if t.dep_ in ("nsubj", "nsubjpass")]


def undergone(trigger: Trigger) -> bool:
    """Whether the noun names the act by whom it is done to: 'A's conviction'."""
    return trigger.noun is not None and trigger.noun.lemma_.lower() in trigger.concept.get("undergone")


def _given(verb: Token) -> list[Token]:
    """Its indirect objects: 'handed A a sentence', 'a sentence handed down to A'."""
    given = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP"]
    return [*given, *(after(verb, _TO) if verb.lemma_ in _GIVING else ())]


def _owners(noun: Token) -> tuple[Token, ...]:
    return tuple(t for t in noun.lefts if t.dep_ == "poss")


def _answers(trigger: Trigger, verb: Token, key: str) -> bool:
    """Whether the verb answers what somebody has brought before the body, with one of the words under the key."""
    brought = trigger.last.lemma_.lower() in trigger.concept.get("brought")
    return brought and (not key or verb.lemma_ in trigger.concept.get(key))


def _petitioners(petition: Token, verb: Token) -> tuple[Token, ...]:
    """Who has brought what is before a body: 'the appeal of A', 'A's suit', 'a petition filed by A'."""
    brought = [c for c in petition.rights if c.dep_ == "acl" and passive(c)]
    before = [c for c in petition.lefts if c.dep_ == "compound"]
    beside = () if passive(verb) else after(verb, _FROM)  # 'dismissed a suit by A', of the verb in the parse
    return (*_owners(petition), *before, *after(petition, _FROM), *(t for c in brought for t in agents(c)), *beside)


# Objects of verbs -----------------------------------------------------------------------------------------------------


def _of_verb(trigger: Trigger, verb: Token, kinds: tuple[Kind, ...], who: Participants) -> _Targets:
    """Whom a verb is done to; of a ruling, whom the clause that it introduces is about."""
    inner = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "oprd") or (c.dep_ == "relcl" and c.tag_ in FINITE)]
    about = _subjects(inner)
    if trigger.last.lower_ == "that":  # 'found that A had not paid'
        return who.targets(about, kinds)
    if verb.lemma_ in trigger.concept.get("faced"):  # 'A got nine years'
        return who.targets(agents(verb), kinds)
    if trigger.last.lemma_ in _TERMS:
        return who.targets(_shared_out(verb), kinds)
    found = who.targets((*patients(verb), *_given(verb), *about), kinds)
    between = verb.doc[verb.i : max(trigger.last.i, *(t.i for t in patients(verb)), verb.i)]  # 'found A and B guilty'
    found = max(found, who.listed(between, kinds), _enumerated(verb, found, who), key=len)
    if found:
        return found
    towards, last = frozenset(trigger.concept.get("towards")), trigger.last
    owners = _owners(last) if last.lemma_ not in trigger.concept.get("noun") else ()  # 'froze A's assets'
    beside = after(last, towards | {"by", "of"})  # 'ordered the arrest of A'
    return _first(who, kinds, after(verb, towards), owners, beside) or who.examples(patients(verb) or [verb], kinds)


def _enumerated(verb: Token, found: _Targets, who: Participants) -> _Targets:
    """The people named one after another behind the verb: 'convicted the mayor, A, and his deputy, B, of fraud'."""
    if any(m.kind is not Kind.PERSON for m in found) or not any(map(who.is_person, patients(verb))):
        return ()
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    stop = next((t.i for t in behind if _ends_list(t)), verb.sent.end)
    below = {t.i for t in verb.subtree}
    return tuple(m for m in who.listed(verb.doc[verb.i : stop], (Kind.PERSON,)) if who.named.span(m).root.i in below)


def _ends_list(token: Token) -> bool:
    other = token.tag_ in ("WP", "WP$", "WDT") or token.pos_ in ("VERB", "AUX", "SCONJ")
    return token.text == ";" or other or (token.tag_ == "IN" and token.lower_ != "of")


def _shared_out(verb: Token) -> tuple[Token, ...]:
    """Who gets the terms: 'imposed terms of nine years on A and six years on B', 'handed A a six-year term'."""
    after_verb = verb.doc[verb.i + 1 : verb.sent.end]
    heads = (*_TERMS, verb.lemma_)
    preps = [t for t in after_verb if t.lower_ in ("on", "to") and t.head.lemma_ in heads]
    sentenced = [t for t in patients(verb) if t.lemma_ not in _TERMS]
    return (*_given(verb), *sentenced, *objects_of(preps))


# After nouns ----------------------------------------------------------------------------------------------------------


def _of_noun(trigger: Trigger, noun: Token, kinds: tuple[Kind, ...], who: Participants) -> _Targets:
    """Whom the prepositions after the noun name, or after the verb that makes it; else those the verb is done to."""
    if noun.lemma_ in trigger.concept.get("deed"):
        return who.targets(after(noun, _OF), kinds)
    verb, towards = trigger.verb, frozenset(trigger.concept.get("towards"))
    if verb is None and undergone(trigger):
        return _undergoing(noun, towards, kinds, who)
    heads = _towards(noun, verb, towards)
    within = (t for part in after(noun, towards | _OF) for t in after(part, towards | _OF))  # 'for the arrest of A'
    found = _first(who, kinds, heads, within)
    if found:
        return tuple(dict.fromkeys((*found, *who.targets(_resumed(noun, towards - _OF), kinds))))
    if verb is None:
        return ()
    named = after(trigger.named, towards) if trigger.named is not None else ()  # 'sanctions on A … Canada imposed them'
    beside = _first(who, kinds, _beside(noun, verb), named)
    return beside or who.examples(heads, kinds) or _owner_of(noun, trigger, kinds, who)


def _towards(noun: Token, verb: Token | None, towards: frozenset[str]) -> list[Token]:
    """What the prepositions govern after the noun and its verb: 'a warrant for A', 'A, for whom it issued one'."""
    heads = [t for anchor in (noun, verb) if anchor is not None for t in after(anchor, towards)]
    relative = verb is not None and any(t.lower_ in ("whom", "which") for t in heads)
    return list(conjuncts(verb.head)) if verb is not None and relative else heads


def _undergoing(noun: Token, towards: frozenset[str], kinds: tuple[Kind, ...], who: Participants) -> _Targets:
    """Who undergoes the act: 'A's conviction', 'the conviction by the judges of A'."""
    by_others = (t for maker in after(noun, _BY) for t in after(maker, _OF))
    beside = who.targets((*_owners(noun), *after(noun, towards)), kinds)
    return beside or who.targets(by_others, (Kind.PERSON,))


def _beside(noun: Token, verb: Token) -> list[Token]:
    """What else the verb that makes the act is done to: 'served A with an indictment'."""
    return [t for t in (*patients(verb), *_given(verb)) if t != noun]


def _owner_of(noun: Token, trigger: Trigger, kinds: tuple[Kind, ...], who: Participants) -> _Targets:
    """The person whose act it is, where no person makes acts of the kind: 'A's conviction'."""
    if Kind.PERSON in makers(trigger.kind):
        return ()
    return tuple(m for m in who.targets(_owners(noun), kinds) if m.kind is Kind.PERSON)


def _first(who: Participants, kinds: tuple[Kind, ...], *options: Iterable[Token]) -> _Targets:
    """Whom the first of these noun phrases name that name anybody."""
    return next((found for heads in options if (found := who.targets(heads, kinds))), ())


def _resumed(noun: Token, towards: frozenset[str]) -> tuple[Token, ...]:
    """What a preposition taken up again governs: 'warrants for A, also known as B, and for the former senator C'."""
    after_noun = noun.doc[noun.i + 1 : noun.sent.end]
    return objects_of([t for t in after_noun if t.lower_ in towards and t.nbor(-1).lower_ == "and"])


# What the text of an act says ----------------------------------------------------------------------------------------


def _condemned(noun: Token, naming: tuple[str, ...], who: Participants) -> _Targets:
    """Whom a resolution condemns or calls something: 'a resolution calling A a terrorist state'."""
    opened = noun.dep_ == "pobj" and noun.head.lower_ == "in"  # 'In Resolution 12, the Assembly condemned A'
    above = [noun.head.head] if opened else []
    below = [t for t in (*noun.subtree, *noun.doc[noun.i + 1 : noun.i + 2]) if t.i > noun.i]
    verbs = [t for t in (*below, *above) if t.pos_ == "VERB" and t.lemma_ in naming]
    heads = [t for verb in verbs for t in _called_so(verb) if t != noun]
    return tuple(m for m in who.targets(heads, tuple(Kind)) if m.form is Form.NAME)


def _called_so(verb: Token) -> list[Token]:
    """What the verb is done to, or says something of: 'condemned A', 'declared that A was at fault'."""
    said = [s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]
    return [*patients(verb), *said]
