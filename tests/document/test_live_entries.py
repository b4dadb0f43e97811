"""Entries of live blogs: what opens one, where it ends, and its day."""

import pytest

from onrecord.document.plain import blocks_of


def read(text: str) -> list[tuple[str, str, str]]:
    """The label, the words and the day of each entry."""
    return [(b.label, text[b.start : b.end], b.published) for b in blocks_of(text) if b.kind == "entry"]


LIVE = [
    (
        "Day and time above",
        "14 May 2024, 10:10\nNine died.\n\n13 May 2024, 09:10\nFour died.\nAll men.",
        [
            ("14 May 2024, 10:10", "Nine died.", "2024-05-14"),
            ("13 May 2024, 09:10", "Four died.\nAll men.", "2024-05-13"),
        ],
    ),
    (
        "Times under a day",
        "Monday, 13 May 2024\n\n14:05 - Nine died.\n14:10 – Four left.",
        [("14:05", "Nine died.", "2024-05-13"), ("14:10", "Four left.", "2024-05-13")],
    ),
    ("Without a day", "14:05 Nine died.\n14:10 Four left.", [("14:05", "Nine died.", ""), ("14:10", "Four left.", "")]),
    (
        "With a zone",
        "10.30am BST\nNine died.\n\n10.10am BST\nSo.",
        [("10.30am BST", "Nine died.", ""), ("10.10am BST", "So.", "")],
    ),
    ("One time", "14:05 Nine died.\nFour left.", []),
    ("Times in sentences", "At 14:05 nine died.\nBy 14:10 four had left.", []),
    ("Amounts", "10.50 euros were paid.\n11.20 euros were owed.", []),
    (
        "A day that is none",
        "14:05, 31 June 2024\nSo.\n\n14:10\nNo.",
        [("14:05, 31 June 2024", "So.", ""), ("14:10", "No.", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in LIVE], ids=[c[0] for c in LIVE])
def test_entries(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected
