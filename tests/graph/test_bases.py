"""What figures were decided on: the links of an article's figures, and what each store says once of the bases."""

from dataclasses import replace
from decimal import Decimal

from rdflib import Graph, URIRef

import samples
from onrecord.graph import Amendment, amend, article_graph, basis_graph, iri
from onrecord.graph.rdflib_terms import ONR
from onrecord.graph.terms import decimal, flag, text
from onrecord.graph.vocabulary import ONR as PLAIN
from onrecord.graph.vocabulary import SKOS
from onrecord.lexicon import lexicon
from onrecord.values.findings import Bases


def of_figure(decided: Bases) -> Graph:
    said = samples.claims(figures=[replace(samples.FIGURE, bases=decided)])
    return samples.rdf(article_graph(samples.ARTICLE, said, samples.CONFIGURATION))


def told(graph: Graph) -> set[str]:
    return {iri.term_of(str(basis)) for basis in graph.objects(predicate=ONR.basis)}


def test_a_figure_points_to_what_its_fields_were_decided_on_but_for_the_usual() -> None:
    decided = Bases(value="value-noun", action="action-words", as_of="as-of-published", where="where-event")
    assert told(of_figure(decided)) == {"action-words", "where-event"}


def test_a_source_that_users_take_back_takes_its_basis_along() -> None:
    graph = of_figure(Bases(action="action-words", reported_by="source-rule"))
    (source,) = graph.objects(predicate=ONR.reportedBy)
    amend(graph, Amendment(struck={str(source): f"{iri.BASE}decision/1"}))
    assert (None, ONR.reportedBy, URIRef(str(source))) not in graph
    assert told(graph) == {"action-words"}


def test_every_basis_has_its_field_its_confidence_and_words_for_it() -> None:
    triples = set(basis_graph())
    for basis in lexicon.load().scheme("basis"):
        assert {
            (basis.iri, SKOS.prefLabel, text(basis.label)),
            (basis.iri, PLAIN.decides, basis.one("decides")),
            (basis.iri, PLAIN.confidence, decimal(Decimal(basis.one("confidence")))),
            (basis.iri, PLAIN.default, flag(basis.one("default") == "true")),
        } <= triples
