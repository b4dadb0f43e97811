"""An HTTP client for one SPARQL store: retries with backoff, and faults in one line.

It reaches no other host: it follows no redirect, and asks no proxy unless ONRECORD_STORE_PROXY names one.
"""

import logging
import os
import ssl
from collections.abc import Mapping, Sequence
from time import sleep

import httpx

from onrecord.errors import QueryError, StoreError
from onrecord.store.place import Address
from onrecord.store.remote.credentials import HOW, credentials
from onrecord.version import __version__

PROXY = "ONRECORD_STORE_PROXY"
_CONNECT, _SILENCE = 10.0, 300.0  # seconds: for a connection, and until the next bytes
_WAITS = (0.5, 1.0, 2.0, 4.0)  # seconds before each further attempt
_LONGEST_WAIT = 30.0  # seconds that a store may ask for
_PASSING = frozenset((429, 502, 503, 504))
_TOLD = 200  # characters of a store's own words
_logger = logging.getLogger(__name__)
Fields = Mapping[str, str | Sequence[str]]


class Client:
    """Sends requests to the store at one address, and again where its fault may pass."""

    def __init__(self, address: Address) -> None:
        """Send requests with the credentials of the environment, if there are any.

        Raises:
            StoreError: the address of the proxy is none.
        """
        self.address, self._answered = address, False
        try:
            self._http = httpx.Client(
                auth=credentials(),
                timeout=httpx.Timeout(_SILENCE, connect=_CONNECT),
                verify=ssl.create_default_context(),
                proxy=os.environ.get(PROXY) or None,
                trust_env=False,
                headers={"User-Agent": f"onrecord/{__version__}"},
            )
        except ValueError as error:
            raise StoreError(f"{PROXY}: no address of a proxy") from error

    def status(self, url: str) -> int:
        """Whether there is anything at an address, as a status of HTTP."""
        return self._sent("HEAD", url).status_code

    def get(self, url: str, params: Fields, accept: str) -> httpx.Response:
        """Ask for something; that it is not there is an answer.

        Raises:
            StoreError: the store cannot be reached, or refuses.
        """
        return self._good(self._sent("GET", url, params=params, headers={"Accept": accept}), allowed=404)

    def form(self, url: str, fields: Fields, accept: str) -> httpx.Response:
        """Send a form: a query or an update.

        Raises:
            QueryError: the store does not understand it.
            StoreError: the store cannot be reached, or refuses.
        """
        return self._good(self._sent("POST", url, data=fields, headers={"Accept": accept}))

    def put(self, url: str, params: Fields, content: bytes, kind: str) -> None:
        """Put something in the place of what is there."""
        self._good(self._sent("PUT", url, params=params, content=content, headers={"Content-Type": kind}))

    def add(self, url: str, params: Fields, content: bytes, kind: str) -> None:
        """Add something to what is there."""
        self._good(self._sent("POST", url, params=params, content=content, headers={"Content-Type": kind}))

    def delete(self, url: str, params: Fields) -> None:
        """Take something out, if it is there."""
        self._good(self._sent("DELETE", url, params=params), allowed=404)

    def _sent(self, method: str, url: str, **what: object) -> httpx.Response:
        """The response to a request: all of them may be sent twice, since the second changes nothing."""
        for wait in (*_WAITS, None):
            try:
                response = self._http.request(method, url, **what)  # type: ignore[arg-type]
            except httpx.TransportError as error:
                if wait is None or not self._answered or isinstance(error, httpx.ReadTimeout):
                    raise StoreError(f"{self.address}: cannot be reached: {_fault(error)}") from error
                _logger.debug("%s: %s; sent again in %s s", self.address, _fault(error), wait)
            else:
                self._answered = True
                if wait is None or response.status_code not in _PASSING:
                    return response
                wait = _asked_for(response, wait)
                _logger.debug("%s: status %d; sent again in %s s", self.address, response.status_code, wait)
            sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _good(self, response: httpx.Response, allowed: int = 0) -> httpx.Response:
        if response.is_success or response.status_code == allowed:
            return response
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise QueryError(f"the query cannot be answered: {_words(response)}")
        raise StoreError(f"{self.address}: {_refusal(response)}")


def _fault(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.ReadTimeout):
        return f"no answer in {_SILENCE:g} s"
    return " ".join(str(error).split()) or type(error).__name__


def _asked_for(response: httpx.Response, usual: float) -> float:
    """The seconds that the store asks to wait, within bounds."""
    asked = response.headers.get("retry-after", "")
    return min(float(asked), _LONGEST_WAIT) if asked.isdecimal() else usual


def _refusal(response: httpx.Response) -> str:
    """Why a store does not do what it was asked, with the remedy."""
    status = response.status_code
    if status == httpx.codes.UNAUTHORIZED:
        sent = "Authorization" in response.request.headers
        return f"does not accept these credentials: {HOW}" if sent else f"asks for credentials: {HOW}"
    if status == httpx.codes.FORBIDDEN:
        return f"may not be changed or read so: {_words(response)} (with other credentials? {HOW})"
    if response.is_redirect:
        return f"sends elsewhere: name {response.headers.get('location', 'that place')} as the store, if you trust it"
    if status in (httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED):
        return f"nothing at {response.url.copy_with(query=None)} that does this"
    return f"status {status}: {_words(response)}"


def _words(response: httpx.Response) -> str:
    """What the store says of it, the beginning."""
    text = " ".join(response.text.split())
    return text if len(text) <= _TOLD else f"{text[:_TOLD]}…"
