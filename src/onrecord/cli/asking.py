"""`onrecord ask` and `onrecord why`: what the store says, and why."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import pyoxigraph as ox
import typer

from onrecord.cli.options import (
    DEFAULT_STORE,
    AsOfOption,
    DomainOption,
    FactualityOption,
    StoreOption,
    in_force,
    record,
)
from onrecord.cli.terminal import answers, one_line, output, print_table
from onrecord.errors import OnrecordError
from onrecord.sources.paths import exists

if TYPE_CHECKING:
    from onrecord.store import Answer, Readable


class AnswerFormat(StrEnum):
    """How `ask` prints an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"


def ask(
    name: Annotated[str, typer.Argument(help="A named question, a file with a SPARQL query, or - .")] = "",
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How the answer is printed.")] = AnswerFormat.TABLE,
    factuality: FactualityOption = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="Print each row on a line of its own, however wide the terminal is.")
    ] = False,
    domain: DomainOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Put a question to the store; without a name, list the questions."""
    from onrecord.answers import ask as asking
    from onrecord.answers.batches import ask_in_batches

    in_force(domain)
    if not name:
        print_table(("question", "title"), ((q.name, q.title) for q in asking.named_queries().values()))
        return
    text, is_named = _question(name, factuality)
    reader = record(store, as_of)
    with output():
        if is_named:
            _print_rows(ask_in_batches(reader, text), form, wide)
        else:
            _print(asking.ask(reader, text), form, wide)


def _print(answer: "Answer", form: AnswerFormat, wide: bool) -> None:
    if isinstance(answer, ox.QuerySolutions):
        _print_rows(iter((answer,)), form, wide)
    elif not isinstance(answer, ox.QueryBoolean):
        sys.stdout.buffer.write(ox.serialize(answer, format=ox.RdfFormat.N_TRIPLES) or b"")
    elif form is AnswerFormat.TABLE:
        answers.print("yes" if answer else "no")
    else:
        answer.serialize(sys.stdout.buffer, format=getattr(ox.QueryResultsFormat, form.name))


def _print_rows(batches: Iterator[ox.QuerySolutions], form: AnswerFormat, wide: bool) -> None:
    """Print rows as they are found."""
    from onrecord.answers.batches import serialized

    if form is not AnswerFormat.TABLE:
        for piece in serialized(batches, getattr(ox.QueryResultsFormat, form.name)):
            sys.stdout.buffer.write(piece)
        return
    first = next(batches)
    columns = [variable.value for variable in first.variables]
    rows = (solution for batch in chain((first,), batches) for solution in batch)
    print_table(columns, ([_cell(solution[column]) for column in columns] for solution in rows), wide=wide)


def _question(name: str, factuality: list[str] | None) -> tuple[str, bool]:
    """The text of a question, and whether it is a named one; of a file or standard input it is checked first."""
    from onrecord.answers import ask as asking

    if factuality:
        return asking.with_factuality(asking.named(name), factuality), True
    if name in asking.named_queries():
        return asking.named(name).text, True
    path = Path(name)
    if name != "-" and not (exists(path) and path.is_file()):
        return asking.named(name).text, True
    try:
        text = (sys.stdin.buffer.read() if name == "-" else path.read_bytes()).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OnrecordError(f"{name}: cannot be read: {error}") from error
    return asking.check(text), False


def _cell(term: Any) -> str:
    if term is None:
        return ""
    value = str(term.value)
    return value.rstrip("/").rsplit("/", 1)[-1] if isinstance(term, ox.NamedNode) else one_line(value)


def why(
    node: Annotated[str, typer.Argument(help="An IRI, the end of one as the tables show it, or a name.")],
    store: StoreOption = DEFAULT_STORE,
    as_of: AsOfOption = None,
) -> None:
    """Say why the graph says it: what was decided about a node, and the sentences behind it."""
    from onrecord.answers.explain import why as explain
    from onrecord.store import Before, opened, place

    def earlier(moment: str) -> "Readable":
        return opened(place(store), as_of=Before(moment))

    for line in explain(record(store, as_of), node, earlier):
        answers.print("  " * line.depth + line.text, markup=False)
