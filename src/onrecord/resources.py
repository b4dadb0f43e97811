"""Where the ontology, the shapes and the queries lie: inside the wheel, or in the checkout; and those of a domain.

A domain is a folder of users' own, with any of `ontology/`, `shapes/` and `queries/`. The one in force adds its shapes
and questions to those that are shipped; its word lists are read as users' word lists are.
"""

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent.parent
PARTS = ("ontology", "shapes", "queries")
_domain: Path | None = None


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


def use(domain: Path | None) -> None:
    """Bring a domain's shapes and questions into force for this process; None leaves those that are shipped."""
    global _domain
    _domain = domain


def shipped(name: str, suffix: str) -> tuple[Path, ...]:
    """The files of the data folder `name` that end in `suffix`, in order of name."""
    return _in(folder(name), suffix)


def files(name: str, suffix: str) -> tuple[Path, ...]:
    """The shipped files and, after them, those of the domain in force."""
    return (*shipped(name, suffix), *(_in(_domain / name, suffix) if _domain else ()))


def _in(place: Path, suffix: str) -> tuple[Path, ...]:
    return tuple(sorted(place.glob(f"*{suffix}")))
