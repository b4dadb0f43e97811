"""Who holds which title, in which organization.

Three ways to say it: a title before a name ('Save Ukraine CEO Mykola Kuleba'), an apposition after it ('Mykola Kuleba,
the charity's founder'), and a clause ('Halyna Sydorenko is legal director of …', 'was appointed head of …').
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence, spaced
from onrecord.extract.positions.apposition import titles_after, word
from onrecord.extract.positions.predicate import predicated
from onrecord.extract.positions.prenominal import shared_before, titles_before
from onrecord.extract.positions.role_normalisation import post_of
from onrecord.extract.positions.role_nouns import PLURAL, singular
from onrecord.extract.positions.tenure import held_on, tenure_of
from onrecord.extract.positions.title_parser import BODIES, Title
from onrecord.extract.positions.unfilled import offices, place_of
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Gender, Kind, Mention, Position

_REACH = 16  # tokens: how far after a title the body may stand that closes it


@Language.component(
    "onrecord_positions", assigns=["doc._.positions", "doc._.offices"], requires=["doc._.mentions", "doc._.dates"]
)
def positions(doc: Doc) -> Doc:
    """Set `doc._.positions` and `doc._.offices`."""
    named = Named(doc)
    people = (mention for mention in doc._.mentions if mention.kind is Kind.PERSON)
    found = {position for person in people for position in _held_by(person, named)}
    doc._.positions = tuple(sorted(found, key=lambda p: (p.person, p.title)))
    doc._.offices = tuple(offices(doc, named))
    return doc


def _held_by(holder: Mention, named: Named) -> Iterator[Position]:
    person = named.span(holder)
    if holder.form is Form.NAME:
        for title in (*titles_before(person, named), *shared_before(person, named)):
            yield _position(holder, _with_its_body(title, named), named)
        for title in titles_after(person, named):
            yield _position(holder, title, named)
    if holder.form is Form.NAME or holder.gender in (Gender.FEMALE, Gender.MALE):
        for title in predicated(person, named):
            yield _position(holder, title, named)


def _position(person: Mention, title: Title, named: Named) -> Position:
    words, head = title.words, title.head
    body = spaced(words.doc, title.organization) if title.organization is not None else words
    closing = max(words.end, body.end) if body.start < words.end + _REACH else words.end
    tenure = tenure_of(words, head, closing)
    return Position(
        person=person.evidence,
        title=evidence(words),
        organization=title.organization,
        sentence=evidence(head.sent),
        role=words.text.replace(head.text, singular(head)) if head.tag_ in PLURAL else "",
        post=post_of(words, head),
        tenure=tenure,
        place=place_of(title, named),
        held=held_on(words, head, tenure, closing),
    )


def _with_its_body(title: Title, named: Named) -> Title:
    """'Its spokesman': of the body named last, where the sentence and the one before name one body alone.

    A pronoun may stand for a place as well; a spokesman is a body's.
    """
    doc, start = title.head.doc, title.words.start
    if word(doc, start - 1) != "its":
        return title
    sentence = doc[start].sent
    floor = doc[sentence.start - 1].sent.start if sentence.start else 0
    bodies = {m.name: m for m in named.within(doc[floor:start], *BODIES, form=Form.NAME) if m.stands_for is None}
    return replace(title, organization=next(iter(bodies.values())).evidence) if len(bodies) == 1 else title
