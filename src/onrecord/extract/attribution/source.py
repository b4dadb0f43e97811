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
    doc, within, own = source.doc, _mentions(source.doc, source), _heading(source, head)
    if own is not None and (own.form is Form.PRONOUN or _is_name(own, Kind.PERSON)):
        return own.evidence
    names = _free(source)
    chosen = _person(source, names) or (own if own in names else None)
    if chosen is not None:
        return chosen.evidence
    body = _beside(doc, names, head) or _voiced(doc, within) or _modifying(doc, names, own)
    if body is None and own is not None:
        return own.evidence
    return body if body is not None or not reporting_verbs.is_text(head) else _author(doc, head, within)


def _person(source: Span, names: Iterable[Mention]) -> Mention | None:
    """The first person among the names, but for those in a relative clause: 'a club whose head, Ada Roe'."""
    people = (m for m in names if m.kind is Kind.PERSON)
    return next((m for m in people if not _in_relative(source, m)), None)


def _heading(source: Span, head: Token) -> Mention | None:
    """The mention that holds the head, if it is of a kind that can speak: a name before a role."""
    heading = (m for m in _mentions(source.doc, source) if _holds(m, head))
    first = min(heading, key=lambda m: list(Form).index(m.form), default=None)
    return first if first is not None and first.kind in _CAN_SPEAK else None


def _is_name(mention: Mention, *kinds: Kind | None) -> bool:
    return mention.form is Form.NAME and mention.kind in kinds


def _free(source: Span) -> list[Mention]:
    """The names in the phrase that can speak, and are no arguments of another noun there."""
    within = _mentions(source.doc, source)
    return [m for m in within if _is_name(m, *_CAN_SPEAK) and not _governed(source, m, within)]


def coordinated(source: Span, first: Evidence) -> list[Evidence]:
    """Who speaks beside the `first` named: the names coordinated with it, with what is apposed: 'A, B and C'."""
    within = _mentions(source.doc, source)
    kind = next((m.kind for m in within if m.evidence == first), None)
    later = [m for m in _free(source) if m.evidence.start >= first.end]
    before = [_before(source, m, within) for m in later]
    listed = len(later) - before[::-1].index("and") if "and" in before and kind is not None else 0
    told = list(zip(later, before, strict=True))[:listed]
    return [m.evidence for m, word in told if word == "and" or (word == "," and m.kind is kind)]


def _before(source: Span, name: Mention, within: Sequence[Mention]) -> str:
    """The word before the name and its title."""
    at = _start(source, name, within) - 1
    return source.doc[at].lower_ if at >= source.start else ""


def _in_relative(source: Span, name: Mention) -> bool:
    """Whether the name is in a relative clause of the phrase, where another noun owns it."""
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


def _modifying(doc: Doc, names: Iterable[Mention], role: Mention | None) -> Evidence | None:
    """The name of the body before a noun for a body: 'the Delfi news agency', 'the People's Union party'."""
    if role is None or role.kind is not Kind.ORGANIZATION:
        return None
    roots = ((m, spaced(doc, m.evidence).root) for m in names if m.kind is Kind.ORGANIZATION)
    return next((m.evidence for m, root in roots if root.dep_ == "compound" and _holds(role, root.head)), None)


def _voiced(doc: Doc, mentions: Iterable[Mention]) -> Evidence | None:
    """The body whose voice speaks: 'an Interpol spokesman', 'a spokeswoman for the ministry'."""
    bodies = (m for m in mentions if _is_name(m, Kind.ORGANIZATION, Kind.COURT))
    return next((m.evidence for m in bodies if _has_voice(spaced(doc, m.evidence))), None)


def _has_voice(body: Span) -> bool:
    """Whether a noun for whoever speaks for the body stands with it."""
    voices = reporting_verbs.of_kind("voice")
    after = [t.lower_ for t in body.doc[body.end : body.end + 2] if t.tag_ != "POS"]
    before = [t.lower_ for t in body.doc[max(body.start - 3, 0) : body.start] if t.lower_ != "the"]
    return not voices.isdisjoint(after) or (before[-1:] in (["for"], ["of"]) and not voices.isdisjoint(before[-2:-1]))


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
