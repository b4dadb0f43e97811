"""What decisions change in an article's graph: no more than what rests on the name, and what is left conforms."""

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, OWL, PROV, RDF, SDO, SKOS

import samples
from onrecord.gate import gate
from onrecord.graph import Amendment, amend, article_graph, iri
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

BY = f"{iri.BASE}decision/1"
ARTICLE = iri.article(samples.ARTICLE)


def node(entity: Entity) -> URIRef:
    return URIRef(iri.node(ARTICLE, entity.kind, entity.name, str(entity.mentions[0].start)))


KULEBA, SAVE_UKRAINE, KYIV, COURT, BELOVA = map(
    node, (samples.KULEBA, samples.SAVE_UKRAINE, samples.KYIV, samples.COURT, samples.BELOVA)
)


def struck(*entities: URIRef) -> Amendment:
    return Amendment(struck={str(entity): BY for entity in entities})


def retyped(entity: URIRef, kind: Kind) -> Amendment:
    return Amendment(kinds={str(entity): (kind, BY)})


def amended(amendment: Amendment) -> tuple[Graph, set[str]]:
    graph = samples.rdf(article_graph(samples.ARTICLE, samples.claims(), samples.CONFIGURATION))
    changed = set(amend(graph, amendment))
    gate.drop_loose(graph)
    return graph, changed


def of(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(map(URIRef, map(str, graph.subjects(RDF.type, kind))))


@pytest.mark.parametrize(
    "amendment",
    [
        struck(KULEBA),
        struck(SAVE_UKRAINE),
        struck(KYIV),
        struck(COURT),
        struck(BELOVA),
        struck(KULEBA, SAVE_UKRAINE, KYIV, COURT, BELOVA),
        *(retyped(entity, kind) for entity in (KULEBA, SAVE_UKRAINE, KYIV, COURT) for kind in Kind),
        Amendment(names={str(KULEBA): ("M. Kuleba", BY)}),
    ],
)
def test_what_is_left_conforms(amendment: Amendment) -> None:
    graph, changed = amended(amendment)
    _, rejections = gate.admit(graph, samples.TEXT)
    assert rejections == ()
    assert changed


def test_a_figure_loses_its_source_rather_than_keep_a_wrong_one() -> None:
    graph, changed = amended(struck(KULEBA))
    (figure,) = of(graph, ONR.Figure)
    assert (figure, ONR.reportedBy, None) not in graph
    assert [graph.value(link, PROV.agent) for link in graph.objects(figure, PROV.qualifiedAttribution)] == [
        SAVE_UKRAINE
    ]
    assert str(figure) in changed


def test_a_source_nearer_to_the_article_goes_out_of_the_chain_alone() -> None:
    graph, _ = amended(struck(SAVE_UKRAINE))
    (figure,) = of(graph, ONR.Figure)
    assert graph.value(figure, ONR.reportedBy) == KULEBA
    assert [graph.value(link, PROV.agent) for link in graph.objects(figure, PROV.qualifiedAttribution)] == [KULEBA]


def test_words_stay_said_though_not_by_whom() -> None:
    graph, _ = amended(struck(KULEBA))
    (statement,) = of(graph, ONR.Statement)
    assert (statement, ONR.speaker, None) not in graph and (statement, ONR.speakerEvidence, None) not in graph
    assert (statement, ONR.evidence, None) in graph


def test_a_position_needs_its_holder_but_not_its_organization() -> None:
    assert of(amended(struck(KULEBA))[0], ONR.Position) == []
    graph, _ = amended(struck(SAVE_UKRAINE))
    (position,) = of(graph, ONR.Position)
    assert (position, ORG.organization, None) not in graph


def test_an_act_needs_who_acted_but_not_against_whom() -> None:
    graph, changed = amended(struck(COURT))
    assert of(graph, ONR.Act) == []
    assert any("#act-" in name for name in changed)
    assert len(of(amended(struck(BELOVA))[0], ONR.Act)) == 1


@pytest.mark.parametrize("amendment", [struck(SAVE_UKRAINE), retyped(SAVE_UKRAINE, Kind.PERSON)])
def test_an_office_is_that_of_a_body_or_place(amendment: Amendment) -> None:
    graph = samples.rdf(article_graph(samples.ARTICLE, samples.claims(), samples.CONFIGURATION))
    office = URIRef(f"{ARTICLE}#office-head")
    graph.add((office, RDF.type, ONR.Office))
    graph.add((office, ORG.postIn, SAVE_UKRAINE))
    amend(graph, amendment)
    assert (office, None, None) not in graph


def test_nothing_is_left_of_a_name_that_is_none() -> None:
    graph, _ = amended(struck(BELOVA))
    whole = samples.rdf(article_graph(samples.ARTICLE, samples.claims(), samples.CONFIGURATION))
    assert BELOVA not in {*graph.subjects(), *graph.objects()}
    assert len(set(graph.subjects(OA.hasSource))) == len(set(whole.subjects(OA.hasSource))) - 1
    assert {s for s in graph.subjects() if str(s).startswith(ARTICLE)} < set(whole.subjects())


def test_another_type_takes_what_only_the_old_one_had() -> None:
    graph, _ = amended(retyped(KYIV, Kind.COURT))
    assert set(graph.objects(KYIV, RDF.type)) == {ONR.Court, ONR.Organization}
    assert (KYIV, OWL.sameAs, None) not in graph
    assert of(amended(retyped(KULEBA, Kind.ORGANIZATION))[0], ONR.Position) == []


def test_the_encoder_was_sure_of_the_old_type_only() -> None:
    mentions = set(amended(struck(KYIV))[0].objects(KULEBA, ONR.mention))
    of_kuleba = [(mention, ONR.confidence, None) for mention in mentions]
    assert any(triple in amended(struck(KYIV))[0] for triple in of_kuleba)
    assert not any(triple in amended(retyped(KULEBA, Kind.PLACE))[0] for triple in of_kuleba)


def test_the_old_name_stays_beside_the_preferred_one() -> None:
    graph, _ = amended(Amendment(names={str(KULEBA): ("Kuleba", BY)}))
    assert list(graph.objects(KULEBA, SDO.name)) == [Literal("Kuleba")]
    assert list(graph.objects(KULEBA, SKOS.altLabel)) == [Literal("Mykola Kuleba")]
