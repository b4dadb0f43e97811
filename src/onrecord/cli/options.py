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
