"""Answers in pages: the rows of a named question that are asked for, each with the sentences that it rests on."""

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

import pyoxigraph as ox

from onrecord.answers.ask import NamedQuery, with_factuality
from onrecord.answers.batches import ask_in_batches
from onrecord.answers.row_evidence import Cells, Sentence, behind
from onrecord.errors import UsageError
from onrecord.notebook.values import Value, value
from onrecord.store import Readable

_SECONDS = 20.0  # that a page may take to find; then it is handed out as far as it is


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a named question."""

    question: NamedQuery
    where: Mapping[str, str]  # by column: what its cell is to be, or to hold
    factuality: Sequence[str] = ()
    limit: int = 20  # rows
    cursor: str = ""  # of the page before


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of an answer."""

    rows: list[dict[str, Value | float]]  # by column, without the cells of which the article says nothing
    sentences: list[list[Sentence]]  # of each row
    cursor: str  # of the next page; empty where there is none
    looked_through: bool  # False where time was up before the page was full: the next page goes on there


def page(reader: Readable, asked: Asked) -> Page:
    """A page of the answer to a question.

    Raises:
        UsageError: the question has no such column or factuality, or the cursor is of another question or build.
        QueryError: it cannot be answered.
    """
    for column in asked.where:
        if column not in asked.question.columns:
            known = ", ".join(asked.question.columns)
            raise UsageError(f"the question {asked.question.name!r} has no column {column!r}: it has {known}")
    of = _stamp(reader, asked)
    start, until = position(asked.cursor, of), time.monotonic() + _SECONDS
    found: list[Cells] = []
    further, in_time = "", True
    for number, row in _rows(reader, asked, start):
        if len(found) == asked.limit or not in_time:
            further = cursor(number, of)
            break
        if all(_fits(row[column], wanted) for column, wanted in asked.where.items()):
            found.append(row)
        in_time = time.monotonic() < until
    rows = [{column: _plain(value(term)) for column, term in row.items() if term is not None} for row in found]
    return Page(rows, behind(reader, found), further, in_time or not further)


def _rows(reader: Readable, asked: Asked, start: int) -> Iterator[tuple[int, Cells]]:
    """The rows of the whole answer with their numbers, from one on."""
    question = asked.question
    text = with_factuality(question, asked.factuality) if asked.factuality else question.text
    number = 0
    for batch in ask_in_batches(reader, text):
        columns = [variable.value for variable in batch.variables]
        for row in batch:
            if number >= start:
                yield number, {column: row[column] for column in columns}
            number += 1


def _fits(cell: ox.NamedNode | ox.Literal | None, wanted: str) -> bool:
    """Whether a cell holds what is wanted, whatever the case of letters; a number is to be that number."""
    if cell is None:
        return False
    told = value(cell)
    if isinstance(told, str):
        return wanted.lower() in told.lower()
    if isinstance(told, bool):
        return str(told).lower() == wanted.lower()
    try:
        return told == Decimal(wanted.replace(",", ""))
    except ArithmeticError:
        return False


def _plain(told: Value) -> Value | float:
    """A value as JSON has it."""
    if told is None or isinstance(told, str | int):
        return told
    return int(told) if told == int(told) else float(told)


def cursor(number: int, of: str) -> str:
    """Where the next page starts, in an answer that is stamped so."""
    return f"{number}.{of}"


def position(given: str, of: str) -> int:
    """The number of the first row or line of the page that a cursor stands for; without one, 0.

    Raises:
        UsageError: the cursor is of another answer.
    """
    number, _, stamp = given.partition(".")
    if given and not (stamp == of and number.isascii() and number.isdecimal() and len(number) < 12):
        raise UsageError("this cursor is of another question, or of the record before it changed: ask without a cursor")
    return int(number) if given else 0


def _stamp(reader: Readable, asked: Asked) -> str:
    return stamp(reader, asked.question.name, dict(asked.where), list(asked.factuality))


def stamp(reader: Readable, *asked: object) -> str:
    """Stands for what is asked of one build."""
    return hashlib.sha256(json.dumps([reader.snapshot, *asked], sort_keys=True).encode()).hexdigest()[:12]


def structured(sentences: Sequence[Sentence]) -> list[dict[str, str | int]]:
    """Sentences as JSON has them, without what is not known."""
    return [{name: told for name, told in asdict(one).items() if told != ""} for one in sentences]
