"""Who holds which title, in which organization.

Four ways to say it: a title before a name ('Save Ukraine CEO Mykola Kuleba'), an apposition after it ('Mykola Kuleba,
the charity's founder'), a clause ('Halyna Sydorenko is legal director of …', 'was appointed head of …'), and a verb of
leading ('who heads the centre').
"""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord import lexicon
from onrecord.extract.annotations import evidence
from onrecord.extract.grammar import Named, agents, patients
from onrecord.extract.titles import Title, past_ranks, phrase_end, role_at, times, titles
from onrecord.findings import Form, Gender, Kind, Mention, Position

_BODIES = (Kind.ORGANIZATION, Kind.COURT)
_OPENING = {",", "(", "–", "—", "-"}
_CLOSING = {",", ".", ";", ":", ")", "–", "—", "!", "?"}
_MODIFIERS = {"NN", "NNP", "NNPS", "NNS", "JJ", "JJR", "HYPH", "VBN", "VBG", "POS"}
_REACH = 16  # tokens: the longest complement a title before a name is looked for over


@Language.component("onrecord_positions", assigns=["doc._.positions"], requires=["doc._.mentions"])
def positions(doc: Doc) -> Doc:
    """Set `doc._.positions`."""
    named = Named(doc)
    found: set[Position] = set()
    for mention in doc._.mentions:
        if mention.kind is not Kind.PERSON:
            continue
        person = named.span(mention)
        if mention.form is Form.NAME:
            found |= {_position(mention, t) for t in (*_before(person, named), *_after(person, named))}
        if mention.form is Form.NAME or mention.gender in (Gender.FEMALE, Gender.MALE):
            found |= {_position(mention, t) for t in _predicate(person, named)}
            found |= set(_leading(mention, person, named))
    doc._.positions = tuple(sorted(found, key=lambda p: (p.person, p.title)))
    return doc


def _position(person: Mention, title: Title) -> Position:
    return Position(person.evidence, evidence(title.words), title.organization, evidence(title.head.sent))


# Before the name ------------------------------------------------------------------------------------------------------


def _before(person: Span, named: Named) -> Iterator[Title]:
    """The titles that go before a name: 'First Lady X', 'the charity's founder, X,', 'its leader, the gymnast X'."""
    doc, end = person.doc, past_ranks(person)
    comma = end > person.sent.start and doc[end - 1].text == ","
    if comma:
        if not _closes(doc, person.end):
            return
        end -= 1
    found = _phrase_before(doc, end, person.sent.start, named)
    if found is None:
        return
    start, title = found
    if title.rank or (comma and not (title.owned or title.organization or _describes(doc, start, title, person))):
        return
    yield _with_body_after_name(title, person, named)
    if not comma and start > person.sent.start and doc[start - 1].text == ",":  # 'its leader, the gymnast X'
        further = _phrase_before(doc, start - 1, person.sent.start, named)
        if further and further[1].owned:
            yield further[1]


def _describes(doc: Doc, start: int, title: Title, person: Span) -> bool:
    """Whether a title before a comma is that of the name after it: 'the head, X,', or at the start 'A cook, X, …'."""
    if doc[start].lower_ == "the":
        return True
    return start == doc[start].sent.start and person.root.dep_ == "appos" and person.root.head == title.head


def _closes(doc: Doc, end: int) -> bool:
    """Whether the name is closed off as an apposition is, or followed by what it belongs to."""
    return end >= len(doc) or doc[end].text in _CLOSING or doc[end].is_space or doc[end].lower_ in ("of", "(")


def _phrase_before(doc: Doc, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase that ends before the token `end`, and the token that it starts at."""
    for head in range(end - 1, max(floor, end - _REACH) - 1, -1):
        token = doc[head]
        mention = named.at(token)
        if token.text == "," or token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.is_space:
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
        if not known and doc[start].tag_ != "DT":  # an unlisted doer, only as in 'the boxer X'
            return None
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
        if body and body.form is Form.NAME and body.kind in _BODIES:
            return Title(title.words, title.head, body.evidence, title.owned, title.rank)
    return title


# After the name -------------------------------------------------------------------------------------------------------


def _after(person: Span, named: Named) -> Iterator[Title]:
    """The titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""
    doc, start = person.doc, person.end
    if start >= len(doc) or doc[start].text not in _OPENING:
        return
    start += 1
    if start + 1 < len(doc) and doc[start].like_num and doc[start + 1].text == ",":  # the age
        start += 2
    yield from _apposition(doc, start, named)


def _apposition(doc: Doc, start: int, named: Named) -> Iterator[Title]:
    if start >= len(doc):
        return
    start = _past_times(doc, start)
    end = phrase_end(doc, start, named)
    read = titles(doc, start, end, named, listed=False)
    for title in read:
        if _belongs_to_next(doc, title, end, named):
            return
        yield _with_body_after_comma(doc, title, end, named) if title is read[-1] else title


def _past_times(doc: Doc, start: int) -> int:
    """Past 'at the time', 'until recently' and the like before a title."""
    for length in (4, 3, 2, 1):
        if " ".join(t.lower_ for t in doc[start : start + length]) in times():
            after = start + length
            return after + 1 if after < len(doc) and doc[after].text == "," else after
    return start


def _belongs_to_next(doc: Doc, title: Title, end: int, named: Named) -> bool:
    """Whether the title goes before another name: 'A, the company's safety officer, B, and …', 'A, lawyer B and …'."""
    inside = any(named.within(doc[title.words.start : end], Kind.PERSON, form=Form.NAME))
    if inside:
        after_head = named.at(doc[title.head.i + 1]) if title.head.i + 1 < end else None
        if after_head and after_head.kind is Kind.PERSON:
            return True
    if not title.owned or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    follower = named.at(doc[end + 1])
    return bool(
        follower
        and follower.form is Form.NAME
        and follower.kind is Kind.PERSON
        and _closes(doc, named.span(follower).end)
    )


def _with_body_after_comma(doc: Doc, title: Title, end: int, named: Named) -> Title:
    """'Olena Koval, Executive Director, Save Ukraine': a capitalised title, and the body after a comma."""
    if title.organization or end + 1 >= len(doc) or doc[end].text != "," or not title.words[0].text[0].isupper():
        return title
    body = named.at(doc[end + 1])
    if body and body.form is Form.NAME and body.kind in _BODIES:
        after = named.span(body).end
        if after >= len(doc) or doc[after].text in _CLOSING or doc[after].is_space:
            return Title(title.words, title.head, body.evidence, title.owned, title.rank)
    return title


# In a clause ----------------------------------------------------------------------------------------------------------


def _predicate(person: Span, named: Named) -> Iterator[Title]:
    """The titles a clause says somebody holds: 'X is legal director of Y', 'X was appointed head of Y'."""
    head = person.root
    copula = person.doc[person.end : person.end + 1]
    if copula and copula.root.lemma_ in ("be", "become", "remain") and copula.root.tag_ in ("VBD", "VBZ"):
        follows = person.doc[person.end + 1 : person.end + 2]
        if follows and follows.root.tag_ != "VBN" and follows.root.lower_ not in ("not", "no", "n't", "never"):
            yield from _apposition(person.doc, person.end + 1, named)
    for verb in _clauses(head):
        if not _asserted(verb):
            continue
        start = None
        if verb.lemma_ in ("be", "become", "remain") and head in agents(verb) and verb.i != person.end:
            start = next((c.left_edge.i for c in verb.rights if c.dep_ == "attr"), None)
        elif verb.lemma_ in _verbs("appointed") and head in (*patients(verb),):
            start = next((c.left_edge.i for c in verb.rights if c.dep_ in ("oprd", "attr", "dobj", "prep")), None)
            if start is not None and person.doc[start].lower_ in ("as", "to"):
                start += 1
        elif verb.lemma_ in _verbs("serving") and head in agents(verb):
            start = next((c.i + 1 for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"), None)
        if start is not None and start > verb.i:
            yield from _apposition(person.doc, start, named)


def _clauses(subject: Token) -> Iterable[Token]:
    """The verb above a name, and that of a relative clause about it ('X, who is head of Y')."""
    if subject.head.pos_ in ("VERB", "AUX"):
        yield subject.head
    yield from (c for c in subject.children if c.dep_ == "relcl")


def _asserted(verb: Token) -> bool:
    """Whether the clause says that it is so: no negation, modal, infinitive or condition."""
    return verb.dep_ not in ("xcomp", "advcl") and not any(
        c.dep_ == "neg" or c.tag_ in ("MD", "TO") or c.lower_ in ("if", "whether") for c in verb.children
    )


@cache
def _verbs(term: str) -> frozenset[str]:
    """The verbs of one entry of the role list: those of appointing, or of serving."""
    return frozenset(v for c in lexicon.load().scheme("role") if c.term == term for v in c.get("verb"))


def _leading(holder: Mention, person: Span, named: Named) -> Iterator[Position]:
    """'X, who heads Y': the verb says the title."""
    roles = lexicon.load().by_word("role", "verb")
    for verb in _clauses(person.root):
        role = concept.one("role") if (concept := roles.get(verb.lemma_)) else ""
        if not role or not _asserted(verb) or not any(t in person for t in agents(verb)):
            continue
        for body in (m for t in patients(verb) if (m := named.at(t)) and m.kind in _BODIES):
            yield Position(holder.evidence, evidence(verb), body.evidence, evidence(verb.sent), role)
