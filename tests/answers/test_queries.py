"""The named questions: the columns they keep, and exactly what they answer of claims made by hand."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, named, named_queries
from onrecord.document import Block, BlockKind
from onrecord.graph import iri
from onrecord.lexicon import bases
from onrecord.store import Reader
from onrecord.values.claims import AccusationClaim, Effect
from onrecord.values.findings import Bases

COLUMNS = {
    "articles": "source article headline published publisher url sha256 retrieved publishedFrom byline language"
    " receivedAs receivedSha256",
    "people": "source person name labels",
    "organizations": "source organization name labels",
    "courts": "source court name labels",
    "places": "source place name labels",
    "dates": "source text value start end",
    "mentions": "source node kind form name text start end confidence",
    "figures": (
        "source figure text value upper hedge counted action scope asOf reportedBy quote start end factuality "
        "where event agent confidence population"
    ),
    "events": "source event kind place date figures label",
    "positions": "source person name labels title organization role tenure attested",
    "acts": (
        "source act type by against date standing subject number byDescription where quote articles effect earlier"
    ),
    "accusations": "source person name allegation standing allegedBy byDescription date quote accusation",
    "sought": "source act type standing by soughtBy against date subject number",
    "statements": (
        "source statement speaker quote date start end speakerStart speakerEnd saying venue place denies confidence"
    ),
    "evidence": "node source start end exact page",
}
SOURCE = "release.txt"
PRINTED = replace(
    samples.ARTICLE,
    blocks=(
        Block(0, samples.SECOND.start, BlockKind.PAGE, "3"),
        Block(samples.SECOND.start, len(samples.TEXT), BlockKind.PAGE, "4"),
    ),
    retrieved="2022-03-04T10:15:00+00:00",
)


def rows(store: Path, name: str) -> list[dict[str, str]]:
    """The answer's rows; of an IRI only its readable end, without the hash."""
    answer = ask(Reader(store), named(name).text)
    assert isinstance(answer, ox.QuerySolutions)
    columns = [variable.value for variable in answer.variables]
    return [{column: _readable(solution[column]) for column in columns} for solution in answer]


def _readable(term: ox.NamedNode | ox.Literal | None) -> str:
    if isinstance(term, ox.NamedNode):
        end = term.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        return end.rsplit("-", 1)[0]
    return term.value if term is not None else ""


def cells(store: Path, name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows(store, name)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("queries") / "s")


# The contract --------------------------------------------------------------------------------------------------------


def test_every_question_of_the_contract_is_there() -> None:
    assert set(COLUMNS) <= set(named_queries())


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_a_question_has_a_title_and_returns_the_columns_its_comment_names(store: Path, name: str) -> None:
    query = named(name)
    assert query.title[0].isupper()
    assert not query.title.startswith("columns")
    answer = ask(Reader(store), query.text)
    assert isinstance(answer, ox.QuerySolutions)
    assert tuple(variable.value for variable in answer.variables) == query.columns
    assert query.columns


@pytest.mark.parametrize("name", COLUMNS)
def test_a_question_of_the_contract_keeps_its_columns(name: str) -> None:
    assert " ".join(named(name).columns) == COLUMNS[name]


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_rows_come_in_the_same_order_each_time(store: Path, name: str) -> None:
    assert "ORDER BY" in named(name).text.upper()
    assert rows(store, name) == rows(store, name)


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_an_empty_store_has_no_rows(tmp_path: Path, name: str) -> None:
    store = samples.store(tmp_path / "s", samples.Claims())
    assert name in ("articles", "history") or rows(store, name) == []


# The answers ---------------------------------------------------------------------------------------------------------


def test_articles(store: Path) -> None:
    columns = ("source", "headline", "published", "publisher", "url", "sha256")
    assert cells(store, "articles", *columns) == [
        (SOURCE, "Children “home”", "2024-01-25", "Example Wire", "https://example.org/1", samples.ARTICLE.sha256)
    ]


def test_people_with_all_their_names(store: Path) -> None:
    assert cells(store, "people", "source", "name", "labels") == [
        (SOURCE, "Maria Lvova-Belova", "Maria Lvova-Belova"),
        (SOURCE, "Mykola Kuleba", "Kuleba | Mykola Kuleba"),
    ]


def test_courts_are_organizations_as_well(store: Path) -> None:
    court = (SOURCE, "International Criminal Court", "International Criminal Court")
    assert cells(store, "courts", "source", "name", "labels") == [court]
    assert cells(store, "organizations", "source", "name", "labels") == [
        court,
        (SOURCE, "Save Ukraine", "Save Ukraine"),
    ]


def test_an_act_of_one_article_is_not_one_with_those_that_articles_share(tmp_path: Path) -> None:
    """Articles that share a warrant, and one that tells of a judgment besides."""
    judgment = replace(samples.ACT, type="Judgment", date="2024-01-20", against=())
    said = {"a.txt": samples.claims(), "b.txt": samples.claims(acts=[samples.ACT, judgment])}
    store = samples.store_of(tmp_path / "s", said)
    found = cells(store, "acts", "source", "type", "articles")
    assert [(source, kind.rpartition("/")[2], n) for source, kind, n in found] == [
        ("a.txt", "ArrestWarrant", "2"),
        ("b.txt", "ArrestWarrant", "2"),
        ("b.txt", "Judgment", "1"),
    ]
    assert len(set(cells(store, "acts", "act"))) == 2


def test_places(store: Path) -> None:
    assert cells(store, "places", "source", "place", "name", "labels") == [(SOURCE, "kyiv", "Kyiv", "Kyiv")]


def test_dates(store: Path) -> None:
    assert cells(store, "dates", "text", "value", "start", "end") == [
        ("24 January 2024", "2024-01-24", "50", "65"),
        ("March 2023", "2023-03", "214", "224"),
    ]


def test_mentions_have_a_form_and_a_court_is_only_a_court(store: Path) -> None:
    assert cells(store, "mentions", "node", "kind", "form", "name", "text") == [
        ("mykola-kuleba", "person", "name", "Mykola Kuleba", "Mykola Kuleba"),
        ("save-ukraine", "organization", "name", "Save Ukraine", "Save Ukraine"),
        ("kyiv", "place", "name", "Kyiv", "Kyiv"),
        ("mykola-kuleba", "person", "name", "Mykola Kuleba", "Kuleba"),
        (
            "international-criminal-court",
            "court",
            "name",
            "International Criminal Court",
            "International Criminal Court",
        ),
        ("maria-lvova-belova", "person", "name", "Maria Lvova-Belova", "Maria Lvova-Belova"),
    ]


def test_mentions_and_statements_say_how_sure_the_encoder_is_unless_only_rules_found_them(tmp_path: Path) -> None:
    found_by_rule = replace(samples.STATEMENT, quote=samples.at("head"), confidence=None)
    said = samples.claims(statements=[samples.STATEMENT, found_by_rule])
    store = samples.store(tmp_path / "s", said)
    assert cells(store, "mentions", "text", "confidence") == [
        ("Mykola Kuleba", "0.98"),
        ("Save Ukraine", ""),
        ("Kyiv", ""),
        ("Kuleba", ""),
        ("International Criminal Court", ""),
        ("Maria Lvova-Belova", ""),
    ]
    assert cells(store, "statements", "quote", "confidence") == [("head", ""), (samples.STATEMENT.quote.exact, "0.9")]


def test_figures(store: Path) -> None:
    (row,) = rows(store, "figures")
    assert row == {
        "source": SOURCE,
        "figure": "figure-20-children",
        "text": "Between 20 and 30",
        "value": "20",
        "upper": "30",
        "hedge": "between",
        "counted": "children",
        "action": "returned",
        "scope": "increment",
        "asOf": "2024-01-24",
        "reportedBy": "Mykola Kuleba",
        "quote": samples.SECOND.exact,
        "start": "76",
        "end": "93",
        "factuality": "fact",
        "where": "",
        "event": "",
        "agent": "",
        "confidence": str(round(bases.confidence("value-noun") * bases.confidence("counted-noun"), 2)),
        "population": "",  # the sample says none
    }


def test_a_figure_is_as_sure_as_its_number_and_what_it_counts(tmp_path: Path) -> None:
    decided = Bases(value="value-elided", counted="counted-people", action="action-words")
    store = samples.store(tmp_path / "s", samples.claims(figures=[replace(samples.FIGURE, bases=decided)]))
    sure = bases.confidence("value-elided") * bases.confidence("counted-people")
    assert cells(store, "figures", "confidence") == [(str(round(sure, 2)),)]


def test_a_figure_has_a_row_for_each_place_that_states_it_and_no_more(tmp_path: Path) -> None:
    twice = replace(
        samples.FIGURE, evidence=(*samples.FIGURE.evidence, samples.at("24")), sources=(), upper=None, as_of=""
    )
    store = samples.store(tmp_path / "s", samples.claims(figures=[twice], statements=[]))
    columns = ("text", "upper", "asOf", "reportedBy", "quote")
    assert cells(store, "figures", *columns) == [
        ("24", "", "", "", samples.FIRST.exact),
        ("Between 20 and 30", "", "", "", samples.SECOND.exact),
    ]


def test_positions(store: Path) -> None:
    assert cells(store, "positions", "source", "person", "name", "labels", "title", "organization") == [
        (SOURCE, "mykola-kuleba", "Mykola Kuleba", "Kuleba | Mykola Kuleba", "head", "Save Ukraine")
    ]


def test_a_position_has_its_role_and_its_time(tmp_path: Path) -> None:
    former = replace(samples.POSITION, role="head", tenure="former", attested="2019")
    store = samples.store(tmp_path / "s", samples.claims(positions=[former]))
    assert cells(store, "positions", "title", "attested") == [("head", "2019")]
    answer = ask(Reader(store), named("positions").text)
    assert isinstance(answer, ox.QuerySolutions)
    assert [(row["role"].value, row["tenure"].value) for row in answer] == [
        (iri.term("post", "head"), iri.term("tenure", "former"))
    ]


def test_a_position_without_an_organization_leaves_the_cell_empty(tmp_path: Path) -> None:
    bare = replace(samples.POSITION, organization=None)
    store = samples.store(tmp_path / "s", samples.claims(positions=[bare]))
    assert cells(store, "positions", "title", "organization") == [("head", "")]


def test_acts_have_a_row_for_each_whom_they_are_against(tmp_path: Path) -> None:
    against = replace(samples.ACT, against=(samples.BELOVA, samples.KULEBA))
    nobody = replace(samples.ACT, type="Resolution", against=(), date="", by=samples.SAVE_UKRAINE)
    store = samples.store(tmp_path / "s", samples.claims(acts=[against, nobody]))
    assert sorted(cells(store, "acts", "type", "by", "against", "date")) == [
        ("ArrestWarrant", "International Criminal Court", "Maria Lvova-Belova", "2023-03"),
        ("ArrestWarrant", "International Criminal Court", "Mykola Kuleba", "2023-03"),
        ("Resolution", "Save Ukraine", "", ""),
    ]


def test_the_same_act_of_two_articles_is_one_node_with_the_evidence_of_both(tmp_path: Path) -> None:
    store = Reader(samples.store(tmp_path / "s", sources=("a.txt", "b.txt")))
    told, behind = ask(store, named("acts").text), ask(store, named("evidence").text)
    assert isinstance(told, ox.QuerySolutions)
    assert isinstance(behind, ox.QuerySolutions)
    acts = {(row["source"].value, row["act"].value) for row in told}
    (act,) = {node for _, node in acts}
    assert {source for source, _ in acts} == {"a.txt", "b.txt"}
    sentences = {(row["source"].value, row["exact"].value) for row in behind if row["node"].value == act}
    assert sentences == {("a.txt", samples.THIRD.exact), ("b.txt", samples.THIRD.exact)}


def test_an_act_of_somebody_unnamed_has_the_words_for_them_and_the_place(tmp_path: Path) -> None:
    described = replace(samples.ACT, by=None, described=samples.at("issued"), place=samples.KYIV)
    store = samples.store(tmp_path / "s", samples.claims(acts=[described]))
    assert cells(store, "acts", "by", "byDescription", "where", "quote", "articles") == [
        ("", "issued", "Kyiv", samples.THIRD.exact, "1")
    ]


def test_an_act_says_which_earlier_one_it_upholds_overturns_or_amends(tmp_path: Path) -> None:
    later = replace(samples.ACT, type="Judgment", date="2024", effects=(Effect("overturns", 0),))
    store = samples.store(tmp_path / "s", samples.claims(acts=[samples.ACT, later]))
    rows = dict(zip(cells(store, "acts", "type"), cells(store, "acts", "act", "effect", "earlier"), strict=True))
    assert rows[("ArrestWarrant",)][1:] == ("", "")
    assert rows[("Judgment",)][1:] == ("overturns", rows[("ArrestWarrant",)][0])


def test_an_act_that_does_nothing_to_another_is_one_row_beside_those_that_articles_share(tmp_path: Path) -> None:
    alone = replace(samples.ACT, type="Judgment", date="2024")
    store = samples.store_of(
        tmp_path / "s", {name: samples.claims(acts=[samples.ACT, alone]) for name in ("a.txt", "b.txt")}
    )
    assert len(cells(store, "acts", "source", "act")) == 4


def test_an_act_says_how_many_articles_report_it(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s", sources=("a.txt", "b.txt", "c.txt"))
    assert cells(store, "acts", "source", "articles") == [("a.txt", "3"), ("b.txt", "3"), ("c.txt", "3")]


def test_an_accusation_has_the_deed_whose_word_it_is_and_how_far_it_has_come(tmp_path: Path) -> None:
    words = samples.ACT.evidence
    charged = AccusationClaim(samples.BELOVA, "fraud", samples.COURT, "", "charged", "2023-03", words, (samples.THIRD,))
    suspected = replace(charged, by=None, described="police", status="suspected", date="")
    said = replace(samples.claims(acts=[]), accusations=(charged, suspected))
    columns = ("name", "allegation", "standing", "allegedBy", "byDescription", "date", "quote")
    assert sorted(cells(samples.store(tmp_path / "s", said), "accusations", *columns)) == [
        ("Maria Lvova-Belova", "fraud", "charged", "International Criminal Court", "", "2023-03", samples.THIRD.exact),
        ("Maria Lvova-Belova", "fraud", "suspected", "", "police", "", samples.THIRD.exact),
    ]


def test_an_event_has_its_figures_and_a_figure_its_event_place_and_agent(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s", samples.claims_of_event())
    assert rows(store, "events") == [
        {
            "source": SOURCE,
            "event": "event-the-return",
            "kind": "mission",
            "place": "Kyiv",
            "date": "2024-01-24",
            "figures": "Between 20 and 30 children",
            "label": "the return",
        }
    ]
    assert cells(store, "figures", "where", "event", "agent") == [("Kyiv", "event-the-return", "Save Ukraine")]


def test_an_event_without_figures_place_and_day_has_empty_cells(tmp_path: Path) -> None:
    alone = replace(samples.EVENT, date="", place=None)
    store = samples.store(tmp_path / "s", samples.claims(events=[alone]))
    assert cells(store, "events", "kind", "place", "date", "figures") == [("mission", "", "", "")]


def test_a_withdrawn_figure_is_none_of_its_event(tmp_path: Path) -> None:
    said = samples.claims_of_event()
    (figure,) = said.figures
    store = samples.store(tmp_path / "s", replace(said, figures=(replace(figure, withdrawn=True),)))
    assert cells(store, "events", "figures") == [("",)]


def test_the_same_event_of_two_articles_is_one_node_for_its_figures_and_evidence(tmp_path: Path) -> None:
    said = {source: samples.claims_of_event() for source in ("a.txt", "b.txt")}
    store = samples.store_of(tmp_path / "s", said)
    (event,) = set(cells(store, "events", "event"))
    assert [source for (source,) in cells(store, "events", "source")] == ["a.txt", "b.txt"]
    assert set(cells(store, "figures", "event")) == {event}
    assert {source for node, source in cells(store, "evidence", "node", "source") if (node,) == event} == set(said)


def test_events_of_two_days_are_two(tmp_path: Path) -> None:
    later = samples.claims(events=[replace(samples.EVENT, date="2024-01-25")])
    store = samples.store_of(tmp_path / "s", {"a.txt": samples.claims_of_event(), "b.txt": later})
    answer = ask(Reader(store), named("events").text)
    assert isinstance(answer, ox.QuerySolutions)
    assert len({row["event"] for row in answer}) == 2


def test_what_is_only_sought_is_no_act(tmp_path: Path) -> None:
    sought = replace(samples.ACT, standing="sought", by=None, sought_by=samples.KULEBA)
    store = samples.store(tmp_path / "s", samples.claims(acts=[replace(samples.ACT, type="Charge"), sought]))
    assert cells(store, "acts", "type", "standing") == [("Charge", "issued")]
    assert cells(store, "sought", "type", "standing", "by", "soughtBy", "against", "date") == [
        ("ArrestWarrant", "sought", "", "Mykola Kuleba", "Maria Lvova-Belova", "2023-03")
    ]


def test_statements_say_where_the_article_names_the_speaker(store: Path) -> None:
    columns = ("speaker", "quote", "date", "start", "end", "speakerStart", "speakerEnd")
    quote, speaker = samples.STATEMENT.quote, samples.STATEMENT.speaker_evidence
    assert speaker is not None
    assert cells(store, "statements", *columns) == [
        (
            "Mykola Kuleba",
            quote.exact,
            "2024-01-24",
            *map(str, (quote.start, quote.end)),
            *map(str, (speaker.start, speaker.end)),
        )
    ]


def test_statements_say_what_they_do_where_they_were_made_and_what_they_deny(tmp_path: Path) -> None:
    denied = samples.FIGURE.evidence[0]
    denial = replace(samples.STATEMENT, quote=samples.at("head"), kind="denial", venue=None, place=None, denies=denied)
    store = samples.store(tmp_path / "s", samples.claims(statements=[samples.STATEMENT, denial]))
    assert sorted(cells(store, "statements", "saying", "venue", "place", "denies")) == [
        ("assertion", "Kyiv", "Kyiv", ""),
        ("denial", "", "", "figure-20-children"),
    ]


def test_denials_stand_beside_what_they_deny_and_whose_word_that_is(tmp_path: Path) -> None:
    denial = replace(
        samples.STATEMENT,
        quote=samples.at("head"),
        speaker=samples.BELOVA,
        kind="denial",
        denies=samples.STATEMENT.quote,
    )
    unsettled = replace(denial, quote=samples.at("spoke"), denies=None)
    store = samples.store(tmp_path / "s", samples.claims(statements=[samples.STATEMENT, denial, unsettled]))
    assert cells(store, "denials", "speaker", "quote", "denied", "saidBy") == [
        ("Maria Lvova-Belova", "head", samples.STATEMENT.quote.exact, "Mykola Kuleba"),
        ("Maria Lvova-Belova", "spoke", "", ""),
    ]


def test_a_statement_of_nobody_leaves_the_cells_empty(tmp_path: Path) -> None:
    bare = replace(samples.STATEMENT, speaker=None, speaker_evidence=None, date="")
    store = samples.store(tmp_path / "s", samples.claims(statements=[bare]))
    assert cells(store, "statements", "speaker", "date", "speakerStart", "speakerEnd") == [("", "", "", "")]


def test_evidence_gives_the_sentences_behind_every_node(store: Path) -> None:
    behind = cells(store, "evidence", "node", "source", "start", "end", "exact")
    second = samples.SECOND
    assert ("figure-20-children", SOURCE, str(second.start), str(second.end), second.exact) in behind
    kinds = {row[0].split("-")[0] for row in behind}
    assert {"figure", "statement", "position", "act", "person", "organization", "court", "place", "date"} <= kinds
    for *_, start, end, exact in behind:
        assert samples.TEXT[int(start) : int(end)] == exact


def test_the_same_person_of_two_articles_has_one_iri_and_a_row_for_each(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s", sources=("a.txt", "b.txt"))
    answer = ask(Reader(store), named("people").text)
    assert isinstance(answer, ox.QuerySolutions)
    told = [tuple(row[name].value for name in ("source", "person", "name", "labels")) for row in answer]
    (kuleba,) = {person for _, person, name, _ in told if name == "Mykola Kuleba"}
    assert kuleba.startswith(f"{iri.BASE}person/mykola-kuleba-")
    labels = "Kuleba | Mykola Kuleba"
    assert [row for row in told if row[1] == kuleba] == [
        (source, kuleba, "Mykola Kuleba", labels) for source in ("a.txt", "b.txt")
    ]


def test_evidence_in_a_printed_document_has_the_page_of_its_sentence(tmp_path: Path) -> None:
    store = samples.store_of(tmp_path / "s", {SOURCE: samples.claims()}, PRINTED)
    pages = {row["exact"]: row["page"] for row in rows(store, "evidence")}
    expected = {samples.FIRST.exact: "3", samples.SECOND.exact: "4", samples.THIRD.exact: "4"}
    assert pages == {exact: expected[exact] for exact in pages}
    assert set(pages.values()) == {"3", "4"}


def test_when_an_article_was_captured_is_told(tmp_path: Path) -> None:
    store = samples.store_of(tmp_path / "s", {SOURCE: samples.claims()}, PRINTED)
    assert cells(store, "articles", "retrieved") == [("2022-03-04T10:15:00Z",)]
