"""Whom an act is against, and the parties of an agreement.

Read from the parse: the object of the verb, or what a preposition after the noun governs. Where the parser attaches a
long list elsewhere, the list is read as it stands, name after name.
"""

from spacy.tokens import Span, Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger, same_nouns
from onrecord.extract.syntax.arguments import after, agents, conjuncts, patients, relative
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.factuality import happened, negated
from onrecord.values.findings import Form, Kind, Mention

_BODIES = (Kind.ORGANIZATION, Kind.COURT)
_ALL = (Kind.PERSON, *_BODIES, Kind.PLACE)
# Kinds of act that are done to somebody, and to whom they can be done. A state is judged and sanctioned, not arrested.
KINDS = {
    "ArrestWarrant": (Kind.PERSON, *_BODIES),
    "Charge": (Kind.PERSON, *_BODIES),
    "Sanction": _ALL,
    "Judgment": (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE),
    "Resolution": _ALL,
}
PARTIES = (*_BODIES, Kind.PLACE)
_OWNED = ("ArrestWarrant", "Charge", "Judgment")  # kinds of act that people suffer, never make: 'A's conviction'
_RESPECTS = (("in", "respect", "of"), ("with", "respect", "to"), ("in", "relation", "to"))
_TERMS = ("term", "sentence")  # what a court imposes
_TITLE = 8  # tokens: the longest title between a preposition and a name


def against(trigger: Trigger, by: Mention | None, who: Participants) -> tuple[Mention, ...]:
    """Whom the act is against: nobody for an acquittal, and those whom a resolution condemns or calls something."""
    concept, verb, noun = trigger.concept, trigger.verb, trigger.noun
    kinds = KINDS.get(concept.term)
    if kinds is None:
        return ()
    if verb is not None and verb.lemma_ in concept.get("clearing"):  # 'awarded A a million euros against B'
        return who.targets(after(verb, frozenset({"against"})), kinds)
    if concept.term == "Resolution":
        found = _condemned(noun, concept.get("naming"), who) if noun is not None else ()
    elif noun is not None:
        found = _towards(trigger, noun, kinds, who)
    else:
        assert verb is not None
        found = _objects(trigger, verb, kinds, who)
    if found and verb is not None:
        found = tuple(dict.fromkeys((*found, *who.targets(_strayed(verb), kinds))))
    return tuple(m for m in found if by is None or m.evidence != by.evidence)


def _strayed(verb: Token) -> tuple[Token, ...]:
    """Names that the parser joins to the verb itself: 'warrants for A, head of the camp, and B, his deputy'."""
    return tuple(c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "PROPN")


def parties(trigger: Trigger, who: Participants) -> tuple[Mention, ...]:
    """The parties of an agreement: who signs it, for whom they sign, and with whom; people only where no body does."""
    verb, noun = trigger.verb, trigger.noun
    towards = frozenset(trigger.concept.get("towards"))
    signers = agents(verb) if verb is not None else ()
    heads = [t for signer in signers for t in (signer, *_sent_by(signer, who))]
    heads += [t for anchor in (noun, verb) if anchor is not None for t in after(anchor, towards)]
    found = who.targets(heads, _ALL)
    return tuple(m for m in found if m.kind in PARTIES) or found


def _sent_by(signer: Token, who: Participants) -> tuple[Token, ...]:
    """Those for whom somebody signs: 'representatives of A and B'."""
    return after(signer, frozenset({"of", "from"})) if who.named.at(signer) is None else ()


# Objects of verbs -----------------------------------------------------------------------------------------------------


def _objects(trigger: Trigger, verb: Token, kinds: tuple[Kind, ...], who: Participants) -> tuple[Mention, ...]:
    """Whom a verb is done to; of a ruling, whom the clause that it introduces is about."""
    inner = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "oprd") or (c.dep_ == "relcl" and c.tag_ in FINITE)]
    about = [s for c in inner for s in c.lefts if s.dep_ in ("nsubj", "nsubjpass")]
    if trigger.way == "phrase" and trigger.last.lower_ == "that":
        denied = any(map(negated, inner))
        return () if denied else who.targets(about, kinds)
    if verb.lemma_ in trigger.concept.get("faced"):  # 'A got nine years'
        return who.targets(agents(verb), kinds)
    if trigger.last.lemma_ in _TERMS:
        return who.targets(_shared_out(verb), kinds)
    given = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP"]
    found = who.targets((*patients(verb), *given, *about), kinds)
    if trigger.last.i > verb.i:  # 'found A and B guilty'
        found = max(found, who.listed(verb.doc[verb.i : trigger.last.i], kinds), key=len)
    towards = frozenset(trigger.concept.get("towards"))
    nouns = (verb, *same_nouns(trigger))
    found = found or who.targets((t for n in nouns for t in after(n, towards)), kinds)
    if trigger.last.lemma_ not in trigger.concept.get("noun"):
        found = found or who.targets(_owners(trigger.last), kinds)  # 'froze A's assets'
    found = found or who.targets(after(trigger.last, towards | {"by", "of"}), kinds)
    return found or who.examples(patients(verb), kinds)


def _shared_out(verb: Token) -> tuple[Token, ...]:
    """Who gets the terms: 'imposed terms of nine years on A and six years on B', 'handed A a six-year term'."""
    after_verb = verb.doc[verb.i + 1 : verb.sent.end]
    preps = [t for t in after_verb if t.lower_ == "on" and t.head.lemma_ in (*_TERMS, "year", "month", verb.lemma_)]
    given = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP"]
    sentenced = [t for t in patients(verb) if t.lemma_ not in _TERMS]
    return (*given, *sentenced, *(t for p in preps for c in p.children if c.dep_ == "pobj" for t in conjuncts(c)))


# After nouns ----------------------------------------------------------------------------------------------------------


def _towards(trigger: Trigger, noun: Token, kinds: tuple[Kind, ...], who: Participants) -> tuple[Mention, ...]:
    """Whom the prepositions after the noun name, or after the verb that makes it."""
    verb, towards = trigger.verb, frozenset(trigger.concept.get("towards"))
    if noun.lemma_ in trigger.concept.get("deed"):
        return who.targets(after(noun, frozenset({"of"})), kinds)
    rest = _rest_of(noun, trigger)
    heads = [t for anchor in (noun, *rest, verb) if anchor is not None for t in after(anchor, towards)]
    heads = heads if who.targets(heads, kinds) else [t for r in rest for t in after(r, frozenset({"of"}))] or heads
    if verb is not None and relative(verb) and any(t.lower_ in ("whom", "which", "who") for t in heads):
        heads = _antecedents(verb, noun)
    found = who.targets(heads, kinds) or _beyond(noun, towards - {"of"}, kinds, who)
    if found:
        return tuple(dict.fromkeys((*found, *who.targets(_resumed(noun, towards), kinds))))
    if verb is None:
        facing = _facing(trigger.last, trigger.concept.get("faced")) or _named_by(noun, trigger)
        return who.targets(facing, kinds)
    if trigger.named is not None:  # 'He is under its sanctions; Canada imposed them in May'
        before = _facing(trigger.named, trigger.concept.get("faced")) or after(trigger.named, towards)
        return who.targets(before, kinds)
    named = who.targets(_facing(noun, trigger.concept.get("faced")) or _named_by(noun, trigger), kinds)
    given = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP"]  # 'handed A a sentence'
    direct = named or who.targets((t for t in (*patients(verb), *given) if t != noun), kinds)
    direct = direct or _in_respect_of(verb, kinds, who) or who.examples(heads, kinds)
    if direct or trigger.concept.term not in _OWNED:
        return direct
    return tuple(m for m in who.targets(_owners(noun), kinds) if m.kind is Kind.PERSON)


def _owners(noun: Token) -> tuple[Token, ...]:
    return tuple(t for t in noun.lefts if t.dep_ == "poss")


def _rest_of(noun: Token, trigger: Trigger) -> list[Token]:
    """The other nouns of the act's name: 'arrest' of 'warrants of arrest against A'."""
    words = {w for name in trigger.concept.get("noun") for w in name.split()[1:]}
    return [t for c in noun.rights if c.dep_ == "prep" for t in c.rights if t.lemma_.lower() in words]


def _antecedents(verb: Token, noun: Token) -> list[Token]:
    """Whom a relative clause is about: the noun above it, and for several acts what that is coordinated with."""
    first = verb.head.head if verb.head.dep_ == "conj" and noun.tag_ == "NNS" else verb.head
    return list(conjuncts(first))


def _beyond(noun: Token, towards: frozenset[str], kinds: tuple[Kind, ...], who: Participants) -> tuple[Mention, ...]:
    """Whom a preposition after the noun names, if the parser attached it elsewhere: 'its warrants of 5 May for A'."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.pos_ == "VERB":
            return ()
        if token.lower_ in towards and token.i + 1 < noun.sent.end:
            found = who.listed(noun.doc[token.i : noun.sent.end], kinds)
            if found and who.named.span(found[0]).start - token.i <= _TITLE:
                return found
    return ()


def _resumed(noun: Token, towards: frozenset[str]) -> tuple[Token, ...]:
    """What a preposition taken up again governs: 'warrants for A, also known as B, and for the former senator C'."""
    after_noun = noun.doc[noun.i + 1 : noun.sent.end]
    again = [t for t in after_noun if t.lower_ in towards - {"of"} and t.nbor(-1).lower_ == "and"]
    return tuple(t for prep in again for c in prep.children if c.dep_ == "pobj" for t in conjuncts(c))


def _facing(noun: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """Who is said to be under the act: 'A faces a warrant from …', 'A is the subject of a warrant of …'."""
    above = noun.head.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in words and happened(noun.head):
        return agents(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and above.lemma_ in ("be", "remain") and happened(above):
        return agents(above)
    if noun.dep_ == "pobj" and above.lemma_ in words and above.dep_ == "attr" and happened(above.head):
        return agents(above.head)
    return ()


def _named_by(noun: Token, trigger: Trigger) -> tuple[Token, ...]:
    """Whom the act itself is said to name: 'the indictment names A'."""
    above = noun.head
    return patients(above) if noun.dep_ == "nsubj" and above.lemma_ in trigger.concept.get("naming") else ()


def _in_respect_of(verb: Token, kinds: tuple[Kind, ...], who: Participants) -> tuple[Mention, ...]:
    """'In respect of A and of the commissioner B, the court issued …', read as it stands, for parsers stumble."""
    sentence = verb.sent
    words = [t.lower_ for t in sentence]
    starts = [
        sentence.start + i + len(phrase)
        for phrase in _RESPECTS
        for i in range(len(words) - len(phrase))
        if tuple(words[i : i + len(phrase)]) == phrase
    ]
    if not starts:
        return ()
    span = verb.doc[starts[0] - 1 : verb.i if starts[0] < verb.i else sentence.end]
    actors = {t.i for t in agents(verb)}
    return tuple(
        m
        for m in who.listed(_before_main_clause(span), kinds)
        if m.kind is Kind.PERSON or not actors & {t.i for t in who.named.span(m)}
    )


def _before_main_clause(span: Span) -> Span:
    """The span up to its last comma with a determiner after it, which opens the main clause."""
    for token in reversed(list(span)):
        if token.text == "," and token.i + 1 < span.end and token.nbor().tag_ == "DT":
            return span.doc[span.start : token.i]
    return span


# Resolutions ----------------------------------------------------------------------------------------------------------


def _condemned(noun: Token, naming: tuple[str, ...], who: Participants) -> tuple[Mention, ...]:
    """Whom a resolution condemns or calls something: 'a resolution calling A a terrorist state'."""
    heads: list[Token] = []
    opened = noun.dep_ == "pobj" and noun.head.lower_ == "in"  # 'In Resolution 12, the Assembly condemned A'
    beside = noun.doc[noun.i + 1 : noun.i + 2]  # 'a resolution condemning A', whatever the parser attached it to
    for verb in dict.fromkeys((*noun.subtree, *([noun.head.head] if opened else []), *beside)):
        if verb.pos_ == "VERB" and verb.lemma_ in naming and verb.i > noun.i:
            heads += [t for t in patients(verb) if t != noun]
            heads += [s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]
    return tuple(m for m in who.targets(heads, _ALL) if m.form is Form.NAME)
