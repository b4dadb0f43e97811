"""`onrecord build`."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord import logs
from onrecord.cli.options import (
    DEFAULT_STORE,
    DEFAULT_WORKERS,
    DomainOption,
    ModelOption,
    OntologyOption,
    StateOption,
    StoreOption,
    WorkersOption,
    folders,
    in_force,
)
from onrecord.cli.progress import progress_bar
from onrecord.cli.terminal import answers, messages, one_line, rejection_line
from onrecord.errors import OnrecordError
from onrecord.settings import DEFAULT_READING, Reading
from onrecord.sources.paths import exists

_ABOVE_A_SHARD = 33  # files and up: then it pays to start other processes
_NAMED = 3  # articles in one message
_LARGE = 1_000_000  # bytes of one JSONL file and up: the same


def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files or folders (.txt .md .html .pdf .docx .eml .warc .wacz .jsonl .json), or - . "
            "None are needed with --decisions."
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    state: StateOption = None,
    model: ModelOption = DEFAULT_READING.model,
    ontology: OntologyOption = None,
    domain: DomainOption = None,
    workers: WorkersOption = DEFAULT_WORKERS,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Read on the workers of a Dask cluster: its scheduler's address (tcp://HOST:8786) or scheduler file.",
        ),
    ] = "",
    shard: Annotated[
        str,
        typer.Option(
            metavar="I/N",
            help="Read the I-th of N parts of the inputs only: one job of an array, each into a store of its own; "
            "`onrecord merge` joins them.",
        ),
    ] = "1/1",
    date: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The day of publication of the articles that give none. Give it with every build of these.",
        ),
    ] = None,
    decisions: Annotated[
        list[Path] | None,
        typer.Option(
            help="Your decisions about names and statements, .csv or .ttl: same, different, wrong type, not a name, "
            "preferred label, misread, confirmed. They go before the program's and replace all that you gave before "
            "(give the option again for each further file); the store keeps them, and every build without the option "
            "applies them again.",
        ),
    ] = None,
) -> None:
    """Read articles, extract, resolve, validate and store; only what changed is done again."""
    from onrecord.build import build as building
    from onrecord.build import parts
    from onrecord.build.fingerprint import configuration as configured
    from onrecord.curation import files as decision_files
    from onrecord.lexicon import own

    part, day = parts.parsed(shard), date.date() if date is not None else None
    if not inputs and decisions is None:
        raise typer.BadParameter("name files or folders with articles, or decisions with --decisions FILE")
    given = decision_files.read(decisions) if decisions is not None else None
    folder, elsewhere = folders(store, state)
    how = reading(model, ontology, in_force(domain))
    for warning in own.check(how.ontology):
        messages.print(f"word lists: {one_line(warning)}", markup=False)
    configuration = configured(how)
    with executor_for(inputs or [], workers, cluster) as executor, progress_bar() as progress:
        summary = building.build(inputs or [], folder, configuration, executor, progress, given, part, elsewhere, day)
    _tell(summary, folder)
    if summary.refused and not summary.articles and not summary.removed:
        raise typer.Exit(2)
    answers.print(_done(summary, store), markup=False)
    faulty = summary.refused or summary.unread or summary.rejected or summary.faults
    if faulty or (summary.unmatched and given is not None):
        raise typer.Exit(1)


def merge(
    parts: Annotated[list[Path], typer.Argument(help="Stores that `onrecord build --shard I/N` made.")],
    store: StoreOption = DEFAULT_STORE,
    state: StateOption = None,
    ontology: OntologyOption = None,
    domain: DomainOption = None,
) -> None:
    """Join stores of parts into one, as one build of everything would make it; no article is read again."""
    from onrecord.build.fingerprint import configuration as configured
    from onrecord.build.merge import merge as joined

    folder, elsewhere = folders(store, state)
    configuration = configured(reading(DEFAULT_READING.model, ontology, in_force(domain)))
    with progress_bar() as progress:
        summary = joined(parts, folder, configuration, progress, elsewhere)
    _tell(summary, folder)
    answers.print(_done(summary, store), markup=False)
    if summary.rejected or summary.faults:
        raise typer.Exit(1)


def reading(model: str, ontology: list[Path] | None, domain: Path | None) -> Reading:
    """How articles are read with users' word lists, those of their domain first."""
    of_domain = [domain / "ontology"] if domain and (domain / "ontology").is_dir() else []
    return Reading(model, tuple(folder.absolute() for folder in (*of_domain, *(ontology or ()))), domain)


def _tell(summary: Any, store: Path) -> None:
    """Say on stderr what was refused, passed over, held back, or not applied."""
    from onrecord.build.build import LOG

    for refusal in (*summary.refused, *summary.unread):
        where = f" (traceback in {store / LOG})" if refusal.traceback else ""
        messages.print(f"refused: {refusal}{where}", markup=False)
    if summary.undated:
        messages.print(_undated(summary.undated), markup=False)
    for omission in summary.passed_over:
        messages.print(f"passed over: {omission}", markup=False)
    for rejection in summary.rejected:
        messages.print(f"held back: {rejection_line(rejection)}", markup=False)
    for line in (*summary.faults, *summary.unmatched):
        messages.print(f"decision not applied: {one_line(line)}", markup=False)


def _undated(sources: list[str]) -> str:
    few, more = sources[:_NAMED], len(sources) - _NAMED
    named = one_line(", ".join(few)) + (f" and {more} more" if more > 0 else "")
    return f"no day of publication in {named}: it can be given with --date DAY"


def _done(summary: Any, store: str) -> str:
    parts = [f"{summary.new} read", f"{summary.unchanged} unchanged"]
    if summary.removed:
        parts.append(f"{summary.removed} removed")
    if summary.refused:
        parts.append(f"{len(summary.refused)} refused")
    if summary.unread:
        parts.append(f"{len(summary.unread)} not in English")
    if summary.rejected:
        parts.append(f"{summary.held_back} statements held back")
    if summary.decisions:
        parts.append(f"{summary.decisions} decision{'' if summary.decisions == 1 else 's'} applied")
    if idle := len(summary.faults) + len(summary.unmatched):
        parts.append(f"{idle} not applied")
    nothing = not (summary.new or summary.removed or summary.decisions)
    return f"{store}: {', '.join(parts)}{' - nothing to do' if nothing else ''}"


@contextmanager
def executor_for(inputs: list[str], workers: int, address: str = "") -> Iterator[Executor | None]:
    """A cluster where one is named, else other processes where there are enough files to keep more than one busy.

    Raises:
        OnrecordError: the cluster does not answer, or processes cannot be started.
    """
    from onrecord.build.executors import Restarting, cluster

    if address:
        with cluster(address) as workers_there:
            yield workers_there
    elif workers == 1 or not _many(inputs):
        yield None
    else:
        try:
            with Restarting(lambda: _pool(workers)) as pool:
                yield pool
        except BrokenExecutor as error:
            raise OnrecordError("processes that read cannot be started: try --workers 1") from error


def _pool(workers: int) -> ProcessPoolExecutor:
    say_all = logs.verbose if logs.is_verbose() else None
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=say_all)


def _many(inputs: list[str]) -> bool:
    """Whether the inputs may hold more than a shard of articles; one JSONL file may hold any number."""
    files = 0
    for name in inputs:
        path = Path(name)
        found = path.rglob("*") if exists(path) and path.is_dir() else [path]
        for file in found:
            files += 1
            if files >= _ABOVE_A_SHARD or (file.suffix == ".jsonl" and exists(file) and file.stat().st_size > _LARGE):
                return True
    return False
