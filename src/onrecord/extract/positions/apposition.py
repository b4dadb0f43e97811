"""Titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from onrecord.extract.positions.role_nouns import role_at
from onrecord.extract.positions.tenure import past_times
from onrecord.extract.positions.title_parser import BODIES, Title, name_at, phrase_end, titles
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Kind, Mention

_OPENING = {",", "(", "–", "—", "-"}
_CLOSING = {",", ".", ";", ":", ")", "–", "—", "!", "?", "of", "("}
_ASIDE = 12  # tokens: the longest parenthesis between a name and its title, '(pictured)', '(also spelt Kowalski)'


@lexicon.derived
def affiliating() -> frozenset[str]:
    """The prepositions between a name and the body that somebody is of."""
    return frozenset(lexicon.load().by_word("role", "affiliation"))


def word(doc: Doc, i: int) -> str:
    """The token `i` in lower case; '' outside the text."""
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def closes(doc: Doc, end: int) -> bool:
    """Whether the name is closed off as an apposition is, or followed by what it belongs to."""
    return end >= len(doc) or word(doc, end) in _CLOSING or doc[end].is_space


def affiliation(person: Span, named: Named) -> Mention | None:
    """The body that a name is said to be of: 'Yusuf Hale of the Centre for Law'."""
    doc, end = person.doc, person.end
    end += word(doc, end) == "," and word(doc, end + 1) == "of"  # 'Judge X, of the Labour Court,'
    if word(doc, end) not in affiliating():
        return None
    return next((m for t in doc[end + 1 : end + 3] if (m := name_at(t, named, *BODIES))), None)


def titles_after(person: Span, named: Named) -> Iterator[Title]:
    """The titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""
    doc, start = person.doc, _past_asides(person, named)
    if word(doc, start) not in _OPENING:
        return
    start += 1
    if word(doc, start + 1) == "," and doc[start].like_num:  # the age
        start += 2
    yield from apposition(doc, start, named)


def _past_asides(person: Span, named: Named) -> int:
    """Past what stands between a name and the comma of its title: 'X (pictured), head of Y', 'X of Y, its founder'."""
    doc, start = person.doc, person.end
    body = affiliation(person, named)
    if body is not None and closes(doc, named.span(body).end):
        return named.span(body).end
    if word(doc, start) == "(":
        closing = next((t.i for t in doc[start : start + _ASIDE] if t.text == ")"), start)
        if word(doc, closing + 1) == "," and not any(role_at(doc, i) for i in range(start + 1, closing)):
            return closing + 1
    return start


def apposition(doc: Doc, start: int, named: Named, *, listed: bool = False) -> Iterator[Title]:
    """The titles that the phrase at the token `start` names; with `listed`, only by nouns that are on the list."""
    if start >= len(doc) or doc[start].tag_ == "CC":  # 'X, and a cook' are two
        return
    start = past_times(doc, start)
    partitive = word(doc, start) == "one" and word(doc, start + 1) == "of" and start + 2 < len(doc)
    start += 2 * partitive  # 'X, one of the leaders of Y'
    end = phrase_end(doc, start, named)
    for title in titles(doc, start, end, named, listed=listed, plural=partitive):
        if _belongs_to_next(doc, title, end, named):
            return
        yield title


def _belongs_to_next(doc: Doc, title: Title, end: int, named: Named) -> bool:
    """Whether the title goes before another name: 'A, lawyer B and …', 'A, the company's safety officer, B, and …'."""
    after = title.head.i + 1
    if after < end and name_at(doc[after], named, Kind.PERSON):
        return True
    follower = name_at(doc[end + 1], named, Kind.PERSON) if title.owned and end + 1 < len(doc) else None
    return follower is not None and doc[end].text == "," and closes(doc, named.span(follower).end)
