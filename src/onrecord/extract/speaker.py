"""Which words of a source name who speaks: the name, the role or the pronoun that the noun phrase is about."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract import speech
from onrecord.extract.annotations import evidence, spaced
from onrecord.findings import Evidence, Form, Kind, Mention

_OWNING = {"by", "from", "of", "at"}
_CAN_SPEAK = {Kind.PERSON, Kind.ORGANIZATION, Kind.COURT, None}


def speaker(source: Span, head: Token | None = None) -> Evidence:
    """The words of the noun phrase `source` that name who speaks.

    A name in apposition goes before the role that it explains ('its director, Nadia al-Sabbagh'), and whoever made a
    text stands for it ('a report by the ministry'). Of a source that names nobody, the words of its head alone.
    """
    head = head if head is not None else source.root
    doc = source.doc
    within = _mentions(doc, source)
    heads = _heading(within, head)
    own = next((m for m in heads if m.form is not Form.ROLE), None)
    if own is not None and (own.form is Form.PRONOUN or own.kind in _CAN_SPEAK):
        named = _apposed(doc, within, head) if own.kind is not Kind.PERSON and own.form is Form.NAME else None
        return named or own.evidence
    named = _apposed(doc, within, head)
    if named is not None:
        return named
    if heads and heads[0].kind in _CAN_SPEAK:
        return heads[0].evidence
    if head.lemma_.lower() in speech.words().texts:
        owner = _owner(doc, head, within)
        if owner is not None:
            return owner
    return evidence(head)


def _mentions(doc: Doc, source: Span) -> Sequence[Mention]:
    start, end = source.start_char, source.end_char
    return [m for m in doc._.mentions if start < m.evidence.end and m.evidence.start < end]


def _heading(mentions: Iterable[Mention], head: Token) -> list[Mention]:
    """The mentions that the head noun belongs to, names first."""
    at = evidence(head)
    return sorted((m for m in mentions if m.evidence.overlaps(at)), key=lambda m: list(Form).index(m.form))


def _apposed(doc: Doc, mentions: Iterable[Mention], head: Token) -> Evidence | None:
    """The person's name that explains the head: 'the mayor, Ada Roe', 'spokesman Ada Roe'."""
    for mention in mentions:
        if mention.form is Form.NAME and mention.kind is Kind.PERSON:
            name = spaced(doc, mention.evidence).root
            if name == head or name.head == head and name.dep_ in ("appos", "compound", "nmod", "dep"):
                return mention.evidence
            if name.dep_ == "appos" and name.head.dep_ in ("pobj", "compound", "appos") and head.is_ancestor(name):
                return mention.evidence
    return None


def _owner(doc: Doc, head: Token, mentions: Iterable[Mention]) -> Evidence | None:
    """Who made the text: 'the ministry's figures', 'a report by the ministry', 'ministry data'."""
    for mention in mentions:
        if mention.kind not in _CAN_SPEAK:
            continue
        name = spaced(doc, mention.evidence).root
        if name.head == head and name.dep_ in ("poss", "compound", "nmod", "amod"):
            return mention.evidence
        if name.dep_ == "pobj" and name.head.lower_ in _OWNING and head.is_ancestor(name):
            return mention.evidence
    return None
