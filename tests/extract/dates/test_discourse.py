"""Dates that another date told in the text decides; published on 14 May 2024 where nothing else is said."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.timex.normalise import Rule

Read = Callable[..., Doc]
PUBLISHED = "2024-05-14"


def values(doc: Doc) -> list[str]:
    return [date.value for date in doc._.dates]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("In March 2022 the army came. In April it withdrew.", ["2022-03", "2022-04"]),
        ("In 2022 the army came. In April it withdrew.", ["2022", "2022-04"]),
        ("On 3 March 2022 the siege began. On 9 May the town fell.", ["2022-03-03", "2022-05-09"]),
        ("In December 2022 the army came. In January it withdrew.", ["2022-12", "2023-01"]),
        ("2022\n\nIn March the army came.\n\nIn April it withdrew.", ["2022", "2022-03", "2022-04"]),
        ("She was freed on 3 March 2022. That April she left.", ["2022-03-03", "2022-04"]),
    ],
)
def test_a_date_goes_on_in_the_year_of_its_passage(read: Read, text: str, each: list[str]) -> None:
    doc = read(text, PUBLISHED)
    assert values(doc) == each
    assert doc._.dates[-1].rule == Rule.STORY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The law, adopted in 2019, was struck down in March.", "2024-03"),  # the year of another clause
        ("The raid of May 2021 was condemned. In June the court ruled.", "2023-06"),  # of a noun
        ("In June 2021 the bridge fell. It will reopen in September.", "2024-09"),
        ("In June 2021 the bridge fell. On Monday it reopened, and in January 4 others.", "2024-01"),
        ("In June 2021 the bridge fell.\n\nIn March the mayor left.", "2024-03"),
    ],
)
def test_what_another_clause_tells_does_not_decide(read: Read, text: str, value: str) -> None:
    assert values(read(text, PUBLISHED))[-1] == value


def test_a_history_needs_no_day_of_publication(read: Read) -> None:
    text = (
        "In June 1941 the armies crossed the border. By October they stood before the city.\n\n"
        "In December they were stopped. On 7 December 1941 another war began. It ended on 2 September 1945."
    )
    each = ["1941-06", "1941-10", "1941-12", "1941-12-07", "1945-09-02"]
    assert values(read(text, "2009-07-28")) == values(read(text, None)) == each


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("On Saturday the captain spoke. “We made ground today,” he said.", ["2024-05-11", "2024-05-11"]),
        ("The mayor spoke on 10 May. “I resigned last night,” she said.", ["2024-05-10", "2024-05-09"]),
        ("On Saturday the captain spoke. The team left today.", ["2024-05-11", "2024-05-14"]),
        ("On 3 March the captain spoke. “Today we play,” he says.", ["2024-03-03", "2024-05-14"]),  # no news
    ],
)
def test_today_in_a_quotation_is_the_day_it_was_said(read: Read, text: str, each: list[str]) -> None:
    assert values(read(text, PUBLISHED)) == each


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "He was found guilty on Friday, March 11. He has been held since June 2, 2021. The vote was on November 7.",
            ["2022-03-11", "2021-06-02", "2021-11-07"],
        ),
        (
            "Four men were held this week, on Thursday, 21 July 2022. They are to appear on Monday, 25 July 2022.",
            ["2022-07-18/2022-07-24", "2022-07-21", "2022-07-25"],
        ),
        ("To date, in 2022, it has counted 18 deaths. One died on June 25.", ["2022", "2022-06-25"]),
        ("He was arrested on 3 March 2022. On Friday he was freed.", ["2022-03-03", "2022-03-04"]),
    ],
)
def test_without_a_day_of_publication_the_day_of_the_news_decides(read: Read, text: str, each: list[str]) -> None:
    assert values(read(text, None)) == each


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on 3 March.",
        "The law was passed in 2019. On Tuesday the court ruled on it, and in June 40 men left.",
        "He was held on 18 July 2022.\n\nOn Tuesday he was freed.",
    ],
)
def test_where_nothing_tells_the_day_a_date_stays_open(read: Read, text: str) -> None:
    assert all(date.rule == Rule.FULL for date in read(text, None)._.dates)
