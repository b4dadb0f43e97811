"""Periods of the calendar."""

import datetime as dt

import pytest

from onrecord.timex import periods as p
from onrecord.timex.periods import Grain

MAY_30 = p.day(dt.date(2022, 5, 30))


def test_a_period_keeps_its_grain_and_knows_its_days() -> None:
    assert p.month(2024, 2) == p.Period("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), Grain.MONTH)
    assert p.year(2024) == p.Period("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31), Grain.YEAR)
    assert p.week(dt.date(2022, 5, 30)).value == "2022-05-30/2022-06-05"


@pytest.mark.parametrize(("number", "value"), [(0, "2021-12"), (1, "2022-01"), (12, "2022-12"), (14, "2023-02")])
def test_months_count_over_the_year(number: int, value: str) -> None:
    assert p.month(2022, number).value == value


@pytest.mark.parametrize(
    ("count", "grain", "value"),
    [
        (-1, Grain.DAY, "2022-05-29"),
        (1, Grain.WEEK, "2022-06-06/2022-06-12"),
        (8, Grain.MONTH, "2023-01"),
        (-1, Grain.QUARTER, "2022-01/2022-03"),
        (3, Grain.QUARTER, "2023-01/2023-03"),
        (-2, Grain.YEAR, "2020"),
    ],
)
def test_shift(count: int, grain: Grain, value: str) -> None:
    assert p.shift(MAY_30, count, grain).value == value


def test_a_span_joins_the_outermost_days() -> None:
    assert p.span(p.month(2022, 12), p.day(dt.date(2023, 3, 17))).value == "2022-12/2023-03-17"
    assert p.span(p.span(p.year(2014), p.year(2015)), p.year(2022)).value == "2014/2022"
    with pytest.raises(ValueError, match="cannot run from 2022 to 2014"):
        p.span(p.year(2022), p.year(2014))
