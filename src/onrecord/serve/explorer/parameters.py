"""What a page is asked, read from its address."""

import datetime as dt
from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request

from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.data import Part
from onrecord.values.isodate import bounds

_DATE = ox.NamedNode(f"{PREFIXES['xsd']}date")
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


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both inclusive; by default all there are."""

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max

    @property
    def terms(self) -> dict[str, ox.Literal]:
        """The span as queries ask for it."""
        return {"from": _day(self.first), "to": _day(self.last)}

    def meet(self, earliest: str, latest: str) -> bool:
        """Whether something between two ISO days may lie in the span; what has no days lies only in the span of all."""
        if not earliest or not latest:
            return self == Days()
        return self.first.isoformat() <= latest and earliest <= self.last.isoformat()


def days(request: Request) -> Days:
    """The span of days that `from` and `to` give, each as an ISO day, month or year.

    Raises:
        RefusedError: 400, one of them is no such date.
    """
    given = [request.query_params.get(name, "").strip() for name in ("from", "to")]
    try:
        first, last = (bounds(value) if value else (dt.date.min, dt.date.max) for value in given)
    except ValueError:
        raise RefusedError(400, "from= and to= are to be dates like 2024-01-25, 2024-01 or 2024") from None
    return Days(first[0], last[1])


def _day(day: dt.date) -> ox.Literal:
    return ox.Literal(day.isoformat(), datatype=_DATE)


def must_be_there(part: Part) -> None:
    """See that a page asked for is there.

    Raises:
        RefusedError: 404, there are not so many pages.
    """
    if part.number > part.pages:
        raise RefusedError(404, f"there is no page {part.number:,}: the last one is {part.pages:,}")
