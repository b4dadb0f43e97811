"""Paths that people give: any text may come."""

import os
from pathlib import Path


def exists(path: Path) -> bool:
    """Whether there is a file or folder at `path`; not where the name is none the system could give."""
    try:
        return path.exists()
    except OSError:  # too long a name
        return False


def resolved(path: Path) -> Path:
    """The absolute path without links; of links in a circle, which lead nowhere, one of them."""
    return Path(os.path.realpath(path))
