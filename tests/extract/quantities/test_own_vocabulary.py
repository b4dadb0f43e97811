"""Users' own actions, units and hedges: lines of Turtle in a folder of theirs, and no line of Python."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from marked import doc_of
from rdflib import Graph, Literal
from rdflib.namespace import RDF
from spacy.language import Language

import samples
from onrecord.extract.quantities.component import figures
from onrecord.gate.gate import admit
from onrecord.graph import article_graph
from onrecord.graph.rdflib_terms import ONR
from onrecord.lexicon import lexicon
from onrecord.values.findings import Figure

OWN = """
@prefix action: <https://w3id.org/onrecord/action/> .
@prefix currency: <https://w3id.org/onrecord/currency/> .
@prefix hedge: <https://w3id.org/onrecord/hedge/> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix scope: <https://w3id.org/onrecord/scope/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <https://w3id.org/onrecord/unit/> .

action:vaccinated a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/action> ;
    skos:prefLabel "vaccinated"@en ;
    onr:verb "vaccinate", "give jab" ; onr:noun "vaccination" ; onr:inScopeOnDay scope:increment .

unit:becquerel a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/unit> ;
    skos:prefLabel "becquerels"@en ; skos:altLabel "becquerel"@en ; onr:symbol "Bq" .

unit:per_mille a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/unit> ;
    skos:prefLabel "per mille"@en ; onr:symbol "‰" ; onr:kind "share" .

currency:florin a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/currency> ;
    skos:prefLabel "florins"@en ; skos:altLabel "florin"@en ; onr:sign "ƒ" ; onr:code "AWG" .

hedge:easily a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/hedge> ;
    skos:prefLabel "easily"@en ;
    onr:before "easily", "a good" ; onr:after "and then some" ; onr:boundBelow "closed" .

hedge:at_best a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/hedge> ;
    skos:prefLabel "at best"@en ;
    onr:before "at best", "at the very best" ; onr:after "at best" ; onr:boundAbove "closed" .
"""


@pytest.fixture(autouse=True)
def own_words(tmp_path: Path) -> Iterator[Path]:
    """A user's folder with words of their own, in force."""
    (tmp_path / "mine.ttl").write_text(OWN, encoding="utf-8")
    lexicon.use([tmp_path])
    yield tmp_path
    lexicon.use([])


def found(nlp: Language, marked: str) -> tuple[Figure, ...]:
    told: tuple[Figure, ...] = figures(doc_of(nlp, marked))._.figures
    return told


@pytest.mark.parametrize(
    "text",
    [
        "Doctors vaccinated 120 children.",
        "In May 120 nurses were vaccinated.",
        "The report lists 120 vaccinations.",
        "Volunteers gave 120 people a jab.",
        "The vaccination of 120 villagers took a week.",
    ],
)
def test_own_action(nlp: Language, text: str) -> None:
    assert [f.action for f in found(nlp, text)] == ["vaccinated"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Doctors did not vaccinate 120 children.", "other"),
        ("Doctors examined 120 children.", "other"),
        ("Doctors who were vaccinated freed 120 prisoners.", "returned"),
    ],
)
def test_own_action_is_not_seen_where_it_is_not_said(nlp: Language, text: str, action: str) -> None:
    assert [f.action for f in found(nlp, text)] == [action]


def test_own_action_has_the_scope_that_its_word_list_gives(nlp: Language) -> None:
    told = [f"On {{d:3 May=2024-05-03}} doctors {verb} 120 children." for verb in ("vaccinated", "examined")]
    assert [f.scope for text in told for f in found(nlp, text)] == ["increment", "unspecified"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The sample held 300 Bq.", "Bq"),
        ("The sample held 300Bq of caesium.", "Bq"),
        ("The sample held 300 becquerels.", "becquerels"),
        ("They use a 300-becquerel source.", "becquerels"),
        ("The levy is 3‰ of the income.", "per mille of the income"),
        ("The levy is 3 per mille.", "per mille"),
        ("The house cost ƒ300.", "florins"),
        ("The house cost AWG 300.", "florins"),
        ("The house cost 300 florins.", "florins"),
    ],
)
def test_own_unit(nlp: Language, text: str, counted: str) -> None:
    assert [(f.counted, f.action) for f in found(nlp, text)] == [(counted, "other")]


@pytest.mark.parametrize(
    "text", ["They use a 300-speed source.", "He works for BQ 300.", "Note AWG-300 names nothing."]
)
def test_own_unit_is_not_seen_where_it_is_not_said(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "hedge", "lower", "upper"),
    [
        ("They freed easily 300 prisoners.", "easily", 300, None),
        ("A good 300 prisoners were freed.", "easily", 300, None),
        ("They freed 300 and then some.", "easily", 300, None),
        ("At best 300 prisoners were freed.", "at_best", None, 300),
        ("They freed at the very best 300 prisoners.", "at_best", None, 300),
        ("They freed 300 at best.", "at_best", None, 300),
        ("They freed 300 prisoners.", "exact", 300, 300),
        ("They had easily freed 300 prisoners.", "exact", 300, 300),
        ("They freed between 300 and 310 prisoners.", "between", 300, 310),
    ],
)
def test_own_hedge_bounds_the_value(nlp: Language, text: str, hedge: str, lower: int | None, upper: int | None) -> None:
    (figure,) = found(nlp, text)
    assert figure.hedge == hedge
    graph = written(figure)
    (node,) = graph.subjects(RDF.type, ONR.Figure)
    bounds = (graph.value(node, ONR.lowerBound), graph.value(node, ONR.upperBound))
    assert bounds == tuple(None if bound is None else Literal(Decimal(bound)) for bound in (lower, upper))


def test_own_terms_conform_to_the_shapes(nlp: Language) -> None:
    (figure,) = found(nlp, "Doctors vaccinated a good 120 children.")
    admitted, held_back = admit(written(figure), samples.TEXT)
    assert held_back == ()
    (node,) = admitted.subjects(RDF.type, ONR.Figure)
    terms = {str(admitted.value(node, link)).partition("onrecord/")[2] for link in (ONR.action, ONR.hedge)}
    assert terms == {"action/vaccinated", "hedge/easily"}


def written(figure: Figure) -> Graph:
    """The graph of an article that tells the figure in the place of the sample's."""
    claim = replace(
        samples.FIGURE,
        **{name: getattr(figure, name) for name in ("value", "upper", "hedge", "counted", "action", "scope")},
    )
    return samples.rdf(article_graph(samples.ARTICLE, samples.claims(figures=(claim,)), samples.CONFIGURATION))
