"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.settings import NameFinder

DEFAULT_STORE = Path("onrecord-store")
StoreOption = Annotated[
    Path, typer.Option("--store", help="Folder of the store.", envvar="ONRECORD_STORE", show_default=True)
]
ModelOption = Annotated[str, typer.Option("--model", help="spaCy model that reads.")]
NamesOption = Annotated[
    NameFinder, typer.Option("--names", help="What finds names and quotes: our reader, or spaCy and grammar alone.")
]
