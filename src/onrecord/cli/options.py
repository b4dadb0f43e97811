"""Options that several commands have."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.store import Address, Readable

DEFAULT_STORE = "onrecord-store"
DEFAULT_WORKERS = os.cpu_count() or 1
StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="DIR|URL",
        help="Folder of the store, or the address of a SPARQL store (https://...).",
        envvar="ONRECORD_STORE",
        show_default=True,
    ),
]
StateOption = Annotated[
    Path | None,
    typer.Option(
        "--state",
        metavar="DIR",
        help="With a store at an address: the folder that builds of it work on, where what was read, texts and "
        "decisions stay. Without one, a folder of its own below $XDG_STATE_HOME.",
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        formats=["%Y-%m-%d"],
        help="The record as it stood at the end of this day, in UTC, earlier versions of articles included.",
    ),
]
ModelOption = Annotated[str, typer.Option("--model", help="spaCy model that reads.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, help="Processes that read.")]
OntologyOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology",
        metavar="DIR",
        help="Your own word lists: a folder of Turtle files (.ttl) that adds terms to those onrecord ships, words to "
        "their terms, or replaces terms by their IRI. Give the option again for each further folder, and with every "
        "build: without it articles are read without your words.",
    ),
]
DomainOption = Annotated[
    Path | None,
    typer.Option(
        "--domain",
        metavar="DIR",
        envvar="ONRECORD_DOMAIN",
        show_envvar=True,
        help="A domain of your own: a folder with any of ontology/ (word lists), shapes/ and queries/ (questions), "
        "which stand beside those of onrecord. Give it with every command that builds, checks, asks or serves.",
    ),
]
FactualityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--factuality",
        metavar="TERM",
        help="Of a question that counts facts only (series, disagreements, origins, arithmetic): figures that are "
        "planned, possible or negated instead; give the option again for each further term.",
    ),
]


def in_force(domain: Path | None) -> Path | None:
    """Bring a domain into force, if one is given: its folder.

    Raises:
        UsageError: it is no domain.
    """
    from onrecord import resources
    from onrecord.errors import UsageError

    if domain is None:
        return None
    if not any((domain / name).is_dir() for name in resources.PARTS):
        raise UsageError(f"{domain}: no domain: name a folder that has {'/, '.join(resources.PARTS)}/, or any of them")
    place = domain.absolute()
    resources.use(place)
    return place


def record(store: str, as_of: datetime | None) -> "Readable":
    """The store to be asked, as it is or as it stood on a day; where nothing was on record yet, that is said.

    Raises:
        StoreError: there is no store, it cannot be read, or it is not known what was on record on that day.
        UsageError: the store has no history.
    """
    from onrecord.cli.terminal import messages
    from onrecord.store import first_day, opened, place

    where, day = place(store), as_of.date() if as_of else None
    reader = opened(where, as_of=day)
    if isinstance(where, Path) and reader.snapshot == "0":
        messages.print(f"{store}: nothing was on record on {day}: it begins on {first_day(where)}", markup=False)
    return reader


def folders(store: str, state: Path | None) -> "tuple[Path, Address | None]":
    """The folder that is to be built in, and the store elsewhere that is to be filled from it, if any.

    Raises:
        UsageError: a state folder is named beside a store that is one itself.
    """
    from onrecord.errors import UsageError
    from onrecord.store import place
    from onrecord.store.place import state_folder

    where = place(store)
    if not isinstance(where, Path):
        return state or state_folder(where), where
    if state is not None:
        raise UsageError("--state goes with a store at an address (--store https://...): a folder is its own state")
    return where, None
