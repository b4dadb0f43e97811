"""What extraction finds in one article: small frozen values, free of spaCy and of RDF.

Offsets count Unicode code points of the article's text; `end` is exclusive. Dates are ISO 8601 texts: a day
(`2024-01-24`), a month (`2024-01`), a year (`2024`), or a span of two of them (`2022-02-24/2023-03-17`).
Whoever takes part in a claim is named by the evidence of the words that stand for it; `resolve` finds the entity.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of the article's text: `text[start:end] == exact`."""

    start: int
    end: int
    exact: str

    def covers(self, other: "Evidence") -> bool:
        """Whether `other` lies within this stretch."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Evidence") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Kind(StrEnum):
    """What an entity is. A court is an organization as well."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COURT = "court"
    PLACE = "place"


class Form(StrEnum):
    """How the words of a mention stand for an entity."""

    NAME = "name"
    ROLE = "role"  # 'the ombudsman', 'the charity', 'its chief operating officer'
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """Grammatical gender a mention shows, for matching pronouns."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a person, an organization, a court or a place."""

    evidence: Evidence
    form: Form
    kind: Kind | None  # None where the words do not tell ('it', 'the body')
    name: str  # a NAME without title, leading 'the' and possessive; a ROLE's head noun; a PRONOUN in lower case
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    stands_for: Evidence | None = (
        None  # the mention it restates: '(PACE)' its full name, 'the founder, A. B.,' the name
    )
    described: tuple[str, ...] = ()  # role nouns the text applies to a NAME where it stands, in lower case: 'founder'
    subject: bool = False  # the grammatical subject of its clause
    longer: Evidence | None = None  # a longer form of the NAME around it: "Dorvania's Ministry of Defence"
    confidence: Decimal | None = None  # the encoder's probability of such a NAME here; None where only rules find it


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression and what it resolves to."""

    evidence: Evidence
    value: str  # ISO day, month, year or span
    earliest: str  # ISO day, inclusive
    latest: str  # ISO day, inclusive
    rule: str  # how it was resolved: 'full', 'nearest before publication', ...
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Bases:
    """What each field of a figure was decided on: terms of ontology/bases.ttl; '' where the usual one is meant."""

    value: str = ""
    counted: str = ""
    action: str = ""
    scope: str = ""
    as_of: str = ""
    reported_by: str = ""
    where: str = ""
    factuality: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something reported."""

    evidence: Evidence  # the number with its hedge
    value: Decimal  # the lower end of a range
    upper: Decimal | None
    hedge: str  # term of ontology/hedges.ttl
    counted: str  # what is counted, in the article's words without the number
    action: str  # term of ontology/actions.ttl
    scope: str  # 'total', 'increment' or 'unspecified'
    date: str  # ISO date that the figure's own clause gives; '' where it gives none
    sentence: Evidence
    head: str = ""  # lemma of the noun counted: 'child' of 'deported Ukrainian children'
    withdrawn: bool = False  # taken back by a correction
    corrects: tuple[Evidence, ...] = ()  # the evidence of the withdrawn figures that this one holds instead of
    parts: tuple[Evidence, ...] = ()  # the evidence of the figures that the text says make up this one
    factuality: str = ""  # term of ontology/factuality.ttl; '' where its source asserts it, the list's default
    where: Evidence | None = None  # the words of its own sentence that name the place of those counted
    agent: Evidence | None = None  # the words that name who did it to those counted
    tabled: bool = False  # a cell of a table, told by its heads
    told_date: str = ""  # ISO date told elsewhere in the article of which it holds, where its own clause gives none
    bases: Bases = field(default_factory=Bases)  # of what its own clause tells


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation or reported speech: somebody said something. Never that it is so."""

    quote: Evidence  # the words said
    form: str  # 'direct', 'indirect' or 'mixed'
    speaker: Evidence | None  # the words that name who said it
    cue: Evidence | None  # 'said', 'according to'
    date: str  # ISO date of the saying; '' where the article gives none
    sentence: Evidence
    past: bool = True  # 'said', 'told'; not 'says', 'according to'
    kind: str = ""  # term of the word list of sayings: what it does; '' for the usual one
    takes_up: str = ""  # of a denial that does not say itself what it denies: 'claim', 'figure', 'charge'
    venue: Evidence | None = None  # where it was said: 'a briefing in Davos', 'Facebook'
    place: Evidence | None = None  # the place named there
    confidence: Decimal | None = None  # the encoder's probability of the attribution; None where only rules find it
    parts: tuple[Evidence, ...] = ()  # of an interrupted quote, its stretches: '“We left,” she said, “at night.”'
    opens: bool = False  # a quotation that opens a paragraph, as turns of a dialogue do

    @property
    def stretches(self) -> tuple[Evidence, ...]:
        """The words said, without those that interrupt them."""
        return self.parts or (self.quote,)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Whose word figures are, and of which day, told apart from them: the publication of a text, or a general note."""

    evidence: Evidence  # the text that was published; of a general note all that it holds for, from the note on
    source: Evidence | None  # the words that name whoever published it, or whose figures all are
    date: str  # ISO; '' where the note gives none
    sentence: Evidence
    cue: Evidence | None = None  # 'released', 'are from'
    general: bool = False  # 'all figures are from …', not 'the ministry released a report on Monday'


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody holds a title, in an organization where one is named."""

    person: Evidence
    title: Evidence
    organization: Evidence | None
    sentence: Evidence
    role: str = ""  # the noun, where `title` is the verb that says it: 'head' of 'who heads the centre'
    post: str = ""  # the normalised role, a term of ontology/roles.ttl: 'ombudsperson'; '' where no entry fits
    tenure: str = ""  # a term of ontology/roles.ttl: 'former', 'acting'; '' where the text says nothing of the kind
    place: Evidence | None = None  # the state or place whose office it is, where the title names no body
    held: str = ""  # ISO day, month, year or span for which the text gives it; '' where it gives none


@dataclass(frozen=True, slots=True)
class Office:
    """An office named by a role: the article may or may not say who holds it."""

    holder: Evidence  # the words that stand for the holder: 'Torvia's ombudsman'
    title: Evidence
    organization: Evidence | None  # of the two, one is known
    place: Evidence | None
    post: str  # the normalised role, a term of ontology/roles.ttl
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class Revision:
    """What an act does to an earlier one, and the words that stand for that: 'upheld his sentence'."""

    effect: str  # term of the word list of effects: it upholds, overturns or amends the other
    words: Evidence  # 'that judgment'; 'it'
    noun: str = ""  # the lemma of their head; '' of a pronoun
    definite: bool = True  # whether they take up an act told of, or known: not 'a ban'
    standing: str = ""  # how the earlier act stands by it; '' where that does not change
    types: frozenset[str] = frozenset()  # the kinds of act that the words may name; none of a pronoun
    against: tuple[Evidence, ...] = ()  # whom the words say it is against: 'his sentence'
    by: Evidence | None = None  # who they say made it: 'the ministry's ban'
    date: str = ""  # ISO: 'the sanctions of March'
    number: str = ""  # 'Decree 12'


@dataclass(frozen=True, slots=True)
class Act:
    """An official act: a warrant, a resolution, a judgment."""

    evidence: Evidence  # the words that make the act: 'issued arrest warrants'
    type: str  # term of ontology/acts.ttl
    by: Evidence | None  # an Agreement has parties instead, in `against`
    against: tuple[Evidence, ...]
    date: str  # ISO; '' where the article gives none
    standing: str  # term of ontology/acts.ttl; one that is 'sought' or 'rejected' has not come about
    sentence: Evidence
    subject: str = ""  # what it is for, as the article words it
    number: str = ""  # 'Resolution 2482 (2023)', or the title it is known by
    sought_by: Evidence | None = None  # who asked for it, of one that is sought or rejected
    described: Evidence | None = None  # the words for who made it, where those are no name: 'a court in Koblenz'
    place: Evidence | None = None  # the place named there, or where else the text says that it was made
    acquits: tuple[Evidence, ...] = ()  # whom a judgment clears; they are not in `against`
    revises: tuple[Revision, ...] = ()  # what it does to earlier acts


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, where and when, as the article tells it: a fire, an exchange, a vote."""

    kind: str  # term of ontology/events.ttl
    label: str  # the article's words for it: 'a fire in Karol Bagh'
    evidence: tuple[Evidence, ...]  # each place that tells or names it, in order of the text
    reasons: tuple[str, ...]  # why each was taken for it, in the order of `evidence`
    place: Evidence | None  # the words that name where it happened
    date: str  # ISO; '' where the article gives none
    figures: tuple[Evidence, ...] = ()  # the evidence of the figures that belong to it
    acts: tuple[Evidence, ...] = ()  # the evidence of the acts whose clause tells of it


@dataclass(frozen=True, slots=True)
class Accusation:
    """Somebody is accused of a deed. Never that they did it."""

    person: Evidence  # the words for who is accused
    deed: Evidence  # as the article words it
    by: Evidence | None  # the words that stand for who accuses them
    described: Evidence | None  # the words for who does, where those are no mention
    status: str  # term of ontology/accusations.ttl
    date: str  # ISO; '' where the article gives none
    evidence: Evidence
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class Age:
    """What the article says of a person's age, as far as it matters: a child or not."""

    person: Evidence
    evidence: Evidence  # 'a 14-year-old', '14', 'the boy'
    minor: bool  # under eighteen


@dataclass(frozen=True, slots=True)
class Birth:
    """When a listing says that a person was born."""

    person: Evidence
    evidence: Evidence  # '12 May 1961'
    date: str  # ISO day, month or year


@dataclass(frozen=True, slots=True)
class Findings:
    """All that extraction found in one article, each tuple in order of the text."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    source_notes: tuple[SourceNote, ...] = ()
    positions: tuple[Position, ...] = ()
    offices: tuple[Office, ...] = ()
    acts: tuple[Act, ...] = ()
    events: tuple[Event, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    ages: tuple[Age, ...] = ()
    births: tuple[Birth, ...] = ()
    sentences: tuple[Evidence, ...] = ()
    published: str = ""  # ISO day: as it was given, else as the article's own dateline has it
