"""What is to be said of a figure of a draft: by its number on record, else by the other numbers of the same matter."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.check.figure_matter import (
    Day,
    goes_on,
    hardly_by_chance,
    may_be_by,
    of_one_day,
    rival,
    same_matter,
    same_number,
    stands_for,
    tied,
)
from onrecord.check.figure_words import counts, days, number_in_words, speakers, taken_back, worded
from onrecord.check.figures import Told
from onrecord.check.findings import Remark, shown
from onrecord.check.verdicts import Verdict
from onrecord.lexicon import lexicon
from onrecord.linking.contradiction import agree
from onrecord.linking.figures import apart

_Told = Sequence[Told]


def remarks(figure: Told, record: Iterable[Told], day: Day) -> Iterator[Remark]:
    """What is to be said of a figure of a draft beside figures on record."""
    known = [one for one in record if one.record.factuality == figure.record.factuality]
    standing = [one for one in known if not one.withdrawn]
    number = [one for one in known if same_number(figure, one)] or [one for one in known if stands_for(figure, one)]
    same = [one for one in number if same_matter(figure, one) and (tied(figure, one) or hardly_by_chance(figure, one))]
    if holding := [one for one in same if not one.withdrawn]:
        yield from _of_same_number(figure, holding, standing, day)
    elif same:
        yield _remark(Verdict.AGREES if figure.withdrawn else Verdict.CONTRADICTED, taken_back(same), same)
    else:
        yield from _of_other_number(figure, [one for one in number if not one.withdrawn], standing, day)


def _of_other_number(figure: Told, number: _Told, standing: _Told, day: Day) -> Iterator[Remark]:
    """Of a figure whose number is on record of nothing like it, or not at all."""
    if others := [one for one in number if hardly_by_chance(figure, one)]:
        yield _remark(Verdict.ANOTHER_POPULATION, f"on record it is {counts(others)}", others)
    elif rivals := [one for one in standing if rival(figure, one, day)]:
        nearest = min(rivals, key=lambda one: _far(figure, one))
        yield _remark(Verdict.CONTRADICTED, f"on record it is {worded(nearest)}", [nearest])
    elif beside := [one for one in standing if same_matter(figure, one) and tied(figure, one)]:
        nearest = min(beside, key=lambda one: _far(figure, one))
        yield _remark(Verdict.NOT_ON_RECORD, f"the nearest on record of its kind is {worded(nearest)}", [nearest])


# The number is on record ----------------------------------------------------------------------------------------------


def _of_same_number(figure: Told, same: _Told, standing: _Told, day: Day) -> Iterator[Remark]:
    of_day = [one for one in same if of_one_day(figure, one)] if day.told(figure) else list(same)
    surely = [one for one in same if hardly_by_chance(figure, one)]
    if not of_day:
        if not surely:
            return
        yield _remark(Verdict.ANOTHER_DAY, f"on record it is {days(surely)}", surely)
    near = of_day or surely
    fitting = [one for one in near if may_be_by(figure, one)]
    if not fitting:
        yield _remark(_of_others(figure, near), f"on record it is {speakers(near)}", near)
        if not surely:
            return
    yield from _hedged(figure, fitting or near)
    if not day.told(figure):
        yield from _newer(figure, fitting or near, standing, day)
    yield _remark(Verdict.AGREES, f"on record as {worded((fitting or near)[0])}", fitting or near)


def _of_others(figure: Told, near: _Told) -> Verdict:
    """Of a number that is on record as the word of others: two sources may well come to one that is round."""
    by_chance = not any(hardly_by_chance(figure, one) for one in near)
    return Verdict.NOT_ON_RECORD if by_chance else Verdict.ANOTHER_SPEAKER


def _hedged(figure: Told, same: _Told) -> Iterator[Remark]:
    bare = lexicon.load().default("hedge").term
    if any(one.record.hedge == figure.record.hedge and _whole(figure, one) for one in same):
        return
    if figure.record.hedge == bare and not any(one.record.hedge == bare for one in same):
        yield _remark(Verdict.HEDGE_DROPPED, f"on record it is {number_in_words(same[0])}", same)
    elif all(apart(figure.record.bounds, one.record.bounds) for one in same):
        mine, theirs = number_in_words(figure), number_in_words(same[0])
        why = f"no number is both {mine}, as in the draft, and {theirs}, as on record"
        yield _remark(Verdict.CONTRADICTED, why, same)


def _whole(figure: Told, one: Told) -> bool:
    return figure.record.upper == one.record.upper


def _newer(figure: Told, same: _Told, standing: _Told, day: Day) -> Iterator[Remark]:
    """The newest figure of the same kind, where it is of a later day than all that have the number."""
    latest = max((one.record.latest for one in same), default="")
    if not latest:
        return
    later = [
        one
        for one in standing
        if latest < one.record.earliest <= (day.published or one.record.earliest)
        and same_matter(figure, one)
        and not agree(figure.record, one.record)
        and any(goes_on(before, one) for before in (*same, figure))
    ]
    if later:
        newest = max(later, key=lambda one: (one.record.latest, one.record.iri))
        yield _remark(Verdict.OLDER, f"the newest on record is {worded(newest)}", [newest])


def _far(figure: Told, one: Told) -> tuple[float, str]:
    return abs(float(figure.record.value - one.record.value)), one.record.iri


def _remark(verdict: Verdict, why: str, some: _Told) -> Remark:
    return Remark(verdict, why, shown(some))
