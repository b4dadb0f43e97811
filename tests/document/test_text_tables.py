"""Tables in plain text: which lines make one, and the heads of each cell."""

import pytest

from onrecord.document import Block, BlockKind
from onrecord.document.lines import lines
from onrecord.document.text_tables import cells

BARS = "| Region | Killed | Hurt |\n|---|---:|---:|\n| Velm | 40 | 112 |\n| All | 49 | 143 |"
BARE = "Region | Killed | Hurt\n-------|--------|-----\nVelm | 40 | 112\nAll | 49 | 143"
TABS = "Region\tKilled\tHurt\nVelm\t40\t112\nAll\t49\t143"
SPACES = "Region        Killed   Hurt\nVelm              40    112\nAll               49    143"


def read(text: str) -> list[tuple[str, list[str], list[str]]]:
    """The words of each cell that is no head, with the heads of its row and of its column."""
    return [
        (text[c.start : c.end], [text[a:b] for a, b in c.row_heads], [text[a:b] for a, b in c.column_heads])
        for c in cells(lines(text))
        if not c.is_head
    ]


@pytest.mark.parametrize("text", [BARS, BARE, TABS, SPACES], ids=["bars", "bare", "tabs", "spaces"])
def test_a_cell_knows_its_row_and_its_column(text: str) -> None:
    assert read(text) == [
        ("40", ["Velm"], ["Killed"]),
        ("112", ["Velm"], ["Hurt"]),
        ("49", ["All"], ["Killed"]),
        ("143", ["All"], ["Hurt"]),
    ]


@pytest.mark.parametrize("text", [BARS, BARE, TABS, SPACES], ids=["bars", "bare", "tabs", "spaces"])
def test_heads_are_cells_as_well(text: str) -> None:
    heads = [text[c.start : c.end] for c in cells(lines(text)) if c.is_head]
    assert heads == ["Region", "Killed", "Hurt", "Velm", "All"]


def test_an_empty_cell_is_none_and_keeps_its_column() -> None:
    assert read("| | 2022 | 2023 |\n| Velm | | 9 |\n| Pell | 4 | 5 |") == [
        ("9", ["Velm"], ["2023"]),
        ("4", ["Pell"], ["2022"]),
        ("5", ["Pell"], ["2023"]),
    ]


def test_a_column_that_numbers_the_rows_is_no_head_of_theirs() -> None:
    table = "No.\tName\tKilled\n1\tVelm\t40\n2\tPell\t9"
    assert read(table)[1] == ("40", ["Velm"], ["Killed"])


def test_two_rows_of_heads() -> None:
    table = "| Region | Killed | Killed |\n| | Men | Women |\n|---|---|---|\n| Velm | 4 | 5 |"
    assert read(table) == [("4", ["Velm"], ["Killed", "Men"]), ("5", ["Velm"], ["Killed", "Women"])]


NONE = [
    ("One line", "Subscribe for $1 a week | 5 articles left"),
    ("Two links a line", "Home | News\nSport | Culture"),
    ("Spaces after sentences", "Nine died.  They were clerks.\nFour left.  None came.\nAll of it is said.  So."),
    ("Indented by tabs", "\tNine died.\n\tFour left."),
    ("Prose", "Nine died in Velm.\nFour left."),
]


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_no_table(text: str) -> None:
    assert cells(lines(text)) == []


def test_offsets_are_those_of_the_text() -> None:
    first = cells(lines("A table.\n\n" + TABS))[0]
    assert first == Block(10, 16, BlockKind.CELL, is_head=True)
