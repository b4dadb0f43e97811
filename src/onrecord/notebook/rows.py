"""The rows of an answer: read like a list of mappings, taken into frames, shown with the sentence they rest on."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, overload

from onrecord.errors import OnrecordError
from onrecord.notebook.values import Value

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_SHOWN = 20  # rows
_SENTENCE, _WORDS = "quote", "text"  # columns of the named queries


class Row(Mapping[str, Value]):
    """One row of an answer, by column; a cell is None where the graph does not say."""

    __slots__ = ("_cells",)

    def __init__(self, cells: Mapping[str, Value]) -> None:
        self._cells = cells

    def __getitem__(self, column: str) -> Value:
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __repr__(self) -> str:
        told = ", ".join(f"{column}={cell!r}" for column, cell in self.items() if cell is not None)
        return f"Row({told})"

    @property
    def sentence(self) -> str | None:
        """The sentence, or the words of a statement, on which the row rests; None where the question gives none."""
        cell = self._cells.get(_SENTENCE)
        return cell if isinstance(cell, str) else None

    def _repr_html_(self) -> str:
        """The sentence with its source, and what the row says of it."""
        told = "".join(
            f"<tr><th style='text-align:left'>{escape(column)}</th><td style='text-align:left'>{_cell(cell)}</td></tr>"
            for column, cell in self.items()
            if cell is not None and column != _SENTENCE
        )
        return f"{self._quoted()}<table>{told}</table>"

    def _quoted(self) -> str:
        if self.sentence is None:
            return ""
        words = self._cells.get(_WORDS)
        marked = escape(self.sentence)
        if isinstance(words, str) and self.sentence.count(words) == 1:  # else it is not known here which of them
            marked = marked.replace(escape(words), f"<mark>{escape(words)}</mark>")
        source = self._cells.get("source")
        where = f"<footer>{escape(str(source))}</footer>" if source is not None else ""
        return f"<blockquote>{marked}{where}</blockquote>"


class Rows(Sequence[Row]):
    """The rows of an answer, in its order."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Row]) -> None:
        self.columns = tuple(columns)
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows": ...
    def __getitem__(self, index: int | slice) -> "Row | Rows":
        return Rows(self.columns, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{_count(len(self))} of {', '.join(self.columns)}>"

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a frame of polars; a column of numbers that are not all whole is one of floats.

        Raises:
            OnrecordError: polars is not installed.
        """
        frames = _library("polars")
        frame: pl.DataFrame = frames.DataFrame(dict(self._columns()))
        return frame.with_columns(frames.selectors.by_dtype(frames.Null).cast(frames.String))

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a frame of pandas, with its types that know of missing values.

        Raises:
            OnrecordError: pandas is not installed.
        """
        frame: pd.DataFrame = _library("pandas").DataFrame(dict(self._columns()), columns=list(self.columns))
        return frame.convert_dtypes()

    def _columns(self) -> Iterator[tuple[str, list[Value | float]]]:
        return ((name, _of_one_type([row[name] for row in self])) for name in self.columns)

    def _repr_html_(self) -> str:
        head = "".join(f"<th style='text-align:left'>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td style=text-align:left>{_cell(row[column])}</td>' for column in self.columns)}</tr>"
            for row in self[:_SHOWN]
        )
        more = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{_count(len(self))}{more}</p>"


def _of_one_type(cells: Sequence[Value]) -> list[Value | float]:
    """A column as frames want it: whole numbers, numbers, truths, or else text."""
    told = [cell for cell in cells if cell is not None]
    if all(isinstance(cell, bool) for cell in told):
        return list(cells)
    numbers = [cell for cell in told if isinstance(cell, int | Decimal) and not isinstance(cell, bool)]
    if len(numbers) < len(told):
        return [None if cell is None else str(cell) for cell in cells]
    to_number = int if all(number == int(number) for number in numbers) else float
    return [None if cell is None else to_number(cell) for cell in cells]


def _cell(cell: Value) -> str:
    return "" if cell is None else escape(str(cell))


def _count(rows: int) -> str:
    return f"{rows:,} row{'' if rows == 1 else 's'}"


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise OnrecordError(f"{name} is not installed: pip install {name}") from error
