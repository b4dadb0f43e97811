"""Why two figures of one population cannot both hold, or hardly, in words."""

from onrecord.graph.terms import plain
from onrecord.lexicon import lexicon
from onrecord.linking.figures import FigureRecord, apart, heard, lies_below, meant
from onrecord.linking.populations import Relation

_READ = "they may concern different things: read the sentences"


def agree(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether both may come from one count, as numbers are hedged and rounded."""
    return not apart(meant(a), meant(b))


def why(a: FigureRecord, b: FigureRecord, how: Relation) -> str:
    """Why not both figures hold, where the population of `a` is to that of `b` as `how` says; '' where both may."""
    if not _told_apart(a, b):
        return ""
    reasons = [_of_one(a, b) if how is Relation.SAME else _of_part(*((a, b) if how is Relation.PART else (b, a)))]
    if not reasons[0]:
        return ""
    recorded = {label for figure in (a, b) for label in _of_record(figure)}
    if a.action != b.action and recorded:
        reasons.append(f"one counts only those {' and '.join(sorted(recorded))}")
    if not apart(a.bounds, b.bounds) or len(reasons) > 1:
        reasons.append(_READ)
    return "; ".join(reasons)


def _told_apart(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether they are the word of two.

    What an article says in its own voice beside a source may be that source's too, or a later toll; not if both are
    running totals, or its own is one and yet the lesser.
    """
    if (heard(a) and heard(b)) or (a.event and a.event == b.event and a.article != b.article):
        return True
    totals = {scope.term for scope in lexicon.load().marked("scope", "accumulates")}
    own, other = (b, a) if heard(a) else (a, b)
    return own.scope in totals and (other.scope in totals or own.value < other.value)


def _of_one(a: FigureRecord, b: FigureRecord) -> str:
    less, more = (a, b) if a.value <= b.value else (b, a)
    if agree(a, b):
        return ""
    if apart(a.bounds, b.bounds):
        return f"no number is both {_words(less)} and {_words(more)}"
    named = [figure for figure in (a, b) if figure.by]
    grows = less.bounds.upper is None and less.bounds.lower is not None  # 'at least 12' may be 18 an hour later
    needed = 2 if grows and not a.sentences & b.sentences else 1
    if len(named) < needed:
        return ""
    return f"{_words(less)} and {_words(more)} can both hold, but hardly of one count"


def _of_part(part: FigureRecord, whole: FigureRecord) -> str:
    if not lies_below(whole.bounds, part.bounds):
        return ""
    return f"a part cannot be more than the whole: {_words(part)} of {_words(whole)}"


def _words(figure: FigureRecord) -> str:
    """The number with its hedge: 'up to 35000', 'between 20 and 30'."""
    hedge = next(concept for concept in lexicon.load().scheme("hedge") if concept.term == figure.hedge)
    number = plain(figure.value) + (f" and {plain(figure.upper)}" if figure.upper is not None else "")
    return number if hedge == lexicon.load().default("hedge") else f"{hedge.label} {number}"


def _of_record(figure: FigureRecord) -> list[str]:
    return [c.label for c in lexicon.load().marked("action", "ofRecord") if c.term == figure.action]
