"""Titles before a name: 'First Lady X', 'the charity's founder, X,', 'the lawyers X and Y'."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.positions.apposition import affiliation, closes, word
from onrecord.extract.positions.role_nouns import PLURAL, RoleNoun, before_ranks, role_at
from onrecord.extract.positions.title_parser import JOINS, Title, name_at, titles
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Kind, Mention

_REACH = 16  # tokens: the longest complement a title before a name is looked for over
_MODIFIERS = {"NN", "NNP", "NNPS", "NNS", "JJ", "JJR", "HYPH", "VBN", "VBG", "POS"}  # tags
_UNFINISHED = ("IN", "TO", "DT", "PRP$", "CC")  # tags of words that no title ends with


def titles_before(person: Span, named: Named) -> Iterator[Title]:
    """The titles that go before a name: 'First Lady X', 'the charity's founder, X,', 'its leader, the gymnast X'."""
    doc, floor, end = person.doc, person.sent.start, before_ranks(person)
    comma = end > floor and doc[end - 1].text == ","
    if comma and not closes(doc, person.end):
        return
    found = _phrase_before(doc, end - comma, floor, named)
    if found is None:
        return
    start, title = found
    tied = title.owned or title.organization is not None
    if not tied and (title.rank or (comma and not _describes(doc, start))):
        return
    body = affiliation(person, named)
    if title.organization is None and body is not None:  # 'her lawyer, Yusuf Hale of the Centre for Law'
        title = replace(title, organization=body.evidence)
    yield from _with_earlier(doc, start, title, named, floor, comma)


def _with_earlier(doc: Doc, start: int, title: Title, named: Named, floor: int, comma: bool) -> Iterator[Title]:
    """The title, with the one before it: 'Harbour Light founder and director X', 'its leader, the gymnast X'."""
    separator = word(doc, start - 1) if start > floor else ""
    joined, apposed = separator in JOINS and role_at(doc, start - 2) is not None, separator == "," and not comma
    found = _phrase_before(doc, start - 1, floor, named) if joined or apposed else None
    if found is not None and joined and not found[1].rank:
        body = found[1].organization or title.organization
        yield replace(found[1], organization=body)
        title = replace(title, organization=title.organization or body)
    elif found is not None and apposed and found[1].owned:
        yield found[1]
    yield title


def shared_before(person: Span, named: Named) -> Iterator[Title]:
    """The title that goes before several names: 'the lawyers X and Y', 'her lawyers, X and Y,'."""
    doc, floor, start = person.doc, person.sent.start, before_ranks(person)
    several = word(doc, person.end) in (",", *JOINS) and _is_person(doc, person.end + 1, named)
    while start - 1 > floor and word(doc, start - 1) in (",", *JOINS):
        before = name_at(doc[start - 2], named, Kind.PERSON)
        if before is None:
            break
        start, several = before_ranks(named.span(before)), True
    end = start - 1 if start > floor and doc[start - 1].text == "," else start
    if not several or end <= floor or doc[end - 1].tag_ not in PLURAL:
        return
    role = role_at(doc, end - 1, plural=True)
    if role and not role.rank:
        yield from titles(doc, _left_edge(doc, role.start, floor, named), end, named, plural=True)


def _is_person(doc: Doc, i: int, named: Named) -> bool:
    return i < len(doc) and name_at(doc[i], named, Kind.PERSON) is not None


def _describes(doc: Doc, start: int) -> bool:
    """Whether a title before a comma is that of the name after it: 'the head, X,', or at the start 'A cook, X, …'."""
    return doc[start].lower_ in ("the", "a", "an") or start == doc[start].sent.start


def _phrase_before(doc: Doc, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase that ends before the token `end`, and the token that it starts at."""
    if end <= floor or doc[end - 1].tag_ in _UNFINISHED:
        return None
    for i in range(end - 1, max(floor, end - _REACH) - 1, -1):
        if _bars(doc[i], named):
            return None
        role = role_at(doc, i, listed=i + 1 < end or not doc[i].is_lower)
        if role is not None and not name_at(doc[i], named):
            return _phrase_headed(doc, role, end, floor, named)
    return None


def _bars(token: Token, named: Named) -> bool:
    """Whether no title reaches over the token: a comma, a verb, another person."""
    barred = token.text == "," or token.tag_ in FINITE or token.is_space
    return barred or name_at(token, named, Kind.PERSON) is not None


def _phrase_headed(doc: Doc, head: RoleNoun, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase with this head, where nothing but complements follows it."""
    if head.last + 1 < end and doc[head.last + 1].tag_ not in ("IN", "TO"):
        return None
    start = _left_edge(doc, head.start, floor, named)
    if not head.listed and doc[start].tag_ != "DT":
        return None  # only as in 'the boxer X'
    found = titles(doc, start, end, named, listed=head.listed)
    return (start, found[0]) if len(found) == 1 and found[0].head.i == head.last else None


def _left_edge(doc: Doc, start: int, floor: int, named: Named) -> int:
    """Where the noun phrase starts whose role noun starts at `start`: its modifiers, owner and determiner."""
    i = start
    while i > floor:
        token = doc[i - 1]
        whole = _whole_modifier(doc, i - 1, start, named)
        if whole is not None:
            i = named.span(whole).start
        elif token.text == ")" and word(doc, i - 3) == "(" and named.at(doc[i - 2]):  # 'the Labour Party (LP) head'
            i -= 3
        elif token.tag_ in ("DT", "PRP$"):
            return i - 1
        elif token.tag_ not in _MODIFIERS or _is_other(doc, i - 1, named):
            return i
        else:
            i -= 1
    return i


def _whole_modifier(doc: Doc, i: int, head: int, named: Named) -> Mention | None:
    """The mention at the token that is one modifier, whatever its words: 'Save Ukraine', 'the ministry' before ''s'."""
    mention = named.at(doc[i])
    if mention is None:
        return None
    owner = mention.form is Form.ROLE and i + 1 < head and doc[i + 1].tag_ == "POS"
    return mention if owner or (mention.form is Form.NAME and mention.kind is not Kind.PERSON) else None


def _is_other(doc: Doc, i: int, named: Named) -> bool:
    """Whether the token is a person's name that owns nothing: 'X and Y' are two."""
    return name_at(doc[i], named) is not None and "POS" not in (doc[i].tag_, doc[i + 1].tag_)
