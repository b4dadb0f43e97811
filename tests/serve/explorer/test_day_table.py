"""Acts, statements and events by day: the table tells what the pages' queries tell, in the same order."""

import datetime as dt
from dataclasses import replace

import pyoxigraph as ox
import pytest
from stores import rows

import samples
from onrecord.graph.iri import term
from onrecord.serve.explorer.day_table import DayTable
from onrecord.serve.explorer.parameters import Days
from onrecord.serve.explorer.queries import query
from onrecord.store import Reader

SPANS = [
    Days(),
    Days(first=dt.date(2024, 1, 1)),
    Days(last=dt.date(2023, 12, 31)),
    Days(dt.date(2024, 1, 24), dt.date(2024, 1, 24)),
    Days(dt.date(2030, 1, 1)),
]
UNDATED = replace(samples.ACT, type="Judgment", date="", against=(samples.KULEBA,))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    said = {
        "1.txt": samples.claims_of_event(),
        "2.txt": samples.claims_of_event(),
        "3.txt": samples.claims(acts=[UNDATED, replace(samples.ACT, date="2023-02")]),
    }
    return Reader(samples.store_of(tmp_path_factory.mktemp("days") / "store", said))


@pytest.fixture(scope="module")
def table(reader: Reader) -> DayTable:
    return DayTable(reader)


def wanted(scheme: str, of: str) -> ox.NamedNode | ox.Literal:
    return ox.NamedNode(term(scheme, of)) if of else ox.Literal("")


def test_there_is_enough_to_tell_apart(table: DayTable) -> None:
    assert len({len(table.acts("", days)) for days in SPANS}) > 2
    assert len(table.statements(Days())) == 3 and len(table.events("", "", Days())) == 1


@pytest.mark.parametrize("days", SPANS, ids=range(len(SPANS)))
@pytest.mark.parametrize("of", ["", "Judgment", "ArrestWarrant", "Law"])
def test_acts(reader: Reader, table: DayTable, of: str, days: Days) -> None:
    expected = list(rows(reader, query("acts", type=wanted("act", of), **days.terms)))
    assert table.acts(wanted("act", of).value, days) == expected


@pytest.mark.parametrize("days", SPANS, ids=range(len(SPANS)))
def test_statements(reader: Reader, table: DayTable, days: Days) -> None:
    assert table.statements(days) == list(rows(reader, query("dated-statements", **days.terms)))


@pytest.mark.parametrize("days", SPANS, ids=range(len(SPANS)))
@pytest.mark.parametrize("of", ["", "mission", "flood"])
@pytest.mark.parametrize("place", ["", "Kyiv", "Paris"])
def test_events(reader: Reader, table: DayTable, of: str, place: str, days: Days) -> None:
    text = query("events", kind=wanted("event", of), place=ox.Literal(place), **days.terms)
    assert table.events(wanted("event", of).value, place, days) == list(rows(reader, text))
