"""Terms of an answer as values of Python."""

import re
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from onrecord.graph.iri import BASE, term_of
from onrecord.graph.vocabulary import PREFIXES

Value = str | int | Decimal | bool | None
_XSD = PREFIXES["xsd"]
_CONCEPT = re.compile(rf"{re.escape(BASE)}[a-z_]+/(?!.*-[0-9a-f]{{12}}$)[^/#]+")  # what is minted ends in a digest


def value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """What a cell of an answer holds: None where the graph does not say.

    Numbers are `int` or `Decimal`, truths `bool`; a term of a word list is its name ('returned'), a node its IRI. Days,
    months and years stay text in ISO form, since some are known to the month only.
    """
    if isinstance(term, ox.NamedNode):
        return term_of(term.value) if _CONCEPT.fullmatch(term.value) else term.value
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term)
    match term.datatype.value.removeprefix(_XSD):
        case "integer":
            return int(term.value)
        case "decimal" | "double" | "float":
            return _decimal(term.value)
        case "boolean":
            return term.value in ("true", "1")
    return term.value


def _decimal(text: str) -> Value:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text  # 'INF' of a sum


def answers(cell: Value, wanted: object) -> bool:
    """Whether a cell is what a caller asks for: the same value, or an IRI that ends so."""
    return cell == wanted or (isinstance(cell, str) and "/" in cell and term_of(cell) == wanted)
