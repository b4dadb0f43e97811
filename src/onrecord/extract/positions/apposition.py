"""Titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span

from onrecord.extract.positions.role_nouns import role_at
from onrecord.extract.positions.tenure import past_times
from onrecord.extract.positions.title_parser import BODIES, JOINS, Title, name_at, phrase_end, takes_body, titles
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Kind, Mention

_OPENING = {",", "(", "–", "—", "-"}
_CLOSING = {",", ".", ";", ":", ")", "–", "—", "!", "?", "of", "("}
_ENDS = {",", ")", ";", ":", "."}  # after a body that stands by itself behind a title
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
    told = titles(doc, start, end, named, listed=listed, plural=partitive)
    found = [*takewhile(lambda title: not _belongs_to_next(doc, title, end, named), told)]
    if len(found) == len(told) > 0 and not partitive:
        found = _continued(doc, found, end, named)
    yield from found


def _continued(doc: Doc, found: list[Title], end: int, named: Named) -> list[Title]:
    """Titles with those of their list, and the body that closes it, where they have none."""
    listing = [*_listed(doc, end, named)]
    last = listing[-1].organization if listing else _named_after(doc, end, named)
    body = last if all(t.organization is None for t in found) else None
    return [replace(t, organization=t.organization or body) if takes_body(t) else t for t in (*found, *listing)]


def _named_after(doc: Doc, end: int, named: Named) -> Evidence | None:
    """The body that stands by itself behind a title: 'X (spokesperson, Relief Office)', 'X, director, the League,'."""
    if word(doc, end) != ",":
        return None
    start = end + 1 + (word(doc, end + 1) == "the")
    body = name_at(doc[start], named, *BODIES) if start < len(doc) else None
    alone = body is not None and named.span(body).start == start and word(doc, named.span(body).end)[:1] in _ENDS
    return body.evidence if body is not None and alone else None


def _listed(doc: Doc, end: int, named: Named) -> Iterator[Title]:
    """The titles that go on a list after the comma at `end`: 'X, activist, academic and leader of Y'."""
    found: list[Title] = []
    while word(doc, end) == ",":
        start = end + 1
        closing = word(doc, start) in JOINS
        start += closing
        end = phrase_end(doc, start, named) if start < len(doc) else start
        more = titles(doc, start, end, named) if start < end else ()
        if not more or not all(_is_bare(doc, t) and not _belongs_to_next(doc, t, end, named) for t in more):
            return
        found += more
        if closing or len(more) > 1:
            yield from found
            return


def _is_bare(doc: Doc, title: Title) -> bool:
    """Whether a title has neither owner nor determiner: 'a cook, his deputy and a clerk' are three."""
    return not title.owned and doc[title.words.start - 1].tag_ not in ("DT", "PRP$")


def _belongs_to_next(doc: Doc, title: Title, end: int, named: Named) -> bool:
    """Whether the title goes before another name: 'A, lawyer B and …', 'A, the company's safety officer, B, and …'."""
    after = title.head.i + 1
    if after < end and name_at(doc[after], named, Kind.PERSON):
        return True
    follower = name_at(doc[end + 1], named, Kind.PERSON) if title.owned and end + 1 < len(doc) else None
    return follower is not None and doc[end].text == "," and closes(doc, named.span(follower).end)
