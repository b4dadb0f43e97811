"""What the first page tells of a record: how much of each kind there is, from when to when, by whom, what is newest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.chronology.asking import rows
from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.wording import kind
from onrecord.store import Readable

_NEWEST = 8


@dataclass(frozen=True, slots=True)
class Overview:
    """A record in numbers, and the articles of it that were published last."""

    counts: Mapping[str, int]  # how many nodes there are, by kind
    span: Row  # first and last day of publication
    publishers: Sequence[Row]  # each with its number of articles, those with the most first
    newest: Sequence[Row]


def overview(reader: Readable) -> Overview:
    """A record in numbers; it takes a while for large stores.

    Raises:
        StoreError, QueryError: it cannot be read.
    """
    counts = {kind(row["class"]): int(row["n"]) for row in rows(reader.query(query("counts")))}
    (span,) = rows(reader.query(query("span")))
    newest = rows(reader.query(Paged(query("newest"), _NEWEST).page(1)))
    return Overview(counts, span, rows(reader.query(query("publishers"))), newest)
