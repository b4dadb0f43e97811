"""Reported speech within what somebody says: the inner speaker is on record with the clause that they told."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]
REPORTED = [
    ("Anna Roe said that Peter Lund had told her that forty were missing.", "Peter Lund", "that forty were missing"),
    ("Anna Roe said the mayor, Peter Lund, had admitted the bridge was closed.", "Peter Lund", "the bridge was closed"),
    ("Anna Roe said that Peter Lund had told her, “We lost the boat.”", "Peter Lund", "“We lost the boat.”"),
]


@pytest.mark.parametrize(("text", "speaker", "told"), REPORTED)
def test_who_is_reported_speaks_as_well(said: Said, text: str, speaker: str, told: str) -> None:
    content = text.removeprefix("Anna Roe said ").removesuffix(".")
    assert said(text, f"Anna Roe | said | {content}") == [("Anna Roe", content), (speaker, told)]


NOT_REPORTED = [
    "Anna Roe said that Peter Lund had not told her that forty were missing.",
    "Anna Roe said that Peter Lund would tell her that forty were missing.",
    "Anna Roe said that he had told her that forty were missing.",  # which the grammar of the article does not name
    "Anna Roe said that Peter Lund had told her a story.",
    "Anna Roe said that Peter Lund had made sure that forty were missing.",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_who_is_only_spoken_of_does_not_speak(said: Said, text: str) -> None:
    content = text.removeprefix("Anna Roe said ").removesuffix(".")
    assert said(text, f"Anna Roe | said | {content}") == [("Anna Roe", content)]
