"""Titles in the entries of listings: 'RAM, Otto; DOB 12 May 1961; deputy minister', a cell under 'Position', a line."""

from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.document.list_entries import Entry
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.positions.title_parser import Title, phrase_end, titles
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Kind, Mention


def titles_listed(doc: Doc, named: Named) -> Iterator[tuple[Mention, Title]]:
    """Each person whom an entry names, with the titles that the entry gives."""
    for listing in doc._.listings:
        for entry in listing.entries:
            person = _person(doc, entry, named)
            if person is not None:
                yield from ((person, title) for title in _titles(doc, entry, named))


def _person(doc: Doc, entry: Entry, named: Named) -> Mention | None:
    """The person whose name ends what opens the entry; none where that is a sentence."""
    words = spaced(doc, entry.name)
    person = next(named.within(words, Kind.PERSON, form=Form.NAME), None)
    tells = any(token.tag_ in FINITE and named.at(token) is None for token in words)
    return person if person is not None and named.span(person).end == words.end and not tells else None


def _titles(doc: Doc, entry: Entry, named: Named) -> Iterator[Title]:
    """The titles that an entry gives before it names somebody else: 'Anna Roe, clerk, and her deputy, Bo Lind'."""
    for where in entry.offices:
        words = spaced(doc, where)
        if words[0].lower_ == "and" or any(named.within(words, Kind.PERSON, form=Form.NAME)):
            return
        yield from titles(doc, words.start, min(phrase_end(doc, words.start, named), words.end), named)
