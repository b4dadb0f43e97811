"""Options that several commands have."""

import os
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("onrecord-store")
DEFAULT_WORKERS = os.cpu_count() or 1
StoreOption = Annotated[
    Path, typer.Option("--store", help="Folder of the store.", envvar="ONRECORD_STORE", show_default=True)
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
FactualityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--factuality",
        metavar="TERM",
        help="Of a question that counts facts only (series, disagreements, origins, arithmetic): figures that are "
        "planned, possible or negated instead; give the option again for each further term.",
    ),
]
