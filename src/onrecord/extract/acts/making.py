"""Verbs of making: those that make the act which a noun names, 'adopted a resolution', 'a law passed by …'."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice

from spacy.tokens import Token

from onrecord.extract.syntax.arguments import after, nouns_before, passive, patients
from onrecord.extract.syntax.clauses import verb_of
from onrecord.lexicon.lexicon import Concept


def making(noun: Token, concept: Concept) -> Iterator[Token]:
    """The verbs that make the act which the noun names."""
    for verb in _verbs_over(noun):
        done_to = (*patients(verb), *nouns_before(verb), *_made(verb, concept))
        if makes(verb, concept) and (noun in done_to or verb in _postmodifier(noun)):
            yield verb


def _verbs_over(noun: Token) -> Iterator[Token]:
    """The verbs that the noun can be the object or the subject of, above it and in the clauses that qualify it."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl"):
            yield child
            yield from (c for c in child.rights if c.dep_ == "conj" and c.pos_ == "VERB")
    following = noun.doc[noun.i + 1 : noun.sent.end]
    yield from (t for t in following if noun in nouns_before(t) and passive(t))  # 'a law on it, passed'
    yield from _postmodifier(noun)
    above = verb_of(noun)
    if above is not None:
        yield above


def _postmodifier(noun: Token) -> Iterator[Token]:
    """The participle that follows the noun, whatever the parser makes of it: 'the Ports Law, adopted in May'."""
    following = dropwhile(_between, noun.doc[noun.i + 1 : noun.sent.end])
    for verb in islice(following, 1):
        bare = not any(c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp") for c in verb.children)
        if verb.tag_ in ("VBN", "VBD") and bare and verb.i + 1 < noun.sent.end and verb.nbor().tag_ == "IN":
            yield verb


def _between(token: Token) -> bool:
    """Whether the token may stand between a noun and its participle: 'Resolution 24 (2018), finally adopted'."""
    return token.text in (",", "(", ")") or token.pos_ in ("ADV", "NUM")


def _made(verb: Token, concept: Concept) -> tuple[Token, ...]:
    """The objects of a verb of making with a preposition: 'entered into an agreement'."""
    words = {m.split()[-1] for m in concept.get("making") if m.startswith(f"{verb.lemma_} ")}
    return after(verb, frozenset(words)) if words else ()


def makes(verb: Token, concept: Concept) -> bool:
    return with_particle(verb, concept.get("making"))


def with_particle(verb: Token, words: Iterable[str]) -> bool:
    """Whether the verb is one of the words, alone or with particles: 'sign', 'put out', 'sign off on'."""
    lemma = verb.lemma_.lower()
    beside = [c for c in verb.rights if c.dep_ in ("prt", "prep", "advmod")]
    particles = {t.lower_ for c in beside for t in (c, *(d for d in c.rights if d.dep_ == "prep"))}
    return any(first == lemma and particles.issuperset(rest) for first, *rest in map(str.split, words))
