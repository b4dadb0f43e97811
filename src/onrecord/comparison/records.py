"""The rows of named questions, of a store or of the tables of a release."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.answers.ask import named
from onrecord.answers.batches import ask_in_batches
from onrecord.comparison.matching import Changed, changes
from onrecord.comparison.subjects import SUBJECTS, Row, Subject
from onrecord.errors import InputError
from onrecord.store import Readable, queries

Side = Readable | Path  # a store, or the folder of a release


def is_release(folder: Path) -> bool:
    """Whether a folder holds a release, as `publish` writes them."""
    return (folder / "tables").is_dir() and (folder / "graphs.nq").exists()


def compared(before: Side, now: Side) -> Iterator[Changed]:
    """What two records say differently, question by question.

    Raises:
        InputError: a release has not the tables that are compared.
        QueryError: a store does not answer.
    """
    for subject in SUBJECTS:
        yield from changes(subject, rows(before, subject), rows(now, subject))


def rows(side: Side, subject: Subject) -> list[Row]:
    """The rows of a question that are compared, one for each node where its rows tell one together."""
    found = _of_release(side, subject) if isinstance(side, Path) else _of_store(side, subject)
    return list(_together(found, subject)) if subject.node else list(found)


def _of_store(reader: Readable, subject: Subject) -> Iterator[Row]:
    for batch in ask_in_batches(reader, named(subject.question).text):
        for row in queries.texts(batch):
            yield {column: row[column] for column in subject.columns}


def _of_release(folder: Path, subject: Subject) -> Iterator[Row]:
    path = folder / "tables" / f"{subject.question}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield {column: row[column] for column in subject.columns}
    except (OSError, UnicodeDecodeError, KeyError, csv.Error) as error:
        raise InputError(f"{path}: no table that can be compared: {error}") from error


def _together(found: Iterable[Row], subject: Subject) -> Iterator[Row]:
    """The rows of each node of an article as one: where they differ, their values joined."""
    nodes: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in found:
        told = nodes.setdefault((row["source"], row[subject.node]), {column: [] for column in subject.columns})
        for column, value in row.items():
            if value not in told[column]:
                told[column].append(value)
    for told in nodes.values():
        yield {column: " | ".join(sorted(filter(None, values))) for column, values in told.items()}
