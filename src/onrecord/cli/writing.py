"""`onrecord validate`, `onrecord export` and `onrecord plot`: the store as files, and whether they conform."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
from onrecord.cli.terminal import answers, messages, output, rejection_line


class ReportFormat(StrEnum):
    """How `validate` prints its report."""

    TEXT = "text"
    TURTLE = "turtle"


def validate(
    files: Annotated[list[Path] | None, typer.Argument(help="RDF files; without any, the store.")] = None,
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[ReportFormat, typer.Option("--format", help="For people, or the standard report.")] = (
        ReportFormat.TEXT
    ),
    domain: DomainOption = None,
) -> None:
    """Check RDF files or the store against the shapes."""
    from onrecord.answers.validation import check_files, check_store
    from onrecord.store import opened, place

    in_force(domain)
    reader = None if files else opened(place(store))
    found = check_files(files or ()) if reader is None else check_store(reader)
    if form is ReportFormat.TURTLE:
        with output():
            typer.echo(found.results.serialize(format="turtle"))
    else:
        for rejection in found.rejections:
            answers.print(rejection_line(rejection), markup=False)
        verdict = "conforms" if found.conforms else f"{len(found.rejections)} violations"
        answers.print(f"{found.checked} {'graphs' if found.checked != 1 else 'graph'} checked: {verdict}", markup=False)
    if reader is not None:
        for record in reader.records().values():
            for rejection in record.rejections:
                messages.print(f"held back when it was built: {rejection_line(rejection)}", markup=False)
    if not found.conforms:
        raise typer.Exit(1)


def export(
    out: Annotated[Path, typer.Option(help="File: .ttl .nt .nq .trig .jsonld .csv .graphml, gzip by .gz.")],
    store: StoreOption = DEFAULT_STORE,
    as_of: AsOfOption = None,
) -> None:
    """Write the store as one file; the same store gives the same bytes."""
    from onrecord.answers.export import export as write

    count = write(record(store, as_of), out)
    answers.print(f"{out}: {count} statements", markup=False)


def plot(
    counted: Annotated[str, typer.Argument(help="What is counted: a noun in the singular, or a population.")],
    action: Annotated[str, typer.Argument(help="What happened to them: returned, deported, ...")],
    out: Annotated[Path, typer.Option(help="File: .svg or .png.")],
    store: StoreOption = DEFAULT_STORE,
    factuality: FactualityOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Draw a series of figures: bounds as bars, totals as steps, increments as marks, sources by colour."""
    from onrecord.answers.plot import draw, points

    series = points(record(store, as_of), counted, action, factuality or ())
    draw(series, f"{counted}: {action}", out)
    answers.print(f"{out}: {len(series)} figures", markup=False)
