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

    A name beside a role goes before it ('its director, Nadia al-Sabbagh'; 'the news site Delfi'), a body speaks by
    whoever is its voice ('an Interpol spokesman'), and whoever made a text stands for it ('a report by the ministry',
    'the report' after 'the ministry published a report').
    """
    doc = source.doc
    within = _mentions(doc, source)
    at = evidence(head)
    heading = sorted((m for m in within if m.evidence.overlaps(at)), key=lambda m: list(Form).index(m.form))
    own = heading[0] if heading and heading[0].kind in _CAN_SPEAK else None
    if own is not None and (own.form is Form.PRONOUN or (own.form is Form.NAME and own.kind is Kind.PERSON)):
        return own.evidence
    names = [m for m in within if m.form is Form.NAME and m.kind in _CAN_SPEAK and not _governed(source, m, within)]
    person = next((m for m in names if m.kind is Kind.PERSON and not _in_relative(source, m)), None)
    if person is not None:
        return person.evidence
    if own in names:
        return own.evidence
    body = _beside(doc, names, head) or _voiced(doc, within)
    if body is not None:
        return body
    if own is None and reporting_verbs.is_text(head):
        return _author(doc, head, within)
    return own.evidence if own is not None else None


def coordinated(source: Span, first: Evidence) -> list[Evidence]:
    """Who speaks beside the `first` named: the names coordinated with it, with what is apposed: 'A, B and C'."""
    within = _mentions(source.doc, source)
    chosen = next((m for m in within if m.evidence == first), None)
    if chosen is None or chosen.kind not in _CAN_SPEAK:
        return []
    later = [m for m in within if m.evidence.start >= first.end and m.form is Form.NAME and m.kind in _CAN_SPEAK]
    free = [(m, _before(source, m, within)) for m in later if not _governed(source, m, within)]
    ends = [place for place, (_, word) in enumerate(free) if word == "and"]
    listed = free[: max(ends, default=-1) + 1]
    return [m.evidence for m, word in listed if word == "and" or (word == "," and m.kind is chosen.kind)]


def _before(source: Span, name: Mention, within: Sequence[Mention]) -> str:
    """The word before the name and its title."""
    at = _start(source, name, within) - 1
    return source.doc[at].lower_ if at >= source.start else ""


def _in_relative(source: Span, name: Mention) -> bool:
    """Whether the name is in a relative clause of the phrase: 'a club whose head, Ada Roe'."""
    return any(t.tag_ == "WP$" for t in source.doc[source.start : spaced(source.doc, name.evidence).start])


def _governed(source: Span, name: Mention, within: Sequence[Mention]) -> bool:
    """Whether the name is an argument of another noun: of a preposition, with its title, or a possessor.

    'a spokesman for President Roe', "Roe's lawyer"; not 'the commissioner for human rights Ada Roe'.
    """
    doc, span = source.doc, spaced(source.doc, name.evidence)
    if span.root.dep_ == "poss" or any(t.tag_ == "POS" for t in doc[span.end : source.end][:1]):
        return True
    before = _start(source, name, within) - 1
    if before < source.start or doc[before].lower_ != "and":
        return before >= source.start and doc[before].tag_ == "IN"
    first = next((m for m in within if _holds(m, doc[before - 1])), None)  # 'the bench of Justice Roe and Justice Lund'
    return first is not None and _governed(source, first, within)


def _start(source: Span, name: Mention, within: Sequence[Mention]) -> int:
    """Where the name begins, with the title before it."""
    start = spaced(source.doc, name.evidence).start
    while start > source.start and _is_title(source.doc[start - 1], name, within):
        start -= 1
    return start


def _is_title(word: Token, name: Mention, within: Iterable[Mention]) -> bool:
    """Whether the word stands for a title before the name, or for another part of its phrase: 'the late Mr'."""
    if any(m.form is Form.NAME and _holds(m, word) for m in within):
        return False
    return word.pos_ in ("PROPN", "ADJ", "DET") or word.lower_ in name.described


def _holds(mention: Mention, word: Token) -> bool:
    return mention.evidence.start <= word.idx < mention.evidence.end


def _mentions(doc: Doc, source: Span) -> Sequence[Mention]:
    start, end = source.start_char, source.end_char
    return [m for m in doc._.mentions if start < m.evidence.end and m.evidence.start < end]


def _beside(doc: Doc, names: Iterable[Mention], head: Token) -> Evidence | None:
    """The body that goes with the head: 'the news site Delfi', 'the agency, Novyny', 'Forbes magazine'."""
    for mention in names:
        span = spaced(doc, mention.evidence)
        before, after = doc[max(span.start - 1, 0)], doc[min(span.end, len(doc) - 1)]
        if span.root.head == head and (span.root.dep_ == "appos" or span.root.i > head.i):
            return mention.evidence
        if before.i < span.start and before == head:
            return mention.evidence
        if after.lemma_.lower() in reporting_verbs.of_kind("outlet"):
            return mention.evidence
    return None


def _voiced(doc: Doc, mentions: Iterable[Mention]) -> Evidence | None:
    """The body whose voice speaks: 'an Interpol spokesman', 'a spokeswoman for the ministry'."""
    voices = reporting_verbs.of_kind("voice")
    for mention in mentions:
        if mention.form is not Form.NAME or mention.kind not in (Kind.ORGANIZATION, Kind.COURT):
            continue
        span = spaced(doc, mention.evidence)
        before = [t.lower_ for t in doc[max(span.start - 3, 0) : span.start] if t.lower_ != "the"]
        after = doc[span.end : span.end + 2]
        of_it = len(before) > 1 and before[-1] in ("for", "of") and before[-2] in voices
        if of_it or any(t.lower_ in voices for t in after if t.tag_ != "POS"):
            return mention.evidence
    return None


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
