"""Events across articles: which of them are one, where kind, place and day agree.

Two events are one if both happened in one place on one day (not: in one month) and are of one kind, or of two of which
one is wider ('the attack', the bombing). An event that could be either of two stays apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.lexicon.event_kinds import related
from onrecord.linking.sharing import shared
from onrecord.values.cross_article import Shared
from onrecord.values.isodate import Precision, precision


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as its article's graph has it, with its place by identity."""

    iri: str
    article: str
    kind: str  # term of ontology/events.ttl
    date: str
    place: str


def shared_events(events: Iterable[EventRecord]) -> list[Shared]:
    """The events that more than one article tells, in order of their first member."""
    dated = (e for e in events if keys(e))
    return shared(sorted(dated, key=lambda e: e.iri), keys, lambda e: e.kind, _may_be_one, _reason)


def keys(event: EventRecord) -> list[tuple[str, ...]]:
    """What an event has in common with any that it may be one with; nothing without a day."""
    return [(event.place, event.date)] if precision(event.date) is Precision.DAY else []


def _may_be_one(a: EventRecord, b: EventRecord) -> bool:
    """Whether the kinds agree."""
    return related(a.kind, b.kind)


def _reason(event: EventRecord, others: Sequence[EventRecord]) -> str:
    """What tells that the event is one with the others, which are of its place and day."""
    same = all(event.kind == other.kind for other in others)
    return "the same kind, place and day" if same else "the same place and day, of kinds of which one is wider"
