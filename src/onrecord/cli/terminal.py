"""What the commands print: answers to stdout, everything else to stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:  # loading the gate takes longer than many commands do
    from onrecord.values.rejection import Rejection

_WIDE = 10_000  # columns of a table that goes into a pipe or a file: nothing is cut or folded there

answers = Console(soft_wrap=True, highlight=False, emoji=False)
messages = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)


@contextmanager
def output() -> Iterator[None]:
    """Around what prints answers: nothing is wrong where the reader of our output has seen enough."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_table(columns: Iterable[str], rows: Iterable[Iterable[str]], counted: bool = True) -> None:
    """Print a table as wide as the terminal, or as its content where it goes elsewhere; and how many rows it has."""
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
    if counted:
        messages.print(f"{count} row{'' if count == 1 else 's'}")


def rejection_line(rejection: "Rejection") -> str:
    """What the gate held back, and why."""
    where = f' in: "{rejection.sentence}"' if rejection.sentence else ""
    return one_line(f"{rejection.source}: {rejection.message} ({rejection.statement}){where}")


def one_line(text: str) -> str:
    """The text with its white space, line ends included, as single spaces."""
    return " ".join(text.split())
