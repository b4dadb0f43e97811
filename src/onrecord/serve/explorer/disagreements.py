"""Figures of one series that cannot both hold: what the named question `disagreements` asks of the whole graph."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from onrecord.lexicon import lexicon
from onrecord.serve.explorer.data import Row


def disagreements(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The figures in rows of `series` that cannot both hold, in pairs, the lower one first."""
    for one, other in combinations([row for row in rows if _counts(row)], 2):
        if one["action"] == other["action"] and one["scope"] == other["scope"] and _overlap(one, other):
            for below, above in ((one, other), (other, one)):
                if _lies_below(below, above) and not _corrected(below, above):
                    yield below, above


def _counts(row: Row) -> bool:
    """Those of two occasions may differ, and what happened to those counted must be known."""
    words = lexicon.load()
    occasions = {scope.iri for scope in words.marked("scope", "ofOccasion")}
    comparable = row["scope"] not in occasions and row["action"] != words.default("action").iri
    return bool(row["earliest"] and row["latest"]) and not row["withdrawn"] and is_fact(row) and comparable


def is_fact(row: Row) -> bool:
    """Whether the source of a figure asserts it."""
    return row["factuality"] == lexicon.load().default("factuality").iri


def _overlap(one: Row, other: Row) -> bool:
    return one["earliest"] <= other["latest"] and other["earliest"] <= one["latest"]


def _lies_below(one: Row, other: Row) -> bool:
    if not one["upperBound"] or not other["lowerBound"]:
        return False
    top, bottom = Decimal(one["upperBound"]), Decimal(other["lowerBound"])
    return top < bottom or (top == bottom and "true" in (one["upperOpen"], other["lowerOpen"]))


def _corrected(one: Row, other: Row) -> bool:
    """Whether one is given by the same source in the place of the other."""
    in_place = one["corrected"] == other["value"] or other["corrected"] == one["value"]
    return in_place and one["by"] == other["by"] != ""
