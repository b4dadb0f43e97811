"""Candidate days by themselves: tense of their clause on Docs built by hand; their place in marked texts."""

import datetime as dt

import pytest
from marked import doc_of
from parsed import parsed
from spacy.language import Language

from onrecord.extract.as_of.dated import Tense, Timeline, tense


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("It PRP nsubj 1 | met/meet VBD ROOT 1", Tense.PAST),
        ("It PRP nsubj 1 | meets/meet VBZ ROOT 1", Tense.PRESENT),
        ("It PRP nsubj 2 | has/have VBZ aux 2 | met/meet VBN ROOT 2", Tense.PERFECT),
        ("It PRP nsubj 2 | had/have VBD aux 2 | met/meet VBN ROOT 2", Tense.PLUPERFECT),
        ("It PRP nsubj 2 | will MD aux 2 | meet VB ROOT 2", Tense.MODAL),
        ("to TO aux 1 | meet VB ROOT 1", Tense.INFINITIVE),
        ("It PRP nsubjpass 2 | was/be VBD auxpass 2 | read VBN ROOT 2", Tense.PAST),
        ("It PRP nsubjpass 2 | is/be VBZ auxpass 2 | read VBN ROOT 2", Tense.PRESENT),
        ("freed/free VBN ROOT 0", Tense.PARTICIPLE),
        ("freeing/free VBG ROOT 0", Tense.GERUND),
    ],
)
def test_tense_of_a_clause(rows: str, expected: Tense) -> None:
    doc = parsed(rows)
    assert tense(next(t for t in doc if t.dep_ == "ROOT")) is expected


def test_a_clause_without_a_verb_has_no_tense() -> None:
    assert tense(None) is Tense.NO_VERB


def timeline(nlp: Language, text: str, published: dt.date | None = dt.date(2019, 2, 14)) -> Timeline:
    doc = doc_of(nlp, text)
    doc._.published = published
    return Timeline(doc)


NEWS = (
    "{d:12 February=2019-02-12}\nThe fire began on {d:Tuesday=2019-02-12}. "
    "Since {d:2015=2015} it was the third. Talks open on {d:1 March=2019-03-01}."
)


def test_news_is_of_days_shortly_before_publication_in_a_sentence(nlp: Language) -> None:
    line = timeline(nlp, NEWS)
    assert [d.date.evidence.exact for d in line.recent] == ["Tuesday"]
    assert line.first is line.recent[0]


def test_age_counts_days_before_publication(nlp: Language) -> None:
    line = timeline(nlp, NEWS)
    assert [line.age(d.date) for d in line.dates] == [2, 2, 1000, -1]
    assert {timeline(nlp, NEWS, None).age(d.date) for d in line.dates} == {-2}


def test_a_day_that_bounds_a_time_is_told_from_one_on_which_something_is(nlp: Language) -> None:
    assert [d.features["bound"] for d in timeline(nlp, NEWS).dates] == [0, 0, 1, 0]
