"""HTTP authentication (RFC 7617, 7616, 6750) with credentials of the environment, which are never shown or logged."""

import os
from collections.abc import Generator

import httpx

USER, PASSWORD, TOKEN = (f"ONRECORD_STORE_{name}" for name in ("USER", "PASSWORD", "TOKEN"))
HOW = f"set {USER} and {PASSWORD}, or {TOKEN}"
_Flow = Generator[httpx.Request, httpx.Response, None]


def credentials() -> httpx.Auth | None:
    """What the environment says of who asks; None where it says nothing."""
    if token := os.environ.get(TOKEN):
        return _Bearer(token)
    user = os.environ.get(USER)
    return _Challenged(user, os.environ.get(PASSWORD, "")) if user else None


class _Bearer(httpx.Auth):
    """A token."""

    def __init__(self, token: str) -> None:
        self._header = f"Bearer {token}"

    def auth_flow(self, request: httpx.Request) -> _Flow:
        """Send the token along."""
        request.headers["Authorization"] = self._header
        yield request


class _Challenged(httpx.Auth):
    """A user and a password, sent as the store asks for them: digested where it can take that, and never unasked."""

    def __init__(self, user: str, password: str) -> None:
        self._schemes = {"digest": httpx.DigestAuth(user, password), "basic": httpx.BasicAuth(user, password)}
        self._asked: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> _Flow:
        """Send the request as the last one was asked for; where that does not do, as this one is."""
        if self._asked is not None:
            response = yield from _ended(self._asked, request)
        else:
            response = yield request
        if response.status_code != httpx.codes.UNAUTHORIZED:
            return
        challenges = response.headers.get("www-authenticate", "").lower()
        asked = next((auth for scheme, auth in self._schemes.items() if scheme in challenges), None)
        if asked is not None and asked is not self._asked:
            self._asked = asked
            flow = asked.auth_flow(request)
            if "Authorization" not in next(flow).headers:
                flow.send(response)  # it needs to know how it was asked
            yield request


def _ended(auth: httpx.Auth, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, httpx.Response]:
    """The last response that a scheme gets."""
    flow = auth.auth_flow(request)
    response = yield next(flow)
    while True:
        try:
            response = yield flow.send(response)
        except StopIteration:
            return response
