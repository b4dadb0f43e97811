"""A store as a notebook asks it."""

from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
import samples
from onrecord.answers.ask import named_queries
from onrecord.errors import QueryError, StoreError, UsageError
from onrecord.notebook.dataset import Dataset


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The sample article, with a figure of children and one of teachers."""
    folder = tmp_path_factory.mktemp("notebook") / "store"
    children = replace(samples.FIGURE, counted="Ukrainian children", population="child | ukrainian")
    teachers = replace(samples.FIGURE, counted="teachers", population="teacher", evidence=(samples.at("30"),))
    return onrecord.open(samples.store(folder, samples.claims(figures=[children, teachers])))


def test_each_named_question_is_a_method_that_says_what_it_asks(record: Dataset) -> None:
    assert set(named_queries()) <= set(dir(record))
    assert "Who put which number on record" in str(record.figures.__doc__)
    assert "reportedBy" in repr(record.figures)


@pytest.mark.parametrize("counted", ["child", "child | ukrainian", "Ukrainian children"])
def test_figures_are_asked_for_by_what_they_count_and_what_happened(record: Dataset, counted: str) -> None:
    (row,) = record.figures(counted=counted, action="returned")
    assert (row["value"], row["upper"], row["hedge"]) == (20, 30, "between")
    assert row.sentence is not None and "20 and 30 children" in row.sentence


def test_what_is_not_on_record_gives_no_rows(record: Dataset) -> None:
    assert len(record.figures(counted="child", action="killed")) == 0
    assert len(record.figures(counted="ukrainian")) == 0


def test_a_column_that_is_not_there_is_named_with_those_that_are(record: Dataset) -> None:
    with pytest.raises(UsageError, match="'people' has no column 'action': it has source, person"):
        record.people(action="returned")


def test_a_question_that_is_not_there_is_no_attribute(record: Dataset) -> None:
    with pytest.raises(AttributeError, match="no question is called 'children'"):
        record.children  # noqa: B018


def test_any_select_query_is_asked(record: Dataset, tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?figure a <https://w3id.org/onrecord/ns#Figure> }"
    file = tmp_path / "count.rq"
    file.write_text(query, encoding="utf-8")
    assert [row["n"] for row in record.sparql(query)] == [row["n"] for row in record.sparql(file)] == [2]


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "?"])
def test_what_is_no_select_or_asks_another_server_is_refused(record: Dataset, query: str) -> None:
    with pytest.raises(QueryError):
        record.sparql(query)


def test_why_says_what_the_command_prints(record: Dataset) -> None:
    figure = str(record.figures(counted="child")[0]["figure"])
    assert record.why(figure).splitlines()[0] == figure


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        onrecord.open(tmp_path)
