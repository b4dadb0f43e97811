"""Page furniture: lines that frame an article, whole, and the `date` header; lines of reporting are none."""

import pytest

from onrecord.extract.layout.page_furniture import date_header, furniture


@pytest.mark.parametrize(
    "line",
    [
        "Tags: children, war",
        "Read also: What changed",
        "Share this story",
        "Sign up for our newsletter",
        "Photo: Coast Wire",
        "© 2024 The Daily",
        "#home #children",
        "2 min read",
        "12:30 · 4-minute read",
        "Posted 3 May 2024 · 2 min read · 17 comments",
        "FOR IMMEDIATE RELEASE",
    ],
)
def test_a_line_of_publishing_is_furniture(line: str) -> None:
    text = f"The court sat.\n{line}\nIt rose."
    assert [(part.exact, text[part.start : part.end]) for part in furniture(text)] == [(line, line)]


@pytest.mark.parametrize(
    "line",
    ["She tags along.", "He has read it.", "A photo was shown.", "It took 2 minutes.", "It is a 5 min read.", ""],
)
def test_a_line_of_reporting_is_none(line: str) -> None:
    assert furniture(f"The court sat.\n{line}\nIt rose.") == ()


def test_a_date_header_is_furniture_without_the_rest_of_its_line() -> None:
    text = "date 2024-03-15 The Daily\nThe court sat."
    header = date_header(text)
    assert header is not None
    assert header.exact == "date 2024-03-15 "
    assert furniture(text) == (header,)


def test_a_date_further_down_is_no_header() -> None:
    assert date_header("The court sat.\ndate 2024-03-15") is None
