"""Bases: on what the fields of figures were decided, and how often that is right, as `ontology/bases.ttl` has it."""

from collections.abc import Mapping
from decimal import Decimal

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept


@lexicon.derived
def _bases() -> Mapping[str, Concept]:
    return {concept.term: concept for concept in lexicon.load().scheme("basis")}


def confidence(basis: str) -> Decimal:
    """The share of fields decided so that are right; 0 where nothing is known of the basis."""
    known = _bases().get(basis)
    return Decimal(known.one("confidence")) if known is not None else Decimal(0)


def decides(basis: str) -> str:
    """The IRI of the property that is the field decided on it; '' where nothing is known of the basis."""
    known = _bases().get(basis)
    return known.one("decides") if known is not None else ""


def is_usual(basis: str) -> bool:
    """Whether it is the basis that a field has where the graph says nothing of it."""
    return not basis or _bases()[basis].one("default") == "true"
