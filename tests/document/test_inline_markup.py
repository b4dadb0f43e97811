"""Markup within lines: what of it a reader reads, and what is no markup."""

import pytest

from onrecord.document import Document
from onrecord.document.edits import edited
from onrecord.document.inline_markup import inline_markup
from onrecord.document.view import view_of
from onrecord.values.findings import Evidence

READ = [
    ("Emphasis", "**Petro Hlek** left on _12 June 2023_.", "Petro Hlek left on 12 June 2023."),
    ("Code", "He faces `3` counts.", "He faces 3 counts."),
    ("Struck out", "~~40~~ 14 people died.", "14 people died."),
    ("A link", "The [ministry](https://example.org/a) said so.", "The ministry said so."),
    ("References", "Holm &amp; Daughters paid &euro;5&nbsp;million.", "Holm & Daughters paid €5\xa0million."),
    ("A name completed", "Mr. [Alfonso] Gravina left.", "Mr. Alfonso Gravina left."),
]


@pytest.mark.parametrize(("text", "read"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_what_is_read(text: str, read: str) -> None:
    assert edited(text, inline_markup(text)).text == read


NO_MARKUP = [
    "It rose by 3 * 4 = 12, and 5 * 6 = 30.",
    "See snake_case_names and 2*3*4.",
    "AT&T; it said so.",
    "[Applause] Thank you.",
    "[Selma Dorn, clerk] The boxes were shut.",
    "She said [the] army left.",
    "* Otto Ram\n* Ivo Rak",
    "Nine ~ ten died.",
]


@pytest.mark.parametrize("text", NO_MARKUP)
def test_what_is_no_markup(text: str) -> None:
    assert list(inline_markup(text)) == []


def test_what_is_read_stands_for_what_is_stored() -> None:
    view = view_of(Document("The trial of **Petro Hlek** began[1] in Velm."))
    assert view.document.text == "The trial of Petro Hlek began in Velm."
    assert view.evidence(Evidence(13, 23, "Petro Hlek")).exact == "Petro Hlek"
    assert view.evidence(Evidence(24, 32, "began in")).exact == "began[1] in"
