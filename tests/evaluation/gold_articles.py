"""Annotated articles and rows written by hand, for the tests of the evaluation."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from onrecord.evaluation.gold import AnnotatedArticle, Annotation, GoldEntity, GoldFigure, Row
from onrecord.evaluation.scoring import Result, score

LUBINETS = GoldEntity("Dmytro Lubinets", ("Lubinets",))
OFFICE = GoldEntity("Office of the President", ("the Office",))
COURT = GoldEntity("International Criminal Court", ("ICC",), court=True)
KYIV = GoldEntity("Kyiv")
RIGHT = {
    "action": "returned",
    "scope": "total",
    "asOf": "2024-01-14",
    "reportedBy": "Lubinets",
    "where": None,
    "factuality": "fact",
}


def figure(value: str = "517", hedge: str = "exact", counted: str = "children", **attributes: str | None) -> GoldFigure:
    return GoldFigure(Decimal(value), hedge, counted, {**RIGHT, **attributes}, text=value)


def figure_row(node: str = "f1", **changed: str) -> Row:
    """A row of `figures` that is `figure()` with all attributes right, but for what is changed."""
    row = {
        "value": "517",
        "hedge": "https://w3id.org/onrecord/hedge/exact",
        "counted": "abducted children",
        "action": "https://w3id.org/onrecord/action/returned",
        "scope": "https://w3id.org/onrecord/scope/total",
        "asOf": "2024-01-14",
        "reportedBy": "Dmytro Lubinets",
    }
    return {"figure": node, **row, **changed}


def scored(field: str, rows: Iterable[Row], source: str = "a.txt", **annotated: Any) -> Result:
    """The result of one field: rows of its query against what is annotated in one article, a.txt."""
    query = "statements" if field == "speakers" else field
    told = {"people": (LUBINETS,), "organizations": (OFFICE, COURT), **annotated}
    article = AnnotatedArticle(Path("gold/a.txt"), Annotation(**told))
    return score([article], {query: [{"source": source, **row} for row in rows]})[field]


def counts(result: Result) -> tuple[int, int, int]:
    """Matches, false positives, false negatives."""
    return len(result.matches), len(result.extra), len(result.missed)
