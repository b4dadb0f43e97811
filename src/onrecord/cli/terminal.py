"""What the commands print: answers to stdout, everything else to stderr."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:  # loading the gate takes longer than many commands do
    from onrecord.values.rejection import Rejection

_PART = 1000  # rows of a table that are printed together
_FOLDED = 12  # characters that a folded cell is wide at least
_BETWEEN = 2  # blanks between two columns

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


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], counted: bool = True, wide: bool = False
) -> None:
    """Print a table that fits the terminal, or is as wide as its content elsewhere; and how many rows it has.

    Long cells are folded; where there are more columns than the terminal has room for, each row is a block of lines.
    Long tables are printed a part at a time, each as wide as its widest cells and those before it.

    Args:
        columns: their names.
        rows: the cells of each.
        counted: whether to say how many there are.
        wide: print lines as wide as their content on a terminal too.
    """
    rest, count = iter(rows), 0
    widths = [cell_len(column) for column in columns]
    while (part := list(islice(rest, _PART))) or not count:
        widths = [max((width, *map(cell_len, cells))) for width, *cells in zip(widths, *part, strict=True)]
        if sys.stdout.isatty() and not wide:
            _print_fitting(columns, part, widths, with_header=not count)
        else:
            lines = part if count else [columns, *part]
            typer.echo("\n".join(_aligned(line, widths) for line in lines))
        count += len(part)
        if len(part) < _PART:
            break
    if counted:
        messages.print(f"{count} row{'' if count == 1 else 's'}")


def _print_fitting(
    columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], with_header: bool
) -> None:
    needed = sum(min(width, _FOLDED) + _BETWEEN for width in widths)
    if needed <= Console().width:
        _print_folded(columns, rows, with_header)
        return
    longest = max(map(cell_len, columns))
    for row in rows:
        told = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell]
        lines = Table.grid("", "", padding=(0, _BETWEEN, 0, 0))
        lines.columns[0].min_width = longest
        for column, cell in told:
            lines.add_row(Text(column, style="bold"), Text(cell, overflow="fold"))
        Console(highlight=False).print(lines, "")


def _print_folded(columns: Iterable[str], rows: Iterable[Iterable[str]], with_header: bool) -> None:
    table = Table(*columns, box=None, pad_edge=False, header_style="bold", show_header=with_header)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)


def _aligned(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def rejection_line(rejection: "Rejection") -> str:
    """What the gate held back, and why."""
    where = f' in: "{rejection.sentence}"' if rejection.sentence else ""
    return one_line(f"{rejection.source}: {rejection.message} ({rejection.statement}){where}")


def one_line(text: str) -> str:
    """The text with its white space, line ends included, as single spaces."""
    return " ".join(text.split())
