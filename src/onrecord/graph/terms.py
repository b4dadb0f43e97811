"""The only door to RDF terms: an IRI is a string, a literal its N-Triples; a triple without a value says nothing."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from onrecord.graph import iri
from onrecord.graph.vocabulary import EDTF, ONR, XSD
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Kind
from onrecord.values.isodate import Precision, precision


class Literal(str):
    """A literal as N-Triples writes it: `"7"^^<http://www.w3.org/2001/XMLSchema#integer>`."""

    __slots__ = ()


Triple: TypeAlias = tuple[str, str, str | Literal | None]

_DATATYPES = {
    Precision.DAY: XSD.date,
    Precision.MONTH: XSD.gYearMonth,
    Precision.YEAR: XSD.gYear,
    Precision.SPAN: EDTF.EDTF,
}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}  # those of canonical N-Triples
_SPECIAL = re.compile('["\\\\\n\r\ud800-\udfff]')
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*")

ENTITY_CLASSES = {
    Kind.PERSON: (ONR.Person,),
    Kind.ORGANIZATION: (ONR.Organization,),
    Kind.COURT: (ONR.Court, ONR.Organization),
    Kind.PLACE: (ONR.Place,),
}


@lru_cache(maxsize=4096)  # subjects come in a row, predicates again and again
def reference(name: str) -> str:
    """An IRI as N-Triples writes it.

    Raises:
        ValueError: it is none.
    """
    if not _IRI.fullmatch(name):
        raise ValueError(f"not an IRI that can be written: {name!r}")
    return f"<{name}>"


def typed(value: str, datatype: str) -> Literal:
    """A literal of a datatype.

    Raises:
        ValueError: it holds half of a surrogate pair, which no encoding can write.
    """
    return Literal(f'"{_SPECIAL.sub(_escaped, value)}"^^<{datatype}>')


def literal(value: str) -> Literal:
    """A text.

    Raises:
        ValueError: it holds half of a surrogate pair, which no encoding can write.
    """
    return Literal(f'"{_SPECIAL.sub(_escaped, value)}"')


def text(value: str) -> Literal | None:
    """A text as `literal` has it; None of an empty one."""
    return literal(value) if value else None


def worded(where: Evidence | None) -> str:
    """The words of evidence on one line, as they stand in a sentence; '' of none."""
    return " ".join(where.exact.split()) if where is not None else ""


def _escaped(found: re.Match[str]) -> str:
    if found.group() not in _ESCAPES:
        raise ValueError(f"half of a surrogate pair: {found.group()!a}")
    return _ESCAPES[found.group()]


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(f'"{value}"^^<{XSD.integer}>')


def flag(holds: bool) -> Literal | None:
    """That something holds; None where it does not."""
    return boolean(holds) if holds else None


def boolean(value: bool) -> Literal:
    """Whether something holds."""
    return Literal(f'"{str(value).lower()}"^^<{XSD.boolean}>')


def day(value: dt.date) -> Literal:
    """A day of the calendar."""
    return Literal(f'"{value.isoformat()}"^^<{XSD.date}>')


def date_literal(value: str) -> Literal:
    """A date with the datatype of its precision."""
    return typed(value, _DATATYPES[precision(value)])


def decimal(value: Decimal | None) -> Literal | None:
    """A number as xsd:decimal; None of None."""
    return None if value is None else typed(plain(value), XSD.decimal)


def plain(value: Decimal) -> str:
    """The number without exponent and without trailing zeros: 1600000, 80.4."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def term(scheme: str, name: str) -> str | None:
    """The IRI of a term of a word list; None of an empty name."""
    return _elsewhere().get((scheme, name)) or iri.term(scheme, name) if name else None


@lexicon.derived
def _elsewhere() -> Mapping[tuple[str, str], str]:
    """The terms of users' own word lists whose IRIs are not below ours."""
    words = lexicon.load()
    terms = ((name, concept) for name in words.schemes for concept in words.scheme(name))
    return {(name, c.term): c.iri for name, c in terms if c.iri != iri.term(name, c.term)}
