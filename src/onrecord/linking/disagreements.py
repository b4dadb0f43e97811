"""Figures that cannot both hold, or hardly: two sources, one event or population, days that overlap, other numbers.

What one source gives beside another number is a part of it, a revision or something else, and contradicts nothing; nor
does what an article gives that has the other's number as well. Linear in the number of figures: each is set beside
those of its article, and beside the nearest of the same population on the same days.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, product

from onrecord.lexicon import lexicon
from onrecord.linking.contradiction import agree, why
from onrecord.linking.figures import FigureRecord, one_agent, one_source, one_story, overlap
from onrecord.linking.populations import Relation, plain, relation
from onrecord.values.cross_article import Disagreement

_BESIDE = 50  # figures of other articles, of the same population on the same days, that one is set beside

_Found = tuple[FigureRecord, FigureRecord, str]  # and why not both hold
_Groups = dict[Hashable, list[FigureRecord]]


def disagreements(figures: Iterable[FigureRecord]) -> list[Disagreement]:
    """The pairs of figures that cannot both hold, or hardly, with the reason; in order of IRI."""
    told = list(figures)
    return sorted((*across(told), *within(told)))


def across(figures: Iterable[FigureRecord]) -> list[Disagreement]:
    """The pairs of different articles."""
    return _pairs(pair for (action, _), group in _by_action(figures).items() for pair in _across(group, action))


def within(figures: Iterable[FigureRecord]) -> list[Disagreement]:
    """The pairs of one article each."""
    return _pairs(pair for (action, _), group in _by_action(figures).items() for pair in _within(group, action))


def _pairs(pairs: Iterable[_Found]) -> list[Disagreement]:
    found = {}
    for a, b, reason in pairs:
        lesser, greater = sorted((a, b), key=lambda f: (f.value, f.upper or f.value, f.iri))
        found[lesser.iri, greater.iri] = Disagreement(lesser.iri, greater.iri, reason)
    return [found[pair] for pair in sorted(found)]


def groups(figure: FigureRecord) -> list[tuple[Hashable, ...]]:
    """What a figure has in common with those of other articles that it may contradict."""
    told = _by_action([figure])
    return [(action, factuality, plain(figure.population, action)) for action, factuality in told]


def _by_action(figures: Iterable[FigureRecord]) -> dict[tuple[str, str], list[FigureRecord]]:
    """The figures that others can contradict, by what happened to those counted and by factuality.

    Those of two occasions may differ, and of whom nothing is told but that they are so many may be anyone.
    """
    words = lexicon.load()
    occasions, untold = {scope.term for scope in words.marked("scope", "ofOccasion")}, words.default("action").term
    groups: dict[tuple[str, str], list[FigureRecord]] = defaultdict(list)
    for figure in figures:
        if figure.earliest and figure.scope not in occasions:
            for action in sorted({figure.action, *figure.said} - {untold}):
                groups[action, figure.factuality].append(figure)
    return groups


def _grouped(figures: Iterable[FigureRecord], key: Callable[[FigureRecord], Hashable]) -> _Groups:
    groups: _Groups = defaultdict(list)
    for figure in figures:
        groups[key(figure)].append(figure)
    return groups


def _of_one_case(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether the two may be of one thing: of one event and place where both tell it, by one agent, on common days.

    A running total and another number must tell the same of the place: 1,312 have drowned on a route, 21 off a cape.
    """
    events, places = {a.event, b.event} - {""}, {a.where, b.where}
    if not one_agent(a, b) or len(events) > 1 or len(places if a.scope != b.scope else places - {""}) > 1:
        return False
    return overlap(a, b) and a.value not in b.corrects and b.value not in a.corrects


# Within one article ---------------------------------------------------------------------------------------------------


def _within(figures: Iterable[FigureRecord], action: str) -> Iterator[_Found]:
    for group in _grouped(figures, lambda f: f.article).values():
        for some, others in combinations(_grouped(group, lambda f: f.voice).values(), 2):
            if not one_source(some[0], others[0]):
                yield from _disputed(some, others, action)


def _disputed(some: Iterable[FigureRecord], others: Iterable[FigureRecord], action: str) -> Iterator[_Found]:
    """Of each population the nearest two that the sources do not agree on; none where any two agree."""
    disputed: dict[Hashable, list[_Found]] = defaultdict(list)
    agreed = set()
    for a, b in product(some, others):
        one, other = plain(a.population, action), plain(b.population, action)
        how = relation(one, other)
        if how is Relation.APART or not _of_one_case(a, b):
            continue
        whole = other if how is Relation.PART else one
        if how is Relation.SAME and agree(a, b):
            agreed.add(whole)
        elif reason := why(a, b, how):
            disputed[whole].append((a, b, reason))
    for population, found in disputed.items():
        if population not in agreed:
            yield min(found, key=lambda pair: (abs(pair[0].value - pair[1].value), pair[0].iri, pair[1].iri))


# Across articles ------------------------------------------------------------------------------------------------------


def _across(figures: Iterable[FigureRecord], action: str) -> Iterator[_Found]:
    for group in _grouped(figures, lambda f: plain(f.population, action)).values():
        told = _grouped(group, lambda f: f.article)
        for a, b in _beside(group):
            if _of_one_case(a, b) and _of_one_story(a, b) and not one_source(a, b):
                reason = why(a, b, Relation.SAME)
                if reason and not _tell_the_same(told[a.article], told[b.article]):
                    yield a, b, reason


def _beside(group: Iterable[FigureRecord]) -> Iterator[tuple[FigureRecord, FigureRecord]]:
    """Each figure with the nearest of other articles on its days; what a source repeats is there once."""
    first: dict[Hashable, FigureRecord] = {}
    for figure in sorted(group, key=lambda f: (f.earliest, f.iri)):
        first.setdefault((figure.voice, figure.value, figure.upper, figure.hedge, figure.latest), figure)
    holding: list[FigureRecord] = []
    for figure in first.values():
        holding = [other for other in holding if other.latest >= figure.earliest][-_BESIDE:]
        yield from ((other, figure) for other in holding if other.article != figure.article)
        holding.append(figure)


def _of_one_story(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether figures of two articles are of one event, or of one story and by sources that are named."""
    return bool(a.event and a.event == b.event) or (bool(a.by and b.by) and one_story(a, b))


def _tell_the_same(some: Iterable[FigureRecord], others: Iterable[FigureRecord]) -> bool:
    """Whether two articles have a number in common."""
    return any(overlap(a, b) and agree(a, b) for a, b in product(some, others))
