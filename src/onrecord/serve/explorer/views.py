"""Who asks for a page."""

import datetime as dt
from dataclasses import dataclass

from starlette.requests import Request

from onrecord.serve.as_of import day
from onrecord.serve.requests import client
from onrecord.serve.settings import View
from onrecord.serve.views import view


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page, and what may be shown."""

    client: str  # as far as the network tells
    view: View
    as_of: dt.date | None = None  # the day whose record is shown; None: the newest build


def visitor(request: Request) -> Visitor:
    """Who sends a request."""
    return Visitor(client(request), view(request), day(request))
