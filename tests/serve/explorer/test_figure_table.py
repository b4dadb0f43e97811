"""The table of figures tells what the pages' queries tell: the same rows in the same order, whatever is asked for."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
from stores import rows

import samples
from onrecord.claims import FigureClaim, Source
from onrecord.serve.explorer.figure_filter import Filter
from onrecord.serve.explorer.figure_table import FigureTable
from onrecord.serve.explorer.parameters import Days
from onrecord.serve.explorer.queries import query
from onrecord.store import Reader

ANY = Filter("", "", "", "", "", "", Days(), {})
ASKED = [
    ANY,
    replace(ANY, action="deported"),
    replace(ANY, scope="total"),
    replace(ANY, source="Mykola Kuleba"),
    replace(ANY, source="nobody"),
    replace(ANY, place="Kyiv"),
    replace(ANY, publisher=samples.ARTICLE.publisher),
    replace(ANY, publisher="another"),
    replace(ANY, days=Days(first=dt.date(2024, 1, 1))),
    replace(ANY, days=Days(last=dt.date(2023, 12, 31))),
    replace(ANY, days=Days(dt.date(2024, 1, 24), dt.date(2024, 1, 24))),
]


CHILDREN = replace(samples.FIGURE, population="child")


def figure(**different: object) -> FigureClaim:
    return replace(CHILDREN, **different)  # type: ignore[arg-type]


FIGURES = [
    figure(),
    figure(value=Decimal(9), upper=None, hedge="exact", scope="total", as_of="2023", where=samples.KYIV),
    figure(value=Decimal(100), upper=None, hedge="nearly", action="deported", sources=(), agent=samples.SAVE_UKRAINE),
    figure(
        value=Decimal(7),
        upper=None,
        hedge="more_than",
        as_of="",
        sources=(Source(samples.KULEBA, samples.at("Kuleba", nth=1)),),
    ),
    figure(value=Decimal(5), upper=None, hedge="exact", population="family"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    said = {f"{n}.txt": samples.claims(figures=FIGURES[n:]) for n in range(2)}
    return Reader(samples.store_of(tmp_path_factory.mktemp("figures") / "store", said))


CITED = {"end", "url", "sha256"}  # columns of a file, which no page shows


@pytest.fixture(scope="module")
def table(reader: Reader) -> FigureTable:
    return FigureTable(reader)


def test_there_is_enough_to_tell_apart(table: FigureTable) -> None:
    assert table.counted == {"child": 7, "family": 2}
    assert len({len(table.series("child", asked, 100)) for asked in ASKED}) > 4


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
def test_a_series_is_what_the_query_tells(reader: Reader, table: FigureTable, asked: Filter) -> None:
    expected = list(rows(reader, query("series", population=ox.Literal("child"), **asked.terms)))
    found = table.series("child", asked, 100)
    columns = expected[0].keys() - CITED if expected else ()
    assert [{name: row[name] for name in columns} for row in found] == [
        {c: row[c] for c in columns} for row in expected
    ]
    assert table.length("child", asked) == len(expected)
    assert table.series("child", asked, 2, 1) == found[1:3]


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
@pytest.mark.parametrize("populations", [None, [], ["family"], ["family", "child"]])
def test_groups_are_what_the_query_tells(
    reader: Reader, table: FigureTable, asked: Filter, populations: list[str] | None
) -> None:
    lines = "" if populations is None else "\n".join(["", *populations, ""])
    expected = rows(reader, query("populations", populations=ox.Literal(lines), **asked.terms))
    assert table.groups(asked, populations) == list(expected)


def test_figures_without_a_day_do_not_hide_from_when_to_when_the_others_are(table: FigureTable) -> None:
    first = table.groups(ANY, ["child"])[0]
    assert (first["first"], first["last"]) == ("2023-01-01", "2024-01-24")


def test_what_can_be_chosen_is_what_figures_have(table: FigureTable) -> None:
    assert table.choices("child") == {
        "reportedBy": {"Mykola Kuleba"},
        "place": {"Kyiv"},
        "publisher": {samples.ARTICLE.publisher},
    }
    assert table.choices("nothing") == {"reportedBy": set(), "place": set(), "publisher": set()}
