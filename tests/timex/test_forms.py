"""The ways of writing a date: what is found in a text published on Friday, 15 March 2024, and what it says."""

import datetime as dt
import time

import pytest
from calendar_text import resolved, values, words

from onrecord.timex import grammar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24 January 2024", "2024-01-24"),
        ("24th of January, 2024", "2024-01-24"),
        ("January 24, 2024", "2024-01-24"),
        ("JANUARY 24, 2024", "2024-01-24"),
        ("Jan. 24, 2024", "2024-01-24"),
        ("Sept 5 2023", "2023-09-05"),
        ("2024-01-24", "2024-01-24"),
        ("2024-01-24T09:33", "2024-01-24"),
        ("24.01.2024", "2024-01-24"),
        ("24/1/2024", "2024-01-24"),
        ("1/24/24", "2024-01-24"),
        ("Wednesday, 24 January 2024", "2024-01-24"),
        ("24 January 2024 (Wednesday)", "2024-01-24"),
        ("Wednesday (24 January 2024)", "2024-01-24"),
        ("October 2023", "2023-10"),
        ("Oct. 2023", "2023-10"),
        ("May of 2023", "2023-05"),
        ("May '23", "2023-05"),
        ("5 May '23", "2023-05-05"),
        ("Jan. 9, '24", "2024-01-09"),
        ("in 2014", "2014"),
        ("the year 2014", "2014"),
        ("post-2014", "2014"),
        ("nineteen ninety-six", "1996"),
        ("the year two thousand", "2000"),
        ("the year two thousand and four", "2004"),
        ("end-2023", "2023"),
        ("the eighth of March 2023", "2023-03-08"),
        ("the twenty-first of June", "2023-06-21"),
        ("Sunday, March tenth", "2024-03-10"),
        ("Christmas Day", "2023-12-25"),
        ("at Christmas 2022", "2022-12-25"),
        ("since New Year", "2024-01-01"),
        ("New Year's Eve 2022", "2022-12-31"),
        ("New Year’s Day", "2024-01-01"),
        ("Thanksgiving", "2023-11-23"),
        ("last Thanksgiving", "2023-11-23"),
        ("Thanksgiving Day 2020", "2020-11-26"),
        ("the first Monday of June 2023", "2023-06-05"),
        ("the last Sunday of April", "2023-04-30"),
        ("the third Friday in March", "2024-03-15"),
        ("the fourth Friday in March", "2023-03-24"),
        ("the second Friday of last month", "2024-02-09"),
    ],
)
def test_dates_in_full(text: str, value: str) -> None:
    assert values(f"It happened {text}, they said.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2-5 December 2023", "2023-12-02/2023-12-05"),
        ("December 2–5, 2023", "2023-12-02/2023-12-05"),
        ("from 3 to 5 June 2023", "2023-06-03/2023-06-05"),
        ("between 3 and 5 June 2023", "2023-06-03/2023-06-05"),
        ("between 2014 and 2022", "2014/2022"),
        ("between 24 February 2022 and 30 October 2023", "2022-02-24/2023-10-30"),
        ("from June to August 2023", "2023-06/2023-08"),
        ("from December to February 2023", "2022-12/2023-02"),
        ("from December 2022 to March", "2022-12/2023-03"),
        ("from December to February", "2023-12/2024-02"),
        ("June–August 2023", "2023-06/2023-08"),
        ("2014-2022", "2014/2022"),
        ("2022/23", "2022/2023"),
        ("from Monday to Wednesday", "2024-03-11/2024-03-13"),
        ("the third quarter of 2023", "2023-07/2023-09"),
        ("Q3 2023", "2023-07/2023-09"),
        ("H1 2023", "2023-01/2023-06"),
        ("late February to early March 2022", "2022-02/2022-03"),
        ("the 2023 third quarter", "2023-07/2023-09"),
        ("last year's third quarter", "2023-07/2023-09"),
        ("the second half of last year", "2023-07/2023-12"),
        ("the first nine months of 2023", "2023-01/2023-09"),
        ("the winter of 2022-23", "2022/2023"),
        ("the 1990s", "1990/1999"),
        ("the '90s", "1990/1999"),
        ("the nineties", "1990/1999"),
    ],
)
def test_spans(text: str, value: str) -> None:
    assert values(f"It happened {text}, they said.") == [value]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("12 and 13 May 2023", ["2023-05-12", "2023-05-13"]),
        ("3, 5 and 7 June 2023", ["2023-06-03", "2023-06-05", "2023-06-07"]),
        ("May 12 and 13, 2023", ["2023-05-12", "2023-05-13"]),
        ("June and August 2014", ["2014-06", "2014-08"]),
        ("17 March and 5 April 2023", ["2023-03-17", "2023-04-05"]),
        ("January and February of this year", ["2024-01", "2024-02"]),
        ("2014, 2015 and 2019", ["2014", "2015", "2019"]),
        ("late February and early March 2022", ["2022-02", "2022-03"]),
        ("the weekend of 3-4 June 2023", ["2023-06-03/2023-06-04"]),
        ("Monday 4, Tuesday 5 and Friday 8 March", ["2024-03-04", "2024-03-05", "2024-03-08"]),
    ],
)
def test_lists_share_their_month_and_year(text: str, each: list[str]) -> None:
    assert values(f"It happened in {text}, they said.") == each


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today", "2024-03-15"),
        ("tonight", "2024-03-15"),
        ("yesterday evening", "2024-03-14"),
        ("tomorrow", "2024-03-16"),
        ("last night", "2024-03-14"),
        ("the day before yesterday", "2024-03-13"),
        ("the day after tomorrow", "2024-03-17"),
        ("last week", "2024-03-04/2024-03-10"),
        ("this week", "2024-03-11/2024-03-17"),
        ("late last week", "2024-03-04/2024-03-10"),
        ("last weekend", "2024-03-09/2024-03-10"),
        ("next month", "2024-04"),
        ("this past month", "2024-02"),
        ("last quarter", "2023-10/2023-12"),
        ("last year", "2023"),
        ("the current year", "2024"),
        ("the year before last", "2022"),
        ("the end of the year", "2024"),
        ("year-end", "2024"),
        ("10 days ago", "2024-03-05"),
        ("two weeks ago", "2024-02-26/2024-03-03"),
        ("six months ago", "2023-09"),
        ("in two days' time", "2024-03-17"),
        ("last Friday", "2024-03-08"),
        ("next Friday", "2024-03-22"),
        ("this Monday", "2024-03-11"),
        ("Thursday of last week", "2024-03-07"),
        ("last March", "2023-03"),
        ("last December", "2023-12"),
        ("this September", "2024-09"),
        ("next March", "2025-03"),
        ("June last year", "2023-06"),
        ("17 March last year", "2023-03-17"),
        ("last year 17 March", "2023-03-17"),
        ("from 3 to 5 July of last year", "2023-07-03/2023-07-05"),
        ("from 2013 to this February", "2013/2024-02"),
        ("on Wed.", "2024-03-13"),
    ],
)
def test_counted_from_publication(text: str, value: str) -> None:
    assert values(f"It happened {text}, they said.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the same day", "2022-05-30"),
        ("that evening", "2022-05-30"),
        ("the following day", "2022-05-31"),
        ("the next morning", "2022-05-31"),
        ("the day before", "2022-05-29"),
        ("three days earlier", "2022-05-27"),
        ("two weeks later", "2022-06-13"),
        ("the following Monday", "2022-06-06"),
        ("the previous Friday", "2022-05-27"),
        ("that same month", "2022-05"),
        ("a month later", "2022-06"),
        ("later that year", "2022"),
        ("the following year", "2023"),
        ("on 17 June of the same year", "2022-06-17"),
    ],
)
def test_counted_from_a_date_in_the_text(text: str, value: str) -> None:
    assert values(f"Monday, 30 May 2022, was the first day; {text}, it was over.") == ["2022-05-30", value]
    assert values(f"The first day was long; {text}, it was over.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution A/ES-11/6 and case 40112/19",
        "Call 0555 0199 or +380-44-279-1234",
        "Version 3.11.2024 and paragraph 12.10.2023",
        "case no. 2022/23, room 2014",
        "an address like 10.12.20.24 or 192.168.1.1",
        "19,546 children, 2,024 km and 1.2023",
        "the 17-year-old, aged 12 to 17",
        "They may march; the march of time",
        "on Mondays, every Friday and each July",
        "for two years and three months, over the past year",
        "about 20 years ago, nearly two months ago, several days ago",
        "two years ago, a year ago",
        "last summer, this winter, next spring",
        "up from seven million a year ago",
        "a two-week siege, a three-day visit",
        "31 June 2023 and 30.02.2023",
        "2024-01 and 2024-13-45",
        "two weeks later than planned",
        "the tomorrow of these children",
        "24/7, 9/11 and 1/2",
        "Statement 2025/77 and act 2022/25",
        "the fifth Monday of February 2023",
        "a new year, a new day",
        "44 BC, 15 March 44 BC, 1600–1500 BC, from 1500 to 1400 BCE",
        "the sun sat low; on Sat nothing happened",
        "Christmas trees and New Year parties",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(f"They wrote: {text}.") == []


def test_an_ordinal_after_a_month_is_its_day_only_where_the_clause_ends() -> None:
    assert values("In May second thoughts came.") == ["2023-05"]


def test_dates_of_two_clauses_do_not_share_a_year() -> None:
    assert values("He left on 4 March, and in June last year she did.") == ["2024-03-04", "2023-06"]


def test_a_number_after_a_month_may_count_something() -> None:
    assert values("On March 17, 18 children came back.") == ["2023-03-17"]
    assert values("In March 17 children came back.") == ["2024-03"]
    assert words("In March 17 children came back.") == ["March"]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("He was held between 24 February 2022 and 5 May 2022.", ["between 24 February 2022 and 5 May 2022"]),
        ("It ends by the end of 2024.", ["the end of 2024"]),
        ("In late March it began.", ["late March"]),
        ("Earlier this month, it began.", ["Earlier this month"]),
        ("On 12 and 13 May it rained.", ["12", "13 May"]),
        ("On Friday (1 March) it rained (as on Monday, 4 March).", ["Friday (1 March)", "Monday, 4 March"]),
        ("On May 12 and 13 it rained.", ["May 12", "13"]),
    ],
)
def test_the_words_of_a_date(text: str, exact: list[str]) -> None:
    assert words(text) == exact


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("early 2023", dt.date(2023, 1, 1), dt.date(2023, 7, 2)),
        ("the end of 2023", dt.date(2023, 7, 2), dt.date(2023, 12, 31)),
        ("mid-2023", dt.date(2023, 4, 2), dt.date(2023, 10, 1)),
        ("earlier this year", dt.date(2024, 1, 1), dt.date(2024, 3, 15)),
        ("later this year", dt.date(2024, 3, 15), dt.date(2024, 12, 31)),
    ],
)
def test_a_part_of_a_period_narrows_its_days(text: str, first: dt.date, last: dt.date) -> None:
    [(_, meant)] = resolved(f"It happened {text}.")
    assert (meant.period.first, meant.period.last) == (first, last)


def test_a_date_does_not_run_over_the_end_of_a_line() -> None:
    assert values("Updated in March\n24 children came back") == ["2024-03"]


NASTY = ["1 ", "1.1.", "2014-", "January 1, ", "1 and 2 and ", "the first ", "last last ", "March\u00a0", "3 to ", " "]


@pytest.mark.parametrize("unit", NASTY)
def test_time_is_linear_in_the_length_of_a_line(unit: str) -> None:
    """A text eight times as long takes about eight times as long; a quadratic search would take 64 times."""

    def seconds(characters: int) -> float:
        line = unit * (characters // len(unit))
        began = time.perf_counter()
        for _ in grammar.find(line):
            pass
        return time.perf_counter() - began

    seconds(10_000)
    assert seconds(160_000) < 30 * max(min(seconds(20_000) for _ in range(3)), 0.002)


@pytest.mark.slow
def test_a_line_of_20_megabytes() -> None:
    line = "The court ruled on 17 March that the children, taken in 2022, be brought home by next year. " * 220_000
    began = time.perf_counter()
    assert sum(1 for _ in grammar.find(line)) == 660_000
    assert time.perf_counter() - began < 120
