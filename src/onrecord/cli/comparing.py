"""`onrecord compare`: what two records say differently."""

import datetime as dt
import re
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_STORE, DomainOption, StoreOption, in_force, record
from onrecord.cli.terminal import messages, output, print_table
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.comparison.records import Side

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOW = "now"


class ComparisonFormat(StrEnum):
    """How `compare` prints what changed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def compare(
    before: Annotated[
        str, typer.Argument(metavar="A", help="A store, a release, or a day (2026-03-01) of the store of --store.")
    ],
    now: Annotated[str, typer.Argument(metavar="B", help="Likewise; or `now`, the newest build of the store.")] = _NOW,
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[ComparisonFormat, typer.Option("--format", help="How it is printed.")] = ComparisonFormat.TABLE,
    domain: DomainOption = None,
) -> None:
    """Say what is new, revised and gone in B: figures, acts, positions, statements. Ends with 0 where some is, too."""
    from onrecord.comparison import tables
    from onrecord.comparison.records import compared

    in_force(domain)
    found = list(compared(_side(before, store), _side(now, store)))
    with output():
        match form:
            case ComparisonFormat.TABLE:
                print_table(tables.COLUMNS, (tuple(map(str, tables.line(one))) for one in found), counted=False)
            case ComparisonFormat.CSV:
                sys.stdout.write(tables.as_csv(found))
            case ComparisonFormat.JSON:
                sys.stdout.write(tables.as_json(found))
    count = Counter(one.change for one in found)
    said = ", ".join(f"{number} {change}" for change, number in sorted(count.items()))
    messages.print(said or "nothing differs", markup=False)


def _side(named: str, store: str) -> "Side":
    """What an argument names.

    Raises:
        UsageError: it is no store, no release and no day.
        StoreError: a store cannot be read, or it is not known what was on record on a day.
    """
    from onrecord.comparison.records import is_release

    folder = Path(named)
    if named == _NOW and not folder.exists():
        return record(store, None)
    if _DAY.fullmatch(named) and not folder.exists():
        try:
            return record(store, dt.datetime.fromisoformat(named))
        except ValueError:
            raise UsageError(f"{named}: no such day") from None
    return folder if is_release(folder) else record(named, None)
