"""onrecord: reporting in, a knowledge graph out, every statement traced to the sentence that makes it.

In a notebook: `onrecord.open("graph").figures(counted="child", action="returned").to_polars()`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.version import __version__

if TYPE_CHECKING:  # most of what is imported from here needs no store
    from onrecord.notebook.dataset import Dataset

__all__ = ["__version__", "open"]


def open(store: str | Path) -> "Dataset":
    """The newest finished build of a store, to be asked: a folder, or the address of a SPARQL store.

    Raises:
        StoreError: there is no store, it holds no finished build, or it cannot be read.
    """
    from onrecord.notebook.dataset import Dataset
    from onrecord.store import opened, place

    return Dataset(opened(place(str(store))))
