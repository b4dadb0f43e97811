"""Official acts across articles: which of them are one, unless day or body contradict.

Two acts are one if they are of one type and of one body (an agreement: of the same parties; an act whose maker no
article names: against the same, on the same day), nothing tells them apart (day, number, all those they are against),
and something tells that they are one: the day, the number, or somebody whom both are against. An act that could be
either of two others stays apart.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from onrecord.claims.act_numbers import told_apart
from onrecord.graph.iri import term_of
from onrecord.lexicon.official_acts import has
from onrecord.linking.sharing import shared
from onrecord.values.cross_article import Shared
from onrecord.values.isodate import Precision, precision


@dataclass(frozen=True, slots=True)
class ActRecord:
    """An act as its article's graph has it; who takes part, by identity."""

    iri: str
    article: str
    type: str
    done: bool  # on record: neither only asked for nor turned down
    date: str  # ISO; '' where the article gives none
    number: str
    by: str
    against: frozenset[str]


def shared_acts(acts: Iterable[ActRecord]) -> list[Shared]:
    """The acts that more than one article tells, in order of their first member.

    Those of which most is told come first, so that the others join what they contradict least.
    """
    ordered = sorted(acts, key=lambda a: (-len(a.date), -len(a.against), not a.number, a.iri))
    return shared(ordered, keys, _content, _may_be_one, _reason)


def _block(act: ActRecord) -> tuple[str, ...]:
    return (act.type, str(act.done), act.by, *(sorted(act.against) if not act.by else ()))


def keys(act: ActRecord) -> list[tuple[str, ...]]:
    """What an act has in common with any that it may be one with: its block, and number, day or whom it is against."""
    told = [("number", act.number)] if act.number else []
    told += [("day", act.date)] if _is_day(act.date) else []
    return [(*_block(act), *one) for one in (*told, *(("against", who) for who in sorted(act.against)))]


def _content(act: ActRecord) -> tuple[Hashable, ...]:
    """What decides with which others of its block an act may be one."""
    return act.date, act.number, act.against


def _may_be_one(a: ActRecord, b: ActRecord) -> bool:
    """Whether nothing tells the two apart."""
    return (
        bool(a.by or _parties(a) or (a.against and a.date == b.date and _is_day(a.date)))
        and not told_apart(a.number, b.number)
        and (a.date.startswith(b.date) or b.date.startswith(a.date))
        and (not (a.against and b.against) or bool(a.against & b.against))
    )


def _parties(act: ActRecord) -> bool:
    return len(act.against) > 1 and has(term_of(act.type), "mutual")


def _is_day(date: str) -> bool:
    return date != "" and precision(date) is Precision.DAY


def _reason(act: ActRecord, others: Iterable[ActRecord]) -> str:
    """What tells that the act is one with any of the others; '' where nothing does."""
    for other in others:
        if act.number and act.number == other.number:
            return "the same body and number"
        if act.date == other.date and _is_day(act.date):
            return "the same body and day"
        if act.against & other.against:
            return "the same body, against the same, and no other day"
    return ""
