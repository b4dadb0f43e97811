"""Rows: read as a list of mappings, taken into frames, shown with their sentence."""

from decimal import Decimal

import pandas as pd
import polars as pl
import pytest

from onrecord.errors import OnrecordError
from onrecord.notebook.rows import Row, Rows
from onrecord.notebook.values import Value

COLUMNS = ("source", "text", "value", "upper", "quote", "withdrawn")


def rows(*cells: tuple[Value, ...]) -> Rows:
    return Rows(COLUMNS, [Row(dict(zip(COLUMNS, row, strict=True))) for row in cells])


TWENTY = ("one.txt", "20", Decimal(20), Decimal(30), "Some 20 came back.", None)
HALF = ("two.txt", "half", Decimal("0.5"), None, "Half of them came back.", True)


def test_a_row_is_read_by_column() -> None:
    (row,) = rows(TWENTY)
    assert row["text"] == "20" and list(row) == list(COLUMNS)
    with pytest.raises(KeyError):
        row["speaker"]


def test_a_part_of_the_rows_is_rows() -> None:
    assert [row["source"] for row in rows(TWENTY, HALF)[1:]] == ["two.txt"]


@pytest.mark.parametrize(
    ("cells", "value", "upper", "withdrawn"),
    [
        ((TWENTY,), pl.Int64, pl.Int64, pl.String),
        ((TWENTY, HALF), pl.Float64, pl.Int64, pl.Boolean),
        ((), pl.String, pl.String, pl.String),
    ],
    ids=["whole-numbers", "not-all-whole", "no-rows"],
)
def test_a_frame_of_polars_has_types(
    cells: tuple[tuple[Value, ...], ...], value: type, upper: type, withdrawn: type
) -> None:
    frame = rows(*cells).to_polars()
    assert tuple(frame.columns) == COLUMNS and frame.height == len(cells)
    assert (frame.schema["value"], frame.schema["upper"], frame.schema["withdrawn"]) == (value, upper, withdrawn)


def test_a_frame_of_pandas_says_the_same_as_one_of_polars() -> None:
    asked = rows(TWENTY, HALF)
    frame = asked.to_pandas()
    assert frame["value"].dtype == pd.Float64Dtype() and frame["upper"].dtype == pd.Int64Dtype()
    told = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert told == asked.to_polars().to_dicts()


def test_a_column_of_numbers_and_words_is_text() -> None:
    frame = rows(TWENTY, ("three.txt", "", "INF", None, None, None)).to_polars()
    assert frame["value"].to_list() == ["20", "INF"]


def test_a_library_that_is_not_installed_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(OnrecordError, match="pip install polars"):
        rows(TWENTY).to_polars()


def test_a_row_is_shown_under_its_sentence_with_the_words_marked() -> None:
    shown = rows(TWENTY)[0]._repr_html_()
    assert "<blockquote>Some <mark>20</mark> came back.<footer>one.txt</footer></blockquote>" in shown
    assert "withdrawn" not in shown, "what the graph does not say is left out"


def test_words_that_stand_twice_in_a_sentence_are_not_marked() -> None:
    shown = rows((*TWENTY[:4], "Of 20 in one place and 20 in another, none came back.", None))[0]._repr_html_()
    assert "<mark>" not in shown


def test_what_texts_say_is_never_markup() -> None:
    evil = "<script>1</script>"
    asked = rows((evil, evil, evil, None, f"{evil} came back.", None))
    assert "<script>" not in asked._repr_html_() + asked[0]._repr_html_()


def test_of_many_rows_the_first_are_shown_and_all_counted() -> None:
    shown = rows(*[TWENTY] * 1200)._repr_html_()
    assert "1,200 rows, the first 20 shown" in shown and shown.count("one.txt") == 20
