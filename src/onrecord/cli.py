"""The command line: the contract's commands, their exit codes, and nothing that other modules can do.

Exit codes: 0 done; 1 done, but something was rejected or does not conform (said on stderr, nothing else lost);
2 wrong usage or unreadable input, with one clear line and no traceback.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pyoxigraph as ox
import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.paths import exists
from onrecord.serve.settings import Settings, View
from onrecord.settings import DEFAULT_READING, NameFinder, Reading

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reporting in, a knowledge graph out, in which every statement can be traced to the sentence that makes it.",
    epilog="Start with: onrecord build ARTICLES --store graph && onrecord ask figures --store graph",
)
DEFAULT_STORE = Path("onrecord-store")
_ABOVE_A_SHARD = 33  # files and up: then it pays to start other processes
_LARGE = 1_000_000  # bytes of one JSONL file and up: the same
_WIDE = 10_000  # columns of a table that goes into a pipe or a file: nothing is cut or folded there

_out = Console(soft_wrap=True, highlight=False, emoji=False)
_err = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)

StoreOption = Annotated[
    Path, typer.Option("--store", help="Folder of the store.", envvar="ONRECORD_STORE", show_default=True)
]
ModelOption = Annotated[str, typer.Option("--model", help="spaCy model that reads.")]
NamesOption = Annotated[
    NameFinder, typer.Option("--names", help="What finds names and quotes: our reader, or spaCy and grammar alone.")
]


class AnswerFormat(StrEnum):
    """How `ask` prints an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"


class ReportFormat(StrEnum):
    """How `validate` prints its report."""

    TEXT = "text"
    TURTLE = "turtle"


def main() -> None:
    """Run the command line; errors raised on purpose become one line and exit code 2."""
    try:
        app()
    except OnrecordError as error:
        _err.print(f"onrecord: {error}", markup=False)
        sys.exit(2)


@contextmanager
def _output() -> Iterator[None]:
    """Around what prints answers: nothing is wrong where the reader of our output has seen enough."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Examples: onrecord build articles/ --store graph   |   cat lines.jsonl | onrecord build -")
def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(help="Files or folders (.txt .md .html .jsonl .json), or - . None are needed with --decisions."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    model: ModelOption = DEFAULT_READING.model,
    names: NamesOption = NameFinder.READER,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = os.cpu_count() or 1,
    decisions: Annotated[
        list[Path] | None,
        typer.Option(
            help="Your decisions about names, .csv or .ttl: same, different, wrong type, not a name, preferred label. "
            "They go before the program's and replace all that you gave before (give the option again for each "
            "further file); the store keeps them, and every build without the option applies them again.",
        ),
    ] = None,
) -> None:
    """Read articles, extract, resolve, validate and store; only what changed is done again."""
    from onrecord import build as building
    from onrecord import decision_files
    from onrecord.configuration import configuration as configured

    if not inputs and decisions is None:
        raise typer.BadParameter("name files or folders with articles, or decisions with --decisions FILE")
    given = decision_files.read(decisions) if decisions is not None else None
    configuration = configured(Reading(model, names))
    try:
        with _executor(inputs or [], workers) as executor, _progress() as progress:
            summary = building.build(inputs or [], store, configuration, executor, progress, given)
    except BrokenExecutor as error:
        raise OnrecordError("a process that reads was killed, most likely for memory: try fewer --workers") from error
    for refusal in summary.refused:
        _err.print(f"refused: {refusal}", markup=False)
    for rejection in summary.rejected:
        _err.print(f"held back: {_rejection(rejection)}", markup=False)
    for line in (*summary.faults, *summary.unmatched):
        _err.print(f"decision not applied: {_one_line(line)}", markup=False)
    if summary.refused and not summary.articles and not summary.removed:
        raise typer.Exit(2)
    _out.print(_done(summary, store), markup=False)
    if summary.refused or summary.rejected or summary.faults or (summary.unmatched and given is not None):
        raise typer.Exit(1)


def _done(summary: Any, store: Path) -> str:
    parts = [f"{summary.new} read", f"{summary.unchanged} unchanged"]
    if summary.removed:
        parts.append(f"{summary.removed} removed")
    if summary.refused:
        parts.append(f"{len(summary.refused)} refused")
    if summary.rejected:
        parts.append(f"{len({rejection.node for rejection in summary.rejected})} statements held back")
    if summary.decisions:
        parts.append(f"{summary.decisions} decision{'' if summary.decisions == 1 else 's'} applied")
    nothing = not (summary.new or summary.removed or summary.decisions)
    return f"{store}: {', '.join(parts)}{' - nothing to do' if nothing else ''}"


def _rejection(rejection: Any) -> str:
    where = f' in: "{rejection.sentence}"' if rejection.sentence else ""
    return _one_line(f"{rejection.source}: {rejection.message} ({rejection.statement}){where}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def _executor(inputs: list[str], workers: int) -> Iterator[Executor | None]:
    """Other processes, where there are enough files to keep more than one busy."""
    if workers == 1 or not _many(inputs):
        yield None
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


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


@contextmanager
def _progress() -> Iterator[Any]:
    """Progress on stderr, where a person watches it."""
    columns = (SpinnerColumn(), TextColumn("reading articles"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done: bar.advance(task, done)


@app.command(epilog="Examples: onrecord ask figures --store graph --format csv   |   onrecord ask - < query.rq")
def ask(
    name: Annotated[str, typer.Argument(help="A named question, a file with a SPARQL query, or - .")] = "",
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How the answer is printed.")] = AnswerFormat.TABLE,
) -> None:
    """Put a question to the store; without a name, list the questions."""
    from onrecord import ask as asking
    from onrecord.store import Reader

    if not name:
        _print_table(("question", "title"), ((q.name, q.title) for q in asking.named_queries().values()))
        return
    answer = asking.ask(Reader(store), _question(name))
    with _output():
        if isinstance(answer, ox.QueryTriples):
            sys.stdout.buffer.write(ox.serialize(answer, format=ox.RdfFormat.N_TRIPLES) or b"")
        elif form is not AnswerFormat.TABLE:
            answer.serialize(sys.stdout.buffer, format=getattr(ox.QueryResultsFormat, form.name))
        elif isinstance(answer, ox.QueryBoolean):
            _out.print("yes" if answer else "no")
        else:
            columns = [variable.value for variable in answer.variables]
            _print_table(columns, ([_cell(solution[column]) for column in columns] for solution in answer))


def _question(name: str) -> str:
    """The text of a named query, or of a query from a file or standard input, which is checked first."""
    from onrecord import ask as asking

    if name in asking.named_queries():
        return asking.named(name).text
    path = Path(name)
    if name != "-" and not (exists(path) and path.is_file()):
        return asking.named(name).text
    try:
        text = (sys.stdin.buffer.read() if name == "-" else path.read_bytes()).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OnrecordError(f"{name}: cannot be read: {error}") from error
    return asking.check(text)


def _cell(term: Any) -> str:
    if term is None:
        return ""
    value = str(term.value)
    return value.rstrip("/").rsplit("/", 1)[-1] if isinstance(term, ox.NamedNode) else _one_line(value)


def _print_table(columns: Any, rows: Any) -> None:
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    count = 0
    for row in rows:
        table.add_row(*map(Text, row))
        count += 1
    console = Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=_WIDE)
    if sys.stdout.isatty():
        console.print(table)
    else:
        with console.capture() as captured:
            console.print(table)
        typer.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))
    _err.print(f"{count} row{'' if count == 1 else 's'}")


@app.command(epilog='Examples: onrecord why "Mykola Kuleba" --store graph   |   onrecord why kyiv-0b5e1887224b')
def why(
    node: Annotated[str, typer.Argument(help="An IRI, the end of one as the tables show it, or a name.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say why the graph says it: what was decided about a node, and the sentences behind it."""
    from onrecord.store import Reader
    from onrecord.why import why as explain

    for line in explain(Reader(store), node):
        _out.print("  " * line.depth + line.text, markup=False)


@app.command(epilog="Examples: onrecord validate --store graph   |   onrecord validate out.ttl --format turtle")
def validate(
    files: Annotated[list[Path] | None, typer.Argument(help="RDF files; without any, the store.")] = None,
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[ReportFormat, typer.Option("--format", help="For people, or the standard report.")] = (
        ReportFormat.TEXT
    ),
) -> None:
    """Check RDF files or the store against the shapes."""
    from onrecord.report import check_files, check_store
    from onrecord.store import Reader

    reader = None if files else Reader(store)
    found = check_files(files) if files else check_store(Reader(store))
    if form is ReportFormat.TURTLE:
        with _output():
            typer.echo(found.results.serialize(format="turtle"))
    else:
        for rejection in found.rejections:
            _out.print(_rejection(rejection), markup=False)
        verdict = "conforms" if found.conforms else f"{len(found.rejections)} violations"
        _out.print(f"{found.checked} {'graphs' if found.checked != 1 else 'graph'} checked: {verdict}", markup=False)
    if reader is not None:
        for record in reader.records().values():
            for rejection in record.rejections:
                _err.print(f"held back when it was built: {_rejection(rejection)}", markup=False)
    if not found.conforms:
        raise typer.Exit(1)


@app.command(epilog="Examples: onrecord export --store graph --out graph.ttl   |   onrecord export --out graph.nq.gz")
def export(
    out: Annotated[Path, typer.Option(help="File: .ttl .nt .nq .trig .jsonld .csv .graphml, gzip by .gz.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the store as one file; the same store gives the same bytes."""
    from onrecord.export import export as write
    from onrecord.store import Reader

    count = write(Reader(store), out)
    _out.print(f"{out}: {count} statements", markup=False)


@app.command(epilog="Example: onrecord plot child returned --store graph --out returned.svg")
def plot(
    counted: Annotated[str, typer.Argument(help="What is counted: a noun in the singular, or a population.")],
    action: Annotated[str, typer.Argument(help="What happened to them: returned, deported, ...")],
    out: Annotated[Path, typer.Option(help="File: .svg or .png.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw a series of figures: bounds as bars, totals as steps, increments as marks, sources by colour."""
    from onrecord.plot import draw, points
    from onrecord.store import Reader

    series = points(Reader(store), counted, action)
    draw(series, f"{counted}: {action}", out)
    _out.print(f"{out}: {len(series)} figures", markup=False)


@app.command(epilog="Example: onrecord serve --store graph --port 7878, then http://127.0.0.1:7878/sparql")
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
) -> None:
    """Answer SPARQL at /sparql, and give out graphs at /graphs."""
    from onrecord.serve.server import run

    settings = Settings(
        workers=workers,
        seconds=seconds,
        memory=memory,
        client_queries=client_queries,
        view=names,
        update_token=update_token,
    )
    run(store, settings, host, port, lambda address: _err.print(f"serving {store} at {address} (stop with Ctrl-C)"))


@app.command(epilog="Example: onrecord doctor --store graph")
def doctor(store: StoreOption = DEFAULT_STORE, model: ModelOption = DEFAULT_READING.model) -> None:
    """Say what is installed, which model, which store, what is missing and the command that mends it."""
    from onrecord.doctor import examine

    well = True
    for finding in examine(store, Reading(model)):
        well = well and finding.well
        mark, remedy = ("ok", "") if finding.well else ("--", f"\n     mend it with: {finding.remedy}")
        _out.print(f"{mark:3} {finding.what:15} {finding.found}{remedy}", markup=False)
    if not well:
        raise typer.Exit(1)
