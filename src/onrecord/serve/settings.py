"""What the endpoint may use, and what each of its clients may."""

import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what reads it loads the gate
    from onrecord.publish.reports import Quality

from onrecord.settings import DEFAULT_READING, Reading


class View(StrEnum):
    """What is done with the names of people known only as children."""

    WITHHELD = "withheld"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Settings:
    """Bounds of the endpoint."""

    workers: int = field(default_factory=lambda: max(4, os.cpu_count() or 1))  # processes that answer queries
    seconds: float = 30.0  # for one query, from its start to the last byte of its answer
    memory: int = 1024  # MiB that one query may take
    client_queries: int = 64  # of one client at a time, running and waiting
    waiting: int = 1024  # queries of all clients that may wait for a worker
    patience: float = 30.0  # seconds that a query waits for a worker
    body: int = 1_000_000  # bytes of a query
    url: int = 16_384  # bytes of a request's path and query
    upload: int = 50_000_000  # bytes of an update or a graph, from those who hold the token
    upload_seconds: float = 30.0  # for the body of a request to arrive
    view: View = View.WITHHELD  # of those who did not ask for another
    quality: "Quality | None" = None  # error rates of users' own annotated articles, for the page that tells them
    update_token: str | None = None  # updates are off without one
    reading: Reading = DEFAULT_READING  # how drafts are read
