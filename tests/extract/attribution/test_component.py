"""Statements: their form, speaker and tense; turns, figures taken up in the next sentence, notes and furniture."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.extract.layout.quotation_marks import quotations

Read = Callable[..., Doc]
Said = Callable[..., list[tuple[str | None, str]]]


def test_nested_speech_has_both_speakers(said: Said) -> None:
    text = "Anna Roe says that the Red Cross reported that 40 people had left."
    found = said(
        text,
        "Anna Roe | says | that the Red Cross reported that 40 people had left",
        "the Red Cross | reported | that 40 people had left",
    )
    assert found == [
        ("Anna Roe", "that the Red Cross reported that 40 people had left"),
        ("Red Cross", "that 40 people had left"),
    ]


TOGETHER = [
    ("Anna Roe and Peter Lund said it rained.", "Anna Roe and Peter Lund", ["Anna Roe", "Peter Lund"]),
    (
        "Anna Roe, head of the Delft Union, and Peter Lund said it rained.",
        "Anna Roe, head of the Delft Union, and Peter Lund",
        ["Anna Roe", "Peter Lund"],
    ),
    ("Peter Lund of the Red Cross said it rained.", "Peter Lund of the Red Cross", ["Peter Lund"]),
    ("Anna Roe, Peter Lund's lawyer, said it rained.", "Anna Roe, Peter Lund's lawyer", ["Anna Roe"]),
]


@pytest.mark.parametrize(("text", "source", "speakers"), TOGETHER)
def test_each_of_those_who_speak_together_says_it(said: Said, text: str, source: str, speakers: list[str]) -> None:
    assert said(text, f"{source} | said | it rained") == [(who, "it rained") for who in speakers]


def test_of_two_by_one_cue_that_overlap_the_first_counts(said: Said) -> None:
    text = "Anna Roe said that 40 people had left."
    found = said(text, "Anna Roe | said | that 40 people had left", "Anna Roe | said | 40 people had left")
    assert found == [("Anna Roe", "that 40 people had left")]


FORMS = [
    ("“We were afraid,” Anna Roe said.", "Anna Roe | said | “We were afraid,”", "direct"),
    ("Anna Roe said: “We were afraid.”", "Anna Roe | said | “We were afraid.”", "direct"),
    (
        "Anna Roe said that the plan was “rotten to the core”.",
        "Anna Roe | said | that the plan was “rotten to the core”",
        "mixed",
    ),
    ("Anna Roe said that the plan was rotten.", "Anna Roe | said | that the plan was rotten", "indirect"),
]


@pytest.mark.parametrize(("text", "attribution", "form"), FORMS)
def test_form(attributed: Read, text: str, attribution: str, form: str) -> None:
    (statement,) = attributed(text, attribution)._.statements
    assert statement.form == form


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
        ("'It's the dogs' day, isn't it?' he said.", ["'It's the dogs' day, isn't it?'"]),
        ("He calls it 'too late' and 'too little'.", ["'too late'", "'too little'"]),
        ("The dogs' day was in the '90s, 'ere and there.", []),
        ("'One.\n\n'Two,' he said.", ["'One.\n\n'Two,'"]),
        ("``One,'' he said.", ["``One,''"]),
        ("''One,'' he said. ''Two.''", ["''One,''", "''Two.''"]),
        ("«One», „two“ und ‹three›.", ["«One»", "„two“", "‹three›"]),
    ],
)
def test_where_a_text_quotes(text: str, exact: list[str]) -> None:
    marks = quotations(text)
    assert [q.exact for q in marks] == exact
    assert all(text[q.start : q.end] == q.exact for q in marks)


SPEAKERS = [
    (
        "The director of the museum, Anna Roe, said that it was full.",
        "The director of the museum, Anna Roe",
        "Anna Roe",
    ),
    ("Spokeswoman Anna Roe said that it was full.", "Spokeswoman Anna Roe", "Anna Roe"),
    ("A report by the Red Cross says that it was full.", "A report by the Red Cross", "Red Cross"),
    ("Figures from the Red Cross say that it was full.", "Figures from the Red Cross", "Red Cross"),
    ("The Red Cross released a report. In May the report said that it was full.", "the report", "Red Cross"),
    ("Two witnesses in Oslo said that it was full.", "Two witnesses in Oslo", "witnesses"),
]


@pytest.mark.parametrize(("text", "source", "speaker"), SPEAKERS)
def test_the_words_that_name_the_speaker(said: Said, text: str, source: str, speaker: str) -> None:
    cue = next(cue for cue in ("said", "says", "say") if f" {cue} " in text)
    assert [who for who, _ in said(text, f"{source} | {cue} | that it was full")][:1] == [speaker]


def test_turns_of_an_interview(said: Said) -> None:
    text = (
        "Anna Roe runs a shelter in Oslo.\n\nQ: How many came?\nA: Nine children came.\n\nQ: When?\nA: In the spring."
    )
    assert said(text) == [("Anna Roe", "Nine children came"), ("Anna Roe", "In the spring")]


def test_turns_with_names(said: Said) -> None:
    text = "Anna Roe: Nine children came.\nPeter Lund: I saw ten.\nAnna Roe: Nine.\nPeter Lund: Ten, I think."
    assert [who for who, _ in said(text)] == ["Anna Roe", "Peter Lund", "Anna Roe", "Peter Lund"]


def test_turns_of_a_hearing(said: Said) -> None:
    text = "Senator PEMBERTON. Who left?\n\nGeneral HOLLOWAY. We left at noon.\n\nSenator PEMBERTON. When?"
    found = said(text, "General HOLLOWAY |  | We left at noon")
    assert found == [("PEMBERTON", "Who left?"), ("HOLLOWAY", "We left at noon"), ("PEMBERTON", "When?")]


def test_a_label_tells_a_turn_once(said: Said) -> None:
    text = "MS. HARGROVE: The boats left.\n\nMS. HARGROVE: And then?"
    assert len(said(text, "MS | : | The boats left")) == 2


def test_turns_with_initials(said: Said) -> None:
    text = "Anna Roe met Peter Lund.\n\nA. R.: Nine came.\nP. L.: Ten.\nA. R.: Nine.\nP. L.: Ten!"
    assert [who for who, _ in said(text)] == ["Anna Roe", "Peter Lund", "Anna Roe", "Peter Lund"]


@pytest.mark.parametrize("text", ["Contact: the press desk, room 12.", "Time: noon.\nPlace: the pier."])
def test_other_labels_are_no_turns(said: Said, text: str) -> None:
    assert said(text) == []


def test_a_figure_taken_up_in_the_next_sentence(said: Said) -> None:
    text = "Anna Roe said that four more children had come. That makes a total of 40 children. The bus was late."
    assert said(text, "Anna Roe | said | that four more children had come") == [
        ("Anna Roe", "that four more children had come"),
        ("Anna Roe", "That makes a total of 40 children"),
    ]


@pytest.mark.parametrize(
    ("text", "attribution", "confidences"),
    [
        (
            "Anna Roe said that four more children had come. That makes a total of 40 children. The bus was late.",
            ["Anna Roe | said | that four more children had come"],
            ["0.90", None],
        ),
        (
            "Anna Roe met Peter Lund.\n\nA. R.: Nine came.\nP. L.: Ten.\nA. R.: Nine.\nP. L.: Ten!",
            [],
            [None, None, None, None],
        ),
        ("Peter Lund put the number of dead at 40.", [], [None]),
    ],
)
def test_what_only_rules_attribute_has_no_confidence(
    attributed: Read, text: str, attribution: list[str], confidences: list[str | None]
) -> None:
    found = [s.confidence for s in attributed(text, *attribution)._.statements]
    assert [None if c is None else str(c) for c in found] == confidences


def test_furniture_says_nothing(said: Said) -> None:
    text = "Read also: Anna Roe says that 40 people had left."
    assert said(text, "Anna Roe | says | that 40 people had left") == []


@pytest.mark.parametrize(
    ("cue", "past"), [("said", True), ("had said", True), ("says", False), ("has said", False), ("According to", False)]
)
def test_tense(attributed: Read, cue: str, past: bool) -> None:
    text = f"Anna Roe {cue} that it was full." if cue != "According to" else "According to Anna Roe, it was full."
    (statement,) = attributed(text, f"Anna Roe | {cue} | it was full")._.statements
    assert statement.past is past


def test_offsets_of_everything_found(attributed: Read) -> None:
    text = "“Нас — девять,” said Anna Roe 🙂 on Friday. She added: “We left.”\nAccording to her, 40 had come."
    doc = attributed(
        text, "Anna Roe | said | “Нас — девять,”", "She | added | “We left.”", "her | According to | 40 had come"
    )
    assert len(doc._.statements) == 3
    for s in doc._.statements:
        for where in (s.quote, s.sentence, s.speaker, s.cue):
            assert where is None or text[where.start : where.end] == where.exact


def test_a_note_on_the_day_of_all_figures_says_nothing_itself(attributed: Read) -> None:
    text = "All numbers come from the Red Cross. They show the situation on 3 May 2021 unless another date is given."
    doc = attributed(text + " Nine boats were lost.")
    assert doc._.statements == ()
    assert [(n.date, n.general) for n in doc._.source_notes][-1] == ("2021-05-03", True)


def test_the_publication_of_a_text_is_a_source_note(attributed: Read) -> None:
    doc = attributed("The Red Cross released a report on 3 May 2021. Nine boats were lost.")
    (note,) = doc._.source_notes
    assert (note.evidence.exact, note.source.exact, note.date, note.general) == (
        "report",
        "Red Cross",
        "2021-05-03",
        False,
    )
    assert doc._.statements == ()
