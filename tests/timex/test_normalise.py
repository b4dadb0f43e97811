"""What a date means in its article: years left open, order of day and month, what cannot be told."""

import datetime as dt

import pytest
from calendar_text import FRIDAY, found, resolved, values

from onrecord.timex.dateline import dateline
from onrecord.timex.normalise import Outlook, Rule

BACK, AHEAD, PRESENT, EITHER = Outlook.BACK, Outlook.AHEAD, Outlook.PRESENT, Outlook.EITHER


@pytest.mark.parametrize(
    ("text", "outlook", "value"),
    [
        ("on 14 March", BACK, "2024-03-14"),
        ("on 15 March", BACK, "2024-03-15"),
        ("on 15 March", AHEAD, "2024-03-15"),
        ("on 16 March", BACK, "2023-03-16"),
        ("on 16 March", AHEAD, "2024-03-16"),
        ("on 14 March", AHEAD, "2025-03-14"),
        ("on 1 April", PRESENT, "2024-04-01"),
        ("on 1 February", PRESENT, "2024-02-01"),
        ("in March", BACK, "2024-03"),
        ("in April", BACK, "2023-04"),
        ("in April", AHEAD, "2024-04"),
        ("in February", AHEAD, "2025-02"),
        ("on 29 February", BACK, "2024-02-29"),
        ("on 29 February", AHEAD, "2028-02-29"),
        ("on Friday", BACK, "2024-03-15"),
        ("on Thursday", BACK, "2024-03-14"),
        ("on Saturday", BACK, "2024-03-09"),
        ("on Saturday", AHEAD, "2024-03-16"),
        ("on Wednesday", PRESENT, "2024-03-20"),
        ("on Wednesday", EITHER, "2024-03-13"),
        ("at the weekend", BACK, "2024-03-09/2024-03-10"),
        ("at the weekend", AHEAD, "2024-03-16/2024-03-17"),
        ("on Sunday, 10 March", AHEAD, "2024-03-10"),
        ("on Friday, 17 March", BACK, "2023-03-17"),
        ("from 10 to 20 March", BACK, "2023-03-10/2023-03-20"),
        ("from 10 to 20 April", AHEAD, "2024-04-10/2024-04-20"),
    ],
)
def test_a_year_left_open(text: str, outlook: Outlook, value: str) -> None:
    assert values(f"It happens {text}.", outlook=outlook) == [value]


def test_without_a_day_of_publication_only_full_dates_resolve() -> None:
    text = "Today, on Friday, in March, last week and on 3 May; but 3 May 2023 and, the next day, the end."
    assert values(text, published=None) == ["2023-05-03", "2023-05-04"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("04/05/2024 came after 25/04/2024", FRIDAY, "2024-05-04"),  # day first, by the other date
        ("04/05/2024 came after 4/25/2024", FRIDAY, "2024-04-05"),
        ("04/05/2024 came after 25 April 2024", FRIDAY, "2024-05-04"),  # as in letters
        ("04/05/2024 came after April 25, 2024", FRIDAY, "2024-04-05"),
        ("04/05/2024, the day of publication", dt.date(2024, 4, 5), "2024-04-05"),
        ("04.05.2023, with dots", FRIDAY, "2023-05-04"),
        ("04/04/2023, twice the same", FRIDAY, "2023-04-04"),
    ],
)
def test_the_order_of_day_and_month(text: str, published: dt.date, value: str) -> None:
    meant = next(resolved(text, published))[1]
    assert (meant.period.value, meant.ambiguous) == (value, False)


def test_an_order_that_nothing_tells() -> None:
    [(_, meant)] = resolved("The letter is of 03/04/2023.")
    assert meant.ambiguous
    assert meant.rule is Rule.OPEN_ORDER
    assert meant.period.value == "2023-04-03"  # the later one, as both are before publication
    assert (meant.period.first, meant.period.last) == (dt.date(2023, 3, 4), dt.date(2023, 4, 3))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("3 May 2023", Rule.FULL),
        ("3 May", Rule.BACK),
        ("Friday, 17 March", Rule.WEEKDAY),
        ("yesterday", Rule.PUBLICATION),
        ("last Friday", Rule.PUBLICATION),
        ("04.05.2023", Rule.HABIT),
    ],
)
def test_each_date_says_how_it_was_resolved(text: str, rule: Rule) -> None:
    [(_, meant)] = resolved(f"It was {text}.")
    assert meant.rule is rule


@pytest.mark.parametrize("text", ["today", "last year", "two years ago", "the following year", "in 9999"])
def test_the_ends_of_the_calendar(text: str) -> None:
    for published in (dt.date.min, dt.date.max):
        values(f"On 3 May {published.year:04}: {text}.", published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thirty-one home\n\nKYIV, 8 April 2023 – The charity said", dt.date(2023, 4, 8)),
        ("Thirty-one home\nThe Hague (March 17, 2023) The court said", dt.date(2023, 3, 17)),
        ("Thirty-one home\n8 April 2023, 14:05\nThe charity said", dt.date(2023, 4, 8)),
        ("COMMUNIQUÉ\n\nSveta Gora, 11.05.2021\n\nThe Commission", dt.date(2021, 5, 11)),
        ("COMMUNIQUÉ\n\nSveta Gora, 11/05/2021\n\nThe Commission", None),  # May or November?
        ("COMMUNIQUÉ\n\nSveta Gora, 11/05/2021\n\nOn 24/04/2021 the Commission", dt.date(2021, 5, 11)),
        ("On 8 April 2023 the charity said", None),
        ("The charity said: 8 April 2023 – a good day", None),
        ("KYIV, 8 April – The charity said", None),
        ("A text. " * 80 + "\nKYIV, 8 April 2023 – The charity said", None),
    ],
)
def test_a_dateline_gives_the_day_of_publication(text: str, day: dt.date | None) -> None:
    assert dateline(text, found(text)) == day
