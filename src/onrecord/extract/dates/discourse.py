"""Discourse anchors: which day, month or year told before it an underspecified date is resolved against.

'In March 2022 the army came. In April it withdrew.' tells of April 2022, whenever it was published; 'today' in a
quotation is the day on which that was said. An article that names no day of publication may name the day of its news.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from spacy.tokens import Span, Token

from onrecord.extract.syntax.clauses import VERBAL, auxiliaries, finite, verb_of
from onrecord.timex.expressions import (
    Between,
    Calendar,
    Expression,
    Found,
    Numeric,
    Of,
    Origin,
    Relative,
    Weekday,
    Weekend,
)
from onrecord.timex.normalise import Context, Outlook, Resolved, Rule, resolve
from onrecord.timex.periods import Grain, Period
from onrecord.values.findings import Evidence

_IN_REACH = 3  # sentences back in which a date may find the day or month of its story, and 'the next day' its day
_NEARBY = 12  # dates looked at in that reach, so that a text in one endless sentence takes no longer
_SAID_IN = 6  # sentences back in which the day of a quotation stands
_NEWS = dt.timedelta(days=14)  # how long before publication what is quoted was said
_ISSUE = dt.timedelta(days=31)  # how long after the last weekday named by its date the article may still tell of days
_FRONTED = 3  # tokens from the start of a clause to the date that opens it
_PREPOSITIONS = 2  # between a date and the verb it modifies: 'until after March'
_SUBORDINATE = ("relcl", "acl", "advcl")  # clauses that tell of something beside the story
_TOLD = 3  # dates with month and year of the shortest narrative
_HEADING = 60  # characters of the longest heading
_OF_ITSELF = frozenset({Rule.FULL, Rule.HABIT, Rule.TEXT, Rule.STORY})  # resolved without the day of publication
_BY_PUBLICATION = frozenset(Rule) - _OF_ITSELF - {Rule.OPEN_ORDER}
_SO_FAR = r"(?:so far|to date|until now|up to now)"
_THIS_YEAR = re.compile(
    rf"\b{_SO_FAR},? in (?P<a>(?:19|20)\d\d)\b|\bin (?P<b>(?:19|20)\d\d),? {_SO_FAR}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """An expression in its sentence."""

    found: Found
    evidence: Evidence
    span: Span
    sentence: int  # its number in the text
    paragraph: int  # where it starts
    outlook: Outlook
    quoted: bool


class Discourse:
    """The dates of one article as they are resolved, in order of the text."""

    def __init__(self, text: str, places: Sequence[Place], published: dt.date | None, day_first: bool | None) -> None:
        self._told: list[tuple[Place, Resolved]] = []
        self._published, self._day_first = published, day_first
        self._narrative = _is_narrative(places, published)
        self._headings = list(_headings(text, places))
        self._news = None if published else _day_of_news(places) or _year_so_far(text)

    def resolve(self, place: Place) -> Resolved | None:
        """What the date means; it is an anchor of those after it."""
        resolved = self._resolve(place)
        if resolved:
            self._told.append((place, resolved))
        return resolved

    def _resolve(self, place: Place) -> Resolved | None:
        says = place.found.says
        context = Context(self._published, place.outlook, self._before(place), self._day_first, self._story(place))
        if place.quoted and isinstance(says, Relative) and (said := self._day_said(place)):
            return _by(Rule.SAID, resolve(says, replace(context, published=said)))
        resolved = resolve(says, context) or self._weekday_after(place)
        if resolved or self._news is None or not (self._news.grain is Grain.DAY or _has_year_grain(says)):
            return resolved
        return _by(Rule.NEWS, resolve(says, replace(context, published=self._news.last)))

    def _weekday_after(self, place: Place) -> Resolved | None:
        """'He was arrested on 3 March 2022. On Friday he was freed.', where no day of publication is known."""
        match place.found.says:
            case Weekday(weekday, None, Origin.PUBLICATION, None) if self._published is None and self._news is None:
                told, resolved = next(self._back(place, 1), (None, None))
                if told and resolved and told.paragraph == place.paragraph and resolved.period.grain is Grain.DAY:
                    after = Weekday(weekday, 1, Origin.TEXT)
                    return resolve(after, Context(None, before=(resolved.period,)))
        return None

    def _before(self, place: Place) -> tuple[Period, ...]:
        """The dates in reach before it, nearest first."""
        return tuple(resolved.period for _, resolved in islice(self._back(place, _IN_REACH), _NEARBY))

    def _back(self, place: Place, reach: int) -> Iterator[tuple[Place, Resolved]]:
        return takewhile(lambda told: told[0].sentence >= place.sentence - reach, reversed(self._told))

    def _story(self, place: Place) -> Period | None:
        """The date told before whose year the date goes on in; None where publication decides."""
        if place.outlook is not Outlook.BACK and not _tells_past(place.span):
            return None
        for told, resolved in reversed(self._told):
            if resolved.rule in _BY_PUBLICATION:
                return None
            if resolved.period.grain is not Grain.SPAN:
                governs = self._narrative or _governs(told, resolved.period, place)
                return resolved.period if governs else self._heading(place)
        return self._heading(place)

    def _heading(self, place: Place) -> Period | None:
        """The year or month in the heading of the section."""
        at = bisect_right(self._headings, place.found.start, key=lambda heading: heading[0])
        return self._headings[at - 1][1] if at else None

    def _day_said(self, place: Place) -> dt.date | None:
        """The day on which the words around a date were said: the last one told outside the quotation."""
        if self._published is None:
            return None
        for told, resolved in self._back(place, _SAID_IN):
            day = resolved.period.last
            recent = dt.timedelta(0) <= self._published - day <= _NEWS
            if resolved.period.grain is Grain.DAY and recent and not told.quoted:
                return day
        return None


def _by(rule: Rule, resolved: Resolved | None) -> Resolved | None:
    if resolved is None or resolved.rule not in _BY_PUBLICATION:
        return resolved
    return replace(resolved, rule=rule)


def _governs(told: Place, period: Period, place: Place) -> bool:
    """Whether a date goes on in the passage of the one before, which dates the main clause of its sentence.

    A day or month does so in reach; a year where it opens its sentence ('In 2016 …'), or for its own clause.
    """
    verb, above = verb_of(place.span.root), _dated_verb(told.span)
    if above is None or place.sentence - told.sentence > _IN_REACH or told.paragraph != place.paragraph:
        return False
    if told.sentence == place.sentence and verb is not None and (above == verb or above.is_ancestor(verb)):
        return True
    fronted = told.span.start < above.left_edge.i + _FRONTED
    return (fronted or period.grain is not Grain.YEAR) and above.dep_ not in _SUBORDINATE


def _dated_verb(date: Span) -> Token | None:
    """The verb that a date modifies: that of 'came in March', but none for 'the raid of March'."""
    token = date.root
    for _ in range(_PREPOSITIONS):
        if token.head.pos_ in VERBAL:
            return token.head
        token = token.head
        if token.pos_ != "ADP":
            return None
    return None


def _tells_past(date: Span) -> bool:
    """Whether the clause of a date is in the past tense, or without a verb of its own in such a one."""
    verb = verb_of(date.root)
    while verb is not None and not finite(verb) and verb.head != verb:
        verb = verb_of(verb)
    return verb is not None and any(token.tag_ == "VBD" for token in (verb, *auxiliaries(verb)))


def _is_narrative(places: Sequence[Place], published: dt.date | None) -> bool:
    """Whether a text tells of another time than its own: it has dates, and no word that counts from its own day."""
    years = [year for place in places for year in _years(place.found.says)]
    told = [place for place in places if _has_month_and_year(place.found.says)]
    if len(told) < _TOLD or any(_is_deictic(place.found.says) for place in places):
        return False
    return published is None or max(years) < published.year


def _is_deictic(says: Expression) -> bool:
    match says:
        case Relative(origin=Origin.PUBLICATION) | Weekday(origin=Origin.PUBLICATION) | Weekend():
            return True
        case Calendar(year=year, weekday=weekday, step=step):
            return isinstance(year, Relative) or weekday is not None or step is not None
        case Of(_, whole):
            return _is_deictic(whole)
        case Between(start, end):
            return _is_deictic(start) or _is_deictic(end)
    return False


def _years(says: Expression) -> Iterator[int]:
    match says:
        case Calendar(int(year)) | Numeric(year=year):
            yield year
        case Of(_, whole):
            yield from _years(whole)
        case Between(start, end):
            yield from (*_years(start), *_years(end))


def _has_month_and_year(says: Expression) -> bool:
    match says:
        case Calendar(int(), int()) | Numeric() | Between(Calendar(month=int()), Calendar(year=int())):
            return True
        case Of(_, whole):
            return _has_month_and_year(whole)
    return False


def _has_year_grain(says: Expression) -> bool:
    """Whether the year alone decides what the words mean: 'June', '25 June', 'last year'."""
    match says:
        case Calendar(year=None, weekday=None, step=None) | Relative(Grain.YEAR):
            return True
        case Of(_, whole):
            return _has_year_grain(whole)
    return False


def _headings(text: str, places: Sequence[Place]) -> Iterator[tuple[int, Period]]:
    """The lines that only name a year or month, or something of one, with where they end."""
    for place in places:
        start, end = text.rfind("\n", 0, place.found.start) + 1, text.find("\n", place.found.end)
        line = text[start:end].strip() if start < end <= start + _HEADING else ""
        alone = line == place.evidence.exact
        if not line or line[-1] in ".,;!?”\"'" or not (start or alone) or not isinstance(place.found.says, Calendar):
            continue
        meant = resolve(place.found.says, Context(None))
        if meant and meant.period.grain is not Grain.DAY:
            yield end, meant.period


def _day_of_news(places: Sequence[Place]) -> Period | None:
    """The last day that a text names by weekday and date, as one does of days just gone, or one told soon after."""
    years = [year for place in places for year in _years(place.found.says)]
    if not years:
        return None
    named: list[Period] = []
    told: list[Period] = []
    around = Context(dt.date(max(years), 7, 1))  # with a year left open: a year before or after the last one told
    for place in places:
        says = place.found.says
        if place.outlook is Outlook.AHEAD or not isinstance(says, Calendar) or not says.day:
            continue
        meant = resolve(says, around)
        if meant and meant.rule in (Rule.FULL, Rule.WEEKDAY):
            told.append(meant.period)
            named += [meant.period] if says.weekday is not None else []
    if not named:
        return None
    last = max(named, key=_last)
    return max((day for day in told if day.last - last.last <= _ISSUE), key=_last)


def _last(period: Period) -> dt.date:
    return period.last


def _year_so_far(text: str) -> Period | None:
    """The year in which a text was written, where it counts up to its own day: 'to date, in 2022'."""
    found = _THIS_YEAR.search(text)
    meant = resolve(Calendar(int(found["a"] or found["b"])), Context(None)) if found else None
    return meant.period if meant else None
