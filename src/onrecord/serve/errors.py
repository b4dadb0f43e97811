"""What the endpoint answers when it does not answer: a status and one clear line."""

from collections.abc import Mapping


class RefusedError(Exception):
    """A request that gets no answer, with the HTTP status and the reason that its client is told."""

    def __init__(self, status: int, why: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(why)
        self.status, self.why, self.headers = status, why, dict(headers or {})


class BrokenOffError(Exception):
    """An answer that ended before it was complete, after its first part had been sent."""
