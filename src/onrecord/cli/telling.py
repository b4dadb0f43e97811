"""`onrecord chronology`: what is on record about somebody, or in the answer to a question, by day."""

import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.chronology.values import Kind
from onrecord.cli.options import DEFAULT_STORE, AsOfOption, DomainOption, StoreOption, in_force, record
from onrecord.cli.terminal import answers, messages, output, print_table
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.chronology.document import Paper as PaperSize
    from onrecord.chronology.values import Chronology, Foot, Selection
    from onrecord.store import Readable

_FORMATS = (".html", ".docx", ".csv")


def chronology(
    of: Annotated[
        str, typer.Argument(help="A person, body or place: a name, an IRI, or the end of one as the tables show it.")
    ] = "",
    store: StoreOption = DEFAULT_STORE,
    question: Annotated[
        str,
        typer.Option(
            "--question",
            metavar="NAME|FILE",
            help="In place of somebody: what the rows of a named question, or of a file with a SPARQL query, name.",
        ),
    ] = "",
    kinds: Annotated[
        list[Kind] | None, typer.Option("--kind", help="Only entries of this kind; give it again for each further one.")
    ] = None,
    standings: Annotated[
        list[str] | None,
        typer.Option(
            "--standing",
            metavar="STANDING",
            help="Only what is alleged, or found by a court; or acts that stand so, and accusations that have come so "
            "far: issued, overturned, charged, convicted, ... Give it again for each further one.",
        ),
    ] = None,
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Only what may be of this day, month or year, or later.")
    ] = "",
    last: Annotated[
        str, typer.Option("--to", metavar="DATE", help="Only what may be of this day, month or year, or earlier.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="File: .html (to print), .docx or .csv. Without one, a table is printed.")
    ] = None,
    paper: Annotated[str, typer.Option(metavar="a4|letter", help="The size of a sheet, of .html and .docx.")] = "a4",
    domain: DomainOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Say by day what is on record about somebody, each with its quote, which is checked against its text."""
    from onrecord.chronology.heading import counted
    from onrecord.chronology.making import of_identity, of_question

    in_force(domain)
    sheet, chosen = _paper(paper), _selection(kinds or (), standings or (), first, last)
    if bool(of) == bool(question):
        raise UsageError("name a person, body or place, or a question by --question: one of the two")
    if out is not None and out.suffix not in _FORMATS:
        raise UsageError(f"{out.name}: a chronology is written as {', '.join(_FORMATS)}")
    reader = record(store, as_of)
    made = of_question(reader, *_question(question), chosen) if question else of_identity(reader, of, chosen)
    if out is None:
        _print(made)
    else:
        _write(made, out, _foot(reader, as_of) if out.suffix != ".csv" else None, sheet)
        answers.print(f"{out}: {counted(made)}", markup=False)
    for failure in made.failures:
        messages.print(str(failure), markup=False)
    if not made.is_checked:
        messages.print(f"{store}: quotes were not checked: the texts stay where the store was built", markup=False)
    if made.failures or not made.is_checked:
        raise typer.Exit(1)


def _paper(name: str) -> "PaperSize":
    from onrecord.chronology.document import Paper

    if name.lower() not in set(Paper):
        raise UsageError(f"--paper is to be one of {', '.join(Paper)}")
    return Paper(name.lower())


def _selection(kinds: Sequence[Kind], standings: Sequence[str], first: str, last: str) -> "Selection":
    from onrecord.chronology.selecting import selection
    from onrecord.chronology.values import Selection
    from onrecord.values.isodate import bounds

    try:
        days = Selection(
            first=bounds(first)[0] if first else date.min,
            last=bounds(last)[1] if last else date.max,
        )
    except ValueError:
        raise UsageError("--from and --to are to be dates like 2024-01-25, 2024-01 or 2024") from None
    return selection(kinds, standings, days)


def _question(name: str) -> tuple[str, str]:
    """The name of a question and its text: a named one's, or what a file holds."""
    from onrecord.answers.ask import named, named_queries

    path = Path(name)
    if name in named_queries() or not path.is_file():
        return name, named(name).text
    try:
        return path.name, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: cannot be read: {error}") from error


def _foot(reader: "Readable", as_of: datetime | None) -> "Foot":
    from onrecord.chronology.values import Foot
    from onrecord.store import Reader, dataset_identity

    command = shlex.join(["onrecord", *sys.argv[1:]])
    today = datetime.now(UTC).date().isoformat()
    day = f"made on {today}" + (f" from the record as of {as_of.date()}" if as_of else "")
    identity = (
        f"dataset sha256:{dataset_identity(reader)}" if isinstance(reader, Reader) else f"build {reader.snapshot}"
    )
    return Foot(command, day, identity)


def _print(made: "Chronology") -> None:
    from onrecord.chronology.tables import COLUMNS, SOURCE_COLUMNS, lines, sources

    with output():
        print_table(COLUMNS, lines(made))
        if made.sources:
            answers.print()
            print_table(SOURCE_COLUMNS, sources(made), counted=False)


def _write(made: "Chronology", out: Path, foot: "Foot | None", paper: "PaperSize") -> None:
    from onrecord.chronology import document, tables, word

    try:
        if foot is None:
            out.write_text(tables.written(made), encoding="utf-8", newline="")
        elif out.suffix == ".docx":
            word.write(made, foot, paper, out)
        else:
            out.write_text(document.html(made, foot, paper), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror or error}") from error
