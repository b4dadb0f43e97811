"""Days of acts that go on from an act of the sentence before, on parses written by hand with their dates given."""

from dataclasses import replace

import pytest
from parsed import parsed, word
from spacy.tokens import Doc

from onrecord.extract.acts.cross_sentence import with_narrative_days
from onrecord.extract.doc_extensions import evidence
from onrecord.values.findings import Act, DateExpression

CHARGED = "A NNP nsubjpass 2 | was/be VBD auxpass 2 | charged/charge VBN ROOT 2 | Monday NNP npadvmod 2 | . . punct 2"
REMANDED = "B NNP nsubj 6 | remanded/remand VBD ROOT 6 | him PRP dobj 6"
DAYS = {"Monday": "2024-05-06", "Friday": "2024-05-10"}


def dated(rows: str) -> Doc:
    doc = parsed(rows)
    days = [t for t in doc if t.text in DAYS]
    doc._.dates = tuple(DateExpression(evidence(t), DAYS[t.text], DAYS[t.text], DAYS[t.text], "full") for t in days)
    return doc


def days(doc: Doc, verb: str) -> list[str]:
    first = Act(evidence(word(doc, "charged")), "Charge", None, (), DAYS["Monday"], "issued", evidence(doc[0:5]))
    second = replace(first, evidence=evidence(word(doc, verb)), type="Judgment", date="")
    return [act.date for act in with_narrative_days([first, second], doc)]


def test_a_story_goes_on_in_the_past_tense_on_the_same_day() -> None:
    assert days(dated(f"{CHARGED} | {REMANDED}"), "remanded") == [DAYS["Monday"]] * 2


@pytest.mark.parametrize(
    ("rows", "verb"),
    [
        (f"{REMANDED} | Friday NNP npadvmod 6", "remanded"),  # the sentence has a day of its own
        ("B NNP nsubj 7 | has/have VBZ aux 7 | remanded/remand VBN ROOT 7 | him PRP dobj 7", "remanded"),
        ("B NNP nsubj 7 | had/have VBD aux 7 | remanded/remand VBN ROOT 7 | him PRP dobj 7", "remanded"),
    ],
)
def test_what_was_done_at_another_time_takes_no_day(rows: str, verb: str) -> None:
    assert days(dated(f"{CHARGED} | {rows}"), verb) == [DAYS["Monday"], ""]
