"""Sentence boundaries that the layout sets, on tokens alone: where one starts, where none may, what it leaves open."""

from collections.abc import Iterable

import pytest
import spacy

from onrecord.extract.layout.initials import keep_whole
from onrecord.extract.layout.sentence_bounds import set_sentence_starts

NLP = spacy.blank("en")
keep_whole(NLP)


def marks(text: str, openings: Iterable[int] = ()) -> dict[str, bool | None]:
    """What was set for each token: a start (True), none (False), for the parser to decide (None)."""
    doc = NLP.make_doc(text)
    set_sentence_starts(doc, openings)
    return {token.text: token.is_sent_start for token in doc}


def test_a_line_starts_a_sentence() -> None:
    found = marks("Court rules\nJudges agreed")
    assert (found["Court"], found["rules"], found["Judges"]) == (True, False, True)


def test_a_dateline_ends_before_the_first_sentence() -> None:
    assert marks("PORT ELLIN, 12 May (Coast Wire) - Judges agreed")["Judges"] is True


def test_a_sentence_opens_where_it_is_told_to() -> None:
    assert marks("Q: Judges agreed", [3])["Judges"] is True


def test_after_a_full_stop_the_parser_decides() -> None:
    assert marks("He left. Judges agreed")["Judges"] is None


@pytest.mark.parametrize("text", ["He left, Judges", "the “ Judges", "nos. Judges", "Art. Judges", "by Yu. Judges"])
def test_no_sentence_ends_with_an_abbreviation_or_within_a_clause(text: str) -> None:
    assert marks(text)["Judges"] is False


def test_an_empty_text_has_no_sentence() -> None:
    assert marks("") == {}
