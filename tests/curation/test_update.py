"""Decisions in the store: applied by every build, undone without a trace, told by `why`."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, named
from onrecord.answers.explain import why
from onrecord.answers.validation import check_store
from onrecord.curation import files, update
from onrecord.curation.update import Reckoning
from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.graph.vocabulary import DCTERMS, ONR
from onrecord.store import Reader, Writer

HEADER = "decision,node,other,value,article,by,on,why\n"
STRIKE = HEADER + "not a name,Mykola Kuleba,,,,O. Hrabar,2026-11-22,a misprint\n"
Graphs = dict[str, frozenset[str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return samples.store(tmp_path / "store", sources=("one.txt", "two.txt"))


def decide(store: Path, csv: str | None = None) -> Reckoning:
    """Give the store these decisions, or let it apply those it keeps."""
    writer = Writer(store)
    try:
        decisions = update.kept(writer)
        if csv is not None:
            path = store.parent / "decisions.csv"
            path.write_text(csv, encoding="utf-8")
            decisions = files.read([path]).decisions
        found = update.settle_all(writer, decisions, "configuration")
        writer.commit()
        return found
    finally:
        writer.close()


def graphs(store: Path) -> Graphs:
    """What the named graphs hold, but for the history, which tells that something was taken out and came back."""
    reader = Reader(store)
    names = (g.value for g in reader.database.named_graphs() if g.value not in (iri.HISTORY_GRAPH, iri.FORMER_GRAPH))
    return {name: frozenset(map(str, reader.triples(name))) for name in names}


def cells(store: Path, query: str, column: str) -> set[str]:
    return {row[column].value if row[column] is not None else "" for row in ask(Reader(store), named(query).text)}  # type: ignore[union-attr]


def test_a_decision_is_applied_to_every_article(store: Path) -> None:
    assert decide(store, STRIKE).decisions == 1
    assert "Mykola Kuleba" not in cells(store, "people", "name")
    assert cells(store, "figures", "reportedBy") == {""}
    assert check_store(Reader(store)).conforms


def test_the_store_keeps_decisions_with_who_and_when(store: Path) -> None:
    decide(store, STRIKE)
    (row,) = ask(Reader(store), named("decisions").text)  # type: ignore[misc]
    told = [row[c].value for c in ("decision", "node", "by", "on", "why", "file")]
    assert told == ["not a name", "Mykola Kuleba", "O. Hrabar", "2026-11-22", "a misprint", "decisions.csv"]
    assert check_store(Reader(store)).checked == 3  # two articles and the decisions


def test_what_is_kept_is_applied_again(store: Path) -> None:
    decide(store, STRIKE)
    before = graphs(store)
    assert decide(store).decisions == 1
    assert graphs(store) == before


@pytest.mark.parametrize(
    "row",
    [
        "not a name,Mykola Kuleba,,,,",
        "not a name,Save Ukraine,,,one.txt,",
        "wrong type,Mykola Kuleba,,place,,",
        "preferred label,Save Ukraine,,Rescue,,",
    ],
)
def test_without_the_decision_the_store_is_as_it_was(store: Path, row: str) -> None:
    decide(store)
    before = graphs(store)
    decide(store, HEADER + row + "O. Hrabar,2026-11-22,\n")
    assert graphs(store) != before
    decide(store, HEADER)
    after = graphs(store)
    assert after.pop(iri.DECISION_GRAPH, frozenset()) == frozenset()
    assert after == {name: told for name, told in before.items() if name != iri.DECISION_GRAPH}
    assert all(record.amended is None for record in Reader(store).records().values())


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (lambda names: "Save Ukraine Fund", "preferred label: Save Ukraine / Save Ukraine Fund"),
        (lambda names: next(n for n in names if "#figure-" in n), "not a name: Mykola Kuleba"),
        (lambda names: next(n for n in names if "#person-mykola" in n), "not a name: Mykola Kuleba"),
        (lambda names: next(n for n in names if "#organization-save" in n), "preferred label: Save Ukraine"),
    ],
    ids=["identity", "figure", "struck entity", "entity"],
)
def test_why_tells_the_decision(store: Path, wanted: Callable[[list[str]], str], said: str) -> None:
    names = sorted({s.strip("<>") for told in graphs(store).values() for t in told for s in t.split(" ")[:1]})
    decide(store, STRIKE + "preferred label,Save Ukraine,,Save Ukraine Fund,,O. Hrabar,2026-11-22,as registered\n")
    lines = [line.text for line in why(Reader(store), wanted(names))]
    assert any(line.startswith(f"decided by O. Hrabar on 2026-11-22 (decisions.csv): {said}") for line in lines)


@pytest.mark.parametrize("memory", ["", "{"])
def test_what_was_decided_before_is_not_needed(store: Path, memory: str) -> None:
    decide(store, STRIKE)
    before = graphs(store)
    writer = Writer(store)
    writer.catalogue.write_note("decided", memory)
    update.settle_all(writer, update.kept(writer), "configuration")
    writer.commit()
    writer.close()
    assert graphs(store) == before


def test_decisions_that_somebody_changed_in_the_store_are_told(store: Path) -> None:
    decide(store, STRIKE)
    writer = Writer(store)
    verdict = ox.NamedNode("https://w3id.org/onrecord/ns#verdict")
    for quad in list(writer.database.quads_for_pattern(None, verdict, None, None)):
        writer.database.remove(quad)
    with pytest.raises(StoreError, match="a user's decision is damaged"):
        update.kept(writer)
    writer.close()


# Statements ----------------------------------------------------------------------------------------------------------


def statement(store: Path, question: str, column: str) -> str:
    """The end of the IRI of the first statement that a question lists, as tables show it."""
    return sorted(cells(store, question, column))[0].rsplit("/", 1)[-1]


def judgment(decision: str, node: str, by: str = "O. Hrabar") -> str:
    return f"{decision},{node},,,,{by},2026-11-22,another number is meant\n"


@pytest.mark.parametrize(("question", "column"), [("figures", "figure"), ("acts", "act"), ("statements", "statement")])
def test_what_is_misread_is_taken_back_and_comes_back_without_the_decision(
    store: Path, question: str, column: str
) -> None:
    before, node = graphs(store), statement(store, question, column)
    assert decide(store, HEADER + judgment("misread", node)).decisions == 1
    assert node not in {found.rsplit("/", 1)[-1] for found in cells(store, question, column)}
    assert not any(
        f"{node}>" in triple for g, triples in graphs(store).items() if "/article/" in g for triple in triples
    )
    assert check_store(Reader(store)).conforms
    assert decide(store, HEADER).decisions == 0
    assert graphs(store) == before


def test_what_is_misread_stays_so_with_each_build_and_says_who_decided(store: Path) -> None:
    node = statement(store, "figures", "figure")
    decide(store, HEADER + judgment("misread", node))
    once = graphs(store)
    assert decide(store).decisions == 1
    assert graphs(store) == once
    assert cells(store, "decisions", "decision") == {"misread"}


def test_what_is_confirmed_changes_nothing_and_is_told_by_why(store: Path) -> None:
    node, before = statement(store, "figures", "figure"), graphs(store)
    assert decide(store, HEADER + judgment("confirmed", node)).decisions == 1
    after = graphs(store)
    assert {g for g in after if after[g] != before.get(g)} == {iri.DECISION_GRAPH}
    told = [line.text for line in why(Reader(store), node)]
    assert any("decided by O. Hrabar on 2026-11-22" in line and "confirmed" in line for line in told)


def test_a_judgment_on_what_is_no_statement_or_not_there_is_reported(store: Path) -> None:
    person = min(cells(store, "people", "person")).rsplit("/", 1)[-1]
    found = decide(store, HEADER + judgment("misread", person) + judgment("misread", "gone-txt-0123456789ab#act-1"))
    assert found.decisions == 0
    assert len(found.unmatched) == 2 and all("no article says so any more" in line for line in found.unmatched)


def test_reviewers_who_disagree_are_told_and_nothing_is_changed(store: Path) -> None:
    node, before = statement(store, "figures", "figure"), graphs(store)
    found = decide(store, HEADER + judgment("misread", node) + judgment("confirmed", node, "L. Orr"))
    assert (found.decisions, len(found.faults)) == (0, 2)
    after = graphs(store)
    assert {g for g in after if after[g] != before.get(g)} == {iri.DECISION_GRAPH}


# Corrections ---------------------------------------------------------------------------------------------------------


def correction(node: str, value: str) -> str:
    return f"corrected,{node},,{value},,O. Hrabar,2026-11-22,the caption says so\n"


def test_a_correction_is_what_the_record_says_until_it_is_taken_out(store: Path) -> None:
    decide(store)
    before, node = graphs(store), statement(store, "figures", "figure")
    found = decide(store, HEADER + correction(node, "asOf = 2024-01-14") + correction(node, "hedge = about"))
    assert (found.decisions, found.faults, found.unmatched) == (2, (), ())
    told = {row["figure"].value.rsplit("/", 1)[-1]: row for row in ask(Reader(store), named("figures").text)}  # type: ignore[union-attr]
    assert told[node]["asOf"].value == "2024-01-14" and told[node]["hedge"].value.endswith("/about")
    assert told[node]["quote"] is not None, "its sentence stays"
    assert told[node]["confidence"] is None, "how often such a number is read right says nothing of what a user wrote"
    assert check_store(Reader(store)).conforms
    once = graphs(store)
    assert decide(store).decisions == 2 and graphs(store) == once, "each build applies it again"
    decide(store, HEADER)
    after = graphs(store)
    assert {name: told for name, told in after.items() if told} == {n: t for n, t in before.items() if t}


def test_what_a_corrected_statement_was_read_to_say_is_told(store: Path) -> None:
    node = statement(store, "figures", "figure")
    decide(store, HEADER + correction(node, "asOf = 2024-01-14"))
    decide(store)
    assert cells(store, "decisions", "former") == {"2024-01-24"}
    assert cells(store, "decisions", "applied") == {"true"}
    lines = [line.text for line in why(Reader(store), node)]
    assert any("corrected" in line and "asOf = 2024-01-14" in line for line in lines)
    assert {"the caption says so", "was read to say 2024-01-24", "asOf 2024-01-14"} <= set(lines), (
        "how sure it was read is told no more"
    )


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("asOf = 24 January", "'24 January' is no date"),
        ("colour = red", "no field 'colour' can be corrected"),
        ("upper = 3", "it would be held back: A figure's lower bound is not above its upper bound."),
        ("value = -3", "it would be held back: Only a measure"),
    ],
)
def test_a_correction_that_cannot_be_made_leaves_the_statement_as_it_is(store: Path, value: str, says: str) -> None:
    node, before = statement(store, "figures", "figure"), graphs(store)
    found = decide(store, HEADER + correction(node, value))
    assert found.decisions == 0 and len(found.faults) == 1 and says in found.faults[0]
    assert cells(store, "decisions", "applied") == {"false"}
    after = graphs(store)
    assert {g for g in after if after[g] != before.get(g)} == {iri.DECISION_GRAPH}


def test_a_correction_of_what_no_article_says_any_more_is_reported_with_each_build(store: Path) -> None:
    for found in (decide(store, HEADER + correction("gone-txt-0123456789ab#figure-1", "value = 3")), decide(store)):
        assert found.decisions == 0 and "no article says so any more" in found.unmatched[0]


# What identities became ----------------------------------------------------------------------------------------------


def test_an_identity_that_was_merged_away_leads_to_what_it_became_until_it_is_parted(store: Path) -> None:
    decide(store)
    person = "Mykola Kuleba", "Maria Lvova-Belova"
    before = {row["name"].value: row["identity"].value for row in _identities(store) if row["name"].value in person}
    decide(store, HEADER + "same,Mykola Kuleba,Maria Lvova-Belova,,,O. Hrabar,2026-11-22,a nom de plume\n")
    (now,) = {row["identity"].value for row in _identities(store)} & set(before.values()) or {""}
    (gone,) = set(before.values()) - {now}
    lines = [line.text for line in why(Reader(store), gone)]
    assert lines[0] == gone and lines[1].startswith(f"became {now.rsplit('/', 1)[-1]}")
    assert now in lines and any("decided by O. Hrabar" in line for line in lines)
    describe = Reader(store).query(f"DESCRIBE <{gone}>")
    assert [(t.predicate.value, t.object.value) for t in describe] == [(f"{DCTERMS}isReplacedBy", now)]  # type: ignore[union-attr]
    decide(store, HEADER)
    assert not any(Reader(store).triples(iri.FORMER_GRAPH))
    assert not any("became" in line.text for line in why(Reader(store), gone))


def _identities(store: Path) -> list[ox.QuerySolution]:
    asked = f"SELECT ?identity ?name {{ ?identity a <{ONR}Identity> ; <https://schema.org/name> ?name }}"
    return [*Reader(store).query(asked)]  # type: ignore[misc]
