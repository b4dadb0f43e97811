"""Running totals of one source, and tolls of one event, as they went on: each figure revises the last one before it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise

from onrecord.lexicon import lexicon
from onrecord.linking.figures import FigureRecord, overlap
from onrecord.linking.populations import plain
from onrecord.values.cross_article import Revision


def revisions(figures: Iterable[FigureRecord]) -> list[Revision]:
    """For each figure of a series that another number went before, the last one before it; in order of IRI."""
    told_in: dict[Hashable, list[FigureRecord]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.earliest, f.latest, f.iri)):
        for one in series(figure):
            told_in[one].append(figure)
    last: dict[str, FigureRecord] = {}
    for told in told_in.values():
        for earlier, later in _steps(told):
            before = last.setdefault(later.iri, earlier)
            last[later.iri] = max(before, earlier, key=lambda f: (f.latest, f.iri))
    return sorted(Revision(later, earlier.iri) for later, earlier in last.items())


def series(figure: FigureRecord) -> list[tuple[Hashable, ...]]:
    """The series that a figure stands in: of one source each, or of an event."""
    words = lexicon.load()
    totals = {scope.term for scope in words.marked("scope", "accumulates")}
    occasions, untold = {scope.term for scope in words.marked("scope", "ofOccasion")}, words.default("action").term
    if not figure.earliest or figure.scope in occasions or figure.action == untold:
        return []
    counted = plain(figure.population, figure.action), figure.action, figure.factuality, figure.event
    return [(*counted, source) for source in _whose(figure, totals)]


def _whose(figure: FigureRecord, totals: Iterable[str]) -> list[str]:
    """Whose series a figure stands in: one of an event has a single one, whoever counts."""
    if figure.event:
        return [""]
    return sorted({figure.by, *figure.bodies}) if figure.by and figure.scope in totals else []


def _steps(told: Iterable[FigureRecord]) -> Iterator[tuple[FigureRecord, FigureRecord]]:
    for earlier, later in pairwise(told):
        if not overlap(earlier, later) and (earlier.value, earlier.upper) != (later.value, later.upper):
            yield earlier, later
