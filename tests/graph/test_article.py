"""The only door from values to RDF: compared as sets of triples, never as text."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, RDF, SDO, SKOS, XSD

import samples
from onrecord.claims import Claims, Source
from onrecord.document import Block, BlockKind
from onrecord.graph import article_graph, identity_graph, iri, run_graph, to_ntriples
from onrecord.graph.rdflib_terms import OA, ONR
from onrecord.graph.vocabulary import EDTF
from onrecord.sources.article import Method
from onrecord.values.claims import BirthClaim, Effect
from onrecord.values.findings import DateExpression, Evidence, Form, Kind
from onrecord.values.identities import Identity
from samples import ARTICLE, CONFIGURATION, FIGURE, KULEBA, KYIV, SAVE_UKRAINE, STATEMENT, at, claims

HERE = URIRef(iri.article(ARTICLE))


def written(said: Claims) -> Graph:
    return samples.rdf(article_graph(ARTICLE, said, CONFIGURATION))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return written(claims())


def the(graph: Graph, of_type: URIRef) -> URIRef:
    (node,) = graph.subjects(RDF.type, of_type)
    assert isinstance(node, URIRef)
    return node


def named(graph: Graph, name: str) -> URIRef:
    (node,) = graph.subjects(SDO.name, Literal(name))
    assert isinstance(node, URIRef)
    return node


def quotes(graph: Graph, node: URIRef, link: URIRef = ONR.evidence) -> list[str]:
    return sorted(str(q) for q in graph.objects(node, link / OA.hasSelector / OA.exact))


def values(graph: Graph, node: URIRef, *links: URIRef) -> list[str]:
    return [str(graph.value(node, link)) for link in links]


# An article and what it says -----------------------------------------------------------------------------------------


def test_the_article_is_described_and_its_text_is_not_in_the_graph(graph: Graph) -> None:
    assert (HERE, RDF.type, ONR.Article) in graph
    assert values(graph, HERE, ONR.source, ONR.sha256) == [ARTICLE.source, ARTICLE.sha256]
    assert graph.value(HERE, SDO.datePublished) == Literal(dt.date(2024, 1, 25))
    assert values(graph, HERE, SDO.headline, SDO.url, SDO.inLanguage) == ["Children “home”", ARTICLE.url, "en"]
    assert graph.value(HERE, PROV.wasAttributedTo) == URIRef(iri.configuration(CONFIGURATION.fingerprint))
    assert Literal(ARTICLE.text) not in set(graph.objects())


def test_what_an_article_does_not_say_is_not_in_its_graph() -> None:
    article = replace(ARTICLE, published="", headline="", url="", publisher="", language="")
    bare = samples.rdf(article_graph(article, Claims(), CONFIGURATION))
    assert {p for _, p, _ in bare} == {RDF.type, ONR.source, ONR.sha256, PROV.wasAttributedTo}


def test_an_entity_has_its_names_its_mentions_and_what_it_is_elsewhere(graph: Graph) -> None:
    person, place = named(graph, "Mykola Kuleba"), named(graph, "Kyiv")
    assert set(graph.objects(person, RDF.type)) == {ONR.Person}
    assert set(graph.objects(person, SKOS.altLabel)) == {Literal("Kuleba")}
    assert quotes(graph, person, ONR.mention) == ["Kuleba", "Mykola Kuleba"]
    assert set(graph.objects(place, OWL.sameAs)) == {URIRef("http://www.wikidata.org/entity/Q1899")}


def test_a_court_is_an_organization_as_well(graph: Graph) -> None:
    court = named(graph, "International Criminal Court")
    assert set(graph.objects(court, RDF.type)) == {ONR.Court, ONR.Organization}


def test_a_figure_keeps_value_hedge_and_the_interval_they_allow(graph: Graph) -> None:
    figure = the(graph, ONR.Figure)
    links = (ONR.value, ONR["upper"], ONR.lowerBound, ONR.upperBound, ONR.counted)
    assert values(graph, figure, *links) == ["20", "30", "20", "30", "children"]
    assert graph.value(figure, ONR.value).datatype == XSD.decimal
    assert values(graph, figure, ONR.hedge, ONR.action, ONR.scope, ONR.factuality) == [
        "https://w3id.org/onrecord/hedge/between",
        "https://w3id.org/onrecord/action/returned",
        "https://w3id.org/onrecord/scope/increment",
        "https://w3id.org/onrecord/factuality/fact",
    ]
    assert graph.value(figure, ONR.asOf) == Literal(dt.date(2024, 1, 24))
    assert quotes(graph, figure) == ["Between 20 and 30"]


@pytest.mark.parametrize(
    ("hedge", "bounds"),
    [
        ("exact", {ONR.lowerBound: "20", ONR.upperBound: "20"}),
        ("more_than", {ONR.lowerBound: "20", ONR.lowerOpen: "true"}),
        ("nearly", {ONR.upperBound: "20", ONR.upperOpen: "true"}),
        ("about", {}),
    ],
)
def test_a_hedge_that_sets_no_bound_leaves_it_out(hedge: str, bounds: dict[URIRef, str]) -> None:
    graph = written(claims(figures=[replace(FIGURE, upper=None, hedge=hedge)]))
    figure = the(graph, ONR.Figure)
    links = (ONR.lowerBound, ONR.upperBound, ONR.lowerOpen, ONR.upperOpen)
    assert {p: str(o) for p, o in graph.predicate_objects(figure) if p in links} == bounds


@pytest.mark.parametrize(
    ("value", "expected"),
    [("20", "20"), ("1.6E+6", "1600000"), ("80.40", "80.4"), ("0", "0"), ("1000", "1000"), ("0.05", "0.05")],
)
def test_a_value_is_written_without_exponent_and_trailing_zeros(value: str, expected: str) -> None:
    graph = written(claims(figures=[replace(FIGURE, value=Decimal(value), upper=None, hedge="exact")]))
    assert values(graph, the(graph, ONR.Figure), ONR.value) == [expected]


def test_the_chain_of_sources_is_kept_and_the_last_one_is_the_original(graph: Graph) -> None:
    figure = the(graph, ONR.Figure)
    chain = {
        int(graph.value(link, ONR.rank)): graph.value(link, PROV.agent)
        for link in graph.objects(figure, PROV.qualifiedAttribution)
    }
    assert chain == {1: named(graph, "Save Ukraine"), 2: named(graph, "Mykola Kuleba")}
    assert graph.value(figure, ONR.reportedBy) == chain[2]
    named_by = {quote for link in graph.objects(figure, PROV.qualifiedAttribution) for quote in quotes(graph, link)}
    assert named_by == {"Save Ukraine", "Kuleba"}


def test_a_place_is_a_link_of_the_chain_and_no_source() -> None:
    graph = written(claims(figures=[replace(FIGURE, sources=(Source(KYIV, at("Kyiv")),))]))
    figure = the(graph, ONR.Figure)
    assert graph.value(figure, ONR.reportedBy) is None
    assert graph.value(graph.value(figure, PROV.qualifiedAttribution), PROV.agent) == named(graph, "Kyiv")


def test_a_correction_points_to_the_figure_that_it_takes_back() -> None:
    gone = replace(FIGURE, value=Decimal(24), upper=None, hedge="exact", withdrawn=True, evidence=(at("24"),))
    graph = written(claims(figures=[replace(FIGURE, corrects=gone.evidence), gone]))
    ((holds, withdrawn),) = graph.subject_objects(ONR.corrects)
    assert values(graph, holds, ONR.value) == ["20"]
    assert values(graph, withdrawn, ONR.value, ONR.withdrawn) == ["24", "true"]
    assert graph.value(holds, ONR.withdrawn) is None


def test_a_figure_in_the_articles_own_voice_has_no_source() -> None:
    graph = written(claims(figures=[replace(FIGURE, sources=())]))
    assert graph.value(the(graph, ONR.Figure), ONR.reportedBy) is None


def test_a_total_points_to_the_figures_that_make_it_up() -> None:
    parts = [
        replace(FIGURE, value=Decimal(n), upper=None, evidence=(at(words),)) for n, words in ((12, "24"), (8, "30"))
    ]
    total = replace(FIGURE, parts=tuple(part.evidence[0] for part in parts))
    graph = written(claims(figures=[total, *parts]))
    ((one, first), (two, second)) = graph.subject_objects(ONR.sumOf)
    assert one == two and sorted(values(graph, first, ONR.value) + values(graph, second, ONR.value)) == ["12", "8"]


def test_a_statement_has_its_words_its_speaker_and_what_it_contains(graph: Graph) -> None:
    statement = the(graph, ONR.Statement)
    assert quotes(graph, statement) == ["“Between 20 and 30 children\nwere returned,”"]
    assert graph.value(statement, ONR.speaker) == named(graph, "Mykola Kuleba")
    assert quotes(graph, statement, ONR.speakerEvidence) == ["Kuleba"]
    assert quotes(graph, statement, ONR.cueEvidence) == ["said"]
    assert values(graph, statement, ONR.speechForm, ONR.date) == ["direct", "2024-01-24"]
    assert set(graph.objects(statement, ONR.contains)) == {the(graph, ONR.Figure)}


def test_each_stretch_of_an_interrupted_statement_is_its_evidence() -> None:
    parts = (at("“Between 20 and"), at("children\nwere returned,”"))
    graph = written(claims(statements=[replace(STATEMENT, parts=parts)]))
    statement = the(graph, ONR.Statement)
    assert sorted(quotes(graph, statement)) == sorted(part.exact for part in parts)
    assert set(graph.objects(statement, ONR.contains)) == set()  # the number is in neither


@pytest.mark.parametrize(("given", "written_as"), [("0.98", "0.98"), ("0.90", "0.9"), ("1.00", "1"), ("0.00", "0")])
def test_confidence_is_written_in_one_way_once_a_mention_and_once_a_statement(given: str, written_as: str) -> None:
    sure = replace(KULEBA, confidences=(Decimal(given), None))
    said = replace(STATEMENT, speaker=sure, confidence=Decimal(given))
    graph = written(claims(entities=[sure, SAVE_UKRAINE, KYIV], figures=[], positions=[], acts=[], statements=[said]))
    told = dict(graph.subject_objects(ONR.confidence))
    assert list(told.values()) == [Literal(written_as, datatype=XSD.decimal)] * 2
    assert [str(value) for value in told.values()] == [written_as] * 2
    (mention,) = set(told) - {the(graph, ONR.Statement)}
    assert str(graph.value(mention, OA.hasSelector / OA.exact)) == "Mykola Kuleba"


def test_what_only_rules_found_has_no_confidence() -> None:
    unsure = replace(KULEBA, confidences=())
    said = replace(STATEMENT, speaker=unsure, confidence=None)
    graph = written(claims(entities=[unsure, KYIV], figures=[], positions=[], acts=[], statements=[said]))
    assert (None, ONR.confidence, None) not in graph
    assert len(set(graph.objects(None, ONR.mention))) == 3


def test_those_who_say_it_together_have_a_statement_each() -> None:
    other = replace(samples.STATEMENT, speaker=samples.SAVE_UKRAINE, speaker_evidence=samples.at("Save Ukraine"))
    graph = written(claims(statements=[samples.STATEMENT, other]))
    speakers = {who for _, who in graph.subject_objects(ONR.speaker)}
    assert speakers == {named(graph, "Mykola Kuleba"), named(graph, "Save Ukraine")}
    assert len(set(graph.subjects(ONR.speaker))) == 2


def test_a_statement_says_what_it_does_and_where_it_was_made(graph: Graph) -> None:
    statement = the(graph, ONR.Statement)
    assert values(graph, statement, ONR.saying, ONR.venue) == ["https://w3id.org/onrecord/saying/assertion", "Kyiv"]
    assert quotes(graph, statement, ONR.venueEvidence) == ["Kyiv"]
    assert graph.value(statement, ONR.saidIn) == named(graph, "Kyiv")
    assert graph.value(statement, ONR.denies) is None


@pytest.mark.parametrize(
    ("denied", "kind"),
    [(FIGURE.evidence[0], ONR.Figure), (samples.ACT.evidence[0], ONR.Act), (samples.STATEMENT.quote, ONR.Statement)],
)
def test_a_denial_points_to_what_it_denies(denied: Evidence, kind: URIRef) -> None:
    denial = replace(samples.STATEMENT, quote=samples.at("head"), kind="denial", denies=denied, venue=None, place=None)
    graph = written(claims(statements=[samples.STATEMENT, denial]))
    ((node, what),) = graph.subject_objects(ONR.denies)
    assert quotes(graph, node) == ["head"]
    assert (what, RDF.type, kind) in graph
    assert graph.value(node, ONR.venue) is None


def test_a_position_ties_a_person_to_a_title_and_an_organization(graph: Graph) -> None:
    position = the(graph, ONR.Position)
    assert graph.value(position, ORG.member) == named(graph, "Mykola Kuleba")
    assert graph.value(position, ORG.organization) == named(graph, "Save Ukraine")
    assert values(graph, position, SDO.roleName) == ["head"]


def test_an_act_has_its_type_body_and_those_it_concerns(graph: Graph) -> None:
    act = the(graph, ONR.Act)
    assert values(graph, act, ONR.actType, ONR.standing) == [
        "https://w3id.org/onrecord/act/ArrestWarrant",
        "https://w3id.org/onrecord/standing/issued",
    ]
    assert graph.value(act, ONR.by) == named(graph, "International Criminal Court")
    assert set(graph.objects(act, ONR.against)) == {named(graph, "Maria Lvova-Belova")}


def test_an_event_has_its_kind_day_place_and_each_place_that_tells_it() -> None:
    graph = written(samples.claims_of_event())
    event = the(graph, ONR.Event)
    assert values(graph, event, ONR.eventKind, SDO.name, ONR.date) == [
        "https://w3id.org/onrecord/event/mission",
        "the return",
        "2024-01-24",
    ]
    assert graph.value(event, ONR.where) == named(graph, "Kyiv")
    assert [values(graph, told, ONR.rule) for told in graph.objects(event, ONR.mention)] == [["first told"]]
    assert quotes(graph, event, ONR.mention) == ["were returned"]


def test_figures_and_acts_point_to_the_event_that_they_belong_to() -> None:
    graph = written(samples.claims_of_event())
    event, figure = the(graph, ONR.Event), the(graph, ONR.Figure)
    assert graph.value(figure, ONR.event) == graph.value(the(graph, ONR.Act), ONR.event) == event
    assert graph.value(figure, ONR.where) == named(graph, "Kyiv")
    assert graph.value(figure, ONR.agent) == named(graph, "Save Ukraine")


def test_an_act_that_is_told_in_the_words_of_two_events_belongs_to_that_of_the_first() -> None:
    said = samples.claims_of_event()
    (first,), (act,) = said.events, said.acts
    again = Evidence(act.evidence[0].end + 1, act.evidence[0].end + 3, "it")
    other = replace(first, evidence=(again,), reasons=("first told",), acts=(again,))
    graph = written(replace(said, acts=(replace(act, evidence=(*act.evidence, again)),), events=(other, first)))
    (event,) = graph.objects(the(graph, ONR.Act), ONR.event)
    assert quotes(graph, event, ONR.mention) == ["were returned"]


def test_a_figure_without_a_sure_event_points_to_none(graph: Graph) -> None:
    assert values(graph, the(graph, ONR.Figure), ONR.event, ONR.where, ONR.agent) == ["None"] * 3


def test_equal_figures_of_two_events_are_two() -> None:
    said = samples.claims_of_event()
    other = replace(samples.EVENT, evidence=(samples.at("spoke"),), acts=())
    figures = (*said.figures, replace(said.figures[0], event=other.evidence[0]))
    graph = written(replace(said, figures=figures, events=(*said.events, other)))
    assert len(set(graph.subjects(RDF.type, ONR.Figure))) == 2


@pytest.mark.parametrize(
    ("value", "datatype", "earliest", "latest"),
    [
        ("2024-01-24", XSD.date, "2024-01-24", "2024-01-24"),
        ("2023-03", XSD.gYearMonth, "2023-03-01", "2023-03-31"),
        ("2023", XSD.gYear, "2023-01-01", "2023-12-31"),
        ("2022-02-24/2023-03", EDTF.EDTF, "2022-02-24", "2023-03-31"),
    ],
)
def test_a_date_is_as_precise_as_the_article_gives_it(value: str, datatype: URIRef, earliest: str, latest: str) -> None:
    graph = written(claims(dates=[DateExpression(samples.at("March 2023"), value, earliest, latest, "full")]))
    node = the(graph, ONR.DateExpression)
    assert graph.value(node, ONR.date) == Literal(value, datatype=datatype)
    assert graph.value(node, ONR.earliest) == Literal(earliest, datatype=XSD.date)
    assert graph.value(node, ONR.latest) == Literal(latest, datatype=XSD.date)


def test_what_is_no_date_is_written_as_text_for_the_gate_to_refuse() -> None:
    graph = written(claims(dates=[replace(samples.DATES[0], value="2024-02-30")]))
    node = the(graph, ONR.DateExpression)
    assert graph.value(node, ONR.date) == Literal("2024-02-30")
    assert graph.value(node, ONR.earliest) is None


# Evidence ------------------------------------------------------------------------------------------------------------


def test_every_stretch_of_text_yields_its_words(graph: Graph) -> None:
    selectors = set(graph.subjects(OA.exact))
    assert len(selectors) > 10
    for selector in selectors:
        start, end = (int(graph.value(selector, offset)) for offset in (OA.start, OA.end))
        assert ARTICLE.text[start:end] == str(graph.value(selector, OA.exact))


def test_evidence_knows_every_sentence_it_lies_in(graph: Graph) -> None:
    statement = the(graph, ONR.Statement)
    (quote,) = graph.objects(statement, ONR.evidence)
    assert quotes(graph, quote, ONR.sentence) == [samples.SECOND.exact]
    across = replace(samples.STATEMENT, quote=samples.at("Kyiv.\n“Between"))
    graph = written(claims(statements=[across]))
    (quote,) = graph.objects(the(graph, ONR.Statement), ONR.evidence)
    assert quotes(graph, quote, ONR.sentence) == [samples.FIRST.exact, samples.SECOND.exact]


@pytest.mark.parametrize(
    ("form", "told"), [(Form.NAME, None), (Form.ROLE, Literal("role")), (Form.PRONOUN, Literal("pronoun"))]
)
def test_a_mention_has_its_form_where_it_is_no_name(form: Form, told: Literal | None) -> None:
    graph = written(Claims(entities=(replace(KYIV, forms=(form,)),)))
    (mention,) = graph.objects(named(graph, "Kyiv"), ONR.mention)
    assert graph.value(mention, ONR.form) == told


def test_words_that_name_somebody_are_one_node_for_all_that_rests_on_them(graph: Graph) -> None:
    statement, person = the(graph, ONR.Statement), named(graph, "Mykola Kuleba")
    assert set(graph.objects(statement, ONR.speakerEvidence)) < set(graph.objects(person, ONR.mention))


def test_a_sentence_that_is_a_mention_as_well_has_a_node_of_its_own() -> None:
    whole = Evidence(0, len("Kyiv"), "Kyiv")
    article = replace(ARTICLE, text="Kyiv")
    said = Claims(entities=(replace(KYIV, mentions=(whole,)),), sentences=(whole,))
    graph = samples.rdf(article_graph(article, said, CONFIGURATION))
    assert set(graph.objects(None, ONR.sentence)) == {URIRef(iri.evidence(iri.article(article), whole))}
    assert len(set(graph.subjects(OA.hasSelector))) == 2 and len(set(graph.subjects(OA.exact))) == 1


def test_in_a_printed_document_evidence_has_the_page_that_it_starts_on() -> None:
    first, sentence = sorted(claims().sentences)[:2]
    cut = sentence.start + 5  # the second sentence goes on, on page 4
    pages = (Block(0, cut, BlockKind.PAGE, "3"), Block(cut, len(ARTICLE.text), BlockKind.PAGE, "4"))
    graph = samples.rdf(article_graph(replace(ARTICLE, blocks=pages), claims(), CONFIGURATION))

    def page(of: Evidence) -> list[str]:
        node = URIRef(iri.evidence(str(HERE), of))
        return [str(value) for value in graph.objects(node, OA.hasSelector / RDF.value)]

    after = next(one for one in sorted(claims().sentences) if one.start > cut)
    assert [page(one) for one in (first, sentence, after)] == [["page=3"], ["page=3"], ["page=4"]]
    (selector,) = graph.subjects(RDF.value, Literal("page=4"))
    assert (selector, RDF.type, OA.FragmentSelector) in graph
    assert (selector, DCTERMS.conformsTo, URIRef("http://tools.ietf.org/rfc/rfc3778")) in graph


def test_what_has_no_pages_has_none_in_its_graph(graph: Graph) -> None:
    assert not set(graph.subjects(RDF.type, OA.FragmentSelector))


def test_when_an_archive_captured_an_article_is_told() -> None:
    captured = replace(ARTICLE, retrieved="2022-03-04T10:15:00+00:00")
    graph = samples.rdf(article_graph(captured, Claims(), CONFIGURATION))
    assert graph.value(HERE, ONR.retrieved) == Literal(dt.datetime(2022, 3, 4, 10, 15, tzinfo=dt.UTC))


def test_what_an_article_was_taken_from_is_told_with_the_hash_of_its_bytes() -> None:
    graph = samples.rdf(article_graph(replace(ARTICLE, method=Method.PDF, received="ef" * 32), Claims(), CONFIGURATION))
    assert [str(graph.value(HERE, told)) for told in (ONR.receivedAs, ONR.receivedSha256)] == ["pdf", "ef" * 32]


def test_the_iri_of_an_article_is_minted_from_its_source_and_the_hash_of_its_text(graph: Graph) -> None:
    told = (str(graph.value(HERE, predicate)) for predicate in (ONR.source, ONR.sha256))
    assert iri.article_of(*told) == str(HERE) != iri.article_of(ARTICLE.source, "ab" * 32)


def test_no_blank_nodes_and_every_node_but_evidence_says_what_it_is(graph: Graph) -> None:
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
    evidence = {*graph.subjects(OA.hasSource), *graph.subjects(OA.exact)}
    assert all((subject, RDF.type, None) in graph for subject in set(graph.subjects()) - evidence)
    assert not any((node, RDF.type, None) in graph for node in evidence)


def test_a_mention_costs_nine_triples_at_most_and_its_sentence_five_for_all(graph: Graph) -> None:
    person = replace(KULEBA, reasons=("named in full", "surname"), labels=(KULEBA.name,))
    alone = written(Claims(entities=(person,), sentences=(samples.FIRST, samples.SECOND)))
    bare = written(Claims(entities=(replace(person, mentions=(), reasons=(), forms=(), confidences=()),)))
    assert len(alone) - len(bare) == 9 + 8 + 2 * 5  # the second mention without confidence, each in a sentence


# Order and form ------------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_order_of_claims_does_not_matter(data: st.DataObject) -> None:
    whole = claims(
        figures=[FIGURE, replace(FIGURE, value=Decimal(7), upper=None, hedge="exact", sources=())],
        acts=[samples.ACT, replace(samples.ACT, type="Charge", against=(samples.BELOVA, KULEBA))],
    )
    shuffled = Claims(*(tuple(data.draw(st.permutations(getattr(whole, name)))) for name in Claims.__slots__))
    assert to_ntriples(written(shuffled)) == to_ntriples(written(whole))


@given(
    counted=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    title=st.text("a\n\r\t\"'\\\u2028é", min_size=1),
)
def test_any_text_comes_back_from_n_triples_as_it_was(counted: str, title: str) -> None:
    said = Claims(
        entities=(KULEBA, SAVE_UKRAINE), figures=(replace(FIGURE, counted=counted),), sentences=samples.sentences()
    )
    said = replace(said, positions=(replace(samples.POSITION, title=title),))
    graph = written(said)
    lines = to_ntriples(graph)
    read = list(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    assert {(t.subject.value, t.predicate.value, t.object.value) for t in read} == {
        (str(s), str(p), str(o)) for s, p, o in graph
    }
    assert lines.count("\n") == len(graph)


def test_equal_claims_of_two_articles_share_no_node(graph: Graph) -> None:
    other = samples.rdf(article_graph(replace(ARTICLE, source="copy.txt"), claims(), CONFIGURATION))
    assert not set(graph.subjects()) & set(other.subjects())


# Identities and runs -------------------------------------------------------------------------------------------------


def test_an_identity_ties_the_articles_entities_together() -> None:
    node, members = URIRef("https://w3id.org/onrecord/court/x"), ("https://a#1", "https://b#1")
    graph = samples.rdf(identity_graph([Identity(str(node), Kind.COURT, "The Court", members, ("https://c",))]))
    assert set(graph.objects(node, RDF.type)) == {ONR.Identity, SDO.Organization}
    assert set(graph.subjects(ONR.identity, node)) == {URIRef("https://a#1"), URIRef("https://b#1")}
    assert values(graph, node, SDO.name, OWL.sameAs) == ["The Court", "https://c"]


def test_a_run_is_on_record_with_its_times_its_configuration_and_its_models() -> None:
    started, ended = (dt.datetime(2025, 7, 25, 9, minute, tzinfo=dt.UTC) for minute in (33, 34))
    graph = samples.rdf(run_graph(CONFIGURATION, started, ended, [str(HERE)]))
    run, agent = the(graph, ONR.Run), the(graph, ONR.Configuration)
    assert graph.value(run, PROV.startedAtTime) == Literal("2025-07-25T09:33:00+00:00", datatype=XSD.dateTime)
    assert graph.value(run, PROV.endedAtTime) == Literal("2025-07-25T09:34:00+00:00", datatype=XSD.dateTime)
    assert graph.value(run, PROV.wasAssociatedWith) == agent == URIRef(iri.configuration(CONFIGURATION.fingerprint))
    assert values(graph, agent, ONR.version, ONR.fingerprint) == ["0.0", "cd" * 32]
    (model,) = graph.objects(agent, ONR.model)
    assert values(graph, model, SDO.name, ONR.version, ONR.sha256) == ["reads_en", "1.0", "ab" * 32]
    assert graph.value(HERE, PROV.wasGeneratedBy) == run


def test_acts_point_to_the_earlier_ones_that_they_uphold_overturn_or_amend() -> None:
    for kind, tie in (("upholds", ONR.upholds), ("overturns", ONR.overturns), ("amends", ONR.amends)):
        later = replace(samples.ACT, type="Judgment", effects=(Effect(kind, 0),))
        graph = written(claims(acts=[samples.ACT, later]))
        earlier, judgment = (
            next(graph.subjects(ONR.actType, URIRef(iri.term("act", act.type)))) for act in (samples.ACT, later)
        )
        assert list(graph.subject_objects(tie)) == [(judgment, earlier)]


def test_an_act_and_one_that_changes_it_are_two_though_nothing_else_tells_them_apart() -> None:
    changing = replace(samples.ACT, effects=(Effect("amends", 0),))
    graph = written(claims(acts=[samples.ACT, changing]))
    ((later, earlier),) = graph.subject_objects(ONR.amends)
    assert later != earlier


def test_when_somebody_was_born() -> None:
    born = BirthClaim(KULEBA, "1983-05", (at("Kuleba"),))
    graph = written(replace(claims(), births=(born,)))
    person = graph.value(None, SDO.name, Literal(KULEBA.name))
    assert graph.value(person, SDO.birthDate) == Literal("1983-05", datatype=XSD.gYearMonth)
    assert graph.value(person, ONR.evidence) is not None
