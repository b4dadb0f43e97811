"""The gate: what conforms goes on, what does not is held back with its reason, and only that."""

from dataclasses import replace
from decimal import Decimal

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, PROV, RDF, SDO, SH

import samples
from onrecord.claims import Claims, Source
from onrecord.gate import gate, report
from onrecord.gate.gate import admit
from onrecord.graph import article_graph, iri, packed, to_ntriples
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.graph.terms import term
from onrecord.sources.article import Article
from onrecord.values.findings import Evidence
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection
from samples import ARTICLE, CONFIGURATION, FIGURE, claims

BAD = replace(FIGURE, value=Decimal(700), upper=None, hedge="exact", counted=" ", evidence=(samples.at("30 children"),))


def written(said: Claims, article: Article = ARTICLE) -> Graph:
    return samples.rdf(article_graph(article, said, CONFIGURATION))


SOUND = written(claims())


def one(graph: Graph, of_type: URIRef) -> URIRef:
    (node,) = graph.subjects(RDF.type, of_type)
    assert isinstance(node, URIRef)
    return node


def copy(graph: Graph = SOUND) -> Graph:
    return Graph() + graph


def person(graph: Graph, name: str) -> URIRef:
    return URIRef(next(graph.subjects(SDO.name, Literal(name))))


def loose(graph: Graph) -> set[str]:
    """Nodes that nothing rests on and that say nothing by themselves."""
    nodes = {*graph.subjects(RDF.type, PROV.Attribution), *graph.subjects(OA.hasSource), *graph.subjects(OA.exact)}
    linked = {node for _, predicate, node in graph if predicate != RDF.type}
    reached, frontier = set(), set(linked - nodes) | {s for s in graph.subjects() if s not in nodes}
    while frontier:
        reached |= frontier
        frontier = {o for node in frontier for o in graph.objects(node)} - reached
    return {str(node) for node in nodes - reached}


def test_what_conforms_goes_in_whole() -> None:
    admitted, rejections = admit(copy(), ARTICLE.text)
    assert set(admitted) == set(SOUND)
    assert rejections == ()


def test_a_figure_of_nothing_is_held_back_and_the_rest_goes_in() -> None:
    graph = written(claims(figures=[FIGURE, BAD]))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert set(admitted) == set(SOUND)
    (rejection,) = rejections
    assert rejection.source == "release.txt"
    assert rejection.message == "A figure says what is counted."
    assert rejection.sentence == samples.SECOND.exact
    assert rejection.statement.startswith("Figure: ")
    assert "value 700" in rejection.statement


def test_a_refused_person_takes_along_what_needs_somebody() -> None:
    graph = copy()
    kuleba = person(graph, "Mykola Kuleba")
    graph.add((kuleba, RDF.type, ONR.Place))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert (kuleba, None, None) not in admitted
    assert (None, None, kuleba) not in admitted
    assert not set(admitted.subjects(RDF.type, ONR.Position))
    assert not set(admitted.subjects(RDF.type, ONR.Figure)), "without its source it would pass for the article's own"
    assert {r.message for r in rejections} >= {
        "A person is neither a place nor an organization.",
        "A position is held by one person.",
        "Every source in a figure's chain is somebody the graph knows, at one place in it, by words of the article.",
    }
    statement = one(admitted, ONR.Statement)
    assert admitted.value(statement, ONR.speaker) is None
    assert one(admitted, ONR.Act)
    assert loose(admitted) == set()


def test_an_act_whose_body_is_refused_stays_without_it() -> None:
    graph = copy()
    graph.set((person(graph, "International Criminal Court"), SDO.name, Literal(" ")))
    admitted, _ = admit(graph, ARTICLE.text)
    act = one(admitted, ONR.Act)
    assert admitted.value(act, ONR.by) is None
    assert loose(admitted) == set()


def test_an_act_that_was_only_sought_goes_with_whoever_sought_it() -> None:
    graph = copy()
    court, act = person(graph, "International Criminal Court"), one(graph, ONR.Act)
    graph.set((act, ONR.standing, URIRef(str(term("standing", "sought")))))
    graph.set((court, SDO.name, Literal(" ")))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert not set(admitted.subjects(RDF.type, ONR.Act))
    assert any(r.message.startswith("The maker of an act is named or described") for r in rejections)


@pytest.mark.parametrize("shift", [-1, 1, 1000])
def test_a_mention_whose_offsets_do_not_yield_its_quote_is_held_back(shift: int) -> None:
    where = samples.SAVE_UKRAINE.mentions[0]
    moved = Evidence(where.start + shift, where.end + shift, where.exact)
    entity = replace(samples.SAVE_UKRAINE, mentions=(moved,))
    graph = written(samples.Claims(entities=(entity, samples.KYIV)))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert {r.message for r in rejections} == {
        "The text between the offsets is not the quote.",
        "An organization is known by the words of an article.",
    }
    assert set(admitted) == set(written(samples.Claims(entities=(samples.KYIV,))))


def test_offsets_count_code_points() -> None:
    text = "👩‍👧 e\u0301\r\nМарія came home."
    article = replace(ARTICLE, text=text)
    entity = replace(samples.BELOVA, name="Марія", labels=("Марія",), mentions=(samples.at("Марія", text),))
    graph = written(samples.Claims(entities=(entity,)), article)
    assert admit(graph, text)[1] == ()


def test_what_is_held_back_leaves_no_evidence_behind() -> None:
    source = Source(samples.BELOVA, samples.at("Maria Lvova-Belova"))
    shared = replace(BAD, evidence=(*BAD.evidence, *FIGURE.evidence), sources=(source,))
    graph = written(claims(figures=[shared], statements=[], sentences=[samples.SECOND]))
    admitted, _ = admit(graph, ARTICLE.text)
    assert loose(admitted) == set()


def test_evidence_goes_with_its_sentence_in_whatever_order_they_are_met() -> None:
    for start in range(6):  # other offsets, other names, another order in the graph
        text = " " * start + "Nobody counted 30 children."
        article = replace(ARTICLE, text=text)
        figure = replace(BAD, evidence=(samples.at("30", text),), sources=())
        said = samples.Claims(figures=(figure,), sentences=(samples.at("Nobody counted 30 children.", text),))
        admitted, _ = admit(written(said, article), text)
        assert set(admitted.objects(predicate=RDF.type)) == {ONR.Article}


def test_what_rests_on_refused_evidence_keeps_its_other_evidence() -> None:
    graph = written(claims(figures=[]))
    wrong = URIRef(iri.selector(iri.article(ARTICLE), samples.at("Kuleba", nth=1)))
    graph.set((wrong, OA.exact, Literal("Zelenska")))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert [r.message for r in rejections] == ["The text between the offsets is not the quote."]
    kuleba = person(admitted, "Mykola Kuleba")
    assert len(set(admitted.objects(kuleba, ONR.mention))) == 1
    assert set(admitted.subjects(ORG.member, kuleba))


def test_an_article_that_does_not_conform_itself_is_refused_whole() -> None:
    graph = copy()
    graph.remove((URIRef(iri.article(ARTICLE)), ONR.source, None))
    with pytest.raises(RuntimeError, match="the article itself does not conform: An article has one source"):
        admit(graph, ARTICLE.text)


def test_rejections_come_in_order_and_the_result_does_not_depend_on_it() -> None:
    bad = [replace(BAD, value=Decimal(value)) for value in (3, 1, 2)]
    results = [admit(written(claims(figures=figures)), ARTICLE.text) for figures in (bad, bad[::-1])]
    assert results[0][1] == results[1][1] == tuple(sorted(results[0][1]))
    assert to_ntriples(results[0][0]) == to_ntriples(results[1][0])


# Many articles at once -----------------------------------------------------------------------------------------------


def test_of_many_articles_only_those_with_a_fault_are_suspect() -> None:
    sound, faulty = ARTICLE, replace(ARTICLE, source="b.txt")
    graphs = {
        iri.article(sound): Ntriples.of(to_ntriples(SOUND)),
        iri.article(faulty): packed(article_graph(faulty, claims(figures=[BAD]), CONFIGURATION)),
    }
    texts = dict.fromkeys(graphs, ARTICLE.text)
    assert gate.suspects(graphs, texts) == {iri.article(faulty)}
    texts[iri.article(sound)] = "Another text."
    assert gate.suspects(graphs, texts) == set(graphs)


def test_what_has_more_than_one_form_is_suspect(caplog: pytest.LogCaptureFixture) -> None:
    name = iri.article(ARTICLE)
    twice = to_ntriples(SOUND).replace('"30"^^', '"30.0"^^')
    with caplog.at_level("DEBUG"):
        assert gate.suspects({name: Ntriples.of(twice)}, {name: ARTICLE.text}) == {name}
    assert f"whether {name} conforms is left to pySHACL" in caplog.text


def test_shapes_that_are_not_known_leave_every_article_to_pyshacl(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    unknown = (URIRef("https://w3id.org/onrecord/shape/Person"), SH.maxLength, Literal(3))
    monkeypatch.setattr(gate, "read_shapes", lambda files: report.read_shapes(files).add(unknown))
    monkeypatch.setattr(gate, "_compiled", gate._compiled.__wrapped__)
    assert gate.suspects({iri.article(ARTICLE): Ntriples.of(to_ntriples(SOUND))}, {iri.article(ARTICLE): ARTICLE.text})
    assert "every article is left to pySHACL" in caplog.text
    assert str(SH.maxLength) in caplog.text


# What people are told ------------------------------------------------------------------------------------------------


def test_a_rejection_names_the_article_of_its_node() -> None:
    other = replace(ARTICLE, source="a.txt")
    both = copy() + written(claims(figures=[BAD]), other)
    told = [report.describe(both, node, message) for node, message in report.violations(report.report(both), both)]
    assert [r.source for r in told] == ["a.txt"]


def test_a_rejection_of_evidence_quotes_its_sentence() -> None:
    node = URIRef(iri.evidence(iri.article(ARTICLE), samples.at("head")))
    assert report.describe(SOUND, node, "Wrong.") == Rejection(
        "release.txt", str(node), "Evidence", "Wrong.", samples.FIRST.exact
    )


def test_a_selector_that_does_not_conform_takes_with_it_all_that_it_selects() -> None:
    event = replace(samples.EVENT, evidence=(samples.at("Kyiv"),), acts=())
    graph = written(claims(events=[event]))
    selector = URIRef(iri.selector(iri.article(ARTICLE), samples.at("Kyiv")))
    graph.set((selector, OA.exact, Literal("Lviv")))
    admitted, rejections = admit(graph, ARTICLE.text)
    assert [r.statement.partition(":")[0] for r in rejections if "not the quote" in r.message] == ["Mention", "Mention"]
    assert not {"Kyiv", "the return"} & set(map(str, admitted.objects(predicate=SDO.name)))


def test_evidence_that_is_a_mention_no_more_says_nothing_of_how_it_was_one() -> None:
    entity = replace(samples.KULEBA, name=" ", labels=(" ",), reasons=("named in full", "surname"))
    statement = replace(samples.STATEMENT, speaker=None)
    said = samples.Claims(entities=(entity, samples.KYIV), statements=(statement,), sentences=samples.sentences())
    admitted, _ = admit(written(said), ARTICLE.text)
    (words,) = admitted.objects(predicate=ONR.speakerEvidence)
    assert set(admitted.predicates(words)) == {OA.hasSource, OA.hasSelector, ONR.sentence}
