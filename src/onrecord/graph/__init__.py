"""The only door from values to RDF: the triples of one article, of the identities, of decisions, and of a run.

No blank nodes: every node has an IRI minted from what it says (`iri`), so graphs compare and merge as plain sets. What
is asked for is loaded then (PEP 562): whoever only asks a store waits neither for rdflib nor for what reads articles.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

    from onrecord.graph.amendments import Amendment, amend
    from onrecord.graph.article import article_graph
    from onrecord.graph.bases import basis_graph
    from onrecord.graph.cross_article import compared_graph, identity_graph, run_graph, shared_graph
    from onrecord.graph.decisions import decision_graph, decision_iri, decision_rows, decisions_of
    from onrecord.graph.serialization import of_ntriples, of_triples, packed, parsed, to_ntriples
    from onrecord.graph.terms import Triple

__all__ = [
    "Amendment",
    "Graph",
    "Triple",
    "amend",
    "article_graph",
    "basis_graph",
    "compared_graph",
    "decision_graph",
    "decision_iri",
    "decision_rows",
    "decisions_of",
    "identity_graph",
    "of_ntriples",
    "of_triples",
    "packed",
    "parsed",
    "run_graph",
    "shared_graph",
    "to_ntriples",
]
_MODULES = {
    "amendments": ("Amendment", "amend"),
    "article": ("article_graph",),
    "bases": ("basis_graph",),
    "cross_article": ("compared_graph", "identity_graph", "run_graph", "shared_graph"),
    "decisions": ("decision_graph", "decision_iri", "decision_rows", "decisions_of"),
    "serialization": ("Graph", "of_ntriples", "of_triples", "packed", "parsed", "to_ntriples"),
    "terms": ("Triple",),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """What a module of this package gives, loaded when it is asked for.

    Raises:
        AttributeError: none gives anything of that name.
    """
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found
