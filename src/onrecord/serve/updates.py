"""Changes to the store from outside: off, unless there is a token, and then for those who send it."""

import asyncio
import hmac
import json
from typing import Any

from starlette.requests import Request

from onrecord.serve import update_process
from onrecord.serve.errors import RefusedError
from onrecord.serve.settings import Settings
from onrecord.serve.update_process import Change
from onrecord.serve.worker_process import Child
from onrecord.store import Place


class Updates:
    """Makes changes, one after the other."""

    def __init__(self, store: Place, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._turn = asyncio.Lock()

    @property
    def possible(self) -> bool:
        """Whether updates are on."""
        return self._settings.update_token is not None

    def allowed(self, request: Request) -> bool:
        """Whether a request bears the token."""
        scheme, _, sent = request.headers.get("authorization", "").partition(" ")
        token = self._settings.update_token
        return token is not None and scheme.lower() == "bearer" and hmac.compare_digest(sent.encode(), token.encode())

    def must_be_allowed(self, request: Request) -> None:
        """Let only requests with the token pass.

        Raises:
            RefusedError: 403, updates are off; 401, the request does not bear the token.
        """
        if not self.possible:
            raise RefusedError(403, "updates are off: this store is for reading")
        if not self.allowed(request):
            challenge = {"WWW-Authenticate": 'Bearer realm="updates"'}
            raise RefusedError(401, "updates need the server's token: send Authorization: Bearer TOKEN", challenge)

    async def carry_out(self, change: Change) -> dict[str, Any]:
        """Make a change; queries see it from then on.

        Raises:
            RefusedError: it could not be made, and nothing was changed.
        """
        async with self._turn:
            settings = self._settings
            child = await Child.start(update_process.main, self._store, change, settings.seconds, settings.memory)
            try:
                _, content = await child.receive()
            except (EOFError, ConnectionError):
                out_of_time = await child.ran_out_of_time()
                why = f"took more than {settings.seconds:g} s" if out_of_time else "needed more memory than it may take"
                raise RefusedError(503, f"the update was stopped: it {why}") from None
            finally:
                await child.finish()
        reply: dict[str, Any] = json.loads(content)
        if reply["status"] >= 400:
            raise RefusedError(reply["status"], reply["why"])
        return reply
