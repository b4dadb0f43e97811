"""Statements from the reader's attributions: what is taken, what is left out, what the grammar mends or adds."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import Attribution, Span

Said = list[tuple[str | None, str]]
Read = Callable[..., Said]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def said(grammar: Language) -> Read:
    """Text and what a reader makes of it, as (source, cue, contents...) -> who said what."""

    def run(text: str, *attributions: tuple[str | None, ...]) -> Said:
        doc: Doc = grammar.make_doc(text)
        doc._.published = dt.date(2024, 3, 15)
        doc._.attributions = tuple(_attribution(text, *a) for a in attributions)
        return [(s.speaker.exact if s.speaker else None, s.quote.exact) for s in grammar(doc)._.statements]

    return run


def _attribution(text: str, source: str | None, cue: str | None, *contents: str | None) -> Attribution:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution(
        span(source) if source else None, span(cue) if cue else None, tuple(span(c) for c in contents if c)
    )


def test_what_the_reader_found_is_a_statement(said: Read) -> None:
    text = "Anna Roe shrugged off the storm as a breeze."
    assert said(text, ("Anna Roe", "shrugged off", "the storm as a breeze")) == [("Anna Roe", "the storm as a breeze")]


def test_the_pieces_of_a_quotation_are_one_statement(said: Read) -> None:
    text = "“We left,” Anna Roe said, “at night.”"
    assert said(text, ("Anna Roe", "said", "“We left,”", "“at night.”")) == [
        ("Anna Roe", "“We left,” Anna Roe said, “at night.”")
    ]


LEFT_OUT = [
    ("Harbour House: ten boys home.\n\nIt rained. Anna Roe waited.", ("Anna Roe", ":", "ten boys home")),
    ("Anna Roe has said nothing so far.", ("Anna Roe", "has said", "nothing so far")),
    ("They signed a petition that demands aid.", ("petition", "demands", "that demands aid")),
    ("The boy was asked three questions.", (None, "asked", "The boy was asked three questions")),
    ("Costs of 90 dollars had been claimed.", (None, "claimed", "Costs of 90 dollars")),
    ("The Red Cross asked for a term of 30 years.", ("The Red Cross", "asked for", "a term of 30 years")),
    ("A watchman shrugged off the storm.", ("A watchman", "shrugged off", "the storm")),  # nobody's name, nothing told
    ("A cook tore into the mayor.", ("A cook", "tore into", "the mayor")),
    ("A law that favours the old families of Delft.", ("A law that", "favours", "the old families of Delft")),
    ("The old ferries of Delft were favoured.", (None, "favoured", "The old ferries of Delft")),
    ("Clerks sought a warrant for the mayor.", ("Clerks", "sought", "a warrant for the mayor")),  # an official act
    ("Anna Roe laughed at his.", ("Anna Roe", "laughed", "his")),
    ("The Red Cross has a ship. It covers the north in May.", ("It", "covers", "the north in May")),
    ("Anna Roe hopes for a mild winter.", ("Anna Roe", "hopes", "for a mild winter")),  # a thought
    ("Anna Roe thought the winter would be mild.", ("Anna Roe", "thought", "the winter would be mild")),
    ("Anna Roe did not say who paid.", ("Anna Roe", "did not say", "who paid")),
    ("Anna Roe will say on Monday who paid.", ("Anna Roe", "will say", "who paid")),
    ("The Red Cross welcomed the treaty.", ("The Red Cross", "welcomed", "the treaty")),  # a body, without saying so
    ("Anna Roe signed a decree on grain.", ("Anna Roe", "signed", "a decree on grain")),  # an official act
    ("Q: Who paid for the ships?", ("Q", None, "Who paid for the ships?")),
]


@pytest.mark.parametrize(("text", "attribution"), LEFT_OUT)
def test_what_is_no_statement(said: Read, text: str, attribution: tuple[str | None, ...]) -> None:
    assert said(text, attribution) == []


def test_the_grammar_adds_what_the_reader_left_out(said: Read) -> None:
    text = "Anna Roe shrugged off the storm. Peter Lund said that 40 people had left."
    assert said(text, ("Anna Roe", "shrugged off", "the storm")) == [
        ("Anna Roe", "the storm"),
        ("Peter Lund", "that 40 people had left"),
    ]


def test_the_grammar_names_the_source_the_reader_missed(said: Read) -> None:
    text = "Peter Lund said that 40 people had left."
    assert said(text, (None, "said", "that 40 people")) == [("Peter Lund", "that 40 people")]


STRAYING = [
    ("Anna Roe came too. Peter Lund said that 40 people had left.", ("Anna Roe", "said", "that 40 people had left")),
    (
        "The ferry sank. Forty left, according to Peter Lund.",
        ("Peter Lund", "according to", "The ferry sank. Forty left"),
    ),
    ("Anna Roe came, and Peter Lund said that 40 had left.", ("Anna Roe", "said", "that 40 had left")),
    ("Peter Lund said that 40 people left and 12 stayed.", ("Peter Lund", "said", "that 40 people left")),
]


@pytest.mark.parametrize(("text", "attribution"), STRAYING)
def test_where_the_reader_strays_the_grammar_stands(said: Read, text: str, attribution: tuple[str, ...]) -> None:
    ((speaker, quote),) = said(text, attribution)
    assert speaker == "Peter Lund"
    assert quote in text.split(". ")[-1]
    assert quote != attribution[2] or attribution[0] == "Anna Roe"


def test_the_day_of_the_saying_is_not_part_of_what_was_said(said: Read) -> None:
    text = "Anna Roe spoke on March 3 of 40 sailors."
    assert said(text, ("Anna Roe", "spoke", "3 of 40 sailors")) == [("Anna Roe", "40 sailors")]


def test_a_relative_pronoun_speaks_for_what_it_stands_for(said: Read) -> None:
    text = "The plan was drawn up by Anna Roe, who mocked it as a toy."
    assert said(text, ("who", "mocked", "it as a toy")) == [("Anna Roe, who", "it as a toy")]


BY_NOBODY_NAMED = [
    ("Officials said that the bridge had fallen.", ("Officials", "said", "that the bridge had fallen")),
    ("Fishermen are tearing into the plans of the mayor.", ("Fishermen", "tearing into", "the plans of the mayor")),
    ("Drivers echoed her anger.", ("Drivers", "echoed", "her anger")),  # a word of saying
    ("A video shows the bridge falling.", ("video", "shows", "the bridge falling")),  # a text
]


@pytest.mark.parametrize(("text", "attribution"), BY_NOBODY_NAMED)
def test_what_nobody_by_name_told_is_kept(said: Read, text: str, attribution: tuple[str, ...]) -> None:
    ((speaker, quote),) = said(text, attribution)
    assert (speaker in attribution[0].split(), quote) == (True, attribution[2])


def test_a_quotation_that_goes_on_after_words_half_quoted_is_part_of_them(said: Read) -> None:
    text = "The plan was “too little,” Anna Roe said on Monday. “We need more.” Rain fell. “No.”"
    whole = text.split(" Rain")[0]
    pieces = ("The plan was “too little,”", "“We need more.”")
    assert said(text, ("Anna Roe", "said", *pieces))[0] == ("Anna Roe", whole)
