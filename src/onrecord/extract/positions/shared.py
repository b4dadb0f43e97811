"""Titles that several people share: 'the lawyers X and Y', 'her lawyers, X and Y,', 'X and Y, directors of Z,'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from onrecord.extract.positions.apposition import affiliating, closes, word
from onrecord.extract.positions.prenominal import REACH, bars, introducers, left_edge
from onrecord.extract.positions.role_nouns import RoleNoun, before_ranks, is_plural, role_at
from onrecord.extract.positions.title_parser import BODIES, JOINS, Title, name_at, phrase_end, titles
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Kind, Mention

_INTRODUCING = {",", ":", "-", "–", "—"}  # between a plural title and those who hold it


def shared_before(person: Span, named: Named) -> Iterator[Title]:
    """Distributes a plural title over the people that it goes before: 'the lawyers X and Y', 'judges - X, Y'."""
    doc, floor = person.doc, person.sent.start
    several = _person_after(doc, person.end, named) is not None
    start = before_ranks(person)
    while (before := _person_before(doc, start, floor, named)) is not None:
        start, several = before_ranks(named.span(before)), True
    end = start
    while end > floor and (doc[end - 1].text in _INTRODUCING or doc[end - 1].lower_ in introducers()):
        end -= 1
    role = _plural_role(doc, end, floor, named) if several else None
    if role and not role.rank:
        yield from titles(doc, left_edge(doc, role.start, floor, named), end, named, plural=True)


def shared_after(person: Span, named: Named) -> Iterator[Title]:
    """Distributes a plural title in apposition over the people before it: 'X and Y, directors of Z,'."""
    doc, end = person.doc, person.end
    several = _person_before(doc, person.start, person.sent.start, named) is not None
    while (after := _person_after(doc, end, named)) is not None:
        end, several = named.span(after).end, True
    start = end + 1
    if not several or word(doc, end) != "," or start >= len(doc):
        return
    close = phrase_end(doc, start, named)
    if closes(doc, close):
        yield from titles(doc, start, close, named, plural=True)


def _plural_role(doc: Doc, end: int, floor: int, named: Named) -> RoleNoun | None:
    """The plural role noun whose phrase ends before the token `end`: 'the presidents of Torvia and Halvia'."""
    for i in range(end - 1, max(floor, end - REACH) - 1, -1):
        if bars(doc[i], named):
            return None
        role = role_at(doc, i, plural=True) if is_plural(doc[i]) and name_at(doc[i], named) is None else None
        if role is not None:
            return role if i + 1 == end or doc[i + 1].tag_ in ("IN", "TO") else None
    return None


def _person_before(doc: Doc, start: int, floor: int, named: Named) -> Mention | None:
    """The person before in a list, whatever body or place stands with the name: 'X of Tavno, Y'."""
    i = start
    while i > floor and word(doc, i - 1) in (",", *JOINS):
        i -= 1
    if i == start or i <= floor:
        return None
    beside = name_at(doc[i - 1], named, *BODIES, Kind.PLACE)
    if beside is not None:
        i = named.span(beside).start - 1
        i -= word(doc, i) == "the"
        if i <= floor or word(doc, i) not in affiliating():
            return None
    return name_at(doc[i - 1], named, Kind.PERSON) if i > floor else None


def _person_after(doc: Doc, end: int, named: Named) -> Mention | None:
    """The next person of a list, whatever body or place stands with the name before: 'X of Tavno, Y'."""
    if word(doc, end) in affiliating() and end + 2 < len(doc):
        beside = name_at(doc[end + 1], named, *BODIES, Kind.PLACE) or name_at(doc[end + 2], named, *BODIES, Kind.PLACE)
        end = named.span(beside).end if beside is not None else end
    start = end
    while word(doc, start) in (",", *JOINS):
        start += 1
    return name_at(doc[start], named, Kind.PERSON) if end < start < len(doc) else None
