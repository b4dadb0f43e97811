"""Figures beside each other that cannot both hold: the same pairs as the named question has."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, named
from onrecord.claims import FigureClaim
from onrecord.serve.explorer.disagreements import disagreements
from onrecord.serve.explorer.queries import query
from onrecord.store import Reader

TOTAL = replace(
    samples.FIGURE, value=Decimal(100), upper=None, hedge="exact", scope="total", population="child", as_of="2024"
)


def other(**different: object) -> FigureClaim:
    return replace(TOTAL, evidence=(samples.at("20 and 30"),), **different)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "pairs"),
    [
        (other(value=Decimal(200)), 1),
        (other(value=Decimal(50)), 1),
        (other(value=Decimal(100), hedge="more_than"), 1),  # the bound itself is excluded
        (other(value=Decimal(100), hedge="at_least"), 0),
        (other(value=Decimal(90), hedge="at_least"), 0),
        (other(value=Decimal(90), hedge="about"), 0),
        (other(value=Decimal(200), as_of="2025"), 0),
        (other(value=Decimal(200), as_of="2024-06-01"), 1),
        (other(value=Decimal(200), scope="increment"), 0),
        (other(value=Decimal(200), scope="unspecified"), 0),
        (other(value=Decimal(200), factuality="possible"), 0),
        (other(value=Decimal(200), action="deported"), 0),
        (other(value=Decimal(200), population="adult"), 0),
        (other(value=Decimal(200), as_of=""), 0),
    ],
)
def test_disagreements(tmp_path: Path, figure: FigureClaim, pairs: int) -> None:
    reader = Reader(samples.store(tmp_path / "store", samples.claims(figures=[TOTAL, figure])))
    expected = {(row["one"].value, row["other"].value) for row in ask(reader, named("disagreements").text)}  # type: ignore[union-attr, arg-type]
    series = ask(reader, query("series", population=ox.Literal("child")))
    assert isinstance(series, ox.QuerySolutions)
    columns = [variable.value for variable in series.variables]
    rows = [{name: row[name].value if row[name] is not None else "" for name in columns} for row in series]
    assert {(one["figure"], above["figure"]) for one, above in disagreements(rows)} == expected
    assert len(expected) == pairs
