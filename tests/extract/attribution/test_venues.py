"""Where something was said: platforms, channels, occasions and places beside the words of saying, and what is none."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.values.findings import Statement

Read = Callable[..., Doc]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(grammar: Language) -> Read:
    """Text -> Doc by the grammar alone."""
    return lambda text: grammar(text)


def told(read: Read, text: str) -> Statement:
    statement: Statement = read(text)._.statements[0]
    return statement


VENUES = [
    # platforms and what carries words
    ("Anna Roe wrote on Facebook on Monday that the camp was empty.", "Facebook", None),
    ("“The camp is empty,” Anna Roe wrote on X.", "X", None),
    ("“We left,” Anna Roe said in a Telegram post on Monday.", "a Telegram post", None),
    ("“We left,” Anna Roe wrote on her Telegram channel.", "her Telegram channel", None),
    ("In a post on X, Anna Roe said the camp was empty.", "a post on X", None),
    ("The camp was empty, Anna Roe said in a statement.", "a statement", None),
    ("The camp was empty, Anna Roe said on state television.", "state television", None),
    # occasions
    ("Anna Roe told a briefing in Davos that 40 children had left.", "a briefing in Davos", "Davos"),
    ("Anna Roe said at a press conference in Kyiv that it was empty.", "a press conference in Kyiv", "Kyiv"),
    ("Anna Roe said at a press conference on Monday that it was empty.", "a press conference", None),
    ("Speaking at a news conference in Oslo, Anna Roe said the camp was empty.", "a news conference in Oslo", "Oslo"),
    ("Anna Roe said during a hearing of the committee that it was full.", "a hearing of the committee", None),
    ("In an interview with Delfi, Anna Roe said the camp was empty.", "an interview with Delfi", None),
    # a place alone
    ("Anna Roe told reporters in Geneva on Friday that the camp was empty.", "Geneva", "Geneva"),
    ("The camp was empty, Anna Roe said in Oslo.", "Oslo", "Oslo"),
]


@pytest.mark.parametrize(("text", "venue", "place"), VENUES)
def test_where_something_was_said(read: Read, text: str, venue: str, place: str | None) -> None:
    statement = told(read, text)
    assert statement.venue is not None
    assert statement.venue.exact == venue
    assert text[statement.venue.start : statement.venue.end] == venue
    assert (statement.place.exact if statement.place else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "The camp was empty, Anna Roe told Reuters.",  # whom it was told
        "Anna Roe told the Security Council that the camp was empty.",
        "Anna Roe said on Monday that the camp was empty.",  # a day
        "The children were held at the camp in Yeysk, Anna Roe said.",  # what was said
        "In Oslo, Anna Roe said, forty boats were lost.",
        "Anna Roe said on Friday that at a meeting in Oslo forty boats were lost.",
        "Anna Roe said that the post on Facebook had gone.",
        "The Ministry of Justice in Kyiv said that the camp was empty.",  # who said it
        "The camp was empty, said the ministry in Kyiv.",
        "Anna Roe, who spoke at a rally in Bergen in May, said that the camp was empty.",
        "Anna Roe said at noon that the camp was empty.",
        "According to Anna Roe, the camp was empty.",
    ],
)
def test_what_is_no_venue(read: Read, text: str) -> None:
    statement = told(read, text)
    assert (statement.venue, statement.place) == (None, None)


def test_what_goes_on_after_the_words_of_saying_was_said_there_as_well(read: Read) -> None:
    text = "“We were afraid,” Anna Roe wrote on Facebook. “Nobody came to help us.”"
    assert [s.venue.exact if s.venue else None for s in read(text)._.statements] == ["Facebook", "Facebook"]


def test_each_of_two_in_a_sentence_has_a_venue_of_its_own(read: Read) -> None:
    text = "Anna Roe said in Oslo that 40 had left, while Peter Lund wrote on Facebook that 60 had stayed."
    venues = [s.venue.exact if s.venue else None for s in read(text)._.statements]
    assert venues == ["Oslo", "Facebook"]
