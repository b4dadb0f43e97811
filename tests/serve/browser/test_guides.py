"""What the how-tos have three people do, done in a browser as it is written there."""

import csv
import io
from collections.abc import Callable

import pytest
from guide import Guide
from visits import CHECKOUT, Visit

pytestmark = pytest.mark.slow
GUIDES = CHECKOUT / "docs/guides"
EVERYWHERE = pytest.mark.parametrize(
    ("width", "scripts"), [("desk", True), ("phone", True), ("desk", False)], ids=["desk", "phone", "no-scripts"]
)
Visits = Callable[..., Visit]


def done(name: str, seen: Visit) -> Guide:
    guide = Guide(GUIDES / f"{name}.md")
    guide.run(seen.page, seen.to)
    seen.in_order()
    return guide


def test_a_researcher_takes_all_totals_away_by_source_with_their_sentences(visit: Visits) -> None:
    guide = done("researcher", visit())
    rows = list(csv.DictReader(io.StringIO(guide.kept["figures.csv"])))
    assert len(rows) > 5 and {"Olena Zelenska", "Dmytro Lubinets", ""} <= {row["reportedBy"] for row in rows}
    for row in rows:
        assert row["scope"].endswith("/total") and row["action"].endswith("/returned")
        assert row["quote"] and len(row["quote"]) == int(row["end"]) - int(row["start"]) and len(row["sha256"]) == 64
        assert row["source"] and row["headline"]


@EVERYWHERE
def test_a_lawyer_prints_everything_on_record_against_somebody(visit: Visits, width: str, scripts: bool) -> None:
    guide = done("lawyer", visit(width, scripts))
    assert "http://127.0.0.1" in guide.printed and "printed on" in guide.printed
    for form in ("Show", "Standing", "Search", "whatever it is", "The record as of"):
        assert form not in guide.printed


@EVERYWHERE
def test_a_newsroom_checks_a_paragraph_before_it_goes_out(visit: Visits, width: str, scripts: bool) -> None:
    seen = visit(width, scripts)
    done("newsroom", seen)
    assert "/article?" in seen.page.url
