"""Offices named without their holder: 'Torvia's ombudsman', 'the director of the League'.

Only offices that one person holds at a time, and that the words tie to a body or a state by name: so that another
article may say who held them.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.positions.roles import post_of
from onrecord.extract.positions.tenure import tenure_of, times
from onrecord.extract.positions.title_parser import Title, phrase_end, titles
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Form, Kind, Office

_INDEFINITE = {"a", "an", "another", "any", "every", "no", "one", "some"}


def offices(doc: Doc, named: Named) -> Iterator[Office]:
    """The offices named by a role, whoever it stands for, in order of the text."""
    for mention in doc._.mentions:
        if mention.kind is not Kind.PERSON or mention.form is not Form.ROLE or mention.plural:
            continue
        span = named.span(mention)
        if span[0].lower_ in _INDEFINITE:
            continue
        title = next(iter(titles(doc, span.start, phrase_end(doc, span.start, named), named)), None)
        if title is None or not span.start <= title.head.i < span.end:
            continue
        post, place = post_of(title.words, title.head), place_of(title, named)
        body = next((m for m in doc._.mentions if m.evidence == title.organization and m.form is Form.NAME), None)
        if post not in _sole() or (body is None) == (place is None):
            continue
        if not tenure_of(title.words, title.head, title.words.end):
            where = evidence(title.words)
            yield Office(
                mention.evidence, where, body.evidence if body else None, place, post, evidence(title.head.sent)
            )


def place_of(title: Title, named: Named) -> Evidence | None:
    """The state or place whose office a title is, where it names no body: 'Torvia's minister', 'mayor of Tavno'."""
    if title.organization is not None:
        return None
    doc, before, after = title.words.doc, title.words.start, title.words.end
    while before > 0 and (doc[before - 1].tag_ == "POS" or doc[before - 1].lower_ in times()):
        before -= 1
    if after + 1 < len(doc) and doc[after].lower_ == "of":
        after += 2 if doc[after + 1].lower_ == "the" else 1
    nearby = [doc[i] for i in (before - 1, after) if 0 <= i < len(doc) and i != title.words.end]
    found = (m for token in nearby if (m := named.at(token)) is not None)
    return next((m.evidence for m in found if m.kind is Kind.PLACE and m.form is Form.NAME), None)


@lexicon.derived
def _sole() -> frozenset[str]:
    """The posts that one person holds at a time."""
    return frozenset(c.term for c in lexicon.load().scheme("post") if c.one("sole") == "yes")
