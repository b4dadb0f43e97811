"""Figures beside each other that disagree: the same pairs, with the same reasons, as the named question has."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from starlette.testclient import TestClient

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
    texts = named("disagreements").text, query("all-disagreements")
    expected, found = (
        [tuple(row[column].value for column in ("one", "other", "why")) for row in ask(reader, text)]  # type: ignore[union-attr, arg-type]
        for text in texts
    )
    assert found == expected
    assert len(found) == pairs


@pytest.mark.parametrize("address", ["/disagreements", "/figures?counted=child"])
def test_a_pair_stands_side_by_side_with_both_sentences_and_the_reason(
    client_of: Callable[[Path], TestClient], tmp_path: Path, address: str
) -> None:
    store = samples.store(tmp_path / "store", samples.claims(figures=[TOTAL, other(value=Decimal(210))]))
    html = client_of(store).get(address).text
    assert html.count('class="card"') == 2 and "Why they disagree:</strong>" in html
    cards = html.partition('class="pair"')[2]
    assert cards.count("<blockquote>") == 2
    assert cards.index(">100<") < cards.index(">210<")
    assert "Mykola Kuleba" in cards and "International Criminal Court" in cards
