"""Which words of a source name who speaks: the name, the role or the pronoun that the noun phrase is about."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.doc_extensions import evidence, spaced
from onrecord.extract.syntax.arguments import subject
from onrecord.extract.syntax.clauses import phrase
from onrecord.values.findings import Evidence, Form, Kind, Mention

_OWNING = {"by", "from", "of", "at"}
_CAN_SPEAK = {Kind.PERSON, Kind.ORGANIZATION, Kind.COURT, None}


def speaker(source: Span, head: Token | None = None) -> Evidence:
    """The words of the noun phrase `source` that name who speaks; of one that names nobody, its head alone."""
    head = head if head is not None else source.root
    return named(source, head) or evidence(head)


def named(source: Span, head: Token) -> Evidence | None:
    """The mention in the noun phrase `source` with this `head` that stands for who speaks, or None.

    A name beside a role goes before it ('its director, Nadia al-Sabbagh'; 'the news site Delfi'), and whoever made a
    text stands for it ('a report by the ministry', 'the report' after 'the ministry published a report').
    """
    doc = source.doc
    within = _mentions(doc, source)
    at = evidence(head)
    heading = sorted((m for m in within if m.evidence.overlaps(at)), key=lambda m: list(Form).index(m.form))
    own = heading[0] if heading and heading[0].kind in _CAN_SPEAK else None
    if own is not None and own.form is not Form.ROLE:
        return own.evidence
    name = _beside(doc, within, head)
    if name is not None:
        return name
    if own is None and reporting_verbs.is_text(head):
        return _author(doc, head, within)
    return own.evidence if own is not None else None


def _mentions(doc: Doc, source: Span) -> Sequence[Mention]:
    start, end = source.start_char, source.end_char
    return [m for m in doc._.mentions if start < m.evidence.end and m.evidence.start < end]


def _beside(doc: Doc, mentions: Iterable[Mention], head: Token) -> Evidence | None:
    """The name that goes with the head: 'the mayor, Ada Roe', 'spokesman Ada Roe', 'the news site Delfi'."""
    names = [m for m in mentions if m.form is Form.NAME and m.kind in _CAN_SPEAK]
    for mention in names:
        if _modifies(spaced(doc, mention.evidence).root, head):
            return mention.evidence
    people = (m for m in names if m.kind is Kind.PERSON)
    return next((m.evidence for m in people if _in_phrase(spaced(doc, m.evidence), head)), None)


def _modifies(name: Token, head: Token) -> bool:
    beside = name.dep_ == "appos" or (name.i > head.i and name.dep_ in ("compound", "nmod", "dep"))
    return beside and name.head == head


def _in_phrase(name: Span, head: Token) -> bool:
    """Whether the name stands at the end of the role's phrase, in apposition to some part of it as the parser has it.

    'the founder of the charity, Ada Roe', 'commissioner for human rights Ada Roe'.
    """
    if name.root.i < head.i:
        return False
    if name.root.dep_ in ("appos", "conj") and head.is_ancestor(name.root):
        return True
    before = name.doc[max(name.start - 1, 0)]
    return before.pos_ in ("NOUN", "PROPN") and before.i > head.i


def _author(doc: Doc, text: Token, mentions: Iterable[Mention]) -> Evidence | None:
    """Who made the text: named with it, or where the text was named before."""
    owner = _owner(doc, text, mentions)
    if owner is not None:
        return owner
    for earlier in reversed(doc[: text.i]):
        if earlier.lemma_ == text.lemma_ and earlier.pos_ == text.pos_:
            found = _owner(doc, earlier, _mentions(doc, phrase(earlier))) or _publisher(earlier)
            if found is not None:
                return found
    return None


def _publisher(text: Token) -> Evidence | None:
    """Who published the text, of the clause in which it is the object: 'the ministry released a report'."""
    verb = text.head
    who = subject(verb) if text.dep_ == "dobj" and verb.lemma_ in reporting_verbs.words().publishing else None
    return named(phrase(who), who) if who is not None and who.lemma_ != text.lemma_ else None


def _owner(doc: Doc, head: Token, mentions: Iterable[Mention]) -> Evidence | None:
    """Who is named as its author beside the text: 'the ministry's figures', 'a report by the ministry', 'its site'."""
    for mention in mentions:
        if mention.kind not in _CAN_SPEAK:
            continue
        name = spaced(doc, mention.evidence).root
        if name.head == head and name.dep_ in ("poss", "compound", "nmod", "amod"):
            return mention.evidence
        if name.dep_ == "pobj" and name.head.lower_ in _OWNING and head.is_ancestor(name):
            return mention.evidence
    return None
