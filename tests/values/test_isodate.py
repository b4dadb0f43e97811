"""ISO dates of different precision and the days they can mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.isodate import Precision, bounds, precision


@pytest.mark.parametrize(
    ("value", "kind", "earliest", "latest"),
    [
        ("2024-01-25", Precision.DAY, "2024-01-25", "2024-01-25"),
        ("2024-02", Precision.MONTH, "2024-02-01", "2024-02-29"),
        ("2023-02", Precision.MONTH, "2023-02-01", "2023-02-28"),
        ("2024", Precision.YEAR, "2024-01-01", "2024-12-31"),
        ("2022-02-24/2023-03-17", Precision.SPAN, "2022-02-24", "2023-03-17"),
        ("2022/2023-03", Precision.SPAN, "2022-01-01", "2023-03-31"),
        ("2024-01-25/2024-01-25", Precision.SPAN, "2024-01-25", "2024-01-25"),
    ],
)
def test_a_date_means_the_days_between_its_bounds(value: str, kind: Precision, earliest: str, latest: str) -> None:
    assert precision(value) is kind
    assert bounds(value) == (dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2024-02-30",
        "2024-13",
        "2024-00",
        "2024-1-25",
        "24-01-25",
        "20240125",
        "0000",
        "2024-01-25T10:00",
        "2024-01-25\n",
        " 2024",
        "２０２４",
        "2024-01-25/",
        "/2024",
        "2024/2025/2026",
        "2024-01-25/2024-01-24",
        "PXD",
        "soon",
    ],
)
def test_what_is_no_date_raises(value: str) -> None:
    with pytest.raises(ValueError, match=r"ISO date|before it starts|month|day|year"):
        bounds(value)
    with pytest.raises(ValueError, match=r"ISO date|before it starts|month|day|year"):
        precision(value)


@given(day=st.dates())
def test_a_day_lies_in_its_month_and_its_month_in_its_year(day: dt.date) -> None:
    exact, month, year = (bounds(day.isoformat()[:length]) for length in (10, 7, 4))
    assert exact == (day, day)
    assert year[0] <= month[0] <= day <= month[1] <= year[1]
    assert month[0].day == 1
    assert month[1] == dt.date.max or (month[1] + dt.timedelta(days=1)).day == 1


@given(days=st.tuples(st.dates(), st.dates()), cut=st.sampled_from([(10, 10), (7, 7), (4, 4), (10, 7), (4, 10)]))
def test_a_span_reaches_from_the_first_day_of_one_date_to_the_last_of_another(
    days: tuple[dt.date, dt.date], cut: tuple[int, int]
) -> None:
    first, last = (day.isoformat()[:length] for day, length in zip(sorted(days), cut, strict=True))
    earliest, latest = bounds(f"{first}/{last}")
    assert earliest == bounds(first)[0] <= latest == bounds(last)[1]
