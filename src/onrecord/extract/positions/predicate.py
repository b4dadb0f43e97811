"""Titles that a clause says somebody holds: 'X is director of Y', 'was appointed head of Y', 'X, who heads Y'."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Span, Token

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.positions.apposition import BODIES, apposition
from onrecord.extract.positions.roles import post_named
from onrecord.extract.positions.title_parser import Title, titles
from onrecord.extract.syntax.arguments import agents, patients
from onrecord.extract.syntax.factuality import happened
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Mention, Position


def predicated(person: Span, named: Named) -> Iterator[Title]:
    """The titles a clause says somebody holds: 'X is legal director of Y', 'X was appointed head of Y'."""
    head = person.root
    copula = person.doc[person.end : person.end + 1]
    if copula and copula.root.lemma_ in ("be", "become", "remain") and copula.root.tag_ in ("VBD", "VBZ"):
        follows = person.doc[person.end + 1 : person.end + 2]
        if follows and follows.root.tag_ != "VBN" and follows.root.lower_ not in ("not", "no", "n't", "never"):
            yield from apposition(person.doc, person.end + 1, named)
    yield from _subject_title(head, named)
    yield from _as_title(person, named)
    for verb in _clauses(head):
        if not happened(verb):
            continue
        start = None
        if verb.lemma_ in ("be", "become", "remain") and head in agents(verb) and verb.i != person.end:
            start = next((c.left_edge.i for c in verb.rights if c.dep_ == "attr"), None)
        elif verb.lemma_ in _verbs("appointed") and head in (*patients(verb),):
            start = next((c.left_edge.i for c in verb.rights if c.dep_ in ("oprd", "attr", "dobj", "prep")), None)
            if start is not None and person.doc[start].lower_ in ("as", "to"):
                start += 1
        elif _phrasal(verb) in _verbs("serving") and head in agents(verb):
            start = next((c.i + 1 for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"), None)
        if start is not None and start > verb.i:
            yield from apposition(person.doc, start, named)


def _subject_title(name: Token, named: Named) -> Iterator[Title]:
    """'The director of Y is X': the subject of a clause whose predicate is the name."""
    verb = name.head
    if name.dep_ != "attr" or verb.lemma_ not in ("be", "remain") or not happened(verb):
        return
    for subject in (c for c in verb.lefts if c.dep_ == "nsubj"):
        if any(c.tag_ in ("DT", "PRP$", "POS") or c.dep_ == "poss" for c in subject.lefts):
            yield from titles(subject.doc, subject.left_edge.i, verb.i, named)


def _as_title(person: Span, named: Named) -> Iterator[Title]:
    """'As head of Y, X signed …'."""
    doc, start = person.doc, person.sent.start
    between = doc[start : person.start]
    if len(between) < 3 or between[0].lower_ != "as" or person.root.dep_ != "nsubj":
        return
    if [t.i for t in between if t.text == ","] == [person.start - 1]:
        yield from titles(doc, start + 1, person.start - 1, named)


def _phrasal(verb: Token) -> str:
    """The lemma of the verb with its particle: 'take over'."""
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), "")
    return f"{verb.lemma_} {particle}".strip()


def _clauses(subject: Token) -> Iterable[Token]:
    """The verb above a name, and that of a relative clause about it ('X, who is head of Y')."""
    if subject.head.pos_ in ("VERB", "AUX"):
        yield subject.head
    if subject.head.lower_ == "by" and subject.head.dep_ in ("agent", "prep") and subject.head.head.pos_ == "VERB":
        yield subject.head.head
    yield from (c for c in subject.children if c.dep_ == "relcl")


@lexicon.derived
def _verbs(term: str) -> frozenset[str]:
    """The verbs of one entry of the role list: those of appointing, or of serving."""
    return frozenset(v for c in lexicon.load().scheme("role") if c.term == term for v in c.get("verb"))


@lexicon.derived
def _said() -> Mapping[str, str]:
    """The role nouns that verbs of leading say of their subject: 'head' of 'lead'."""
    return {verb: concept.one("says") for verb, concept in lexicon.load().by_word("role", "verb").items()}


def leading(holder: Mention, person: Span, named: Named) -> Iterator[Position]:
    """'X, who heads Y': the verb says the title."""
    for verb in _clauses(person.root):
        role = _said().get(verb.lemma_, "")
        if not role or not happened(verb) or not any(t in person for t in agents(verb)):
            continue
        for body in (m for t in patients(verb) if (m := named.at(t)) and m.kind in BODIES):
            yield Position(
                holder.evidence, evidence(verb), body.evidence, evidence(verb.sent), role, post=post_named(role)
            )
