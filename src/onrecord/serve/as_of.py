"""Pages of the record as it stood on a day: `/as-of/DAY/PAGE`, whose links lead on to pages of that day.

The day is a part of the path, so that addresses can be cited, forms keep it, and no cookie is needed. What programs ask
(`/sparql`, `/graphs`) is answered from the newest build alone.
"""

import datetime as dt
import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serve.errors import RefusedError

PATH = "/as-of"
_PRESENT = r"static/|editor|changes\.atom|as-of\b"  # what has no past
_LINK = re.compile(rf"""((?<!class="now" )(?:href|action)="|"href": ")/(?!{_PRESENT}|/)""")


def day(request: Request) -> dt.date | None:
    """The day as of whose end a request is to be answered; None where it is the newest build."""
    asked: dt.date | None = getattr(request.state, "as_of", None)
    return asked


def within(page: str, as_of: dt.date) -> str:
    """A page, written for the newest build, with links to pages of a day."""
    return _LINK.sub(rf"\1{PATH}/{as_of}/", page)


async def choose(request: Request) -> Response:
    """Go to the page `?back=` of the day `?day=`; without a day, to that of the newest build.

    Raises:
        RefusedError: 400, there is no such day.
    """
    back, asked = request.query_params.get("back", "/"), request.query_params.get("day", "")
    if not back.startswith("/") or back[1:2] in ("/", "\\"):
        back = "/"
    if asked and _parsed(asked) is None:
        raise RefusedError(400, "day= is to be a day like 2026-03-01")
    return RedirectResponse(f"{PATH}/{asked}{back}" if asked else back, 303)


def _parsed(text: str) -> dt.date | None:
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


class AsOf:
    """Has requests below `/as-of/DAY` answered as those for the path after it, of the record of that day."""

    def __init__(self, app: ASGIApp, present: tuple[str, ...]) -> None:
        """Around an application; what is below the paths that are `present` has no past."""
        self._app, self._present = app, present

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or not scope["path"].startswith(f"{PATH}/"):
            await self._app(scope, receive, send)
            return
        told, _, rest = scope["path"].removeprefix(f"{PATH}/").partition("/")
        as_of, path = _parsed(told), f"/{rest}"
        if as_of is None or path.startswith(self._present):
            why = "name a page as /as-of/2026-03-01/PAGE: what programs ask is answered from the newest build alone\n"
            await PlainTextResponse(why, 404)(scope, receive, send)
            return

        async def send_within(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if (to := headers.get("location", "")).startswith("/") and not to.startswith(f"{PATH}/"):
                    headers["location"] = f"{PATH}/{as_of}{to}"
            await send(message)

        inner = {**scope, "path": path, "state": {**scope.get("state", {}), "as_of": as_of}}
        await self._app(inner, receive, send_within)
