"""What the tools answer, without the protocol around it."""

import re
from pathlib import Path

import pytest

import samples
from onrecord.errors import UsageError
from onrecord.model_context import pages
from onrecord.model_context.answers import Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return Record(samples.store(tmp_path_factory.mktemp("tools") / "store"), withheld=True)


@pytest.mark.parametrize(
    ("tool", "arguments", "why"),
    [
        ("figures", {"where": {"colour": "red"}}, "no column 'colour': it has source"),
        ("figures", {"limit": 1000}, "'limit' is to be a number from 1 to 50"),
        ("figures", {"limit": "many"}, "'limit' is to be a whole number"),
        ("figures", {"cursor": "12.0123456789ab"}, "of another question"),
        ("figures", {"query": "DROP ALL"}, "takes no 'query'"),
        ("figures", {"as_of": "yesterday"}, "a day like 2026-03-01"),
        ("series", {"factuality": ["rumoured"]}, "no factuality is called 'rumoured'"),
        ("why", {"node": "nobody at all"}, "nothing in the store is called 'nobody at all'"),
        ("why", {}, "why needs 'node'"),
        ("find_names", {"name": "x", "kind": "ship"}, "one of person, organization, court, place"),
        ("sparql", {}, "there is no tool 'sparql'"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(
    record: Record, tool: str, arguments: dict[str, object], why: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(why)):
        record.answer(tool, arguments)


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        ({"counted": "CHILD"}, 1),
        ({"value": "20"}, 1),
        ({"value": "2"}, 0),  # a number is that number, not one that begins so
        ({"action": "returned", "reportedBy": "kuleba"}, 1),
        ({"action": "deported"}, 0),
        ({"agent": "anyone"}, 0),  # where the article does not say, nothing fits
    ],
)
def test_rows_are_those_whose_cells_hold_what_is_asked_for(record: Record, where: dict[str, str], rows: int) -> None:
    answer = record.answer("figures", {"where": where, "limit": 1})
    assert len(answer.content["rows"]) == rows


def test_a_column_of_terms_is_described_with_all_of_them(record: Record) -> None:
    def described(tool: str, column: str) -> str:
        return record.tools[tool].takes["properties"]["where"]["properties"][column]["description"]  # type: ignore[index]

    assert described("figures", "hedge").endswith(
        "list of hedges: about, at_least, between, exact, less_than, more_than, nearly, up_to"
    )
    assert "ArrestWarrant" in described("acts", "type") and "overturned" in described("acts", "standing")
    assert described("accusations", "standing").endswith(": acquitted, charged, convicted, suspected")
    assert ":" not in described("figures", "counted")


def test_notes_on_several_columns_are_told_apart(record: Record) -> None:
    told = record.tools["articles"].description
    assert "says that it was retrieved. publishedFrom: where" in told and "the text. receivedAs: what" in told
    assert "quote: the first sentence of the article" in record.tools["acts"].description


def test_where_nothing_fits_it_is_said_what_else_to_try(record: Record) -> None:
    answer = record.answer("acts", {"where": {"standing": "alleged"}})
    assert answer.content["rows"] == [] and "find_names" in answer.text


def test_a_page_whose_time_is_up_is_handed_out_as_far_as_it_is(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_SECONDS", -1.0)
    answer = record.answer("mentions", {"where": {"name": "nobody"}})
    assert answer.content["rows"] == [] and answer.content["incomplete"] is True
    assert "the cursor goes on there" in answer.text
    monkeypatch.undo()
    rest = record.answer("mentions", {"where": {"name": "nobody"}, "cursor": answer.content["cursor"]})
    assert "cursor" not in rest.content and "incomplete" not in rest.content


def test_a_cursor_of_another_filter_is_refused(record: Record) -> None:
    answer = record.answer("mentions", {"limit": 1})
    with pytest.raises(UsageError, match="another question"):
        record.answer("mentions", {"where": {"name": "Kyiv"}, "cursor": answer.content["cursor"]})


def test_a_figure_rests_on_its_own_sentence_and_not_on_its_event_s(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "store", samples.claims_of_event())
    answer = Record(store, withheld=False).answer("figures", {})
    (row,) = answer.content["rows"]
    assert "event" in row["cells"]
    assert [one["quote"] for one in row["sentences"]] == [samples.SECOND.exact]
