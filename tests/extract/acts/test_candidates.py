"""Candidates for acts: what is given stays, what is not is read from the syntax."""

import pytest
from marked import doc_of
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract.acts.candidates import Candidate, completed, from_spans
from onrecord.extract.acts.participants import Participants
from onrecord.extract.positions.component import positions
from onrecord.extract.syntax.span_index import Named

TEXT = (
    "The {c:Tavno Court} sentenced {p:Jan Kowal} on {d:Friday=2024-03-08}. {p:Eva Lem}, who was there on "
    "{d:Monday=2024-03-11}, wept."
)


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return positions(doc_of(nlp, TEXT))


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    found = doc.char_span(start, start + len(words))
    assert found is not None
    return found


def told(candidate: Candidate) -> tuple[str | None, str | None, list[str], str | None]:
    by = candidate.maker.mention if candidate.maker else None
    return candidate.status, by and by.name, [m.name for m in candidate.targets or ()], candidate.date


def test_trigger_words_alone_are_completed_from_the_syntax(doc: Doc) -> None:
    who = Participants(doc, Named(doc))
    candidate = from_spans(span(doc, "sentenced"), "Judgment", who)
    assert told(candidate) == (None, None, [], None)
    assert told(completed(candidate, who)) == ("issued", "Tavno Court", ["Jan Kowal"], "2024-03-08")


def test_spans_that_are_given_stand_in_place_of_the_syntax(doc: Doc) -> None:
    who = Participants(doc, Named(doc))
    given = from_spans(
        span(doc, "sentenced"),
        "Judgment",
        who,
        status="appealed",
        makers=[span(doc, "The Tavno Court")],
        targeted=[span(doc, "Eva Lem")],
        dates=[span(doc, "Monday")],
    )
    assert told(completed(given, who)) == ("appealed", "Tavno Court", ["Eva Lem"], "2024-03-11")


def test_an_argument_that_is_given_as_none_stays_none(doc: Doc) -> None:
    who = Participants(doc, Named(doc))
    bare = from_spans(span(doc, "sentenced"), "Judgment", who, makers=[], targeted=[], dates=[])
    assert told(completed(bare, who)) == ("issued", None, [], "")
