"""Offices named without their holder: 'Torvia's ombudsman', 'the director of the League'.

Only offices that one person holds at a time, and that the words tie to a body or a state by name: so that another
article may say who held them.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.positions.apposition import word
from onrecord.extract.positions.role_normalisation import post_of
from onrecord.extract.positions.tenure import tenure_of, times
from onrecord.extract.positions.title_parser import Title, name_at, phrase_end, titles
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Form, Kind, Mention, Office


def offices(doc: Doc, named: Named) -> Iterator[Office]:
    """The offices named by a role, whoever it stands for, in order of the text."""
    bodies = {m.evidence for m in doc._.mentions if m.form is Form.NAME}
    for mention in doc._.mentions:
        title = _title_of(mention, named) if mention.kind is Kind.PERSON and mention.form is Form.ROLE else None
        if title is None or tenure_of(title.words, title.head, title.words.end):
            continue
        post, place = post_of(title.words, title.head), place_of(title, named)
        body = title.organization if title.organization in bodies else None
        if post in _sole() and (body is None) != (place is None):
            yield Office(mention.evidence, evidence(title.words), body, place, post, evidence(title.head.sent))


def _title_of(mention: Mention, named: Named) -> Title | None:
    """The title whose head a role is."""
    span = named.span(mention)
    found = titles(span.doc, span.start, phrase_end(span.doc, span.start, named), named)
    return found[0] if found and span.start <= found[0].head.i < span.end else None


def place_of(title: Title, named: Named) -> Evidence | None:
    """The state or place whose office a title is, where it names no body.

    'Torvia's minister', 'mayor of Tavno', 'United States President'.
    """
    if title.organization is not None:
        return None
    doc, before, after = title.words.doc, title.words.start - 1, title.words.end
    while before > 0 and (doc[before].tag_ == "POS" or doc[before].lower_ in times()):
        before -= 1
    beside = [title.words.start, *([before] if before >= 0 else [])]
    if word(doc, after) == "of":
        beside.append(after + 2 if word(doc, after + 1) == "the" else after + 1)
    places = (name_at(doc[i], named, Kind.PLACE) for i in beside if i < len(doc))
    return next((place.evidence for place in places if place is not None), None)


@lexicon.derived
def _sole() -> frozenset[str]:
    """The posts that one person holds at a time."""
    return frozenset(c.term for c in lexicon.load().scheme("post") if c.one("sole") == "yes")
