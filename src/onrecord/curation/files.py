"""Files of decisions: CSV or Turtle -> decisions.

A row that cannot be used is told with its file, its line and the remedy; the others are kept.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import InputError
from onrecord.graph import decision_rows
from onrecord.values.decisions import COLUMNS, REQUIRED, UserDecision, checked

_TOO_LONG = "has more cells than the first line: put what holds a comma in quotation marks"

Row = tuple[str, Mapping[str, str]]  # where it stands, and its columns


@dataclass(frozen=True, slots=True)
class Decisions:
    """What files of decisions hold: those that can be used, in order, and a line on each that cannot."""

    decisions: tuple[UserDecision, ...]
    faults: tuple[str, ...] = ()


def read(paths: Iterable[Path]) -> Decisions:
    """All decisions of the files, each once, in order of their day.

    Raises:
        InputError: a file is not there, or is neither CSV with the columns of decisions nor Turtle.
    """
    found: dict[tuple[str, ...], UserDecision] = {}
    faults = []
    for path in sorted(set(paths)):
        data = _bytes(path)
        file = path.name, hashlib.sha256(data).hexdigest()
        for where, row in _rows(path, data):
            one = _TOO_LONG if "" in row else checked(row, where)
            if isinstance(one, str):
                faults.append(f"{where}: {one}")
            else:
                before = found.get(one.key)
                files = tuple(sorted({file, *(before.files if before else ())}))
                found[one.key] = replace(before or one, files=files)
    return Decisions(tuple(sorted(found.values(), key=lambda d: (d.on, d.key))), tuple(faults))


def line(cells: Iterable[str] = COLUMNS) -> str:
    """A line of a CSV file of decisions, without its end: the first one, unless cells are given."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def row(decision: UserDecision) -> str:
    """The line of a CSV file that gives a decision, without its end."""
    told = {column: getattr(decision, column, "") for column in COLUMNS}
    told["decision"] = decision.verdict.replace("_", " ")
    return line(told[column] for column in COLUMNS)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def _rows(path: Path, data: bytes) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8: save it as 'CSV UTF-8', or as Turtle in UTF-8") from error
    if path.suffix == ".ttl":
        try:
            return ((f"{path.name}, {node}", row) for node, row in decision_rows(text))
        except ValueError as error:
            raise InputError(f"{path}: not Turtle that can be read: {error}") from error
    return _rows_of_csv(path, text)


def _rows_of_csv(path: Path, text: str) -> Iterator[Row]:
    """The rows that are not empty; commas or semicolons part their cells, as the first line shows."""
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="", strict=True)
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    if not set(REQUIRED) <= set(reader.fieldnames) <= set(COLUMNS):
        raise InputError(f"{path}: the first line has to name the columns {','.join(COLUMNS)}")
    try:
        for row in reader:
            if any(row.values()):
                yield f"{path.name}, line {reader.line_num}", row
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not CSV ({error}): close every quotation mark") from error
