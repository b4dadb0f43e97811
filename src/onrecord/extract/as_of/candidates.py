"""Candidate days of a figure, with the features by which they are ranked: publication, and each date of the article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.as_of.dated import Dated, Timeline, days, tense
from onrecord.extract.events.triggers import anchor_of
from onrecord.extract.quantities.as_of import clauses_of
from onrecord.extract.syntax.clauses import VERBAL, governors
from onrecord.lexicon import event_kinds
from onrecord.values.findings import Event, Figure

_ABSENT = -9  # what features of a date say of the day of publication
_NEAR = 1  # sentences between a date and a figure in which other figures are counted


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that a figure may hold of."""

    day: str  # ISO; that of publication may be '', where it is not known
    features: Mapping[str, int]


class Candidates:
    """The dates and events of a Doc, asked by figure for the days that it may hold of."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._timeline = doc, Timeline(doc)
        self._published = doc._.published.isoformat() if doc._.published else ""
        self._starts = [figure.evidence.start for figure in doc._.figures]
        self._tied: dict[int, Event] = {words.start: event for event in doc._.events for words in event.figures}
        self._news = days(self._timeline.recent)
        self._befalling = frozenset(action for kind in event_kinds.kinds() for action in event_kinds.befalls(kind))
        self._told: dict[int, list[Event]] = {}  # the events by the sentences that tell them
        for event in doc._.events:
            for words in event.evidence:
                self._told.setdefault(self._timeline.sentence(words.start), []).append(event)

    def of(self, figure: Figure) -> list[Candidate]:
        """The day of publication, then the dates in order of the text."""
        line = self._timeline
        anchor = anchor_of(self._doc, figure.evidence)
        clauses = clauses_of(anchor)
        place = _Place(
            figure,
            anchor,
            clauses,
            frozenset(governors(anchor)),
            int(tense(clauses[-1] if clauses[-1].pos_ in VERBAL else None)),
            line.sentence(figure.evidence.start),
            line.paragraph(figure.evidence.start),
        )
        own = self._of_figure(place)
        absent = dict.fromkeys(DATE_FEATURES, _ABSENT)
        published = {**own, **absent, "default": 1, **self._of_day(self._published)}
        dated = (
            Candidate(d.date.value, {**own, **d.features, **pair, "default": 0, **self._of_day(d.date.value)})
            for d, pair in self._pairs(place)
        )
        return [Candidate(self._published, published), *dated]

    def _of_day(self, day: str) -> Mapping[str, int]:
        first = self._timeline.first
        return {
            "is_published": int(day == self._published != ""),
            "is_first": int(first is not None and day == first.date.value),
        }

    def _of_figure(self, at: "_Place") -> dict[str, int]:
        line, figure = self._timeline, at.figure
        words = figure.evidence
        beside = [d for d in line.dates if d.paragraph == at.paragraph and d.start < words.start and not d.alone]
        return {
            "tense": at.tense,
            "accumulates": int(event_kinds.accumulates(figure.scope)),
            "action": 2 * bool(event_kinds.told_by(figure.action)) + (figure.action in self._befalling),
            "asserted": int(not figure.factuality),
            "order": max(-3, min(at.sentence - line.headline, 20)),
            "quarter": 4 * at.sentence // max(1, line.length),
            "quoted": int(line.said.over(words.start, words.end) is not None),
            "attributed": min(2, sum(s.quote.overlaps(words) for s in self._doc._.statements)),
            "tied": int(words.start in self._tied),
            "published_known": int(bool(self._published)),
            "dates_beside": min(3, len(days(beside))),
            "news_days": min(4, len(self._news)),
            "first_age": line.age(line.first.date) if line.first is not None else _ABSENT,
        }

    def _pairs(self, at: "_Place") -> Iterator[tuple[Dated, Mapping[str, int]]]:
        """Each date with what it is to the figure."""
        line, start = self._timeline, at.figure.evidence.start
        told_before = [d.date.value for d in reversed(line.dates) if d.start < start and not d.alone]
        ranks = {value: rank for rank, value in enumerate(dict.fromkeys(told_before))}
        tied = self._tied.get(start)
        tied_in = {line.sentence(words.start) for words in tied.evidence} if tied is not None else frozenset[int]()
        for d in line.dates:
            before = d.start < start
            yield (
                d,
                {
                    **self._distance(d, at),
                    **_in_syntax(d, at),
                    "before": int(before),
                    "rank": min(4, ranks.get(d.date.value, 5)) if before else 5,
                    "in_paragraph": int(before and d.paragraph == at.paragraph),
                    "of_event": int(d.sentence in tied_in),
                    "event_admits": int(any(_admits(e, at.figure) for e in self._told.get(d.sentence, ()))),
                    "only_news": int(self._news == {d.date.value}),
                },
            )

    def _distance(self, d: Dated, at: "_Place") -> Mapping[str, int]:
        """How far a date is from the figure, in sentences and lines, days and figures."""
        low, high = sorted((d.start, at.figure.evidence.start))
        apart = at.sentence - d.sentence
        between = days(x for x in self._timeline.dates if low < x.start < high) - {d.date.value}
        figures = min(4, sum(low < s < high for s in self._starts)) if abs(apart) <= _NEAR else 9
        return {
            "sentences": max(-3, min(apart, 12)),
            "paragraphs": min(abs(at.paragraph - d.paragraph), 6),
            "days_between": min(len(between), 4),
            "figures_between": figures,
        }


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its place."""

    figure: Figure
    anchor: Token
    clauses: Sequence[Token]  # from its verb up to the finite one
    governors: frozenset[Token]
    tense: int  # of its clause
    sentence: int
    paragraph: int


def _in_syntax(d: Dated, at: _Place) -> Mapping[str, int]:
    """How a date hangs together with the figure in its sentence, and whether their clauses have one tense."""
    same = at.sentence == d.sentence
    return {
        "tokens": min(60, abs(d.span.start - at.anchor.i)) if same else 99,
        "of_clause": int(same and d.verb in at.clauses),
        "of_governor": int(same and d.verb in at.governors),
        "same_tense": int(d.features["date_tense"] == at.tense),
    }


def _admits(event: Event, figure: Figure) -> bool:
    return figure.action in event_kinds.befalls(event.kind) or figure.head in event_kinds.counts(event.kind)


DATE_FEATURES = (
    *("date_order", "date_quoted", "preposition", "bound", "date_tense", "attributive", "of_saying", "times"),
    *("precision", "age", "before", "sentences", "paragraphs", "days_between", "figures_between", "tokens"),
    *("of_clause", "of_governor", "same_tense", "rank", "in_paragraph", "of_event", "event_admits", "only_news"),
)
