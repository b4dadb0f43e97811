"""Names in listings: each entry is one name, as the form of the listing has it, whatever the encoder cuts from it.

RAM, Otto (a.k.a. 'the Fox'); DOB 12 May 1961        | Ram, Otto | deputy minister |
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span

from onrecord.document import Block, BlockKind
from onrecord.document.list_entries import Entry, is_name
from onrecord.document.listings import Listing
from onrecord.document.text_tables import is_number
from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.ner.candidates import CERTAIN, Name
from onrecord.extract.ner.phrase_matcher import match, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.lexicon import fields
from onrecord.values.findings import Evidence, Kind

_WHOLE = (BlockKind.CELL, BlockKind.ITEM, BlockKind.HEADING)  # no name goes beyond these


def with_listed(words: Words, names: list[Name]) -> list[Name]:
    """The names, those of the entries of a listing of people whole, with their aliases; none crosses a cell."""
    for listing in words.doc._.listings:
        found = list(_of_listing(words, listing, names))
        names = [*_outside(found, names), *found]
    names = list(_whole(words, names))
    places = [place for cell in words.doc._.blocks if (place := _place(words, cell)) is not None]
    other = _outside(places, (name for name in names if name.kind is not Kind.PLACE))
    read = [name for name in names if name.kind is Kind.PLACE]
    return sorted((*other, *read, *_outside(read, places)), key=lambda name: name.start)


def _outside(taken: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """The names that share no token with those that are taken."""
    tokens = {i for name in taken for i in range(name.start, name.end)}
    return [name for name in names if tokens.isdisjoint(range(name.start, name.end))]


def _place(words: Words, cell: Block) -> Name | None:
    """The place that a cell under 'Region' or 'City' names; none of 'Total'."""
    text = text_of(words.doc)
    if cell.kind is not BlockKind.CELL or not any(fields.field_of(text[a:b]) == "place" for a, b in cell.column_heads):
        return None
    where = Evidence(cell.start, cell.end, text[cell.start : cell.end])
    named = where.exact[:1].isupper() and not fields.field_of(where.exact) and not is_number(where.exact)
    return _name(words, where, Kind.PLACE) if named else None


def _of_listing(words: Words, listing: Listing, names: list[Name]) -> Iterator[Name]:
    """The names of a listing of people: where the encoder reads them, or surnames come first, in most entries."""
    spans = [spaced(words.doc, entry.name) for entry in listing.entries]
    read = [[n for n in names if n.overlaps(span.start, span.end)] for span in spans]
    told = list(zip(listing.entries, spans, read, strict=True))
    people = sum(bool(entry.called) or any(n.kind is Kind.PERSON for n in own) for entry, _, own in told)
    for entry, span, own in told if 2 * people > len(told) else ():
        person = _person(words, entry, span, own)
        if person is not None:
            yield person
            yield from (replace(_name(words, alias, Kind.PERSON), short_for=person) for alias in entry.values("alias"))
            yield from (_name(words, place, Kind.PLACE) for place in entry.values("birth-place"))


def _person(words: Words, entry: Entry, span: Span, own: list[Name]) -> Name | None:
    """Who is listed in an entry: its words after a title where these are a name, else what the encoder read of them."""
    if not entry.called and not is_name(entry.name.exact):
        return next((name for name in own if name.kind is Kind.PERSON), None)
    start = span.start if entry.called else _past_roles(words, span.start, span.end)
    return Name(start, span.end, Kind.PERSON, CERTAIN, called=entry.called) if start < span.end else None


def _past_roles(words: Words, start: int, end: int) -> int:
    """Where the name starts after titles and role nouns: 'Colonel Lena Orr'."""
    role = match(phrases("role", "title", "noun"), words.lower, start, end)
    while role is not None and role[0] < end:
        start = role[0]
        role = match(phrases("role", "title", "noun"), words.lower, start, end)
    return start


def _name(words: Words, where: Evidence, kind: Kind) -> Name:
    span = spaced(words.doc, where)
    return Name(span.start, span.end, kind, CERTAIN)


def _whole(words: Words, names: list[Name]) -> Iterator[Name]:
    """The parts of the names that lie in one block each, without labels of fields and what goes on no record."""
    doc = words.doc
    starts = [block.start for block in doc._.blocks if block.kind in _WHOLE]
    heads = {block.start for block in doc._.blocks if block.is_head and not block.column_heads}
    private = _private(words)
    for name in names:
        for start, end in _cut(words, name, starts):
            text, in_head = doc[start:end].text, doc[start].idx in heads
            label = bool(fields.field_of(text)) and (text.isupper() or in_head)
            if not label and (name.kind is Kind.PLACE or start not in private):
                yield replace(name, start=start, end=end)


def _private(words: Words) -> frozenset[int]:
    """The tokens of what listings say that goes on no record: nationalities, numbers of passports."""
    entries = (entry for listing in words.doc._.listings for entry in listing.entries)
    return frozenset(t.i for e in entries for value in e.values("particular") for t in spaced(words.doc, value))


def _cut(words: Words, name: Name, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The name's tokens, cut where a block starts: two cells are no name."""
    doc = words.doc

    def opened(i: int) -> bool:
        before = bisect_right(starts, doc[i].idx) - 1
        return before >= 0 and starts[before] > doc[i - 1].idx

    yield from pairwise([name.start, *(i for i in range(name.start + 1, name.end) if opened(i)), name.end])
