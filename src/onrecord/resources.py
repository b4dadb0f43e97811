"""Where the ontology, the shapes and the queries lie: inside the wheel, or in the checkout."""

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent.parent


@lru_cache(maxsize=8)
def folder(name: str) -> Path:
    """The data folder `name` ('ontology', 'shapes' or 'queries').

    Raises:
        FileNotFoundError: neither the wheel's copy nor the checkout's is there.
    """
    for root in (_WHEEL, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"onrecord is installed without its folder {name}/: install it again")


def files(name: str, suffix: str) -> tuple[Path, ...]:
    """The files of the data folder `name` that end in `suffix`, in order of name."""
    return tuple(sorted(folder(name).glob(f"*{suffix}")))
