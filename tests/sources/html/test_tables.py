"""A table of data is a row a line, and each of its cells knows its heads."""

import pytest
from pages import middle, of_kind, page, told, words

from onrecord.document import BlockKind
from onrecord.sources.html import Page

HEAD = "<tr><th>Region</th><th>Killed</th><th>Injured</th></tr>"
VELM, PELL = "<tr><td>Velm</td><td>40</td><td>112</td></tr>", "<tr><td>Pell</td><td>9</td><td>31</td></tr>"


def heads(read: Page) -> dict[str, tuple[str, str]]:
    """By the text of each cell that is no head: its heads in its row, and in its column."""

    def at(stretches: tuple[tuple[int, int], ...]) -> str:
        return " / ".join(read.text[start:end] for start, end in stretches)

    cells = [cell for cell in of_kind(read, BlockKind.CELL) if not cell.is_head]
    return {words(read, cell): (at(cell.row_heads), at(cell.column_heads)) for cell in cells}


def table(rows: str) -> Page:
    return page(f"<table>{rows}</table>")


def test_a_row_is_a_line_with_bars_between_its_cells() -> None:
    read = page(f"<table><caption>The toll</caption>{HEAD}{VELM}{PELL}</table>")
    assert middle(read) == "The toll\n\nRegion | Killed | Injured\nVelm | 40 | 112\nPell | 9 | 31"
    assert told(read, BlockKind.CAPTION) == [("", "The toll")]


@pytest.mark.parametrize(
    "rows",
    [
        HEAD + VELM + PELL,
        f"<thead>{HEAD}</thead><tbody>{VELM}{PELL}</tbody>",
        (HEAD + VELM + PELL).replace("th>", "td>"),
        HEAD + VELM.replace("<td>Velm</td>", "<th scope='row'>Velm</th>") + PELL,
    ],
    ids=["th", "thead", "td alone", "scope"],
)
def test_a_cell_has_the_head_of_its_row_and_of_its_column(rows: str) -> None:
    assert heads(table(rows)) == {
        "40": ("Velm", "Killed"),
        "112": ("Velm", "Injured"),
        "9": ("Pell", "Killed"),
        "31": ("Pell", "Injured"),
    }


def test_heads_that_span_rows_and_columns() -> None:
    rows = (
        "<tr><th rowspan=2>Region</th><th colspan=2>People</th></tr><tr><th>Killed</th><th>Injured</th></tr>"
        "<tr><th rowspan=2 scope=row>Velm</th><td>40</td><td>112</td></tr><tr><td>9</td><td>31</td></tr>"
    )
    assert heads(table(rows)) == {
        "40": ("Velm", "People / Killed"),
        "112": ("Velm", "People / Injured"),
        "9": ("Velm", "People / Killed"),
        "31": ("Velm", "People / Injured"),
    }


def test_a_head_across_the_table_is_that_of_the_rows_below_it() -> None:
    found = heads(
        table(HEAD + "<tr><th colspan=3>The north</th></tr>" + VELM + "<tr><th colspan=3>The south</th></tr>" + PELL)
    )
    assert found["40"] == ("The north / Velm", "Killed")
    assert found["9"] == ("The south / Pell", "Killed")


def test_a_row_of_heads_in_the_middle_replaces_the_one_above() -> None:
    again = "<tr><th>Region</th><th>Missing</th><th>Freed</th></tr>"
    assert heads(table(HEAD + VELM + again + PELL))["9"] == ("Pell", "Missing")


def test_names_alone_have_no_heads() -> None:
    assert heads(table("<tr><td>Ivo Rak</td><td>judge</td></tr><tr><td>Lena Orr</td><td>mayor</td></tr>")) == {
        "Ivo Rak": ("", ""),
        "judge": ("", ""),
        "Lena Orr": ("", ""),
        "mayor": ("", ""),
    }


def test_an_empty_cell_keeps_its_place_and_is_no_block() -> None:
    read = table(
        "<tr><th></th><th>Killed</th></tr><tr><td>Velm</td><td></td></tr>" + "<tr><td>Pell</td><td>9</td></tr>"
    )
    assert middle(read) == "| Killed\nVelm |\nPell | 9"


def test_the_paragraphs_of_a_cell_are_lines() -> None:
    read = table(HEAD + "<tr><td><p>Velm</p></td><td>4<br>0</td><td>1</td></tr>" + PELL)
    assert "Velm | 4\n0 | 1\nPell" in middle(read)


def test_a_table_that_lays_out_the_page_is_none_of_data() -> None:
    long = "It was the largest return since the war began, the ministry said, and it would not be the last one. " * 4
    read = page(f"<table><tr><td><p>{long}</p></td></tr><tr><td><p>{long}</p></td></tr></table>")
    assert "|" not in read.text
    assert not of_kind(read, BlockKind.CELL)
