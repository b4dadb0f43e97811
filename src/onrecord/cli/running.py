"""`onrecord serve`, `mcp` and `doctor`: the servers, and what is installed."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.building import reading
from onrecord.cli.options import DEFAULT_STORE, DomainOption, ModelOption, StoreOption, in_force
from onrecord.cli.terminal import answers, messages
from onrecord.serve.settings import Settings, View
from onrecord.settings import DEFAULT_READING, Reading

if TYPE_CHECKING:
    from onrecord.publish.reports import Quality


def serve(
    store: StoreOption = DEFAULT_STORE,
    host: Annotated[str, typer.Option(help="Address to listen on; others than this machine only if you say so.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 7878,
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer queries.")] = max(4, os.cpu_count() or 1),
    seconds: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 30.0,
    memory: Annotated[int, typer.Option(min=64, help="MiB of memory that a query may take.")] = 1024,
    client_queries: Annotated[int, typer.Option(min=1, help="Queries of one client at a time.")] = 64,
    names: Annotated[
        View, typer.Option("--names-of-children", help="What is done with them for those who do not ask otherwise.")
    ] = View.WITHHELD,
    update_token: Annotated[
        str | None,
        typer.Option(
            envvar="ONRECORD_UPDATE_TOKEN",
            show_envvar=True,
            help="Let those who send this token change the store (it is better kept in the variable). Off without one.",
        ),
    ] = None,
    quality: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Error rates for /reliability, as `onrecord evaluate GOLD_DIR --json` prints them.",
        ),
    ] = None,
    domain: DomainOption = None,
) -> None:
    """Show the store in pages at /, answer SPARQL at /sparql, and give out graphs at /graphs."""
    from onrecord.serve.server import run
    from onrecord.store import place

    how = reading(DEFAULT_READING.model, None, in_force(domain))
    settings = Settings(
        workers=workers,
        seconds=seconds,
        memory=memory,
        client_queries=client_queries,
        view=names,
        quality=_measured(quality),
        update_token=update_token,
        reading=how,
    )

    def listening(at: str) -> None:
        pages = at.removesuffix("sparql")
        messages.print(f"serving {store}: pages at {pages} and SPARQL at {at} (stop with Ctrl-C)", markup=False)

    run(place(store), settings, host, port, listening)


def mcp(
    store: StoreOption = DEFAULT_STORE,
    names: Annotated[
        View,
        typer.Option(
            "--names-of-children", help="What is done with them: what a client is told may leave this machine."
        ),
    ] = View.WITHHELD,
    domain: DomainOption = None,
) -> None:
    """Answer a client of the Model Context Protocol on standard input and output: the named questions as tools."""
    from onrecord.model_context.answers import Record
    from onrecord.model_context.server import serve as speak
    from onrecord.store import place

    in_force(domain)
    record = Record(place(store), names is View.WITHHELD)
    messages.print(f"answering from {store} on standard input and output, as a client starts it", markup=False)
    speak(record)


def _measured(file: Path | None) -> "Quality | None":
    if file is None:
        return None
    from onrecord.publish.reports import read_quality

    return read_quality(file)


def doctor(store: StoreOption = DEFAULT_STORE, model: ModelOption = DEFAULT_READING.model) -> None:
    """Say what is installed, which model, which store, what is missing and the command that mends it."""
    from onrecord.cli.diagnosis import examine
    from onrecord.store import place

    well = True
    for finding in examine(place(store), Reading(model)):
        well = well and finding.well
        mark, remedy = ("ok", "") if finding.well else ("--", f"\n     mend it with: {finding.remedy}")
        answers.print(f"{mark:3} {finding.what:15} {finding.found}{remedy}", markup=False)
    if not well:
        raise typer.Exit(1)
