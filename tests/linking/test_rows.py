"""Records as text: what is read is what was written, and the same record is the same text."""

from dataclasses import replace
from decimal import Decimal

from compared import figure

from onrecord.linking import rows
from onrecord.linking.acts import ActRecord
from onrecord.linking.figures import FigureRecord


def test_what_was_written_is_read() -> None:
    one = replace(figure("24.5", of="child | ukrainian"), corrects=frozenset((Decimal("19.50"), Decimal(3))))
    assert rows.read(FigureRecord, rows.write(one)) == one
    act = ActRecord("a#1", "a", "Verdict", True, "2024", "", "body", frozenset("zyx"))
    assert rows.read(ActRecord, rows.write(act)) == act


def test_the_order_of_a_set_is_not_written() -> None:
    one, other = (replace(figure("24"), story=frozenset(names)) for names in ("abcdefgh", "hgfedcba"))
    assert rows.write(one) == rows.write(other)
