"""Figures beside each other that disagree: the same pairs, with the same reasons, as the named question has."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, named
from onrecord.claims import FigureClaim, Source
from onrecord.serve.explorer.queries import query
from onrecord.store import Reader

COURT = Source(samples.COURT, samples.at("International Criminal Court"))
TOTAL = replace(
    samples.FIGURE, value=Decimal(100), upper=None, hedge="exact", scope="total", population="child", as_of="2024"
)


def other(**different: object) -> FigureClaim:
    return replace(TOTAL, evidence=(samples.at("20 and 30"),), sources=(COURT,), **different)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "pairs"),
    [
        (other(value=Decimal(210)), 1),
        (other(value=Decimal(40)), 1),
        (other(value=Decimal(310), hedge="up_to"), 1),
        (other(value=Decimal(90), hedge="about"), 0),
        (other(value=Decimal(210), action="deported"), 0),
    ],
)
def test_disagreements(tmp_path: Path, figure: FigureClaim, pairs: int) -> None:
    reader = Reader(samples.store(tmp_path / "store", samples.claims(figures=[TOTAL, figure])))
    texts = named("disagreements").text, query("disagreements", population=ox.Literal("child"))
    expected, found = (
        [tuple(row[column].value for column in ("one", "other", "why")) for row in ask(reader, text)]  # type: ignore[union-attr, arg-type]
        for text in texts
    )
    assert found == expected
    assert len(found) == pairs
