"""The triples of the bases that figures point to: the field that each decides, its confidence; for each store once."""

from collections.abc import Iterator
from decimal import Decimal

from onrecord.graph.terms import Triple, decimal, flag, text
from onrecord.graph.vocabulary import ONR, SKOS
from onrecord.lexicon import lexicon


def basis_graph() -> Iterator[Triple]:
    """What the word list of bases says of each, of its words the label."""
    for basis in lexicon.load().scheme("basis"):
        yield basis.iri, SKOS.prefLabel, text(basis.label)
        yield basis.iri, ONR.decides, basis.one("decides")
        yield basis.iri, ONR.confidence, decimal(Decimal(basis.one("confidence")))
        yield basis.iri, ONR.default, flag(basis.one("default") == "true")
