"""The command line: the contract's commands, their exit codes, and nothing that other modules can do.

Exit codes: 0 done; 1 done, but something was rejected or does not conform (said on stderr, nothing else lost);
2 wrong usage or unreadable input, with one clear line and no traceback.
"""

import inspect
import logging
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from onrecord import logs
from onrecord.cli.asking import ask, why
from onrecord.cli.building import build, merge
from onrecord.cli.checking import check
from onrecord.cli.comparing import compare
from onrecord.cli.evaluating import evaluate
from onrecord.cli.looking import look
from onrecord.cli.publishing import publish
from onrecord.cli.reviewing import review
from onrecord.cli.running import doctor, mcp, serve
from onrecord.cli.sampling import sample
from onrecord.cli.telling import chronology
from onrecord.cli.terminal import messages
from onrecord.cli.verifying import stamp, verify
from onrecord.cli.writing import export, plot, validate
from onrecord.errors import OnrecordError
from onrecord.version import __version__

_logger = logging.getLogger(__name__)


_VERBOSE = inspect.Parameter(
    "verbose",
    inspect.Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool, typer.Option("--verbose", help="Say on stderr what is done, and where errors come from.")
    ],
)


def _verbosely(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the option that every command has."""

    @wraps(command)
    def run(*, verbose: bool, **arguments: Any) -> None:
        if verbose:
            logs.verbose()
        command(**arguments)

    signature = inspect.signature(command)
    run.__signature__ = signature.replace(parameters=[*signature.parameters.values(), _VERBOSE])  # type: ignore[attr-defined]
    return run


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reporting in, a knowledge graph out, in which every statement can be traced to the sentence that makes it.",
    epilog="Start with: onrecord build ARTICLES --store graph && onrecord ask figures --store graph",
)


def main() -> None:
    """Run the command line; errors raised on purpose become one line and exit code 2."""
    try:
        app()
    except OnrecordError as error:
        _logger.debug("stopped by an error that is said in one line:", exc_info=True)
        messages.print(f"onrecord: {error}", markup=False)
        sys.exit(2)


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


_EXAMPLES: dict[Callable[..., None], str] = {  # in the order in which the help lists the commands
    build: "Examples: onrecord build articles/ --store graph   |   cat lines.jsonl | onrecord build -   |   "
    "ONRECORD_STORE_TOKEN=... onrecord build articles/ --store https://sparql.example.org",
    look: "Examples: onrecord look report.pdf   |   onrecord look saved/ --format json",
    merge: "Examples: onrecord build corpus/ --shard 1/2 --store a; onrecord build corpus/ --shard 2/2 --store b; "
    "onrecord merge a b --store graph",
    ask: "Examples: onrecord ask figures --store graph --format csv   |   onrecord ask - < query.rq   |   "
    "onrecord ask figures --store https://sparql.example.org",
    why: 'Examples: onrecord why "Mykola Kuleba" --store graph   |   onrecord why kyiv-0b5e1887224b',
    chronology: 'Examples: onrecord chronology "Mykola Kuleba" --out kuleba.html   |   '
    "onrecord chronology --question acts --standing found --from 2023",
    compare: "Examples: onrecord compare 2026-03-01 now --store graph   |   onrecord compare old/graph graph   |   "
    "onrecord compare release-1 release-2 --format csv",
    check: "Examples: onrecord check draft.docx --store graph   |   pbpaste | onrecord check -   |   "
    "onrecord check draft.txt --format html > marked.html",
    review: "Examples: onrecord review decisions.csv --by 'O. Hrabar' --store graph   |   "
    "onrecord review --list --store graph   |   onrecord review --agreement hers.csv his.csv",
    validate: "Examples: onrecord validate --store graph   |   onrecord validate out.ttl --format turtle",
    verify: "Examples: onrecord verify graph   |   onrecord verify bundle --texts articles/   |   "
    "onrecord verify graph --read-again",
    stamp: "Example: onrecord stamp bundle --authority https://tsa.example.org/tsr --certificate authority.pem",
    export: "Examples: onrecord export --store graph --out graph.ttl   |   onrecord export --out graph.nq.gz",
    publish: "Examples: onrecord publish release --store graph --creator 'O. Hrabar' --license CC-BY-4.0   |   "
    "onrecord publish release --redact minors",
    plot: "Example: onrecord plot child returned --store graph --out returned.svg",
    sample: "Examples: onrecord sample 30 --store graph --out sample   |   "
    "onrecord sample 20 --by doubt --store graph --out doubtful   |   onrecord sample 30 articles/ --seed 7",
    evaluate: "Examples: onrecord evaluate tests/gold   |   onrecord evaluate tests/gold --field figures --misses",
    serve: "Examples: onrecord serve --store graph --port 7878, then http://127.0.0.1:7878/sparql   |   "
    "onrecord serve --store https://sparql.example.org",
    mcp: "Example: onrecord mcp --store graph, as a client's configuration has it",
    doctor: "Example: onrecord doctor --store graph",
}
for _command, _examples in _EXAMPLES.items():
    app.command(epilog=_examples)(_verbosely(_command))
