"""Single terms: dates as precise as they are, decimals, entries of the word lists."""

from collections.abc import Mapping
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from onrecord.graph import iri
from onrecord.graph.vocabulary import EDTF, ONR
from onrecord.lexicon import lexicon
from onrecord.values.findings import Kind
from onrecord.values.isodate import Precision, precision

_DATATYPES = {
    Precision.DAY: XSD.date,
    Precision.MONTH: XSD.gYearMonth,
    Precision.YEAR: XSD.gYear,
    Precision.SPAN: EDTF.EDTF,
}


ENTITY_CLASSES = {
    Kind.PERSON: (ONR.Person,),
    Kind.ORGANIZATION: (ONR.Organization,),
    Kind.COURT: (ONR.Court, ONR.Organization),
    Kind.PLACE: (ONR.Place,),
}


def date_literal(value: str) -> Literal:
    """A date with the datatype of its precision."""
    return Literal(value, datatype=_DATATYPES[precision(value)])


def text(value: str) -> Literal | None:
    """A text; None of an empty one."""
    return Literal(value) if value else None


def flag(holds: bool) -> Literal | None:
    """That something holds; None where it does not."""
    return Literal(True) if holds else None


def decimal(value: Decimal | None) -> Literal | None:
    """A number as xsd:decimal; None of None."""
    return None if value is None else Literal(plain(value), datatype=XSD.decimal)


def plain(value: Decimal) -> str:
    """The number without exponent and without trailing zeros: 1600000, 80.4."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def term(scheme: str, name: str) -> URIRef | None:
    """A term of a word list; None of an empty name."""
    return URIRef(_elsewhere().get((scheme, name)) or iri.term(scheme, name)) if name else None


@lexicon.derived
def _elsewhere() -> Mapping[tuple[str, str], str]:
    """The terms of users' own word lists whose IRIs are not below ours."""
    words = lexicon.load()
    terms = ((name, concept) for name in words.schemes for concept in words.scheme(name))
    return {(name, c.term): c.iri for name, c in terms if c.iri != iri.term(name, c.term)}
