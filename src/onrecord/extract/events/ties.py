"""Ties: which figures and acts of an article belong to which of its events.

A figure belongs to the event that its clause tells, or to the nearest one told before that can befall those counted
and that neither its own day nor its own place tells apart. A figure without a sure event has none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.events.coreference import Chain, EventMention, Within
from onrecord.extract.events.triggers import anchor_of
from onrecord.extract.syntax.clauses import auxiliaries, governors
from onrecord.extract.syntax.event_place import place_of
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import event_kinds
from onrecord.values import isodate
from onrecord.values.findings import Evidence, Figure

_FAR = 20  # tokens above one another
_APART = {"before", "after", "since", "until", "till", "following", "despite", "unlike", "than", "from"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention with its tokens and its event."""

    event: int  # index of the event
    mention: EventMention
    token: Token


class Ties:
    """The events of one Doc, asked which of them a figure or an act belongs to."""

    def __init__(self, doc: Doc, named: Named, found: list[Chain], inside: Within) -> None:
        self._doc, self._named, self._found, self._inside = doc, named, found, inside
        told = ((i, m) for i, chain in enumerate(found) for m in chain.mentions)
        self._told = sorted(
            (_Told(i, m, spaced(doc, m.evidence)[-1 if m.noun else 0]) for i, m in told), key=lambda t: t.token.i
        )

    def of_figures(self, figures: Sequence[Figure]) -> list[int | None]:
        """The index of the event that each figure belongs to; None where no event is sure.

        A figure that shares its verb with others belongs where they do: 'ten passengers and three stewards'.
        """
        found = [self._of_figure(figure) for figure in figures]
        heads = [self._head(figure) for figure in figures]
        of_head = {head: event for head, event in zip(heads, found, strict=True) if event is not None}
        return [
            of_head.get(head) if event is None and not figure.date and not _of_many(figure) else event
            for figure, head, event in zip(figures, heads, found, strict=True)
        ]

    def _head(self, figure: Figure) -> Token:
        """The verb that heads the figure's clause; without one the noun that it counts."""
        anchor = anchor_of(self._doc, figure.evidence)
        return next(governors(anchor), anchor)

    def _of_figure(self, figure: Figure) -> int | None:
        if _of_many(figure):
            return None
        anchor = anchor_of(self._doc, figure.evidence)
        verbs = list(governors(anchor))
        here = [t for t in self._told if t.token.sent == anchor.sent]
        own = [t for t in here if self._linked(t, anchor, verbs) and self._may_be(figure, t.event, anchor, verbs)]
        admitted = [t for t in own if _admits(t.mention.kind, figure)] or [t for t in own if not _set_apart(t.token)]
        if admitted:
            return min(admitted, key=lambda t: abs(t.token.i - anchor.i)).event
        return self._before(figure, anchor, verbs)

    def _before(self, figure: Figure, anchor: Token, verbs: list[Token]) -> int | None:
        """The event of the nearest mention before the figure that admits it, where the clause tells what happened."""
        if figure.factuality or not _tells(verbs):
            return None
        for told in reversed([t for t in self._told if t.token.i < anchor.i]):
            if _admits(self._found[told.event].kind, figure):
                event = self._found[told.event]
                known = bool(event.date or event.place(self._inside))
                return told.event if known and self._may_be(figure, told.event, anchor, verbs) else None
        return None

    def of_words(self, words: Evidence) -> int | None:
        """The index of the event that the clause of an act tells of."""
        trigger = spaced(self._doc, words).root
        verbs = [trigger, *governors(trigger)]
        here = (t for t in self._told if t.token.sent == trigger.sent and t.token != trigger)
        return next((t.event for t in here if self._linked(t, trigger, verbs) and not _set_apart(t.token)), None)

    def _linked(self, told: _Told, anchor: Token, verbs: list[Token]) -> bool:
        """Whether figure and event stand in one clause, or one in a clause of the other."""
        token = told.token
        above = [token, *islice(token.ancestors, _FAR)]
        return token in verbs or anchor in above or token in anchor.ancestors or any(v in verbs for v in above[:4])

    def _may_be(self, figure: Figure, event: int, anchor: Token, verbs: list[Token]) -> bool:
        """Whether neither day nor place tells the figure apart from the event."""
        chain = self._found[event]
        if figure.date and chain.date and not _within(figure.date, chain.date):
            return False
        return chain.is_at(self.place_of(anchor, verbs), self._inside)

    def place_of(self, anchor: Token, verbs: Iterable[Token]) -> Evidence | None:
        """The place that the figure's own clause names."""
        own = place_of(anchor, None, self._named)
        found = own or next((p for v in verbs if (p := place_of(None, v, self._named))), None)
        return found.evidence if found is not None else None


def _set_apart(token: Token) -> bool:
    """Whether the event is only what came before, or what is compared: 'since the fire'."""
    marks = {c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod")}
    return bool(marks & _APART) or (token.dep_ == "pobj" and token.head.lower_ in _APART)


def _admits(kind: str, figure: Figure) -> bool:
    """Whether such an event befalls those counted, or has them counted."""
    return figure.action in event_kinds.befalls(kind) or figure.head in event_kinds.counts(kind)


def _of_many(figure: Figure) -> bool:
    """Whether the figure adds up many occasions: a running total of those exchanged, not the toll of a fire."""
    return bool(event_kinds.told_by(figure.action)) and event_kinds.accumulates(figure.scope)


def _tells(verbs: list[Token]) -> bool:
    """Whether the clause tells what happened: in the past, the perfect, or without a verb."""
    if not verbs:
        return True
    helpers = auxiliaries(verbs[-1])
    perfect = any(t.lemma_ == "have" for t in helpers)
    return perfect or any(t.tag_ in ("VBD", "VBN") for t in (helpers or [verbs[-1]]))


def _within(day: str, other: str) -> bool:
    (first, last), (begins, ends) = isodate.bounds(day), isodate.bounds(other)
    return first <= ends and begins <= last
