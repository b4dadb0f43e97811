"""Answers in batches: the rows of the whole query, in its order, the first of them at once."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
import versions
from onrecord.answers.ask import ask, named_queries, with_factuality
from onrecord.answers.batches import ask_in_batches, serialized
from onrecord.errors import QueryError
from onrecord.store import Reader

FORMS = {"csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON}


@pytest.fixture(scope="module")
def reader(house: Path) -> Reader:
    return Reader(house)


@pytest.fixture(autouse=True)
def one_key_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "keys_at_once", (1,))


def told(solutions: ox.QuerySolutions) -> list[tuple[str, ...]]:
    return [tuple(str(solution[column]) for column in solutions.variables) for solution in solutions]


def in_order(rows: list[tuple[str, ...]], columns: int) -> list[tuple[str, ...]]:
    """What a query sorts by; of rows that tie in it, either may come first."""
    return [row[:columns] for row in rows]


@pytest.mark.parametrize("name", named_queries())
def test_the_rows_of_all_batches_are_those_of_the_whole_question(reader: Reader, name: str) -> None:
    query = named_queries()[name].text
    whole = ask(reader, query)
    assert isinstance(whole, ox.QuerySolutions)
    expected = told(whole)
    found = [row for batch in ask_in_batches(reader, query) for row in told(batch)]
    assert sorted(found) == sorted(expected)
    assert in_order(found, 1) == in_order(expected, 1)


def test_most_questions_are_answered_in_batches(reader: Reader) -> None:
    in_one_piece = {name for name, query in named_queries().items() if "\n# batches: " not in query.text}
    assert in_one_piece == {"corrections", "decisions", "disagreements"}


def test_the_first_rows_are_there_before_the_last_article_is_looked_at(reader: Reader) -> None:
    answer = ask_in_batches(reader, named_queries()["people"].text)
    assert len({row[0] for row in told(next(answer))}) == 1
    assert len(list(answer)) == len(reader.article_graphs()) - 1


def test_other_factualities_are_asked_for_in_batches_too(reader: Reader) -> None:
    planned = with_factuality(named_queries()["series"], ["fact", "planned", "possible", "negated"])
    facts = sum(len(told(batch)) for batch in ask_in_batches(reader, named_queries()["series"].text))
    assert sum(len(told(batch)) for batch in ask_in_batches(reader, planned)) > facts > 0


def test_articles_that_sort_alike_are_one_batch(tmp_path: Path) -> None:
    reader = Reader(samples.store(tmp_path / "s", sources=("a.txt", "b.txt")))
    one_name = named_queries()["people"].text.replace("every article", 'BIND ("any" AS ?order) ?article a onr:Article')
    assert len([*ask_in_batches(reader, one_name)]) == 1
    assert len([*ask_in_batches(reader, named_queries()["people"].text)]) == 2


def test_the_history_of_sources_that_are_gone_is_told_in_its_place(tmp_path: Path) -> None:
    for day, kept in ((2, "abc"), (3, "ac")):
        said = {f"{name}.txt": ["19 children were counted in Kyiv."] for name in kept}
        versions.build(tmp_path, dt.datetime(2026, 3, day, 12, tzinfo=dt.UTC), said)
    rows = [row for batch in ask_in_batches(Reader(tmp_path), named_queries()["history"].text) for row in told(batch)]
    assert [row[0] for row in rows] == [f'"{name}.txt"' for name in "aabbcc"]
    assert [row[0] for row in rows if row[4] != "None"] == ['"b.txt"', '"b.txt"']


@pytest.mark.parametrize("form", FORMS)
def test_batches_are_written_as_one_document(reader: Reader, form: str) -> None:
    query = named_queries()["people"].text
    whole = ask(reader, query)
    assert isinstance(whole, ox.QuerySolutions)
    expected = whole.serialize(format=FORMS[form])
    written = b"".join(serialized(ask_in_batches(reader, query), FORMS[form]))
    if form == "json":
        assert json.loads(written) == json.loads(expected or b"")
    else:
        assert written == expected


@pytest.mark.parametrize("form", FORMS)
def test_no_rows_are_a_document_with_columns(reader: Reader, form: str) -> None:
    query = named_queries()["people"].text.replace("onr:Person", "onr:Nobody")
    written = b"".join(serialized(ask_in_batches(reader, query), FORMS[form]))
    assert b"labels" in written
    if form == "json":
        assert json.loads(written)["results"] == {"bindings": []}


def test_what_is_no_select_has_no_rows_to_give(reader: Reader) -> None:
    with pytest.raises(QueryError):
        list(ask_in_batches(reader, "ASK {}"))


def test_what_is_written_starts_before_everything_is_found(reader: Reader) -> None:
    taken: list[int] = []

    def counting() -> Iterator[ox.QuerySolutions]:
        for number, batch in enumerate(ask_in_batches(reader, named_queries()["people"].text)):
            taken.append(number)
            yield batch

    pieces = serialized(counting(), FORMS["csv"])
    next(pieces)
    assert taken == [0]
