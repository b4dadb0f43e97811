"""What a page is asked, read from its address."""

import pyoxigraph as ox
from starlette.requests import Request

from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.data import Part

_MOST_PAGES = 1_000_000


def iri(request: Request, name: str = "iri") -> ox.NamedNode:
    """The IRI that a parameter gives.

    Raises:
        RefusedError: 400, there is none.
    """
    value = request.query_params.get(name, "")
    try:
        return ox.NamedNode(value)
    except ValueError:
        raise RefusedError(400, f"{name}= is to name a node by its IRI, and {value[:80]!r} is none") from None


def page(request: Request) -> int:
    """The number of the page, from 1.

    Raises:
        RefusedError: 400, it is no such number.
    """
    value = request.query_params.get("page") or "1"
    if not (value.isascii() and value.isdecimal() and len(value) <= 7 and 0 < int(value) <= _MOST_PAGES):
        raise RefusedError(400, f"page= is to be a number from 1 to {_MOST_PAGES:,}")
    return int(value)


def must_be_there(part: Part) -> None:
    """See that a page asked for is there.

    Raises:
        RefusedError: 404, there are not so many pages.
    """
    if part.number > part.pages:
        raise RefusedError(404, f"there is no page {part.number:,}: the last one is {part.pages:,}")
