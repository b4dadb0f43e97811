"""Where something was said: platforms, channels, occasions and places beside the words of saying, and what is none."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.values.findings import Statement

Read = Callable[..., Doc]


def told(attributed: Read, text: str, attribution: str) -> Statement:
    statement: Statement = attributed(text, attribution)._.statements[0]
    return statement


VENUES = [
    (
        "Anna Roe wrote on Facebook on Monday that the camp was empty.",
        "Anna Roe | wrote | that the camp was empty",
        "Facebook",
        None,
    ),
    ("“The camp is empty,” Anna Roe wrote on X.", "Anna Roe | wrote | “The camp is empty,”", "X", None),
    ("“We left,” Anna Roe said in a Telegram post on Monday.", "Anna Roe | said | “We left,”", "a Telegram post", None),
    (
        "“We left,” Anna Roe wrote on her Telegram channel.",
        "Anna Roe | wrote | “We left,”",
        "her Telegram channel",
        None,
    ),
    ("In a post on X, Anna Roe said the camp was empty.", "Anna Roe | said | the camp was empty", "a post on X", None),
    ("The camp was empty, Anna Roe said in a statement.", "Anna Roe | said | The camp was empty", "a statement", None),
    (
        "The camp was empty, Anna Roe said on state television.",
        "Anna Roe | said | The camp was empty",
        "state television",
        None,
    ),
    (
        "Anna Roe told a briefing in Davos that 40 children had left.",
        "Anna Roe | told | that 40 children had left",
        "a briefing in Davos",
        "Davos",
    ),
    (
        "Anna Roe said at a press conference in Kyiv that it was empty.",
        "Anna Roe | said | that it was empty",
        "a press conference in Kyiv",
        "Kyiv",
    ),
    (
        "Anna Roe said at a press conference on Monday that it was empty.",
        "Anna Roe | said | that it was empty",
        "a press conference",
        None,
    ),
    (
        "Speaking at a news conference in Oslo, Anna Roe said the camp was empty.",
        "Anna Roe | said | the camp was empty",
        "a news conference in Oslo",
        "Oslo",
    ),
    (
        "Anna Roe said during a hearing of the committee that it was full.",
        "Anna Roe | said | that it was full",
        "a hearing of the committee",
        None,
    ),
    (
        "In an interview with Delfi, Anna Roe said the camp was empty.",
        "Anna Roe | said | the camp was empty",
        "an interview with Delfi",
        None,
    ),
    (
        "Anna Roe told reporters in Geneva on Friday that the camp was empty.",
        "Anna Roe | told | that the camp was empty",
        "Geneva",
        "Geneva",
    ),
    ("The camp was empty, Anna Roe said in Oslo.", "Anna Roe | said | The camp was empty", "Oslo", "Oslo"),
]


@pytest.mark.parametrize(("text", "attribution", "venue", "place"), VENUES)
def test_where_something_was_said(attributed: Read, text: str, attribution: str, venue: str, place: str | None) -> None:
    statement = told(attributed, text, attribution)
    assert statement.venue is not None
    assert statement.venue.exact == venue
    assert text[statement.venue.start : statement.venue.end] == venue
    assert (statement.place.exact if statement.place else None) == place


NO_VENUES = [
    ("The camp was empty, Anna Roe told Reuters.", "Anna Roe | told | The camp was empty"),
    ("Anna Roe told the Security Council that the camp was empty.", "Anna Roe | told | that the camp was empty"),
    ("Anna Roe said on Monday that the camp was empty.", "Anna Roe | said | that the camp was empty"),
    (
        "The children were held at the camp in Yeysk, Anna Roe said.",
        "Anna Roe | said | The children were held at the camp in Yeysk",
    ),
    (
        "In Oslo, Anna Roe said, forty boats were lost.",
        "Anna Roe | said | In Oslo, Anna Roe said, forty boats were lost",
    ),
    (
        "Anna Roe said on Friday that at a meeting in Oslo forty boats were lost.",
        "Anna Roe | said | that at a meeting in Oslo forty boats were lost",
    ),
    ("Anna Roe said that the post on Facebook had gone.", "Anna Roe | said | that the post on Facebook had gone"),
    (
        "The Ministry of Justice in Kyiv said that the camp was empty.",
        "Ministry of Justice | said | that the camp was empty",
    ),
    ("The camp was empty, said the ministry in Kyiv.", "the ministry | said | The camp was empty"),
    (
        "Anna Roe, who spoke at a rally in Bergen in May, said that the camp was empty.",
        "Anna Roe | said | that the camp was empty",
    ),
    ("Anna Roe said at noon that the camp was empty.", "Anna Roe | said | that the camp was empty"),
    ("According to Anna Roe, the camp was empty.", "Anna Roe | According to | the camp was empty"),
]


@pytest.mark.parametrize(("text", "attribution"), NO_VENUES)
def test_what_is_no_venue(attributed: Read, text: str, attribution: str) -> None:
    statement = told(attributed, text, attribution)
    assert (statement.venue, statement.place) == (None, None)


def test_each_of_two_in_a_sentence_has_a_venue_of_its_own(attributed: Read) -> None:
    text = "Anna Roe said in Oslo that 40 had left, while Peter Lund wrote on Facebook that 60 had stayed."
    doc = attributed(text, "Anna Roe | said | that 40 had left", "Peter Lund | wrote | that 60 had stayed")
    assert [s.venue.exact if s.venue else None for s in doc._.statements] == ["Oslo", "Facebook"]
