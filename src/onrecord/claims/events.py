"""What happened, as one article tells it, and which figures belong to it."""

from collections.abc import Iterable, Mapping

from onrecord.values.claims import EventClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Event, Evidence, Figure, Kind


def events(found: Iterable[Event], resolution: Resolution) -> tuple[EventClaim, ...]:
    """The claim of each event."""
    return tuple(
        EventClaim(
            kind=event.kind,
            label=event.label,
            date=event.date,
            place=_place(event.place, resolution),
            evidence=event.evidence,
            reasons=event.reasons,
            acts=event.acts,
        )
        for event in found
    )


def _place(words: Evidence | None, resolution: Resolution) -> Entity | None:
    place = resolution.entity(words)
    return place if place is not None and place.kind is Kind.PLACE else None


class Occasions:
    """The events of an article, asked by figure for what its own clause leaves open."""

    def __init__(self, found: Iterable[Event], resolution: Resolution) -> None:
        self._of: Mapping[Evidence, Event] = {where: event for event in found for where in event.figures}
        self._resolution = resolution

    def event(self, figure: Figure) -> Evidence | None:
        """The first words that tell the event that the figure belongs to."""
        event = self._of.get(figure.evidence)
        return event.evidence[0] if event is not None else None

    def place(self, figure: Figure) -> tuple[Entity | None, str]:
        """The place of those counted, that of the figure's own sentence, else that of its event; and its basis."""
        own = _place(figure.where, self._resolution)
        if own is not None:
            return own, figure.bases.where
        event = self._of.get(figure.evidence)
        told = _place(event.place, self._resolution) if event is not None else None
        return told, "where-event" if told is not None else "where-none"

    def agent(self, figure: Figure) -> Entity | None:
        """Who did it to those counted."""
        return self._resolution.entity(figure.agent)
