"""Two records: what is new, gone and revised, by what rows are about."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import samples
import versions
from commands import Said
from onrecord.comparison import tables
from onrecord.comparison.matching import Change, Changed, changes
from onrecord.comparison.records import rows
from onrecord.comparison.subjects import SUBJECTS, Subject
from onrecord.store import Reader

Run = Callable[..., Said]
FIGURES, ACTS, POSITIONS, STATEMENTS = SUBJECTS
NUMBERS = Subject("figures", "", ("about",), ("value",), "quote")


def row(about: str, value: str, quote: str = "", source: str = "a.txt") -> dict[str, str]:
    return {"source": source, "about": about, "value": value, "quote": quote or f"{value} {about} were seen."}


def told(found: list[Changed]) -> list[tuple[str, str, str]]:
    return [(one.change, (one.before or {}).get("value", ""), (one.now or {}).get("value", "")) for one in found]


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        ([row("cars", "4")], [row("cars", "4")], []),
        ([row("cars", "4")], [row("cars", "5")], [("revised", "4", "5")]),
        ([row("cars", "4")], [row("buses", "4")], [("new", "", "4"), ("gone", "4", "")]),
        ([], [row("cars", "4"), row("cars", "4")], [("new", "", "4"), ("new", "", "4")]),
        ([row("cars", "4"), row("cars", "4")], [row("cars", "4")], [("gone", "4", "")]),
        ([row("cars", "4")], [row("cars", "4", source="b.txt")], []),
        ([row("cars", "4")], [row("cars", "5", source="b.txt")], [("revised", "4", "5")]),
        (
            [row("cars", "4", "In May 4 cars came."), row("cars", "9", "Of all cars 9 left by night.")],
            [row("cars", "8", "Of all cars 8 left by night."), row("cars", "5", "In May 5 cars came.")],
            [("revised", "4", "5"), ("revised", "9", "8")],
        ),
        (
            [row("cars", "4", "In May 4 cars came."), row("cars", "9", "Of all cars 9 left by night.")],
            [row("cars", "8", "Something else entirely, and more: 8.")],
            [("new", "", "8"), ("gone", "4", ""), ("gone", "9", "")],
        ),
    ],
)
def test_rows_are_matched_by_what_they_are_about(
    before: list[dict[str, str]], now: list[dict[str, str]], changed: list[tuple[str, str, str]]
) -> None:
    assert sorted(told(changes(NUMBERS, before, now))) == sorted(changed)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that was built on two days: 19 children become 23, the buses go, and cars come."""
    folder = tmp_path_factory.mktemp("compare") / "store"
    first = {
        "a.txt": ["19 children were counted in Kyiv.", "4 buses were counted."],
        "b.txt": ["2 boats were counted."],
    }
    second = {
        "a.txt": ["23 children were counted in Kyiv."],
        "b.txt": ["2 boats were counted."],
        "c.txt": ["7 cars were counted."],
    }
    for day, said in (("2026-03-02", first), ("2026-03-05", second)):
        versions.build(folder, dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"), said)
    return folder


def changed(out: str) -> dict[str, dict[str, str]]:
    return {one["about"].split(",")[0]: one for one in csv.DictReader(io.StringIO(out))}


@pytest.mark.parametrize("sides", [("2026-03-03",), ("2026-03-02", "2026-03-05"), ("2026-03-02", "now")])
def test_two_days_of_a_store(onrecord: Run, store: Path, sides: tuple[str, ...]) -> None:
    said = onrecord("compare", *sides, "--store", store, "--format", "csv")
    assert (said.code, said.err) == (0, "1 gone, 1 new, 1 revised\n")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [(one["change"], one["before"], one["now"]) for one in rows if one["change"] == "revised"] == [
        ("revised", "value 19", "value 23")
    ]
    (revised,) = (one for one in rows if one["change"] == "revised")
    assert revised["beforeQuote"] == "19 children were counted in Kyiv."
    assert revised["nowQuote"] == "23 children were counted in Kyiv."
    assert {one["nowQuote"] + one["beforeQuote"] for one in rows if one["change"] != "revised"} == {
        "7 cars were counted.",
        "4 buses were counted.",
    }


def test_nothing_differs_between_a_record_and_itself(onrecord: Run, store: Path) -> None:
    said = onrecord("compare", store, store)
    assert (said.code, said.err) == (0, "nothing differs\n")
    assert said.out.split() == list(tables.COLUMNS)


def test_two_stores_as_json_with_whole_rows(onrecord: Run, tmp_path: Path) -> None:
    act = replace(samples.ACT, standing="suspended")
    one = samples.store(tmp_path / "one")
    other = samples.store(tmp_path / "other", samples.claims(acts=[act], positions=[], statements=[]))
    said = onrecord("compare", one, other, "--format", "json")
    found = json.loads(said.out)["changes"]
    assert [(one["question"], one["change"], one["columns"]) for one in found] == [
        ("acts", "revised", ["standing"]),
        ("positions", "gone", []),
        ("statements", "gone", []),
    ]
    assert found[0]["before"]["quote"] == found[0]["now"]["quote"] == samples.THIRD.exact


def test_the_tables_of_a_release_hold_the_rows_of_its_store(tmp_path: Path) -> None:
    folder = samples.store(tmp_path / "store")
    pytest.importorskip("pyarrow")
    from onrecord.publish.tables import write_tables

    (tmp_path / "release").mkdir()
    write_tables(Reader(folder), tmp_path / "release")
    for subject in SUBJECTS:
        assert rows(tmp_path / "release", subject) == rows(Reader(folder), subject) != []


@pytest.mark.parametrize(
    ("sides", "why"),
    [
        (("2026-02-31",), "no such day"),
        (("nowhere", "now"), "no store here"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(
    onrecord: Run, store: Path, sides: tuple[str, ...], why: str
) -> None:
    said = onrecord("compare", *sides, "--store", store)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1) and why in said.err


def test_a_change_says_in_which_columns(store: Path) -> None:
    (found,) = changes(NUMBERS, [row("cars", "4")], [row("cars", "5")])
    assert (found.change, found.columns) == (Change.REVISED, ("value",))
