"""The build: only what changed is read, one article's failure is its own, and order decides nothing."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from onrecord.build import build as building
from onrecord.build import distribution
from onrecord.build.build import build
from onrecord.build.progress import Phase, Progress
from onrecord.build.results import Summary
from onrecord.curation import files as decision_files
from onrecord.document import Document, View, view_of
from onrecord.extract import pipeline
from onrecord.graph import iri, of_ntriples
from onrecord.graph.rdflib_terms import OA
from onrecord.linking import agglomeration
from onrecord.linking.profiles import Profile
from onrecord.linking.similarity import Likeness, likeness
from onrecord.sources.article import Article
from onrecord.store import Reader
from onrecord.values.configuration import Configuration
from onrecord.values.findings import Evidence, Findings, Form, Kind, Mention

CONFIGURATION = Configuration((), "cd" * 32)
LEMON = "Dmytro Lemon met the children."


def found(text: str) -> Findings:
    """What stands in for extraction here: two capitalized words are a person; 'fail' cannot be read."""
    if "fail" in text:
        raise ValueError("no such word")
    words = (Evidence(m.start(), m.end(), m.group()) for m in re.finditer(r"[A-Z]\w+ [A-Z]\w+", text))
    mentions = tuple(Mention(where, Form.NAME, Kind.PERSON, where.exact) for where in words)
    return Findings(mentions=mentions, sentences=(Evidence(0, len(text.rstrip()), text.rstrip()),))


@pytest.fixture
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was read, as it is read, by the stand-in above."""
    texts: list[str] = []

    def find(_: Language, documents: Iterable[Document]) -> Iterator[tuple[View, Findings]]:
        for document in documents:
            texts.append(document.text)
            view = view_of(document)
            yield view, found(view.document.text)

    monkeypatch.setattr(pipeline, "load", lambda *_: None)
    monkeypatch.setattr(pipeline, "find", find)
    return texts


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("date 2024-01-25\n" + LEMON, encoding="utf-8")
    (folder / "b.txt").write_text("Olena Cherry spoke.\nDmytro Lemon did not.", encoding="utf-8")
    (folder / "c.jsonl").write_text('{"id": "c-1", "text": "Karim Plum."}\n{"id": "c-2", "text": "Nobody."}', "utf-8")
    return folder


def run(store: Path, *inputs: Path | str, configuration: Configuration = CONFIGURATION) -> Summary:
    return build(map(str, inputs), store, configuration)


def counts(summary: Summary) -> tuple[int, int, int]:
    return summary.new, summary.unchanged, summary.removed


def graphs(store: Path, runs: bool = False) -> dict[str, frozenset[str]]:
    """The named graphs, each as the set of its triples; without those that hold times unless asked for."""
    reader = Reader(store)
    names = [g.value for g in reader.database.named_graphs() if runs or g.value not in iri.TIMED_GRAPHS]
    return {name: frozenset(map(str, reader.triples(name))) for name in names}


def of(store: Path, source: str) -> str:
    (name,) = (name for name, record in Reader(store).records().items() if record.source == source)
    return name


# What a build does ---------------------------------------------------------------------------------------------------


def test_every_article_has_a_graph_of_its_own(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store = tmp_path / "s"
    assert counts(run(store, articles)) == (4, 0, 0)
    reader = Reader(store)
    assert sorted(r.source for r in reader.records().values()) == ["a.txt", "b.txt", "c-1", "c-2"]
    assert reader.article_graphs() == sorted(reader.records())
    shared = {iri.ENTITY_GRAPH, iri.ONTOLOGY_GRAPH, iri.RUN_GRAPH, iri.HISTORY_GRAPH}
    assert set(graphs(store, runs=True)) == {*reader.article_graphs(), *shared}
    for name, record in reader.records().items():
        text = reader.text(record.sha256)
        assert name == iri.article(Article(record.source, text))
    assert reader.text(reader.records()[of(store, "a.txt")].sha256) == "date 2024-01-25\n" + LEMON


def test_names_are_on_record_as_they_are_read_and_quoted_as_they_are_stored(
    tmp_path: Path, read_texts: list[str]
) -> None:
    article = Article("wrapped", "The\nlawyer of Dmytro\xa0Lemon and\nOle\xadna Cherry spoke.")
    (outcome,) = building.extract_shard([article], CONFIGURATION)
    said = {str(value) for value in of_ntriples(str(outcome.graph)).objects()}
    assert {"Dmytro Lemon", "Olena Cherry", "Dmytro\xa0Lemon", "Ole\xadna Cherry"} <= said
    assert not outcome.rejections


def test_progress_is_told_with_what_the_build_does(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    told: list[Progress] = []
    (articles / "d.txt").write_text("fail", encoding="utf-8")
    build([str(articles)], tmp_path / "s", CONFIGURATION, progress=told.append)
    assert told[0] == Progress(Phase.READING, done=0, total=5)
    assert told[-1] == Progress(Phase.WRITING, done=5, total=5, words=17, refused=1)
    phases = [reached.phase for reached in told]
    assert list(dict.fromkeys(phases)) == [Phase.READING, Phase.IDENTIFYING, Phase.COMPARING, Phase.WRITING]


def test_what_the_store_has_already_is_done_as_it_is_met(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    told: list[Progress] = []
    run(tmp_path / "s", articles)
    build([str(articles)], tmp_path / "s", CONFIGURATION, progress=told.append)
    assert sorted({reached.done for reached in told}) == [0, 1, 2, 3, 4]
    assert {(reached.phase, reached.words) for reached in told} == {(Phase.READING, 0)}, "nothing is decided anew"


def test_the_run_is_on_record(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store = tmp_path / "s"
    run(store, articles)
    (articles / "b.txt").unlink()
    (articles / "d.txt").write_text("Vera Quince.", encoding="utf-8")
    run(store, articles)
    runs = graphs(store, runs=True)[iri.RUN_GRAPH]
    assert len([t for t in runs if "startedAtTime" in t]) == 2
    assert len([t for t in runs if "wasGeneratedBy" in t]) == 5


# Only what changed ---------------------------------------------------------------------------------------------------


def test_built_again_with_nothing_changed_nothing_is_read(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    store = tmp_path / "s"
    run(store, articles)
    before, snapshot = graphs(store, runs=True), (store / "current").read_text()
    read_texts.clear()
    assert counts(run(store, articles)) == (0, 4, 0)
    assert read_texts == []
    assert graphs(store, runs=True) == before
    assert (store / "current").read_text() == snapshot


def test_of_a_changed_article_only_its_statements_change(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store = tmp_path / "s"
    run(store, articles)
    before, old = graphs(store), of(store, "b.txt")
    (articles / "b.txt").write_text("Olena Cherry spoke again.", encoding="utf-8")
    read_texts.clear()
    assert counts(run(store, articles)) == (1, 3, 1)
    assert read_texts == ["Olena Cherry spoke again."]
    after, new = graphs(store), of(store, "b.txt")
    assert set(before) - set(after) == {old}
    assert set(after) - set(before) == {new}
    untouched = set(before) & set(after) - {iri.ENTITY_GRAPH}
    assert {name: after[name] for name in untouched} == {name: before[name] for name in untouched}


def test_of_an_article_with_another_day_the_graph_is_written_anew(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    line = '{"id": "c-1", "text": "Karim Plum.", "date": "2024-01-25"}\n{"id": "c-2", "text": "Nobody."}'
    store = tmp_path / "s"
    run(store, articles)
    before = graphs(store)
    (articles / "c.jsonl").write_text(line, encoding="utf-8")
    assert counts(run(store, articles)) == (1, 3, 0)
    changed = {name for name, triples in graphs(store).items() if triples != before[name]}
    assert changed == {of(store, "c-1")}


def test_of_a_removed_article_only_its_statements_go(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store = tmp_path / "s"
    run(store, articles)
    before, gone = graphs(store), of(store, "a.txt")
    (articles / "a.txt").unlink()
    read_texts.clear()
    assert counts(run(store, articles)) == (0, 3, 1)
    assert read_texts == []
    after = graphs(store)
    assert {n: t for n, t in before.items() if n not in (gone, iri.ENTITY_GRAPH)} == {
        n: t for n, t in after.items() if n != iri.ENTITY_GRAPH
    }
    assert not [t for t in after[iri.ENTITY_GRAPH] if gone in t]
    assert [t for t in before[iri.ENTITY_GRAPH] if gone in t]


def test_a_change_and_back_again_leaves_the_store_as_it_was(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    store, path = tmp_path / "s", articles / "b.txt"
    run(store, articles)
    before, text = graphs(store), path.read_text(encoding="utf-8")
    path.write_text("Something else.", encoding="utf-8")
    run(store, articles)
    path.write_text(text, encoding="utf-8")
    run(store, articles)
    assert graphs(store) == before


def test_another_configuration_reads_everything_anew(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store = tmp_path / "s"
    run(store, articles)
    assert counts(run(store, articles, configuration=Configuration((), "ef" * 32))) == (4, 0, 0)


def test_where_only_what_compares_changed_it_is_decided_anew_who_is_who_and_nothing_read(
    tmp_path: Path, articles: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, one = tmp_path / "s", replace(CONFIGURATION, comparing="1")
    run(store, articles, configuration=one)
    before = graphs(store)
    monkeypatch.setattr(agglomeration, "likeness", lambda *_: Likeness(0.0, "never"))
    assert counts(run(store, articles, configuration=one)) == (0, 4, 0)
    assert graphs(store) == before, "the same code decides the same"
    read_texts.clear()
    assert counts(run(store, articles, configuration=replace(one, comparing="2"))) == (0, 4, 0)
    assert read_texts == [] and graphs(store) != before


# Several inputs ------------------------------------------------------------------------------------------------------


def test_an_input_replaces_what_it_gave_before_and_nothing_else(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    store, other = tmp_path / "s", tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("Vera Quince.", encoding="utf-8")
    run(store, articles)
    assert counts(run(store, other)) == (1, 0, 0)
    assert counts(run(store, articles / "a.txt")) == (0, 1, 0)
    assert len(Reader(store).records()) == 5
    shutil.rmtree(articles)
    articles.mkdir()
    (articles / "a.txt").write_text(LEMON, encoding="utf-8")
    assert counts(run(store, articles)) == (1, 0, 4)
    assert sorted(r.source for r in Reader(store).records().values()) == ["a.txt", "x.txt"]


def test_an_article_that_moved_is_not_read_again_and_belongs_to_its_new_place(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    store, other = tmp_path / "s", tmp_path / "other"
    other.mkdir()
    run(store, articles)
    shutil.move(articles / "a.txt", other / "a.txt")
    read_texts.clear()
    assert counts(run(store, other)) == (0, 1, 0)
    assert counts(run(store, articles)) == (0, 3, 0)
    assert read_texts == []
    assert Reader(store).records()[of(store, "a.txt")].origin == str(other / "a.txt")


@pytest.mark.parametrize("name", ["in", "in/a.txt"])
def test_an_input_that_is_not_there_takes_nothing_out(
    tmp_path: Path, articles: Path, read_texts: list[str], name: str
) -> None:
    store = tmp_path / "s"
    run(store, articles)
    shutil.rmtree(articles)
    summary = run(store, tmp_path / name)
    assert counts(summary) == (0, 0, 0)
    assert [refusal.reason for refusal in summary.refused] == ["no such file or folder"]
    assert len(Reader(store).records()) == 4


def test_the_same_article_twice_is_told_and_kept_once(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    (articles / "copy.txt").write_text("date 2024-01-25\n" + LEMON, encoding="utf-8")
    summary = run(tmp_path / "s", articles)
    assert counts(summary) == (4, 0, 0)
    assert [str(refusal) for refusal in summary.refused] == ["copy.txt: the same article as a.txt, which is kept"]
    assert len(run(tmp_path / "s", articles).refused) == 1


def test_the_same_text_of_another_publisher_is_another_article(tmp_path: Path, read_texts: list[str]) -> None:
    path = tmp_path / "a.jsonl"
    line = '{"id": "%s", "text": "Home.", "publisher": "%s"}'
    path.write_text("\n".join([line % (1, "Wire"), line % (2, "Paper"), line % (3, "Wire")]), encoding="utf-8")
    summary = run(tmp_path / "s", path)
    assert [str(refusal) for refusal in summary.refused] == ["3: the same article as 1, which is kept"]
    assert summary.new == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_built(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    (articles / "a.txt").write_bytes(b"\xff")
    (articles / "d.txt").write_text("", encoding="utf-8")
    summary = run(tmp_path / "s", articles)
    assert counts(summary) == (3, 0, 0)
    assert [refusal.reason for refusal in summary.refused] == ["not UTF-8 (byte 0): save it as UTF-8", "is empty"]


# Failures ------------------------------------------------------------------------------------------------------------


def test_an_article_that_extraction_fails_on_is_told_and_the_rest_is_built(
    tmp_path: Path, articles: Path, read_texts: list[str]
) -> None:
    (articles / "bad.txt").write_text("This will fail.", encoding="utf-8")
    summary = run(tmp_path / "s", articles)
    assert counts(summary) == (4, 0, 0)
    log = tmp_path / "s" / "build.log"
    assert [str(r) for r in summary.refused] == ["bad.txt: could not be read: ValueError: no such word"]
    logged = log.read_text(encoding="utf-8")
    assert "ERROR onrecord.build.intake: bad.txt: could not be read: ValueError: no such word\nTraceback (" in logged
    assert 'raise ValueError("no such word")\nValueError: no such word\n' in logged
    assert run(tmp_path / "s", articles).refused == summary.refused, "and it is tried again"
    assert log.read_text(encoding="utf-8").startswith(logged), "and what was logged before stays"


@pytest.mark.parametrize("step", ["article_graph", "packed", "assemble"])
def test_an_article_that_cannot_be_put_on_record_is_told_and_the_rest_is_built(
    tmp_path: Path, articles: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    whole, calls = getattr(building, step), 0

    def fail_first(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise KeyError("place")
        return whole(*arguments)

    monkeypatch.setattr(building, step, fail_first)
    summary = run(tmp_path / "s", articles)
    assert counts(summary) == (3, 0, 0)
    log = tmp_path / "s" / "build.log"
    assert [str(r) for r in summary.refused] == ["a.txt: could not be put on record: KeyError: 'place'"]
    assert "in fail_first\n    raise KeyError" in log.read_text(encoding="utf-8")


def test_a_build_that_breaks_off_is_made_good_by_the_next(
    tmp_path: Path, articles: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, untouched = tmp_path / "s", tmp_path / "untouched"
    run(store, articles)
    shutil.copytree(articles, tmp_path / "copy" / "in")
    (articles / "b.txt").unlink()
    (articles / "d.txt").write_text("Vera Quince.", encoding="utf-8")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(building.update, "settle_all", interrupt)
        run(store, articles)
    assert sorted(r.source for r in Reader(store).records().values()) == ["a.txt", "b.txt", "c-1", "c-2"]
    assert counts(run(store, articles)) == (1, 3, 1)
    run(untouched, articles)
    assert graphs(store) == graphs(untouched)


# Readers' decisions --------------------------------------------------------------------------------------------------

LEMON_IS_NONE = "decision,node,by,on\nnot a name,Dmytro Lemon,O. Hrabar,2026-11-22\n"


def test_decisions_hold_for_articles_that_come_later(tmp_path: Path, articles: Path, read_texts: list[str]) -> None:
    store, at_once, given = tmp_path / "s", tmp_path / "at-once", tmp_path / "d.csv"
    given.write_text(LEMON_IS_NONE, encoding="utf-8")
    decisions = decision_files.read([given])
    run(store, articles)
    build([], store, CONFIGURATION, decisions=decisions)
    (articles / "d.txt").write_text("Vera Quince met Dmytro Lemon.", encoding="utf-8")
    read_texts.clear()
    summary = run(store, articles)
    assert (summary.new, summary.decisions, len(read_texts)) == (1, 1, 1)
    assert not [t for told in graphs(store).values() for t in told if '"Dmytro Lemon"' in t and "#name" in t]
    build([str(articles)], at_once, CONFIGURATION, decisions=decisions)
    assert graphs(store) == graphs(at_once)


def test_only_what_the_new_article_touches_is_compared_again(
    tmp_path: Path, articles: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "s", articles)
    (articles / "d.txt").write_text("Karim Plum spoke.", encoding="utf-8")
    compared: list[set[str]] = []

    def counted(one: Profile, other: Profile) -> Likeness:
        compared.append({one.entity.name, other.entity.name})
        return likeness(one, other)

    monkeypatch.setattr(agglomeration, "likeness", counted)
    run(tmp_path / "s", articles)
    assert compared and all(names == {"Karim Plum"} for names in compared)


# Order decides nothing -----------------------------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"Olena Cherry met Karim Plum {number} times.", encoding="utf-8")
    return folder


def test_neither_the_order_of_inputs_nor_the_executor_changes_the_store(
    tmp_path: Path, many: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distribution, "SHARD", 3)
    files = [str(path) for path in sorted(many.iterdir())]
    build(files, tmp_path / "a", CONFIGURATION)
    with ThreadPoolExecutor(4) as executor:
        build(files[::-1], tmp_path / "b", CONFIGURATION, executor=executor)
    run(tmp_path / "c", *files[:4])
    run(tmp_path / "c", *files[4:])
    assert graphs(tmp_path / "a") == graphs(tmp_path / "b") == graphs(tmp_path / "c")
    assert len(graphs(tmp_path / "a")) == 10 + 2  # entities, ontology


# With the language model ---------------------------------------------------------------------------------------------


@pytest.mark.model
def test_every_piece_of_evidence_yields_its_quote(house: Path) -> None:
    reader, walked = Reader(house), 0
    texts = {name: reader.text(record.sha256) for name, record in reader.records().items()}
    for article, text in texts.items():
        of_selector: dict[str, dict[str, str]] = {}
        for triple in reader.triples(article):
            of_selector.setdefault(triple.subject.value, {})[triple.predicate.value] = triple.object.value
        for said in of_selector.values():
            if str(OA.exact) in said:
                walked += 1
                assert text[int(said[str(OA.start)]) : int(said[str(OA.end)])] == said[str(OA.exact)]
    assert walked > 100


@pytest.mark.model
def test_everything_but_articles_identities_and_runs_has_evidence(house: Path) -> None:
    reader = Reader(house)
    query = """
        PREFIX onr: <https://w3id.org/onrecord/ns#>
        SELECT DISTINCT ?node ?type WHERE { GRAPH ?article { ?article a onr:Article . ?node a ?type .
            FILTER (?type IN (onr:Person, onr:Organization, onr:Place, onr:Figure, onr:DateExpression, onr:Statement,
                              onr:Act, onr:Position))
            FILTER NOT EXISTS { ?node onr:evidence|onr:mention ?evidence } } }"""
    assert list(reader.database.query(query)) == []


@pytest.mark.model
def test_the_model_is_not_asked_when_nothing_changed(
    house: Path, build_house: Callable[[Path], Summary], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "s"
    shutil.copytree(house, copy)
    monkeypatch.setattr(pipeline, "load", lambda *_: pytest.fail("the model was loaded"))
    summary = build_house(copy)
    assert (summary.new, summary.removed) == (0, 0)
    assert summary.unchanged == 6
