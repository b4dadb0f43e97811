"""The only door from values to RDF: the triples of one article, of the identities, of decisions, and of a run.

No blank nodes: every node has an IRI minted from what it says (`iri`), so graphs compare and merge as plain sets.
"""

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
