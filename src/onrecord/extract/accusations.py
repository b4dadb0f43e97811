"""Accusations: whom somebody accuses of what, in the article's words, and how far it has come.

Read from the words of `ontology/accusations.ttl`: a verb that is done to who is accused, with the deed after a
preposition ('charged her with fraud'), or a noun on which something is done ('arrested on suspicion of fraud').
"""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.doc_extensions import evidence, outside
from onrecord.extract.syntax.arguments import NOMINAL, agents, patients
from onrecord.extract.syntax.clauses import phrase
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.extract.syntax.factuality import happened
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import BODIES
from onrecord.values.findings import Accusation, Kind

_ACCUSED = (Kind.PERSON, *BODIES)
_TERMS = {"year", "month", "week", "day", "life", "hour", "time"}  # 'jailed for nine years'


@Language.component("onrecord_accusations", assigns=["doc._.accusations"], requires=["doc._.mentions", "doc._.dates"])
def accusations(doc: Doc) -> Doc:
    """Set `doc._.accusations`."""
    who = Participants(doc, Named(doc))
    found = (a for token in doc for verb, status, deeds in _told(token) for a in _read(verb, status, deeds, who))
    doc._.accusations = outside(doc, found)
    return doc


def _told(token: Token) -> Iterator[tuple[Token, Concept, tuple[Token, ...]]]:
    """The verb done to who is accused, how far the accusation has come, and the prepositions before the deed."""
    if token.pos_ == "VERB":
        yield from _by_verb(token)
    elif (concept := _grounds().get(token.lemma_)) and token.dep_ == "pobj" and token.head.lower_ == "on":
        verb = token.head.head
        if verb.pos_ == "VERB" and not any(True for _ in _by_verb(verb)):
            yield verb, concept, tuple(c for c in token.rights if c.lower_ == "of")


def _by_verb(verb: Token) -> Iterator[tuple[Token, Concept, tuple[Token, ...]]]:
    for concept in lexicon.load().scheme("accusation"):
        anchor = _reporting(verb, concept)
        if anchor is not None:
            names = (
                t for t in patients(verb) if t.pos_ in ("PROPN", "PRON")
            )  # 'accused A of lying', of A in the parse
            heads = dict.fromkeys((anchor, verb, *names))
            before = {*concept.get("concerning"), "on"}  # 'convicted on four counts of fraud'
            yield verb, concept, tuple(c for t in heads for c in t.rights if c.lower_ in before)


@lexicon.derived
def _grounds() -> Mapping[str, Concept]:
    """The nouns on which something is done to who is accused."""
    return lexicon.load().by_word("accusation", "noun")


def _reporting(verb: Token, concept: Concept) -> Token | None:
    """The word whose preposition names the deed: the verb, or that of a phrase, 'found her guilty of'."""
    if verb.lemma_.lower() in concept.get("verb"):
        return verb
    if not any(phrase.startswith(f"{verb.lemma_} ") for phrase in concept.get("phrase")):
        return None
    following = (t for t in verb.subtree if t.i > verb.i)
    return next((t for t in following if f"{verb.lemma_} {t.lower_}" in concept.get("phrase")), None)


def _read(verb: Token, status: Concept, before: tuple[Token, ...], who: Participants) -> Iterator[Accusation]:
    deed = next(filter(None, map(_deed, before)), None)
    if deed is None or not happened(verb):
        return
    makers = agents(verb)
    actor = next((m for m in [who.actor(makers)] if m is not None and m.kind is not Kind.PLACE), None)
    described = next((phrase(t) for t in makers if t.pos_ in NOMINAL), None) if actor is None else None
    for accused in who.targets(patients(verb), _ACCUSED):
        if actor is not None and accused.evidence == actor.evidence:
            continue
        yield Accusation(
            person=accused.evidence,
            deed=evidence(deed),
            by=actor.evidence if actor is not None else None,
            described=evidence(described) if described is not None else None,
            status=status.term,
            date=date_of(verb, None),
            evidence=evidence(verb.doc[min(verb.i, deed.start) : max(verb.i + 1, deed.end)]),
            sentence=evidence(verb.sent),
        )


def _deed(preposition: Token) -> Span | None:
    """What a preposition says was done, up to a date or an agent; None where it names a term or a time."""
    head = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    if head is None or head.lemma_ in _TERMS or head.pos_ == "PROPN":
        return None
    if head.lemma_ in _grounds():  # 'on charges of fraud'
        inner = next((c for c in head.rights if c.lower_ == "of"), None)
        return _deed(inner) if inner is not None else None
    if preposition.lower_ == "on":
        return None
    return _trimmed(preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1])


def _trimmed(span: Span) -> Span | None:
    """The words up to a date or an agent, without punctuation at their end."""
    doc, start, end = span.doc, span.start, span.end
    dated = {t.i for date, _ in dates_in(span) for t in date}
    stop = next((t for t in span if t.i in dated or (t.lower_ == "by" and t.i > start)), None)
    if stop is not None:
        end = stop.i - (stop.i in dated and stop.i > start and stop.nbor(-1).tag_ == "IN")
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if end > start else None
