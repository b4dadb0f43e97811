"""`onrecord look`: what would be read, for people and for programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said
from printing import Type, column, pdf

Run = Callable[..., Said]
TABLE = [("Region", "Killed"), ("Kesh", "7"), ("Sorva", "31"), ("Total", "38")]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Two pages: a heading, a list, a table, and heads that run over them."""
    heads = [[Type(50, 40, "Report of the mission")] for _ in range(2)]
    table = [
        Type(left, 300 + 16 * n, text) for n, row in enumerate(TABLE) for left, text in zip((60, 220), row, strict=True)
    ]
    first = [*heads[0], *column("Home at last", top=80, size=20), *column("They came home.", "• Kesh: four", top=120)]
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([[*first, *table], [*heads[1], *column("They are well.")]]))
    return path


def test_people_see_what_is_known_and_the_text_with_its_structure_in_the_margin(onrecord: Run, report: Path) -> None:
    said = onrecord("look", report)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "report.pdf"
    assert "  title      Home at last" in lines
    assert "  published  not told" in lines
    assert "  left out   running head or foot: Report of the mission (so on 2 pages)" in lines
    shown = dict(reversed(line.split(" │ ", 1)) for line in lines if " │ " in line)
    margins = {text: margin.strip() for text, margin in shown.items()}
    assert margins["Home at last"] == "page 1, heading"
    assert margins["They came home."] == ""
    assert margins["• Kesh: four"] == "item •"
    assert margins["Kesh | 7"] == "row"
    assert margins["They are well."] == "page 2"


def test_programs_get_values_with_offsets_of_the_text(onrecord: Run, report: Path) -> None:
    (found,) = json.loads(onrecord("look", report, "--format", "json").out)
    assert (found["source"], found["headline"], found["published"]) == ("report.pdf", "Home at last", "")
    cell = next(block for block in found["blocks"] if found["text"][block["start"] : block["end"]] == "31")
    assert cell["kind"] == "cell"
    assert [found["text"][start:end] for start, end in cell["row_heads"] + cell["column_heads"]] == ["Sorva", "Killed"]
    assert found["left_out"] == ["running head or foot: Report of the mission (so on 2 pages)"]


def test_the_structure_of_plain_text_is_shown_as_it_is_found(onrecord: Run) -> None:
    text = "We ask for:\n\n- the names of all children\n- access to them\n"
    said = onrecord("look", "-", stdin=text.encode())
    assert "        item - │ - access to them" in said.out.splitlines()


def test_what_is_refused_is_said_beside_the_rest(onrecord: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    said = onrecord("look", report, tmp_path / "empty.txt")
    assert (said.code, said.err) == (1, f"refused: {tmp_path / 'empty.txt'}: is empty\n")
    assert "report.pdf" in said.out


def test_nothing_readable_is_an_error(onrecord: Run, tmp_path: Path) -> None:
    said = onrecord("look", tmp_path / "gone.pdf")
    assert (said.code, said.out) == (2, "")
    assert "no such file" in said.err


def test_programs_are_told_of_refusals_too(onrecord: Run, tmp_path: Path) -> None:
    (found,) = json.loads(onrecord("look", tmp_path / "gone.pdf", "--format", "json").out)
    assert found == {"refused": str(tmp_path / "gone.pdf"), "reason": "no such file or folder"}


def test_standard_input_is_looked_at(onrecord: Run) -> None:
    assert "Home at last" in onrecord("look", "-", stdin=b"Home at last").out


def test_the_text_alone_is_the_one_that_is_stored(onrecord: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><article><h1>Home</h1>{'<p>Eleven children came home.</p>' * 9}</article>", "utf-8")
    said = onrecord("look", page, "--text")
    assert (said.code, said.err) == (0, "")
    assert said.out == "\n\n".join(["Home", *["Eleven children came home."] * 9]) + "\n"
