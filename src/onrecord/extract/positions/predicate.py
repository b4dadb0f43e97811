"""Titles in a predicate: 'X is director of Y', 'X was appointed head of Y', 'in his capacity as head of Y'."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Span, Token

from onrecord.extract.positions.apposition import apposition, word
from onrecord.extract.positions.title_parser import Title
from onrecord.extract.syntax.arguments import agents, patients
from onrecord.extract.syntax.clauses import phrasal_lemma
from onrecord.extract.syntax.factuality import happened
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept

_DENIALS = ("not", "no", "n't", "never")
_PREDICATES = ("attr", "oprd", "dobj")  # dependencies of a title that a verb gives or says


def predicated(person: Span, named: Named) -> Iterator[Title]:
    """The titles a clause says somebody holds: 'X is legal director of Y', 'X was appointed head of Y'."""
    yield from _after_copula(person, named)
    for verb in _clauses(person.root):
        start = _title_start(verb, person.root) if happened(verb) else None
        if start is not None and not (verb.i == person.end and _is_copula(verb)):
            yield from apposition(person.doc, start, named, listed=True)
    start = _after_possession(person.root)
    if start is not None:
        yield from apposition(person.doc, start, named, listed=True)


def _after_possession(owner: Token) -> int | None:
    """Where the title starts after a noun for holding one that somebody has: 'her role as head of Y'."""
    noun = owner.head
    if owner.dep_ != "poss" or noun.lower_ not in _holding():
        return None
    return next((t.i + 1 for t in noun.rights if t.dep_ == "prep" and t.lower_ == "as"), None)


def _after_copula(person: Span, named: Named) -> Iterator[Title]:
    """'X is director of Y', 'X, who was its director', where the verb follows, whatever the parser makes of it."""
    doc, at = person.doc, person.end
    if word(doc, at + (word(doc, at) == ",")) == "who":
        at += 1 + (word(doc, at) == ",")
    if _is_copula(doc[at] if at < len(doc) else None):
        follows = next((t for t in doc[at + 1 :] if t.tag_ != "RB" or t.lower_ in _DENIALS), None)
        if follows is not None and follows.tag_ != "VBN" and follows.lower_ not in _DENIALS:
            yield from apposition(doc, at + 1, named, listed=True)


def _is_copula(token: Token | None) -> bool:
    """Whether a title may follow the token without a preposition: 'X is', 'X became'."""
    frame = _frames().get(token.lemma_) if token is not None and token.tag_ in ("VBD", "VBZ") else None
    return frame is not None and frame.one("titleOf") == "subject" and _is_bare(frame)


def _title_start(verb: Token, holder: Token) -> int | None:
    """Where the title starts that a verb says its subject holds, or gives its object."""
    frame = _frame(verb)
    if frame is None or holder not in (patients(verb) if frame.one("titleOf") == "object" else agents(verb)):
        return None
    for child in verb.rights:
        opening = next(_prepositions(child), None)
        if opening is not None and opening.lower_ in frame.get("titleAfter"):
            return opening.i + 1
        if child.dep_ in _PREDICATES and child != holder and _is_bare(frame):
            return child.left_edge.i
    return None


def _prepositions(child: Token) -> Iterator[Token]:
    """The child of a verb if it is a preposition, those of its object: 'served as head', 'spent ten years as head'."""
    if child.dep_ == "prep":
        yield child
    elif child.dep_ == "dobj":
        yield from (t for t in child.rights if t.dep_ == "prep" and t.lower_ != "of")


def _frame(verb: Token) -> Concept | None:
    """The entry of a verb, alone, with its particle or with its bare object: 'take over', 'take office'."""
    forms = (phrasal_lemma(verb), *(f"{verb.lemma_} {t.lower_}" for t in verb.rights if t.dep_ == "dobj"))
    return next((_frames()[form] for form in forms if form in _frames()), None)


def _is_bare(frame: Concept) -> bool:
    """Whether the title stands without a preposition after the verbs of an entry: 'is director', 'elected him head'."""
    return frame.one("titleOf") == "object" or not frame.get("titleAfter")


def _clauses(subject: Token) -> Iterable[Token]:
    """The verb above a name, and that of a relative clause about it ('X, who is head of Y')."""
    if subject.head.pos_ in ("VERB", "AUX"):
        yield subject.head
    yield from (c for c in subject.children if c.dep_ == "relcl")


@lexicon.derived
def _holding() -> frozenset[str]:
    """The nouns for holding a title, before 'as': 'capacity'."""
    return frozenset(lexicon.load().by_word("role", "holding"))


@lexicon.derived
def _frames() -> Mapping[str, Concept]:
    """The verbs that take a title, with the entry that says whose it is and after which prepositions."""
    return {v: c for v, c in lexicon.load().by_word("role", "verb").items() if c.get("titleOf")}
