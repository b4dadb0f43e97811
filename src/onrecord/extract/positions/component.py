"""Who holds which title, in which organization.

Three ways to say it: a title before a name ('Save Ukraine CEO Mykola Kuleba'), an apposition after it ('Mykola Kuleba,
the charity's founder'), and a clause ('Halyna Sydorenko is legal director of …', 'was appointed head of …').
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract.doc_extensions import evidence, spaced
from onrecord.extract.positions.apposition import titles_after
from onrecord.extract.positions.listed import titles_listed
from onrecord.extract.positions.predicate import predicated
from onrecord.extract.positions.prenominal import titles_before
from onrecord.extract.positions.role_normalisation import post_of
from onrecord.extract.positions.role_nouns import held_in, is_plural, singular
from onrecord.extract.positions.shared import shared_after, shared_before
from onrecord.extract.positions.tenure import held_on, tenure_of
from onrecord.extract.positions.title_parser import BODIES, Title, name_at
from onrecord.extract.positions.unfilled import offices, place_of
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Form, Gender, Kind, Mention, Position

_REACH = 16  # tokens: how far after a title the body may stand that closes it
_BACK = 4  # sentences in which 'its' looks for its body, its own among them


@Language.component(
    "onrecord_positions", assigns=["doc._.positions", "doc._.offices"], requires=["doc._.mentions", "doc._.dates"]
)
def positions(doc: Doc) -> Doc:
    """Set `doc._.positions` and `doc._.offices`."""
    named = Named(doc)
    people = (mention for mention in doc._.mentions if mention.kind is Kind.PERSON)
    found = {position for person in people for position in _held_by(person, named)}
    found |= {_position(person, _with_its_body(title, named), named) for person, title in titles_listed(doc, named)}
    doc._.positions = tuple(sorted(found, key=lambda p: (p.person, p.title)))
    doc._.offices = tuple(offices(doc, named))
    return doc


def _held_by(holder: Mention, named: Named) -> Iterator[Position]:
    person = named.span(holder)
    if holder.form is Form.NAME:
        for title in (*titles_before(person, named), *shared_before(person, named)):
            yield _position(holder, _with_its_body(_with_body_called(title, named), named), named)
        for title in (*titles_after(person, named), *shared_after(person, named)):
            yield _position(holder, _with_its_body(title, named), named)
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
        role=words.text.replace(head.text, singular(head)) if is_plural(head) else "",
        post=post_of(words, head),
        tenure=tenure,
        place=place_of(title, named),
        held=held_on(words, head, tenure, closing),
    )


def _with_its_body(title: Title, named: Named) -> Title:
    """Resolves 'its' before a title, and the court of a justice, to the one body of the nearest sentence with bodies.

    A pronoun may stand for a place as well; a spokesman is a body's.
    """
    doc, start = title.head.doc, title.words.start
    if any(token.lower_ == "its" for token in doc[max(start - 2, 0) : start]):  # 'its', 'its former'
        found = _nearest(title.words, named, BODIES, _BACK)
    elif title.organization is None and len(title.words) == 1 and held_in(title.head) == "court":
        found = _nearest(title.words, named, (Kind.COURT,), _BACK // 2) or _only_court(doc, named)
    else:
        return title
    return replace(title, organization=found) if found is not None else title


def _only_court(doc: Doc, named: Named) -> Evidence | None:
    """The one court that the text names."""
    courts = {m.name: m.evidence for m in named.within(doc[:], Kind.COURT, form=Form.NAME) if m.stands_for is None}
    return next(iter(courts.values())) if len(courts) == 1 else None


def _nearest(title: Span, named: Named, kinds: tuple[Kind, ...], sentences: int) -> Evidence | None:
    """The one body of these kinds in the last sentence before a title that names any; a name goes before a role."""
    doc, sentence = title.doc, title[0].sent
    for _ in range(sentences):
        told = doc[sentence.start : min(sentence.end, title.start)]
        bodies = [m for m in named.within(told, *kinds) if m.stands_for is None]
        own = {m.name: m for m in bodies if m.form is Form.NAME} or {m.name: m for m in bodies}
        if own or not sentence.start:
            return next(iter(own.values())).evidence if len(own) == 1 else None
        sentence = doc[sentence.start - 1].sent
    return None


def _with_body_called(title: Title, named: Named) -> Title:
    """Resolves the kind of body before a title to the last one named so: 'Council President X', 'the Forum's envoy'."""
    doc, start = title.head.doc, title.words.start
    if title.organization is not None or (title.owned and doc[start - 1].tag_ != "POS"):
        return title
    for token in doc[start - 2 : start - 1] if title.owned else doc[start : title.head.i]:
        if (title.owned or token.lower_ in _body_nouns()) and name_at(token, named) is None:
            before = named.within(doc[: token.i], *BODIES, form=Form.NAME)
            called = [m for m in before if token.lower_ in m.name.lower().split()]
            return replace(title, organization=called[-1].evidence) if called else title
    return title


@lexicon.derived
def _body_nouns() -> frozenset[str]:
    """The nouns for kinds of bodies: 'council'."""
    return frozenset(w for w, c in lexicon.load().by_word("role", "noun").items() if c.one("kind") in BODIES)
