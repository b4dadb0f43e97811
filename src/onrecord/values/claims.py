"""What the graph will hold of one article: claims, with the entities that take part in them."""

from dataclasses import dataclass, field
from decimal import Decimal

from onrecord.values.entities import Entity
from onrecord.values.findings import Bases, DateExpression, Evidence, Kind, Revision


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the chain that brought a figure to the article."""

    who: Entity
    named: Evidence  # the words that name them there


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure on record."""

    value: Decimal
    upper: Decimal | None
    hedge: str
    counted: str
    action: str
    scope: str
    as_of: str  # ISO date; '' where neither the text nor the publication gives one
    sources: tuple[Source, ...]  # the chain, nearest to the article first
    evidence: tuple[Evidence, ...]  # each place that states it: the number with its hedge
    sentences: tuple[Evidence, ...]  # in the order of `evidence`
    population: str = ""  # of whom it speaks, in a form that can be compared: 'child | ukrainian'
    withdrawn: bool = False  # taken back by a correction
    corrects: tuple[Evidence, ...] = ()  # of the withdrawn figures that this one holds instead of
    parts: tuple[Evidence, ...] = ()  # of the figures that the text says make up this one
    factuality: str = ""  # term of ontology/factuality.ttl; '' where its source asserts it, the list's default
    event: Evidence | None = None  # the first words that tell the event that it belongs to
    where: Entity | None = None  # the place of those counted
    agent: Entity | None = None  # who did it to those counted
    tabled: bool = False  # a cell of a table
    bases: Bases = field(default_factory=Bases)  # what each field was decided on

    @property
    def reported_by(self) -> Entity | None:
        """The original source: the last of the chain, but for a place, which names nobody ('Kyiv says')."""
        return next((s.who for s in reversed(self.sources) if s.who.kind is not Kind.PLACE), None)


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """Somebody said something."""

    quote: Evidence
    form: str
    speaker: Entity | None
    speaker_evidence: Evidence | None
    cue: Evidence | None
    date: str
    sentence: Evidence
    kind: str = ""  # term of the word list of sayings; '' for the usual one
    venue: Evidence | None = None  # where it was said, as the article words it
    place: Entity | None = None  # the place named there
    denies: Evidence | None = None  # of a denial, the words of the statement, figure or act that it denies
    confidence: Decimal | None = None  # the encoder's probability of the attribution; None where only rules find it
    parts: tuple[Evidence, ...] = ()  # of an interrupted quote, its stretches: '“We left,” she said, “at night.”'

    @property
    def stretches(self) -> tuple[Evidence, ...]:
        """The words said, without those that interrupt them."""
        return self.parts or (self.quote,)

    def covers(self, where: Evidence) -> bool:
        """Whether the words are among those said."""
        return any(said.covers(where) for said in self.stretches)


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """Somebody holds a title."""

    person: Entity
    title: str
    organization: Entity | None
    evidence: tuple[Evidence, ...]
    sentences: tuple[Evidence, ...]
    role: str = ""  # normalised: a term of the word list of posts
    tenure: str = ""  # a term of the word list of tenures; '' where the text says nothing of the kind
    attested: str = ""  # the ISO day, month, year or span for which the article attests it
    place: Entity | None = None  # the state or place whose office it is, where no organization is named


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """An office that the article names without saying who holds it."""

    title: str
    role: str  # normalised: a term of the word list of posts
    organization: Entity | None  # of the two, one is known
    place: Entity | None
    attested: str  # ISO day of publication
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What an act does to an earlier act of its article."""

    kind: str  # term of the word list of effects: it upholds, overturns or amends the other
    act: int  # the place of the earlier act among those of the article


@dataclass(frozen=True, slots=True)
class ActClaim:
    """A body did something in law."""

    type: str
    by: Entity | None
    against: tuple[Entity, ...]
    date: str
    standing: str
    subject: str
    number: str
    evidence: tuple[Evidence, ...]
    sentences: tuple[Evidence, ...]
    sought_by: Entity | None = None  # who asked for an act that is sought or rejected
    described: Evidence | None = None  # the words for who made it, where the article names nobody
    place: Entity | None = None  # where it was made
    acquits: tuple[Entity, ...] = ()  # whom it clears
    revises: tuple[Revision, ...] = ()  # the words for earlier acts that it upholds, overturns or amends
    effects: tuple[Effect, ...] = ()  # what it does to those of them that are on record


@dataclass(frozen=True, slots=True)
class EventClaim:
    """Something happened, as the article tells it."""

    kind: str  # term of ontology/events.ttl
    label: str
    date: str
    place: Entity | None
    evidence: tuple[Evidence, ...]  # each place that tells or names it; the first stands for it
    reasons: tuple[str, ...]  # why each was taken for it
    acts: tuple[Evidence, ...] = ()  # the evidence of the acts whose clause tells of it


@dataclass(frozen=True, slots=True)
class AccusationClaim:
    """Somebody is accused of a deed. Never that they did it."""

    person: Entity
    deed: str  # as the article words it
    by: Entity | None
    described: str  # the words for who accuses them, where the article names nobody
    status: str  # term of the word list of accusations
    date: str
    evidence: tuple[Evidence, ...]
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AgeClaim:
    """A person is said to be a child, or to be of age."""

    person: Entity
    minor: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class BirthClaim:
    """A person is said to have been born on a day, in a month or a year."""

    person: Entity
    date: str  # ISO
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one article puts on record."""

    entities: tuple[Entity, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    acts: tuple[ActClaim, ...] = ()
    events: tuple[EventClaim, ...] = ()
    accusations: tuple[AccusationClaim, ...] = ()
    ages: tuple[AgeClaim, ...] = ()
    births: tuple[BirthClaim, ...] = ()
    sentences: tuple[Evidence, ...] = ()
    offices: tuple[OfficeClaim, ...] = ()
