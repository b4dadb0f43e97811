"""Predicate-argument structure, read from the dependency parse: subjects, agents, patients, prepositional arguments.

Labels are those of spaCy's English models (ClearNLP). All functions are pure, take tokens and return tokens: the heads
of noun phrases, in order of the text, with those coordinated with them.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.extract.syntax.clauses import VERBAL, verb_of

SUBJECTS = ("nsubj", "nsubjpass")  # dependency labels of a predicate's own nominal subject
NOMINAL = ("NOUN", "PROPN")  # parts of speech
_OBJECTS = ("dobj", "obj", "oprd")
_PREPOSITIONAL = ("prep", "dative", "agent")
_RELATIVE = {"that", "which", "who", "whom"}
_ACTIVE = {"dobj", "aux", "ccomp", "xcomp", "prt"}  # what a participle without auxiliary has only if it is active
# A verb of these relations has no subject of its own and takes that of the verb above it.
_SHARES_SUBJECT = ("conj", "xcomp", "advcl", "pcomp")


# Noun phrases ---------------------------------------------------------------------------------------------------------


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Coordination: the token and its conjuncts to the right, 'A, B and C' asked at A."""
    found, pending = [], [token]
    while pending:
        found.append(pending.pop())
        pending.extend(reversed([c for c in found[-1].rights if c.dep_ == "conj"]))
    return tuple(found)


def appositions(noun: Token) -> tuple[Token, ...]:
    """Appositions: the heads of what stands beside the noun for the same thing, 'the General, a prince'."""
    return _coordinated(c for c in noun.children if c.dep_ == "appos")


def after(head: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """Prepositional arguments: the objects of those of the prepositions `words` that depend on `head`."""
    prepositions = _coordinated(c for c in head.children if c.dep_ in _PREPOSITIONAL and c.lower_ in words)
    return objects_of(prepositions)


def _coordinated(heads: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(t for head in heads for t in conjuncts(head))


def objects_of(prepositions: Iterable[Token]) -> tuple[Token, ...]:
    """The objects of prepositions."""
    return _coordinated(c for preposition in prepositions for c in preposition.children if c.dep_ == "pobj")


# Voice ----------------------------------------------------------------------------------------------------------------


def passive(verb: Token) -> bool:
    """Whether the verb is passive: 'was adopted', '12 killed in fire', or a participle of its noun: 'a law passed'."""
    relations = {c.dep_ for c in verb.children}
    if relations & {"nsubjpass", "auxpass"}:
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not relations & {"aux", "nsubj", "dobj"}:
        return passive(verb.head)  # 'was drafted and adopted', but 'has come and gone'
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "acl" and not relations & {"nsubj", "aux"}:
        return True
    if relations & _ACTIVE:
        return False
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and _mistagged_participle(verb, relations))


def _mistagged_participle(verb: Token, relations: set[str]) -> bool:
    """Whether a past tense is a participle for its place: 'the Act, passed by …', '500 were killed and 97 injured'."""
    if verb.dep_ == "advcl" and "agent" in relations and "nsubj" not in relations and nouns_before(verb):
        return True
    return verb.dep_ in ("conj", "advcl") and verb.head.tag_ == "VBN"


def nouns_before(verb: Token) -> tuple[Token, ...]:
    """Antecedents of a participle after a comma, nearest first: the nouns whose phrase ends there, in any parse.

    'the Act, passed by …'; 'a law on pensions, passed by …'; 'the Law “On Ports”, adopted by …'.
    """
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return ()
    last = verb.nbor(-2)
    if last.is_quote:
        opening = next((t for t in reversed(verb.doc[verb.sent.start : last.i]) if t.is_quote), last)
        last = verb.doc[max(opening.i - 1, 0)]
    if last.pos_ not in NOMINAL:
        return ()
    found = [last]
    while found[-1].dep_ == "pobj" and found[-1].head.head.pos_ in NOMINAL:
        found.append(found[-1].head.head)
    return tuple(found)


def relative(verb: Token) -> bool:
    """Whether the verb heads a relative clause that has a subject: 'a warrant that the court issued'."""
    return verb.dep_ == "relcl" or (verb.dep_ == "acl" and has_subject(verb))


def has_subject(verb: Token) -> bool:
    """Whether the verb has a nominal subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


# Arguments of verbs ---------------------------------------------------------------------------------------------------


def subject(verb: Token) -> Token | None:
    """The head of the verb's grammatical subject, the first one where several are coordinated."""
    return next(iter(subjects(verb)), None)


def subjects(verb: Token) -> tuple[Token, ...]:
    """Grammatical subjects: the verb's own, the antecedent of its clause, or those of the verb it shares them with.

    'A and B signed'; 'the court that ruled', 'a man holding a flag'; 'A came and signed', 'A wants to sign'.
    """
    own = [c for c in verb.children if c.dep_ in (*SUBJECTS, "csubj", "expl")]
    if own:
        return _own_subjects(verb, own)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in (*NOMINAL, "PRON"):
        return (verb.head,)
    if verb.dep_ in _SHARES_SUBJECT:
        above = verb.head if verb.head.pos_ in VERBAL else verb_of(verb.head)
        return subjects(above) if above is not None else ()
    return ()


def _own_subjects(verb: Token, own: list[Token]) -> tuple[Token, ...]:
    before = [c for c in own if c.i < verb.i]
    nearest = before[-1] if before else own[0]  # of several, the others are datelines and the like
    head = verb.head if nearest.lower_ in _RELATIVE and relative(verb) else _unclosed_apposition(nearest, verb)
    return tuple(t for t in conjuncts(head) if t.i < verb.i or not before)


def _unclosed_apposition(noun: Token, verb: Token) -> Token:
    """The subject; where its apposition runs into the verb without a closing comma, that is the subject.

    'In respect of A, the Court issued …': the parser takes A for the subject and the Court for an apposition to it.
    """
    for child in noun.children:
        if child.dep_ == "appos" and child.i < verb.i and noun.i < child.left_edge.i:
            opened = child.left_edge.nbor(-1).text == "("
            if not opened and not any(t.text in (",", ")", "–", "—") for t in noun.doc[child.i + 1 : verb.i]):
                return child
    return noun


def agents(verb: Token) -> tuple[Token, ...]:
    """Agents: the subjects of an active verb, the objects of 'by' of a passive one ('adopted by A and B')."""
    return objects_of(_by(verb)) if passive(verb) else subjects(verb)


def agent(verb: Token) -> Token | None:
    """The head of the verb's agent, the first one where several are coordinated."""
    return next(iter(agents(verb)), None)


def _by(verb: Token) -> Iterator[Token]:
    """The 'by' of a passive verb, or that of a gerund it takes: 'convicted of spying by the court'."""
    for token in verb.subtree:
        if token.lower_ == "by" and token.tag_ == "IN" and token.i > verb.i:
            above = verb_of(token)
            if above == verb or (above is not None and above.dep_ == "pcomp" and verb_of(above) == verb):
                yield token


def patients(verb: Token) -> tuple[Token, ...]:
    """Patients: the objects of an active verb, the subjects of a passive one, the antecedent of a relative clause.

    'adopted A and B'; 'A was adopted'; 'the law that they adopted', 'the law adopted by them'.
    """
    heads = _passive_subjects(verb) if passive(verb) else _direct_objects(verb)
    if verb.dep_ in ("relcl", "acl"):
        heads = [verb.head if t.lower_ in _RELATIVE else t for t in heads]
    return _coordinated(heads)


def _passive_subjects(verb: Token) -> list[Token]:
    relations = SUBJECTS if verb.tag_ == "VBN" else ("nsubjpass",)
    own = [c for c in verb.children if c.dep_ in relations]
    if own:
        return own
    if verb.dep_ == "conj":
        return list(subjects(verb.head))  # 'was shot and arrested', 'shot a man and was arrested'
    if verb.dep_ == "acl":
        return [verb.head]
    if verb.dep_ == "advcl":
        opening = verb.tag_ == "VBN" and verb.i < verb.head.i  # 'Sanctioned in May, she resigned'
        return list(nouns_before(verb) or (subjects(verb.head) if opening else ()))
    return []


def _direct_objects(verb: Token) -> list[Token]:
    own = [c for c in verb.rights if c.dep_ in _OBJECTS]
    if own:
        return own + [c for c in verb.rights if _stray_conjunct(c)]
    if relative(verb) or _premodifies_object(verb):
        return [verb.head]
    # the parser now and then takes an object for a complement clause
    return [c for c in verb.rights if c.dep_ in ("ccomp", "dep") and c.pos_ in NOMINAL]


def _stray_conjunct(token: Token) -> bool:
    """Whether the parser joined a conjunct of the object to the verb: 'sentenced A, a banker, and B'."""
    return token.dep_ == "conj" and token.pos_ == "PROPN" and not has_subject(token)


def _premodifies_object(verb: Token) -> bool:
    """Whether the parser took the verb for a modifier of its object: 'the Court jailed General Roe'."""
    return verb.dep_ == "amod" and verb.head.i > verb.i and any(c.dep_ == "nsubj" for c in verb.lefts)
