"""Days of entries: which one it is, in which order they come, and no more exact than they are told."""

import datetime as dt

import pytest

from onrecord.chronology.days import day_of, meets, order, written
from onrecord.chronology.values import DayIs, Kind


@pytest.mark.parametrize(
    ("kind", "told", "published", "day"),
    [
        (Kind.ACT, ["2023-03", "2023-03-17", ""], ["2024-01-01"], ("2023-03-17", DayIs.HAPPENED)),
        (Kind.EVENT, ["2023"], ["2023-05-01"], ("2023", DayIs.HAPPENED)),
        (Kind.FIGURE, ["2024-01-24"], ["2024-01-25"], ("2024-01-24", DayIs.HOLDS)),
        (Kind.STATEMENT, ["2024-01-24"], ["2024-01-25"], ("2024-01-24", DayIs.SAID)),
        (Kind.ACT, ["", ""], ["2024-02-01", "2024-01-25"], ("2024-01-25", DayIs.PUBLISHED)),
        (Kind.ACT, ["soon"], [""], ("", DayIs.UNKNOWN)),
    ],
)
def test_the_day_is_the_most_exact_that_is_told_or_else_that_of_the_first_report(
    kind: Kind, told: list[str], published: list[str], day: tuple[str, DayIs]
) -> None:
    assert day_of(kind, told, published) == day


def test_a_month_comes_before_its_days_and_what_has_no_day_at_the_end() -> None:
    days = ["", "2023-03-02", "2023-03-01", "2023-03-01/2023-03-09", "2023-03", "2023-01-01", "2023"]
    assert sorted(days, key=order) == days[::-1]


@pytest.mark.parametrize(
    ("day", "first", "last", "taken"),
    [
        ("2023-03", "2023-03-31", "2023-12-31", True),
        ("2023-03", "2023-04-01", "2023-12-31", False),
        ("2022-12-31/2023-01-02", "2023-01-01", "2023-01-01", True),
        ("", "2023-01-01", "9999-12-31", False),
        ("", "0001-01-01", "9999-12-31", True),
    ],
)
def test_what_may_lie_in_a_span_is_taken(day: str, first: str, last: str, taken: bool) -> None:
    assert meets(day, dt.date.fromisoformat(first), dt.date.fromisoformat(last)) is taken


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-03-05", "5 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2025-02-10/2025-02-16", "10 February 2025 to 16 February 2025"),
        ("", "No day told"),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_told(day: str, words: str) -> None:
    assert written(day) == words
