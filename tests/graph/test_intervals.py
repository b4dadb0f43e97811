"""The interval that a figure's value and hedge allow, as the word list of hedges says."""

from decimal import Decimal

import pytest

from onrecord.graph.intervals import Interval, interval

N, M = Decimal(20), Decimal(30)


@pytest.mark.parametrize(
    ("hedge", "upper", "expected"),
    [
        ("exact", None, Interval(N, N)),
        ("at_least", None, Interval(N, None)),
        ("more_than", None, Interval(N, None, lower_open=True)),
        ("up_to", None, Interval(None, N)),
        ("nearly", None, Interval(None, N, upper_open=True)),
        ("less_than", None, Interval(None, N, upper_open=True)),
        ("between", M, Interval(N, M)),
        ("about", None, Interval(None, None)),
        ("no such hedge", None, Interval(None, None)),
    ],
)
def test_a_hedge_bounds_its_value(hedge: str, upper: Decimal | None, expected: Interval) -> None:
    assert interval(N, upper, hedge) == expected
