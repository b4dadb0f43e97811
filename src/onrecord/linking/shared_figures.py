"""Figures that tell one count: the same number of the same people on one occasion, told by several or told again.

One rescue is not another, so numbers that any count may come to are one only on near days, by one source or in articles
of one story; a number of many digits that counts the same people is one whenever it is told.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.lexicon import lexicon, name_forms
from onrecord.linking.figures import FigureRecord, heard, one_source, one_story, significant_digits
from onrecord.linking.populations import plain
from onrecord.values.cross_article import SharedFigure

_TELLING = 4  # digits: two counts of the same people do not come to 19,546 by chance
_LARGE = 1000  # those that one source counts so are not of one occasion and then of another
_DAYS = dt.timedelta(days=3)  # after an event, until it is told everywhere
_BESIDE = 50  # earlier figures of the same number and about the same days that one is compared with

_Tie = tuple[FigureRecord, FigureRecord, str]  # and why the two tell one count


def shared_figures(figures: Iterable[FigureRecord]) -> list[SharedFigure]:
    """The counts that several figures tell, in order of their first member."""
    groups: dict[Hashable, list[FigureRecord]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.earliest, f.iri)):
        groups[block(figure)].append(figure)
    found = (shared for group in groups.values() if len(group) > 1 for shared in _clusters(group))
    return sorted(found, key=lambda shared: shared.members)


def block(figure: FigureRecord) -> tuple[Hashable, ...]:
    """What figures have in common that may tell one count."""
    counted = plain(figure.population, figure.action), figure.action
    return *counted, figure.value, figure.upper, figure.hedge, figure.factuality


class _Cluster:
    """Figures that ties hold together, with the reasons."""

    def __init__(self, figure: FigureRecord) -> None:
        self.figures, self.reasons = [figure], set[str]()

    def add(self, other: "_Cluster") -> None:
        self.figures += other.figures
        self.reasons |= other.reasons


def _clusters(group: Sequence[FigureRecord]) -> Iterator[SharedFigure]:
    cluster_of = {figure.iri: _Cluster(figure) for figure in group}
    for a, b, reason in _ties(group):
        cluster, other = cluster_of[a.iri], cluster_of[b.iri]
        cluster.reasons.add(reason)
        if cluster is not other:
            if len(cluster.figures) < len(other.figures):
                cluster, other = other, cluster
            cluster.add(other)
            cluster_of |= dict.fromkeys((figure.iri for figure in other.figures), cluster)
    for cluster in dict.fromkeys(cluster_of.values()):
        if len(cluster.figures) > 1:
            members = tuple(sorted(figure.iri for figure in cluster.figures))
            yield SharedFigure(members, "; ".join(sorted(cluster.reasons)), tuple(sorted(_origins(cluster.figures))))


def _origins(figures: Iterable[FigureRecord]) -> Iterator[tuple[str, str]]:
    """Each figure that is somebody's word with whose it is: a person's the body's, bodies of one name are one."""
    told = [figure for figure in figures if figure.by]
    one_of_name: dict[str, str] = {}
    for figure in sorted(told, key=lambda f: f.by):
        one_of_name.setdefault(name_forms.fold(figure.name), figure.by)
    reporting = {figure.by for figure in told}
    for figure in told:
        bodies = figure.bodies & reporting or figure.bodies
        yield figure.iri, min(bodies, default=one_of_name[name_forms.fold(figure.name)])


def _ties(group: Sequence[FigureRecord]) -> Iterator[_Tie]:
    untold = lexicon.load().default("action").term
    if group[0].action != untold and significant_digits(group[0]) >= _TELLING:
        for a, b in pairwise(group):
            yield a, b, "the same number of many digits"
    yield from _of_one_event(group)
    yield from _repeated(group)
    yield from _on_near_days(group)


def _of_one_event(group: Iterable[FigureRecord]) -> Iterator[_Tie]:
    first: dict[str, FigureRecord] = {}
    for figure in group:
        if figure.event and (before := first.setdefault(figure.event, figure)) is not figure:
            yield before, figure, "the same number in one event"


def _repeated(group: Iterable[FigureRecord]) -> Iterator[_Tie]:
    """Running totals and large numbers that one source gives again and again."""
    words = lexicon.load()
    totals = {scope.term for scope in words.marked("scope", "accumulates")}
    occasions = {scope.term for scope in words.marked("scope", "ofOccasion")}
    first: dict[str, FigureRecord] = {}
    for figure in group:
        if figure.by and (figure.scope in totals or (figure.value >= _LARGE and figure.scope not in occasions)):
            for source in sorted({figure.by, *figure.bodies}):
                if (before := first.setdefault(source, figure)) is not figure:
                    yield before, figure, "the same again by one source"


def _on_near_days(group: Iterable[FigureRecord]) -> Iterator[_Tie]:
    near: list[FigureRecord] = []
    for figure in group:
        near = [other for other in near if _near(other, figure)][-_BESIDE:]
        for other in near:
            if reason := _one_occasion(other, figure):
                yield other, figure, reason
        near.append(figure)


def _near(earlier: FigureRecord, later: FigureRecord) -> bool:
    if not (earlier.latest and later.earliest):
        return earlier.article == later.article
    return dt.date.fromisoformat(earlier.latest) + _DAYS >= dt.date.fromisoformat(later.earliest)


def _one_occasion(a: FigureRecord, b: FigureRecord) -> str:
    """What says that figures of near days tell one occasion; '' where nothing does."""
    if a.agent and b.agent and a.agent != b.agent:
        return ""
    if a.article == b.article:
        return "" if a.event and b.event and a.event != b.event else "told again in its article"
    if heard(a) and one_source(a, b):
        return "by one source on near days"
    return "in one story on near days" if one_story(a, b) else ""
