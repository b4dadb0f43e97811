"""Who holds which title, in which organization.

Four ways to say it: a title before a name ('Save Ukraine CEO Mykola Kuleba'), an apposition after it ('Mykola Kuleba,
the charity's founder'), a clause ('Halyna Sydorenko is legal director of …', 'was appointed head of …'), and a verb of
leading ('who heads the centre').
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import evidence, spaced
from onrecord.extract.positions.apposition import BODIES, closes, shared_after, titles_after
from onrecord.extract.positions.predicate import leading, predicated
from onrecord.extract.positions.roles import post_of
from onrecord.extract.positions.tenure import held_on, tenure_of
from onrecord.extract.positions.title_parser import PLURAL, Title, past_ranks, role_at, singular, titles
from onrecord.extract.positions.unfilled import offices, place_of
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Gender, Kind, Mention, Position

_MODIFIERS = {"NN", "NNP", "NNPS", "NNS", "JJ", "JJR", "HYPH", "VBN", "VBG", "POS"}
_LEARNED = ("logist", "ician", "iatrist")  # endings that only nouns for what people do have
_REACH = 16  # tokens: the longest complement a title before a name is looked for over


@Language.component(
    "onrecord_positions", assigns=["doc._.positions", "doc._.offices"], requires=["doc._.mentions", "doc._.dates"]
)
def positions(doc: Doc) -> Doc:
    """Set `doc._.positions` and `doc._.offices`."""
    named = Named(doc)
    found: set[Position] = set()
    for mention in doc._.mentions:
        if mention.kind is not Kind.PERSON:
            continue
        person = named.span(mention)
        if mention.form is Form.NAME:
            before = [_with_its_body(t, named) for t in (*_before(person, named), *_shared_before(person, named))]
            found |= {_position(mention, t, named) for t in before}
            found |= {
                _position(mention, t, named) for t in (*titles_after(person, named), *shared_after(person, named))
            }
        if mention.form is Form.NAME or mention.gender in (Gender.FEMALE, Gender.MALE):
            found |= {_position(mention, t, named) for t in predicated(person, named)}
            found |= set(leading(mention, person, named))
    doc._.positions = tuple(sorted(found, key=lambda p: (p.person, p.title)))
    doc._.offices = tuple(offices(doc, named))
    return doc


def _position(person: Mention, title: Title, named: Named) -> Position:
    words, head = title.words, title.head
    role = words.text.replace(head.text, singular(head)) if head.tag_ in PLURAL else ""
    body = spaced(words.doc, title.organization) if title.organization is not None else words
    closing = max(words.end, body.end) if body.start < words.end + _REACH else words.end
    tenure = tenure_of(words, head, closing)
    return Position(
        person=person.evidence,
        title=evidence(words),
        organization=title.organization,
        sentence=evidence(head.sent),
        role=role,
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
    if not title.owned or start == 0 or doc[start - 1].lower_ != "its":
        return title
    sentence = doc[start].sent
    floor = doc[sentence.start - 1].sent.start if sentence.start else 0
    bodies = {m.name: m for m in named.within(doc[floor:start], *BODIES, form=Form.NAME) if m.stands_for is None}
    return replace(title, organization=next(iter(bodies.values())).evidence) if len(bodies) == 1 else title


# Before the name ------------------------------------------------------------------------------------------------------


def _before(person: Span, named: Named) -> Iterator[Title]:
    """The titles that go before a name: 'First Lady X', 'the charity's founder, X,', 'its leader, the gymnast X'."""
    doc, end = person.doc, past_ranks(person)
    comma = end > person.sent.start and doc[end - 1].text == ","
    if comma:
        if not closes(doc, person.end):
            return
        end -= 1
        if doc[end - 1].lower_ in ("there", "here"):  # 'A hotel owner there, X, …'
            end -= 1
    found = _phrase_before(doc, end, person.sent.start, named)
    if found is None:
        return
    start, title = found
    if title.rank or (comma and not (title.owned or title.organization or _describes(doc, start, title, person))):
        return
    title = _with_body_after_name(title, person, named)
    if start - 2 >= person.sent.start and doc[start - 1].lower_ in ("and", "&") and role_at(doc, start - 2):
        first = _phrase_before(doc, start - 1, person.sent.start, named)  # 'Harbour Light founder and director X'
        if first and not first[1].rank:
            body = first[1].organization or title.organization
            yield replace(first[1], organization=body)
            title = replace(title, organization=title.organization or body)
    yield title
    if not comma and start > person.sent.start and doc[start - 1].text == ",":  # 'its leader, the gymnast X'
        further = _phrase_before(doc, start - 1, person.sent.start, named)
        if further and further[1].owned:
            yield further[1]


def _shared_before(person: Span, named: Named) -> Iterator[Title]:
    """The title that goes before several names: 'the lawyers X and Y', 'her lawyers, X and Y,'."""
    doc, start, several = person.doc, past_ranks(person), False
    while start - 1 > person.sent.start and doc[start - 1].lower_ in (",", "and", "&"):
        before = named.at(doc[start - 2])
        if before is None or before.form is not Form.NAME or before.kind is not Kind.PERSON:
            break
        start, several = past_ranks(named.span(before)), True
    after = doc[person.end : person.end + 2]
    several = several or (len(after) == 2 and after[0].lower_ in (",", "and", "&") and _is_person(after[1], named))
    end = start - 1 if doc[max(start - 1, 0)].text == "," else start
    if not several or end <= person.sent.start or doc[end - 1].tag_ not in PLURAL:
        return
    role = role_at(doc, end - 1, plural=True)
    if role and role[1] != "rank":
        low = _left_edge(doc, role[0], person.sent.start, named)
        for title in titles(doc, low, end, named, plural=True):
            if end == start or title.owned or title.organization:
                yield title


def _is_person(token: Token, named: Named) -> bool:
    mention = named.at(token)
    return mention is not None and mention.form is Form.NAME and mention.kind is Kind.PERSON


def _describes(doc: Doc, start: int, title: Title, person: Span) -> bool:
    """Whether a title before a comma is that of the name after it: 'the head, X,', or at the start 'A cook, X, …'."""
    if doc[start].lower_ == "the":
        return True
    indefinite = start == doc[start].sent.start or (doc[start].lower_ in ("a", "an") and not _listed_on(person))
    return indefinite and person.root.dep_ == "appos" and person.root.head == title.head


def _listed_on(person: Span) -> bool:
    """Whether a list of names or people may go on after the name: 'to a surgeon, X, her brother and …'."""
    following = person.doc[person.end : person.end + 2]
    return len(following) > 1 and following[0].text == "," and following[1].tag_ in ("PRP$", "DT", "NNP")


def _phrase_before(doc: Doc, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase that ends before the token `end`, and the token that it starts at."""
    for head in range(end - 1, max(floor, end - _REACH) - 1, -1):
        token = doc[head]
        mention = named.at(token)
        if token.text == "," or token.tag_ in FINITE or token.is_space:
            return None
        if mention and mention.form is Form.NAME and mention.kind is Kind.PERSON:
            return None
        known = role_at(doc, head) is not None
        role = role_at(doc, head, listed=known or head + 1 < end or not token.is_lower)
        if role is None or (mention and mention.form is Form.NAME):
            continue
        if head + 1 < end and doc[head + 1].tag_ not in ("IN", "TO"):
            return None
        if doc[end - 1].tag_ in ("IN", "TO", "DT", "PRP$", "CC"):
            return None
        start = _left_edge(doc, role[0], floor, named)
        if not known and doc[start].tag_ != "DT" and not token.lower_.endswith(_LEARNED):
            return None  # an unlisted doer, only as in 'the boxer X' and 'marine biologist X'
        read = titles(doc, start, end, named, listed=known)
        return (start, read[0]) if len(read) == 1 and read[0].head.i == head else None
    return None


def _left_edge(doc: Doc, start: int, floor: int, named: Named) -> int:
    """Where the noun phrase starts whose role noun starts at `start`: its modifiers, owner and determiner."""
    i = start
    while i > floor:
        token, mention = doc[i - 1], named.at(doc[i - 1])
        if mention and mention.form is Form.NAME and mention.kind is not Kind.PERSON:
            i = named.span(mention).start
            continue
        if mention and mention.form is Form.ROLE and token.i + 1 < start and doc[token.i + 1].tag_ == "POS":
            i = named.span(mention).start
            continue
        if token.text == ")" and i - 2 > floor and named.at(doc[i - 2]):
            opening = named.span(_known(named.at(doc[i - 2]))).start - 1
            if opening > floor and doc[opening].text == "(":
                i = opening
                continue
        if token.is_quote and _quoted(doc, i - 1, floor) is not None:
            i = _quoted(doc, i - 1, floor) or i
            continue
        if token.tag_ in ("DT", "PRP$"):
            return i - 1
        if mention and mention.form is Form.NAME and token.tag_ != "POS" and doc[i].tag_ != "POS":
            return i
        if token.tag_ not in _MODIFIERS:
            return i
        i -= 1
    return i


def _known(mention: Mention | None) -> Mention:
    assert mention is not None
    return mention


def _quoted(doc: Doc, closing: int, floor: int) -> int | None:
    """Where a quoted modifier opens that the token `closing` closes ('“Children's Rights” Commissioner')."""
    if doc[closing - 1].is_punct:
        return None
    return next((j for j in range(closing - 1, max(floor, closing - 7) - 1, -1) if doc[j].is_quote), None)


def _with_body_after_name(title: Title, person: Span, named: Named) -> Title:
    """'Her lawyer, Yusuf Hale of the Centre for Law': what follows the name says where."""
    doc, end = person.doc, person.end
    if title.organization is None and end + 1 < len(doc) and doc[end].lower_ in ("of", "from", "at", "with"):
        body = next((named.at(t) for t in doc[end + 1 : end + 3] if named.at(t)), None)
        if body and body.form is Form.NAME and body.kind in BODIES:
            return Title(title.words, title.head, body.evidence, title.owned, title.rank)
    return title
