"""Which blocks the lines of a plain text make, and which lines are only text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document import BlockKind
from onrecord.document.plain import blocks_of

TABLE = "| Region | Killed |\n|---|---|\n| Velm | 40 |\n| Pell | 9 |"


def found(text: str, *kinds: BlockKind) -> list[tuple[str, str]]:
    """The label and the words of each block of these kinds."""
    return [(block.label, text[block.start : block.end]) for block in blocks_of(text) if block.kind in kinds]


LISTS = [
    ("Bullets", "Banned:\n• Anna Roe\n• Bo Lind, clerk", [("•", "Anna Roe"), ("•", "Bo Lind, clerk")]),
    ("Dashes", "- Anna Roe\n\n- Bo Lind", [("-", "Anna Roe"), ("-", "Bo Lind")]),
    ("Tasks", "- [x] 40 beds\n- [ ] 12 nurses", [("-", "40 beds"), ("-", "12 nurses")]),
    ("One dash", "- We left at night, she said.", []),
    ("Numbers", "1. Anna Roe\n2. Bo Lind", [("1.", "Anna Roe"), ("2.", "Bo Lind")]),
    ("Letters in brackets", "(a) a map;\n(b) a list.", [("(a)", "a map;"), ("(b)", "a list.")]),
    ("Numbers that do not count on", "12. May 1961 was warm.\n40. Street by street it fell.", []),
    (
        "A line that goes on, indented",
        "* Anna Roe,\n  clerk\n* Bo Lind",
        [("*", "Anna Roe,\n  clerk"), ("*", "Bo Lind")],
    ),
    (
        "Fields of an item",
        "1. ROE, Anna\nPosition: clerk\n\n2. LIND, Bo\nPosition: judge",
        [("1.", "ROE, Anna\nPosition: clerk"), ("2.", "LIND, Bo\nPosition: judge")],
    ),
    (
        "A register",
        "ROE, Anna; DOB 1961.\nLIND, Bo; DOB 1970.",
        [("", "ROE, Anna; DOB 1961."), ("", "LIND, Bo; DOB 1970.")],
    ),
    ("One name in capitals", "VELM, Torvia (CW) said so.", []),
    ("The next paragraph", "- Anna Roe\n- Bo Lind\n\nThey left.", [("-", "Anna Roe"), ("-", "Bo Lind")]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in LISTS], ids=[c[0] for c in LISTS])
def test_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, BlockKind.ITEM) == expected


def test_numbered_sentences_are_paragraphs() -> None:
    long = (
        "The Court finds that the applicant was held for nine months without any hearing before a judge of that State"
    )
    assert found(f"12. {long}.\n13. {long}, too.", BlockKind.PARAGRAPH) == [
        ("12.", long + "."),
        ("13.", long + ", too."),
    ]


HEADINGS = [
    ("Marked by hashes", "## Toll\nNine died.", ["Toll"]),
    ("In bold", "**Banned today:**\n\nAnna Roe was.", ["Banned today:"]),
    ("Underlined", "The toll\n========\nNine died.", ["The toll"]),
    (
        "Over its paragraph",
        "Anna Roe\nShe was a clerk of the court in Velm until May, when it was closed.",
        ["Anna Roe"],
    ),
    ("Alone", "Banned persons\n\nAnna Roe was a clerk.", ["Banned persons"]),
    (
        "The first line of a wrapped paragraph",
        "The clerk of the court, Anna\nRoe, was banned from the\ncountry in May.",
        [],
    ),
    ("A sentence", "Nine died.\n\nThey were clerks.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in HEADINGS], ids=[c[0] for c in HEADINGS])
def test_headings(text: str, expected: list[str]) -> None:
    assert [words for _, words in found(text, BlockKind.HEADING)] == expected


NOTES = [
    ("Marks in brackets", "Nine died.[1]\n\n[1] Count of May.", [("1", "[1]")], [("1", "[1] Count of May.")]),
    ("Raised marks", "Of 86¹⁴ some left.\n\n¹⁴ In 2023.", [("¹⁴", "¹⁴")], [("14", "¹⁴ In 2023.")]),
    ("A demand", "Nine died.[citation needed]", [("citation needed", "[citation needed]")], []),
    ("After a rule", "Nine died.\n\n---\n1 Count of May.", [], [("1", "1 Count of May.")]),
    ("A source", "Nine died.\nSource: Ministry of Health", [], [("Source", "Source: Ministry of Health")]),
    ("Square measure", "It burnt 40 km² of wood, 9 m² of it oak.", [], []),
    ("What an editor put in", "Mr. [Alfonso] Roe left.", [], []),
]


@pytest.mark.parametrize(("text", "marks", "notes"), [c[1:] for c in NOTES], ids=[c[0] for c in NOTES])
def test_notes_and_references(text: str, marks: list[tuple[str, str]], notes: list[tuple[str, str]]) -> None:
    assert found(text, BlockKind.REFERENCE) == marks
    assert found(text, BlockKind.NOTE) == notes


def test_the_turns_of_a_transcript() -> None:
    text = "MR. DAHL: Good afternoon.\n\nQUESTION: Who did it?\n\nMR. DAHL: I have no names."
    said = [("MR. DAHL", "Good afternoon."), ("QUESTION", "Who did it?"), ("MR. DAHL", "I have no names.")]
    assert found(text, BlockKind.TURN) == said


def test_the_rows_of_a_table_are_no_list_and_no_heading() -> None:
    assert {block.kind for block in blocks_of(TABLE)} == {BlockKind.CELL}


def test_a_text_without_structure_has_no_blocks() -> None:
    assert blocks_of("Nine people died in Velm on Monday.\n\nThe mayor, Anna Roe, said so - twice.") == ()


LINES = [
    "- a",
    "* b",
    "1. C",
    "2. D",
    "(a) e",
    "",
    "",
    "| a | 4 |",
    "|--|--|",
    "a\tb",
    "Q: Why?",
    "A: So.",
    "14:05",
    "14:10 - x",
]
LINES += [
    "[1] n",
    "x.[1]",
    "ROE, Anna",
    "Head",
    "---",
    "Source: y",
    "  go on",
    "Position: z",
    "Nine died.",
    "a   b   c",
    "\r",
    "²",
]


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_blocks_lie_within_the_text_in_its_order_and_nest(text: str) -> None:
    blocks = blocks_of(text)
    assert list(blocks) == sorted(blocks, key=lambda b: (b.start, -b.end))
    assert all(0 <= b.start <= b.end <= len(text) for b in blocks)
    for outer in blocks:
        for inner in blocks:
            assert not outer.start < inner.start < outer.end < inner.end, (outer, inner)
