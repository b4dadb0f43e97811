"""Confidence of a name: the encoder's probability, where the encoder gives the name and not rules alone."""

from bisect import bisect_right
from decimal import Decimal
from itertools import takewhile

from spacy.tokens import Doc

from onrecord.extract.doc_extensions import probability
from onrecord.extract.ner.candidates import BODIES, KINDS
from onrecord.values.findings import Evidence, Kind


def confidence(doc: Doc, where: Evidence, kind: Kind) -> Decimal | None:
    """The probability of the encoder's names of this type within the words, whatever rules did to their borders.

    None where the encoder finds no name there, or only one of another type; of a name that rules joined, that of its
    least sure part. A court is a body, and the encoder may take it for an organization.
    """
    found = doc._.encoded.names
    first = bisect_right(found, where.start, key=lambda name: name.end)
    kinds = BODIES if kind in BODIES else (kind,)
    inside = takewhile(lambda name: name.start < where.end, found[first:])
    scores = [name.score for name in inside if KINDS[name.label] in kinds]
    return probability(min(scores)) if scores else None
