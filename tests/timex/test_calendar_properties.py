"""What holds for every date in every style, and for every text."""

import datetime as dt
from collections.abc import Callable

import pytest
from calendar_text import found, resolved
from hypothesis import given
from hypothesis import strategies as st

from onrecord.timex.normalise import Outlook
from onrecord.values import isodate

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Each style of writing a day in full, by a name that failing tests show.
STYLES: dict[str, Callable[[dt.date], str]] = {
    "17 March 2023": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "17th of March 2023": lambda d: f"{d.day}th of {MONTHS[d.month - 1]} {d.year}",
    "March 17, 2023": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "Mar. 17, 2023": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "MARCH 17, 2023": lambda d: f"{MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    "Friday, 17 March 2023": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "2023-03-17": dt.date.isoformat,
    "17.03.2023": lambda d: f"{d:%d.%m.%Y}",
    "17.3.2023": lambda d: f"{d.day}.{d.month}.{d.year}",
}
days = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))
near_days = st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31))


@pytest.mark.parametrize("style", STYLES)
@given(day=near_days)
def test_a_day_in_full_is_read_back(style: str, day: dt.date) -> None:
    written = STYLES[style](day)
    text = f"The council met on {written} in The Hague."
    [(words, meant)] = resolved(text)
    assert (words, meant.period.value, meant.ambiguous) == (written, day.isoformat(), False)


@given(day=days)
def test_month_and_year_are_read_back(day: dt.date) -> None:
    assert [m.period.value for _, m in resolved(f"In {day:%B} {day.year:04} it met.")] == [f"{day:%Y-%m}"]
    assert [m.period.value for _, m in resolved(f"Since {day.year:04}, it met.")] == [f"{day.year:04}"]


@given(day=near_days, published=near_days, ahead=st.booleans())
def test_a_day_without_a_year_is_the_nearest(day: dt.date, published: dt.date, ahead: bool) -> None:
    outlook = Outlook.AHEAD if ahead else Outlook.BACK
    [(_, meant)] = resolved(f"It met on {day.day} {MONTHS[day.month - 1]}.", published, outlook)
    found_day = meant.period.first
    assert (found_day.month, found_day.day) == (day.month, day.day)
    assert found_day >= published if ahead else found_day <= published
    assert abs((found_day - published).days) <= (366 if day.month != 2 or day.day != 29 else 366 * 8)


@given(first=near_days, last=near_days)
def test_a_span_is_read_back(first: dt.date, last: dt.date) -> None:
    first, last = sorted((first, last))
    style = STYLES["17 March 2023"]
    [(_, meant)] = resolved(f"It sat between {style(first)} and {style(last)}.")
    assert meant.period.value == f"{first}/{last}"


@given(published=near_days, count=st.integers(1, 99))
def test_days_ago_are_counted(published: dt.date, count: int) -> None:
    [(_, meant)] = resolved(f"It met {count} days ago.", published)
    assert meant.period.first == published - dt.timedelta(days=count)


# Texts made of what dates are made of, so that every rule meets every other.
PIECES = [
    "17",
    "3",
    "31",
    "2023",
    "2014",
    "March",
    "Feb.",
    "May",
    "Friday",
    "last",
    "next",
    "the",
    "year",
    "week",
    "day",
]
PIECES += ["between", "and", "from", "to", "of", "ago", "earlier", "following", "same", "today", "'90s", "1990s", "end"]
PIECES += [
    "quarter",
    "first",
    "summer",
    "early",
    ",",
    ".",
    "-",
    "–",
    "/",
    "(",
    ")",
    "\n",
    "04/05/2023",
    "the year before",
]
texts = st.lists(st.sampled_from(PIECES), max_size=24).flatmap(
    lambda pieces: st.sampled_from([" ", "", " "]).map(lambda gap: gap.join(pieces))
)


@given(text=texts | st.text(max_size=60), published=st.none() | st.dates())
def test_every_date_is_sound(text: str, published: dt.date | None) -> None:
    ends = 0
    for date in found(text):
        assert 0 <= date.start < date.end <= len(text)
        assert ends <= date.start
        ends = date.end
    for _, meant in resolved(text, published):
        period = meant.period
        assert period.first <= period.last
        earliest, latest = isodate.bounds(period.value)
        assert meant.ambiguous or (earliest <= period.first and period.last <= latest)
