"""Event coreference within an article: which mentions tell one event.

A mention joins the nearest event before it of a related kind that neither day nor place tells apart from it (a place
within the other does not), if it is a definite noun phrase ('the blaze'), if only the headline has told the event, or
if day and place are the same. 'Another fire' is one of its own. What joins nothing is an event of its own, unless its
words can only take one up.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import reduce

from onrecord.lexicon.event_kinds import narrower, related
from onrecord.values import isodate
from onrecord.values.findings import Evidence

Within = Set[tuple[str, str]]  # names of places, the inner before the outer
_VERBS_REACH = 2  # sentences after an event in which a verb can tell it again


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that tell an event."""

    evidence: Evidence
    order: int  # of the sentence in the article
    kind: str
    phrase: str  # the noun phrase, or the verb
    date: str = ""  # ISO, by its own clause
    place: Evidence | None = None  # the words that name its place
    noun: bool = True
    definite: bool = False
    plural: bool = False
    anew: bool = False  # 'another fire'
    resuming: bool = False  # its words only take up what was told
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one event in order, and why each was taken for it."""

    mentions: tuple[EventMention, ...]
    reasons: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Of the kinds of its mentions the one that says most."""
        return reduce(narrower, (m.kind for m in self.mentions))

    @property
    def date(self) -> str:
        """The day of the event, or what the text tells of it."""
        dates = [m.date for m in self.mentions if m.date]
        return max(dates, key=lambda d: len(d) if "/" not in d else 0, default="")

    def place(self, inside: Within) -> Evidence | None:
        """The place first named for it that no other one named lies in."""
        named = [m.place for m in self.mentions if m.place is not None]
        names = {name_of(place) for place in named}
        return next((p for p in named if not any((name, name_of(p)) in inside for name in names)), None)

    def is_at(self, place: Evidence | None, inside: Within) -> bool:
        """Whether it may have happened at the place: that is the event's, lies in it or around it, or none is named."""
        named = {name_of(m.place) for m in self.mentions if m.place is not None}
        if place is None or not named:
            return True
        name = name_of(place)
        return name in named or any((name, n) in inside or (n, name) in inside for n in named)

    def with_mention(self, mention: EventMention, reason: str) -> "Chain":
        """The chain with one more mention."""
        return Chain((*self.mentions, mention), (*self.reasons, reason))


def name_of(place: Evidence) -> str:
    """The name of a place as it is compared."""
    return place.exact.casefold()


def chains(mentions: Iterable[EventMention], inside: Within) -> list[Chain]:
    """The events that the mentions, given in order of the text, tell; `inside` says which place lies in which."""
    found: list[Chain] = []
    for mention in mentions:
        nearest = sorted(range(len(found)), key=lambda i: found[i].mentions[-1].evidence, reverse=True)
        joined = next(((i, why) for i in nearest if (why := _reason(mention, found[i], inside))), None)
        if joined is not None:
            i, why = joined
            found[i] = found[i].with_mention(mention, why)
        elif not mention.resuming:
            found.append(Chain((mention,), ("first told",)))
    return found


def _reason(mention: EventMention, event: Chain, inside: Within) -> str:
    """Why the mention tells the event; '' where it does not."""
    if mention.anew or not all(related(mention.kind, m.kind) for m in event.mentions):
        return ""
    if _apart(mention.date, event.date) or not event.is_at(mention.place, inside):
        return ""
    if all(m.headline for m in event.mentions):
        return "told by the headline"
    if mention.noun and not event.mentions[-1].noun and mention.order == event.mentions[-1].order:
        return "the noun beside the verb"
    return _told_again(mention, event, inside) if mention.plural == event.mentions[-1].plural else ""


def _told_again(mention: EventMention, event: Chain, inside: Within) -> str:
    """Why the mention tells again what the body has told; '' where it does not."""
    if mention.definite:
        return "a definite noun phrase of the kind"
    if mention.date and mention.date == event.date and mention.place is not None and event.place(inside):
        return "the same kind, day and place"
    near = mention.order - event.mentions[-1].order <= _VERBS_REACH
    goes_on = not mention.noun and near and not mention.date and mention.place is None
    return "a verb of the kind that goes on" if goes_on else ""


def _apart(date: str, other: str) -> bool:
    """Whether two dates cannot be of one day."""
    if not (date and other):
        return False
    (first, last), (begins, ends) = isodate.bounds(date), isodate.bounds(other)
    return last < begins or ends < first
