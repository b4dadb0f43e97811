"""Which view of the store a request is to see."""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

from onrecord.serve.requests import client


class View(StrEnum):
    """How much of the store is shown."""

    FULL = "full"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page, and what may be shown."""

    client: str  # as far as the network tells
    view: View


def view(request: Request) -> View:
    """The view that a request is to be answered from."""
    return View.FULL


def visitor(request: Request) -> Visitor:
    """Who sends a request."""
    return Visitor(client(request), view(request))
