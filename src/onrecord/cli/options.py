"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("onrecord-store")
StoreOption = Annotated[
    Path, typer.Option("--store", help="Folder of the store.", envvar="ONRECORD_STORE", show_default=True)
]
ModelOption = Annotated[str, typer.Option("--model", help="spaCy model that reads.")]
