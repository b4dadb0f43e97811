"""Dates in their sentences: what is one, where the clause looks; published on 15 March 2024."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.timex.normalise import Rule
from onrecord.values import isodate

Read = Callable[..., Doc]

DATES = [
    # looks back
    ("The envoy said on Wednesday that 11 children had been returned.", ["2024-03-13"]),
    ("The vote was held on 20 May.", ["2023-05-20"]),
    ("The decision of 3 March will be appealed.", ["2024-03-03"]),
    ("The parliament, which voted on 28 February, will meet again on 2 April.", ["2024-02-28", "2024-04-02"]),
    ("Since Saturday nobody has been found.", ["2024-03-09"]),
    ("She was not released until December.", ["2023-12"]),
    ("The ministry replied late on Thursday to Wednesday's letter.", ["2024-03-14", "2024-03-13"]),
    # looks ahead
    ("The envoy will meet ministers on Wednesday.", ["2024-03-20"]),
    ("Parliament is to vote on 28 March.", ["2024-03-28"]),
    ("She said she would return in April.", ["2024-04"]),
    ("The ministry expects to publish the list in May.", ["2024-05"]),
    ("The vote is planned for 20 May.", ["2024-05-20"]),
    ("The hearing was adjourned until 18 February.", ["2025-02-18"]),
    ("The court ordered him to answer by Monday.", ["2024-03-18"]),
    ("The dividend is payable Dec. 15.", ["2024-12-15"]),
    ("The appeal closes on Sunday.", ["2024-03-17"]),
    ("A verdict is not expected before June.", ["2024-06"]),
    ("They will elect him on the first Monday of May.", ["2024-05-06"]),
    # a plan told as past may be over; a week's day still to come is the past one where the tense says so
    ("The border was due to reopen in October.", ["2023-10"]),
    ("Ministers decided to close the camp in November.", ["2023-11"]),
    ("The plant is due to reopen in October.", ["2024-10"]),
    ("This Sunday they crossed the channel.", ["2024-03-10"]),
    ("This Sunday they will cross the channel.", ["2024-03-17"]),
    # anchored
    ("On 5 March she was questioned, and the next day released.", ["2024-03-05", "2024-03-06"]),
    ("He was arrested on 2 February 2023. Three days later, he was freed.", ["2023-02-02", "2023-02-05"]),
    # parts, spans, numbers of other kinds around
    ("By the end of 2024 the programme will have reached 1,200 families.", ["2024"]),
    ("From 24 February 2022 to 31 December 2023 at least 545 were killed.", ["2022-02-24/2023-12-31"]),
    ("It rose from 12,000 in 2022 to 19,546 in 2023.", ["2022", "2023"]),
    ("The 2014 seizure and the 24 February 2022 invasion.", ["2014", "2022-02-24"]),
    ("09:33 25.07.2025", ["2025-07-25"]),
    # years of names and events
    ("She cited the Tavno Wildlife Act 2015 and the Harbour Expo 2019.", ["2015", "2019"]),
    ("The mayor wins 2020 general election", ["2020"]),
]


@pytest.mark.parametrize(("text", "values"), DATES)
def test_dates(read: Read, text: str, values: list[str]) -> None:
    assert [d.value for d in read(text)._.dates] == values


@pytest.mark.parametrize(
    "text",
    [
        "Some 2014 people took part; the camp holds 2000 children.",
        "The court jailed Sergeant Ebi Dokubo and Corporal Sunday Pepple.",
        "They walked at the head of the March of the Mothers.",
        "Resolution 2482 (2023) was cited.",
        "It sold roughly 2000 Tavnian shops; the number of cases was 1846.",
        "April Jones and Theresa May greeted June Smith.",
        "The group may march on the capital.",
        "They remembered the Long March, and the March Madness began.",
        "Ms May thanked Judge March.",
        "Two were held and 1720 were discharged.",
        "She calls on a Tuesday or on Fridays.",
        "He is 14, was sentenced to 12 years and waited two months.",
        "It opens at 20:24 and costs $2022.",
        "On ABC's “This Week” he said nothing.",
        "In recent years, and over the past year, it got worse.",
    ],
)
def test_what_is_no_date(read: Read, text: str) -> None:
    assert [d.evidence.exact for d in read(text)._.dates] == []


def test_a_newspaper_has_a_weekday_in_its_name(read: Read) -> None:
    assert [d.value for d in read("The Sunday Times reported on Tuesday that he left.")._.dates] == ["2024-03-12"]


def test_page_furniture_and_the_date_header_are_no_dates_nor_anchors(read: Read) -> None:
    doc = read("date 2024-03-15 The Daily\n\nThe same day, he left in 2021.\n\nRead also: what changed in 2019")
    assert [d.value for d in doc._.dates] == ["2021"]


def test_a_dateline_stands_in_for_an_unknown_day_of_publication(read: Read) -> None:
    doc = read("KYIV, 8 April 2023 – The charity said on Friday that 31 had come home.", None)
    assert [d.value for d in doc._.dates] == ["2023-04-08", "2023-04-07"]


def test_a_date_carries_its_words_its_days_and_how_it_was_resolved(read: Read) -> None:
    text = "The note of 03/04/2023 named 4 March, and on 12 June of that year it was published."
    doc = read(text)
    for date in doc._.dates:
        assert text[date.evidence.start : date.evidence.end] == date.evidence.exact
        earliest, latest = isodate.bounds(date.value)
        assert date.earliest <= str(earliest) <= str(latest) <= date.latest
    assert [(d.evidence.exact, d.rule, d.ambiguous) for d in doc._.dates] == [
        ("03/04/2023", Rule.HABIT, False),  # the other dates have the day first
        ("4 March", Rule.BACK, False),
        ("12 June of that year", Rule.TEXT, False),
    ]


def test_an_order_that_nothing_tells_is_said_to_be_ambiguous(read: Read) -> None:
    [date] = read("The note is of 03/04/2023.")._.dates
    assert date.ambiguous
    assert (date.earliest, date.latest) == ("2023-03-04", "2023-04-03")


@pytest.mark.parametrize("text", ["", "\n\n", "No date at all."])
def test_nothing_to_find(read: Read, text: str) -> None:
    assert read(text)._.dates == ()


@pytest.mark.parametrize(
    "text",
    [
        "THE HAGUE, 18 March 2024 - On 17 March 2023 the court issued two warrants.",
        "KYIV, 18 March 2024 - 17 March 2023 is a day she remembers.",
        "From 18 March 2024 to 17 March 2023 nothing fits.",
    ],
)
def test_a_later_and_an_earlier_date_are_two_dates_not_a_span(read: Read, text: str) -> None:
    assert {d.value for d in read(text, "2024-03-18")._.dates} == {"2024-03-18", "2023-03-17"}


def test_each_entry_of_a_live_blog_counts_from_its_own_day(read: Read) -> None:
    text = "14 May 2024, 10:10\nNine died this morning.\n\n13 May 2024, 09:10\nFour died yesterday."
    found = read(text, "2024-05-15")._.dates
    assert [d.value for d in found] == ["2024-05-14", "2024-05-14", "2024-05-13", "2024-05-12"]


def test_an_entry_without_a_day_counts_from_the_day_of_publication(read: Read) -> None:
    found = read("10:10 - Nine died today.\n\n09:10 - Four died yesterday.", "2024-05-15")._.dates
    assert [d.value for d in found] == ["2024-05-15", "2024-05-14"]
