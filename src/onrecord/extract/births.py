"""Dates of birth in the entries of listings: 'RAM, Otto; DOB 12 May 1961', a cell under 'Date of birth'."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Birth, Form, Kind
from onrecord.values.isodate import Precision, precision


@Language.component(
    "onrecord_births", requires=["doc._.listings", "doc._.mentions", "doc._.dates"], assigns=["doc._.births"]
)
def births(doc: Doc) -> Doc:
    """Set `doc._.births`."""
    doc._.births = tuple(_births(doc)) if doc._.listings else ()
    return doc


def _births(doc: Doc) -> Iterator[Birth]:
    """The first date under each label for a birth, of whom the entry names."""
    named = Named(doc)
    for entry in (entry for listing in doc._.listings for entry in listing.entries):
        told = entry.values("birth-date")
        person = next(named.within(spaced(doc, entry.name), Kind.PERSON, form=Form.NAME), None) if told else None
        for value in told if person is not None else ():
            date = next((d for d in doc._.dates if value.overlaps(d.evidence)), None)
            if person is not None and date is not None and precision(date.value) is not Precision.SPAN:
                yield Birth(person.evidence, date.evidence, date.value)
