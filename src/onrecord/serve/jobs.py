"""What a worker can be asked to do."""

import datetime as dt
from dataclasses import dataclass

from onrecord.serve.protocol import UNNAMED, Dataset
from onrecord.serve.settings import View


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking a query found, so that the same query need not be checked again."""

    kind: str  # 'select', 'ask', 'construct' or 'describe'
    own_dataset: bool
    repeatable: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer a query."""

    text: str
    base: str  # against which its relative IRIs are resolved
    accept: str = "*/*"
    dataset: Dataset = UNNAMED
    verdict: Verdict | None = None  # without one, the query is checked first
    view: View = View.WITHHELD
    as_of: dt.date | None = None  # from the record as it stood at the end of this day; None: the newest build
    of_itself: bytes = b""  # the endpoint's description in N-Triples, where it is asked in place of the store


@dataclass(frozen=True, slots=True)
class ReadGraph:
    """Send one graph, or the union of all."""

    graph: str | None
    accept: str = "*/*"
    view: View = View.WITHHELD
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Answer a named query in batches: all of its rows, or some of them, from the row number `first` on, from 0."""

    text: str
    media_type: str
    first: int = 0
    most: int | None = None  # rows; these are sent as JSON
    view: View = View.WITHHELD
    as_of: dt.date | None = None


Job = Answer | ReadGraph | Listed
