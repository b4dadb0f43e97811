"""Tables fit the terminal: cells are folded; rows are blocks where there are too many columns."""

import sys
from collections.abc import Callable, Iterable, Sequence

import pytest
from rich.cells import cell_len
from rich.text import Text

from onrecord.cli.terminal import print_table

LONG = "a cell that is longer than the terminal is wide, and by far"
COLUMNS = ("source", "person", "name")
MANY = tuple(f"column{number}" for number in range(12))


Table = Callable[..., list[str]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Table:
    """The lines of a table on a terminal of 60 characters."""

    def show(columns: Sequence[str], rows: Iterable[Sequence[str]], wide: bool = False) -> list[str]:
        monkeypatch.setenv("COLUMNS", "60")
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        print_table(columns, rows, wide=wide)
        return [Text.from_ansi(line).plain for line in capsys.readouterr().out.splitlines()]

    return show


def test_long_cells_are_folded(shown: Table) -> None:
    lines = shown(COLUMNS, [("a.txt", LONG, LONG)])
    assert [line for line in lines if cell_len(line) > 60] == []
    assert len(lines) > 3
    assert "source" in lines[0] and "name" in lines[0]


def test_rows_of_many_columns_are_blocks_of_what_they_say(shown: Table) -> None:
    lines = shown(MANY, [(LONG, *("x" * 30 for _ in MANY[2:]), ""), tuple("y" * 30 for _ in MANY)])
    assert all(cell_len(line) <= 60 for line in lines)
    assert lines[0].startswith("column0 ") and sum(line.startswith("column11") for line in lines) == 1
    assert sum(line.startswith("column5 ") for line in lines) == 2
    assert "".join(line[10:].strip() for line in lines[:2]).replace(" ", "") == LONG.replace(" ", "")


def test_an_iri_is_whole_in_a_block(shown: Table) -> None:
    lines = shown(MANY, [("i" * 150, *("x" for _ in MANY[1:]))])
    assert "".join(lines).count("i") == 150


def test_all_on_one_line_where_that_is_wanted(shown: Table) -> None:
    assert [line.count(LONG) for line in shown(COLUMNS, [("a.txt", LONG, LONG)], wide=True)] == [0, 2]


def test_elsewhere_a_row_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(MANY, [tuple(LONG for _ in MANY)])
    assert len(capsys.readouterr().out.splitlines()) == 2
