"""Statements without the reader: by the grammar of a sentence, by quotation marks, by turns and by headlines."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.layout.quotation_marks import quotations
from onrecord.values.findings import Statement

Read = Callable[..., Doc]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(grammar: Language) -> Read:
    """Text -> Doc by the grammar alone: what it finds does not change with the reader's weights."""
    return lambda text: grammar(text)


def said(read: Read, text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker.exact if s.speaker else None, s.quote.exact) for s in found(read, text)]


def found(read: Read, text: str) -> tuple[Statement, ...]:
    statements: tuple[Statement, ...] = read(text)._.statements
    return tuple(s for s in statements if s.form in ("direct", "indirect", "mixed"))


REPORTED = [
    # S said that C
    ("Anna Roe said that 40 people had left.", "Anna Roe", "that 40 people had left"),
    ("Anna Roe told reporters on Friday that the camp was empty.", "Anna Roe", "that the camp was empty"),
    ("The mayor, Peter Lund, says the bridge is safe.", "Peter Lund", "the bridge is safe"),
    ("He has warned that the river will rise.", "He", "that the river will rise"),
    # C, S said
    ("The camp was empty, Anna Roe said on Friday.", "Anna Roe", "The camp was empty"),
    ("Forty people had left the camp, said Anna Roe.", "Anna Roe", "Forty people had left the camp"),
    (
        "The town took in 60 families from Arnhem and Delft, the charity's founder, Peter Lund, said.",
        "Peter Lund",
        "The town took in 60 families from Arnhem and Delft",
    ),
    ("OSLO, April 8 (Nordic Wire) - Forty people had left, Anna Roe said.", "Anna Roe", "Forty people had left"),
    ("10:20 The camp was empty, Anna Roe said.", "Anna Roe", "The camp was empty"),
    # C, S said, C
    ("Those who fled, the Red Cross said, must be free to return.", "Red Cross", None),
    # a number alone
    ("Twenty boats were lost; Peter Lund says at least fifteen.", "Peter Lund", "at least fifteen"),
    # by S's account
    ("Anna Roe crossed the river twice, by her own account.", "her", "Anna Roe crossed the river twice"),
    ("In Peter Lund's words, nine boats were lost.", "Peter Lund", "nine boats were lost"),
    # of, at, object, to
    ("Peter Lund spoke of more than 300 missing sailors.", "Peter Lund", "more than 300 missing sailors"),
    ("Peter Lund put the number of dead at 40.", "Peter Lund", "the number of dead at 40"),
    (
        "Peter Lund announced the return of 12 sailors from Yemen.",
        "Peter Lund",
        "the return of 12 sailors from Yemen",
    ),
    ("Anna Roe called on more states to sign the treaty.", "Anna Roe", "to sign the treaty"),
    # according to
    ("According to Anna Roe, 40 people had left.", "Anna Roe", "40 people had left"),
    ("Forty people had left, according to Anna Roe.", "Anna Roe", "Forty people had left"),
]


@pytest.mark.parametrize(("text", "speaker", "quote"), REPORTED)
def test_reported_speech(read: Read, text: str, speaker: str, quote: str | None) -> None:
    assert said(read, text) == [(speaker, quote or text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Roe did not say that 40 people had left.",
        "Anna Roe declined to say whether the camp was empty.",
        "Anna Roe will say on Monday that the camp is empty.",
        "Anna Roe hoped that the camp was empty.",
        "Anna Roe wants the camp to close.",
        "The court, which sits in Delft, was named in the report.",
        "Peter Lund put the cup on the table at noon.",
        "Peter Lund spoke at length on Friday.",
        "It is said that the river will rise.",
    ],
)
def test_what_is_no_statement(read: Read, text: str) -> None:
    assert said(read, text) == []


def test_nested_speech_has_both_speakers(read: Read) -> None:
    text = "Anna Roe says that the Red Cross reported that 40 people had left."
    assert said(read, text) == [
        ("Anna Roe", "that the Red Cross reported that 40 people had left"),
        ("Red Cross", "that 40 people had left"),
    ]


def test_two_speakers_in_one_sentence(read: Read) -> None:
    text = "Anna Roe said that 40 people had left, while Peter Lund said that 60 people had stayed."
    assert said(read, text) == [("Anna Roe", "that 40 people had left"), ("Peter Lund", "that 60 people had stayed")]


def test_speech_that_goes_on_in_a_participle(read: Read) -> None:
    text = "Forty people had left, Anna Roe said, adding that ten more were expected."
    assert said(read, text) == [
        ("Anna Roe", "Forty people had left"),
        ("Anna Roe", "that ten more were expected"),
    ]


QUOTED = [
    ("“We were afraid,” Anna Roe said.", "Anna Roe"),
    ('"We were afraid," said Anna Roe, a teacher.', "Anna Roe"),
    ("Anna Roe said: “We were afraid.”", "Anna Roe"),
    ("«We were afraid», she recalls.", "she"),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_quotations(read: Read, text: str, speaker: str) -> None:
    (statement,) = found(read, text)
    assert statement.form == "direct"
    assert statement.speaker is not None
    assert statement.speaker.exact == speaker
    assert "We were afraid" in statement.quote.exact


@pytest.mark.parametrize(
    "text",
    [
        "The assembly passed the resolution “Return of the Fleet” in June.",
        "The so-called “wall” is two metres high.",
        "The European Court of Human Rights (“the Court”) sits in Strasbourg.",
    ],
)
def test_titles_and_terms_in_quotation_marks_are_no_quotations(read: Read, text: str) -> None:
    assert said(read, text) == []


def test_a_quotation_goes_on_after_its_speaker(read: Read) -> None:
    text = "“We were afraid,” Anna Roe said. “Nobody came to help us.”\n\n“It was a long winter in the north.”"
    assert {speaker for speaker, _ in said(read, text)} == {"Anna Roe"}
    assert len(said(read, text)) == 3


def test_part_of_a_reported_clause_in_quotation_marks_is_mixed(read: Read) -> None:
    (statement,) = found(read, "Anna Roe said that the plan was “rotten to the core”.")
    assert statement.form == "mixed"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("“One,” he said.", ["“One,”"]),
        ('He said "one" and "two".', ['"one"', '"two"']),
        ("It’s the dog’s day.", []),
        ("‘It’s mine,’ he said.", ["‘It’s mine,’"]),
        ('The screen is 6" wide and 4" high.', []),
        ("“One.\n\n“Two,” he said.", ["“One.\n\n“Two,”"]),
        ("“One.\n\nTwo.", []),
    ],
)
def test_where_a_text_quotes(text: str, exact: list[str]) -> None:
    marks = quotations(text)
    assert [q.exact for q in marks] == exact
    assert all(text[q.start : q.end] == q.exact for q in marks)


SPEAKERS = [
    ("The director of the museum, Anna Roe, said that it was full.", "Anna Roe"),
    ("Spokeswoman Anna Roe said that it was full.", "Anna Roe"),
    ("A report by the Red Cross says that 40 people had left.", "Red Cross"),
    ("According to figures from the Red Cross, 40 people had left.", "Red Cross"),
    ("The Red Cross released a report in May. According to the report, 40 people had left.", "Red Cross"),
    ("Two witnesses in Oslo said that 40 people had left.", "witnesses"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_words_that_name_the_speaker(read: Read, text: str, speaker: str) -> None:
    assert [who for who, _ in said(read, text)] == [speaker]


def test_turns_of_an_interview(read: Read) -> None:
    text = (
        "Anna Roe runs a shelter in Oslo.\n\nQ: How many came?\nA: Nine children came.\n\nQ: When?\nA: In the spring."
    )
    assert said(read, text) == [("Anna Roe", "Nine children came"), ("Anna Roe", "In the spring")]


def test_turns_with_names(read: Read) -> None:
    text = "Anna Roe: Nine children came.\nPeter Lund: I saw ten.\nAnna Roe: Nine.\nPeter Lund: Ten, I think."
    assert [who for who, _ in said(read, text)] == ["Anna Roe", "Peter Lund", "Anna Roe", "Peter Lund"]


def test_a_single_label_is_no_turn(read: Read) -> None:
    assert said(read, "Contact: the press desk, room 12.") == []


def test_a_headline_that_ends_in_its_source(read: Read) -> None:
    text = "Forty children back home – Red Cross\n\nThe children came by bus."
    assert said(read, text) == [("Red Cross", "Forty children back home")]


def test_a_figure_taken_up_in_the_next_sentence(read: Read) -> None:
    text = "Anna Roe said that four more children had come. That makes a total of 40 children. The bus was late."
    assert said(read, text) == [
        ("Anna Roe", "that four more children had come"),
        ("Anna Roe", "That makes a total of 40 children"),
    ]


def test_furniture_says_nothing(read: Read) -> None:
    assert said(read, "Read also: Anna Roe says that 40 people had left.") == []


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Anna Roe said that it was full.", True),
        ("Anna Roe had said that it was full.", True),
        ("Anna Roe says that it is full.", False),
        ("Anna Roe has said that it is full.", False),
        ("According to Anna Roe, it is full.", False),
    ],
)
def test_tense_of_the_saying(read: Read, text: str, past: bool) -> None:
    (statement,) = found(read, text)
    assert statement.past is past


def test_offsets_of_everything_found(read: Read) -> None:
    text = "“Нас — девять,” said Anna Roe 🙂 on Friday. She added: “We left.”\nAccording to her, 40 had come."
    for s in found(read, text):
        for where in (s.quote, s.sentence, s.speaker, s.cue):
            assert where is None or text[where.start : where.end] == where.exact


def test_a_note_on_the_day_of_all_figures_says_nothing_itself(read: Read) -> None:
    text = "All numbers come from the Red Cross. They show the situation on 3 May 2021 unless another date is given."
    assert said(read, text + " Nine boats were lost.") == []
    notes = [s for s in read(text)._.statements if s.form == "standing"]
    assert notes[-1].date == "2021-05-03"
