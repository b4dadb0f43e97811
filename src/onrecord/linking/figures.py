"""Figures of all articles as they are compared: of whom, on which days, by whose word, and which numbers they allow."""

from dataclasses import dataclass
from decimal import Decimal

from onrecord.graph import iri
from onrecord.graph.intervals import Interval, interval
from onrecord.lexicon import name_forms
from onrecord.values.findings import Kind
from onrecord.values.population import Population

_PLACE = f"{iri.BASE}{Kind.PLACE}/"  # how the identities of places begin
_SHARED, _SHARE = 2, 1 / 3  # of those whom and what two articles name, how many one story has in common, and which part
_ROUND = 100  # an exact number in whole hundreds may stand for one near it


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure as its article's graph has it; who takes part, by identity."""

    iri: str
    article: str
    population: Population
    action: str  # term
    scope: str  # term
    factuality: str  # term
    value: Decimal
    upper: Decimal | None
    hedge: str  # term
    earliest: str = ""  # ISO days; '' where the article is not dated
    latest: str = ""
    by: str = ""  # the identity of the original source; '' where nobody is named
    name: str = ""  # of the original source
    unnamed: str = ""  # the words for a source that has no name: 'local officials'; of a pronoun ''
    bodies: frozenset[str] = frozenset()  # identities of the bodies for which a person speaks
    said: frozenset[str] = frozenset()  # actions that the words for those counted tell: 'registered deported children'
    event: str = ""  # the node of what they are counted in, which articles may share
    agent: str = ""  # the identity of who did it to them, where that is told
    where: str = ""  # the identity of the place where they are, where that is told
    story: frozenset[str] = frozenset()  # identities of all whom and what the article names
    sentences: frozenset[str] = frozenset()  # those that state it: nodes of their evidence
    corrects: frozenset[Decimal] = frozenset()  # the numbers that it holds instead of

    @property
    def bounds(self) -> Interval:
        """The numbers that its value and hedge allow."""
        return interval(self.value, self.upper, self.hedge)

    @property
    def voice(self) -> tuple[str, str]:
        """Whose word it is: an identity, or the words for a source without a name; both '' in the article's own."""
        return self.by, "" if self.by else self.unnamed


def heard(figure: FigureRecord) -> bool:
    """Whether it is somebody's word, and not only the article's own."""
    return figure.voice != ("", "")


def one_source(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether both are, or may be, one source's: 'the ministry' any ministry, a person the body spoken for."""
    if a.by and b.by:
        return bool({a.by, *a.bodies} & {b.by, *b.bodies}) or name_forms.fold(a.name) == name_forms.fold(b.name)
    if not (heard(a) and heard(b)):
        return a.voice == b.voice
    return bool(_kind(a) & _kind(b))


def _kind(figure: FigureRecord) -> frozenset[str]:
    """The words of the source's name; of one without a name the noun that says what it is."""
    if figure.by:
        return frozenset(name_forms.words(figure.name))
    return frozenset((name_forms.head(figure.unnamed),))


def one_agent(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether both may count what one agent did: a charity's returns are not all returns, a state's may be."""
    agents = {a.agent, b.agent} - {""}
    return len(agents) == 0 or a.agent == b.agent or (len(agents) == 1 and min(agents).startswith(_PLACE))


def one_story(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether two articles tell of one thing, by the event or place of the figures, else by who and what they name.

    Events that nothing joined may be one all the same.
    """
    if a.event and a.event == b.event:
        return True
    if a.where and b.where and a.where != b.where:
        return False
    shared = len(a.story & b.story)
    return shared >= _SHARED and shared >= _SHARE * min(len(a.story), len(b.story))


def overlap(a: FigureRecord, b: FigureRecord) -> bool:
    """Whether both hold on some day."""
    return bool(a.earliest and b.earliest) and a.earliest <= b.latest and b.earliest <= a.latest


def lies_below(a: Interval, b: Interval) -> bool:
    """Whether every number that `a` allows is less than all that `b` allows."""
    if a.upper is None or b.lower is None:
        return False
    return a.upper < b.lower or (a.upper == b.lower and (a.upper_open or b.lower_open))


def apart(a: Interval, b: Interval) -> bool:
    """Whether no number is in both."""
    return lies_below(a, b) or lies_below(b, a)


def meant(figure: FigureRecord) -> Interval:
    """The numbers that whoever hedges or rounds a number so may have counted, by its last digit that is not zero.

    'More than 19,000' is said of up to 20,000, 'up to 35,000' of no less than 34,000, 'about 700' of 600 to 800.
    """
    bounds, unit = figure.bounds, _unit(figure.value)
    top = figure.value if figure.upper is None else figure.upper
    if bounds.lower is not None and bounds.upper is not None:
        margin = unit / 2 if figure.upper is None and unit >= _ROUND else Decimal(0)
        return Interval(figure.value - margin, top + margin)
    return Interval(figure.value - (unit if bounds.lower is None else 0), top + (unit if bounds.upper is None else 0))


def _unit(value: Decimal) -> Decimal:
    """The unit of the last digit that is not zero: 1000 of 35,000, 0.1 of 18.9."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def significant_digits(figure: FigureRecord) -> int:
    """How many digits its number has, but for the zeros at its end: 5 of 19,546, 1 of 20,000."""
    return len(figure.value.normalize().as_tuple().digits)
