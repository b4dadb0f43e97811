"""Which figures are of one matter: the same people, what happened to them, on which days, by whose word."""

from dataclasses import dataclass

from onrecord.check.figures import Told
from onrecord.check.likeness import RETOLD, retold
from onrecord.check.parties import one as one_party
from onrecord.lexicon import lexicon
from onrecord.linking.contradiction import agree
from onrecord.linking.figures import apart, heard, one_agent, one_source, significant_digits
from onrecord.linking.populations import Relation, plain, relation
from onrecord.linking.revisions import series
from onrecord.values.isodate import bounds

_TELLING = 4  # digits: two counts do not come to 19,546 by chance
_NOTABLE_DIGITS = 3  # that two counts of one matter in one story hardly have in common
_NOTABLE = 100  # numbers from here on that one source gives twice hardly are two counts
_NEAR = 10  # of which part a hedged number may be from the exact one that it stands for: a tenth
_NIGHT = 1  # day between what happened and the article that tells it
_MONTH = 31  # days within which a figure that a draft gives no day for is of the draft's own day
_STORY = 2  # of those whom and what two articles name, how many those of one running total have in common


@dataclass(frozen=True, slots=True)
class Day:
    """What a draft says of its own day."""

    published: str = ""  # ISO; '' where it has none

    def told(self, figure: Told) -> bool:
        """Whether the draft gives a day for the figure, and not only its own."""
        return bool(figure.as_of) and figure.as_of != self.published


def same_number(figure: Told, one: Told) -> bool:
    a, b = figure.record, one.record
    if (a.value, a.upper) == (b.value, b.upper):
        return True
    ends = {b.value, b.upper}
    return b.upper is not None and a.upper is None and a.value in ends


def stands_for(figure: Told, one: Told) -> bool:
    """Whether a hedged number may stand for an exact one on record: 'nearly 20,000' for 19,546."""
    a, b, bare = figure.record, one.record, lexicon.load().default("hedge").term
    if a.hedge == bare or b.hedge != bare or a.upper is not None or a.value < _NEAR:
        return False
    return abs(a.value - b.value) * _NEAR <= a.value and not apart(a.bounds, b.bounds)


def same_matter(figure: Told, one: Told) -> bool:
    """Whether both count the same people, and tell of the same that happened to them."""
    a, b, untold = figure.record, one.record, lexicon.load().default("action").term
    if a.action != b.action and untold not in (a.action, b.action):
        return False
    how = relation(plain(a.population, a.action), plain(b.population, b.action))
    if how is not Relation.APART:
        return True
    same_head = plain(a.population, a.action).head == plain(b.population, b.action).head
    return same_head and (_telling(figure) or _like(figure, one) >= RETOLD)


def tied(figure: Told, one: Told) -> bool:
    """Whether anything but a number that any count may come to ties the two: who is named, or the words."""
    return _telling(figure) or bool(figure.record.story & one.record.story) or _like(figure, one) >= RETOLD


def _telling(figure: Told) -> bool:
    return significant_digits(figure.record) >= _TELLING


def hardly_by_chance(figure: Told, one: Told) -> bool:
    """Whether the one number of two matters is one number all the same."""
    a, b = figure.record, one.record
    if _telling(figure) or _like(figure, one) >= RETOLD:
        return True
    if significant_digits(a) == _NOTABLE_DIGITS and same_matter(figure, one) and len(a.story & b.story) >= _STORY:
        return True
    return figure.record.value >= _NOTABLE and bool(figure.by) and one_party(figure.by, one.by)


def rival(figure: Told, one: Told, day: Day) -> bool:
    """Whether a figure on record tells the same matter in another number."""
    a, b, untold = figure.record, one.record, lexicon.load().default("action").term
    if not same_matter(figure, one) or agree(a, b) or a.action != b.action:
        return False
    within = _NIGHT if day.told(figure) else _MONTH
    if not of_one_day(figure, one, within):
        return False
    if _like(figure, one) >= RETOLD:
        return True
    if untold == a.action or not (heard(a) and heard(b) and may_be_by(figure, one)):
        return False
    if _scopes("ofOccasion") & {a.scope, b.scope}:
        return a.scope == b.scope and day.told(figure)
    return True


def _like(figure: Told, one: Told) -> float:
    return max(retold(a.sentence.exact, b.sentence.exact) for a in figure.sources for b in one.sources)


def may_be_by(figure: Told, one: Told) -> bool:
    """Whether a figure on record may be the word of whom the draft names; the article's own voice is anybody's."""
    if not figure.by or not heard(one.record):
        return True
    return one_party(figure.by, one.by) or one_source(figure.record, one.record)


def of_one_day(figure: Told, one: Told, within: int = _NIGHT) -> bool:
    """Whether both may hold on one day, or on days so near; articles tell in the night what was yesterday."""
    a, b = figure.record, one.record
    if not (a.earliest and b.earliest):
        return True
    first, last = (bounds(d)[0].toordinal() for d in (a.earliest, a.latest))
    return first - within <= bounds(b.latest)[0].toordinal() and bounds(b.earliest)[0].toordinal() <= last + within


def goes_on(before: Told, after: Told) -> bool:
    """Whether the later figure takes the place of the earlier one: in its series, or as a total of one matter."""
    a, b = before.record, after.record
    if set(series(a)) & set(series(b)):
        return True
    if (
        b.scope not in _scopes("accumulates")
        or a.scope in _scopes("ofOccasion")
        or {a.event, b.event} - {""}
        or b.value < a.value
    ):
        return False
    if {a.by, a.agent} & {b.by, b.agent} - {""}:
        return True
    populations = plain(a.population, a.action), plain(b.population, b.action)
    return one_agent(a, b) and len(set(populations)) == 1 and len(a.story & b.story) >= _STORY


@lexicon.derived
def _scopes(key: str) -> frozenset[str]:
    return frozenset(scope.term for scope in lexicon.load().marked("scope", key))
