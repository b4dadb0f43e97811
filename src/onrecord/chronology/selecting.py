"""Which nodes a selection takes, and the standings by which it can be told to."""

from collections.abc import Iterable

from onrecord.chronology.days import meets
from onrecord.chronology.told import Told
from onrecord.chronology.values import Kind, Selection
from onrecord.errors import UsageError
from onrecord.graph.iri import term_of
from onrecord.graph.vocabulary import ONR
from onrecord.lexicon.establishing import DEGREES, established, standings

_STANDING = {Kind.ACT: ONR.standing, Kind.ACCUSATION: ONR.progress}


def selection(kinds: Iterable[str], by_standing: Iterable[str], of_days: Selection) -> Selection:
    """The selection of some kinds and standings between the days of another.

    Raises:
        UsageError: there is no such kind or standing.
    """
    taken, stood = frozenset(kinds), frozenset(by_standing)
    for unknown in sorted(taken - set(Kind)):
        raise UsageError(f"no kind of entry is called {unknown!r}: there are {', '.join(Kind)}")
    known = (*DEGREES, *standings())
    for unknown in sorted(stood - set(known)):
        raise UsageError(f"no standing is called {unknown!r}: there are {', '.join(known)}")
    return Selection(frozenset(map(Kind, taken)), stood, of_days.first, of_days.last)


def standing_of(told: Told, node: str, kind: Kind) -> str:
    """How an act stands, or how far an accusation has come, by an IRI; '' of all else."""
    return told.one(node, _STANDING[kind]) if kind in _STANDING else ""


def establishes(told: Told, node: str, kind: Kind) -> str:
    """What an act or an accusation makes of a deed; '' where it makes nothing, and of all else."""
    if kind is Kind.ACCUSATION:
        return established(told.one(node, ONR.progress), "")
    return established(told.one(node, ONR.actType), told.one(node, ONR.standing)) if kind is Kind.ACT else ""


def takes(chosen: Selection, told: Told, node: str, kind: Kind) -> bool:
    """Whether a selection takes a node, whatever its day."""
    if chosen.kinds and kind not in chosen.kinds:
        return False
    standing = term_of(standing_of(told, node, kind))
    return not chosen.standings or not chosen.standings.isdisjoint({standing, establishes(told, node, kind)} - {""})


def takes_day(chosen: Selection, day: str) -> bool:
    """Whether a selection takes entries of a day."""
    return meets(day, chosen.first, chosen.last)
