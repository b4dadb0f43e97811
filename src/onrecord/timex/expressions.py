"""What a calendar expression says, before it is known which day that is.

'17 March' says a month and a day and leaves the year open; 'last Friday' counts from the day of publication, 'the next
day' from a date in the text. `onrecord.timex.resolve` turns each of these into a `Period`.
"""

from dataclasses import dataclass
from enum import Enum

from onrecord.timex.periods import Grain


class Origin(Enum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"
    TEXT = "a date earlier in the text"


class Part(Enum):
    """Which part of a period is meant: 'early 2024', 'the end of March'."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    EARLIER = "earlier"  # 'earlier this year': up to the day of publication
    LATER = "later"  # 'later this year': from the day of publication


@dataclass(frozen=True, slots=True)
class Relative:
    """'today', 'last week', 'two months ago', 'the following year', 'three days earlier'."""

    grain: Grain
    count: int
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class Weekend:
    """'last weekend', 'the weekend': the Saturday and Sunday of a week."""

    count: int | None  # weeks from that of publication; None: the nearest


Year = int | Relative | None  # None: the article leaves it open


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its numbers and names: '2014', 'June', '17 March', 'Friday, 17 March 2023'.

    `step` tells 'last March' (-1), 'this March' (0) and 'next March' (1) from plain 'March' (None).
    """

    year: Year = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """'03/04/2023', where the article's habit decides which number is the day."""

    left: int
    right: int
    year: int
    separator: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """'Friday', 'last Friday' (-1), 'this Friday' (0), 'next Friday' (1), 'the following Friday' (from the text)."""

    weekday: int  # 0 is Monday
    step: int | None = None
    origin: Origin = Origin.PUBLICATION
    week: Relative | None = None  # 'Thursday of last week'


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """'The first Monday of June', 'the last Sunday of April 2023', 'the second Friday of last month'."""

    nth: int  # from 1; -1 is the last
    weekday: int  # 0 is Monday
    month: "Calendar | Relative"


@dataclass(frozen=True, slots=True)
class Months:
    """A quarter, half a year: `count` months from month `start` of a year."""

    start: int
    count: int
    year: Year = None


@dataclass(frozen=True, slots=True)
class Years:
    """Several years in one word: 'the 1990s'."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Of:
    """A part of a period: 'late March', 'the beginning of last year'."""

    part: Part
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class Between:
    """'between 2014 and 2022', 'from 3 to 5 March', '2-5 December 2023'."""

    start: "Expression"
    end: "Expression"


Expression = Relative | Weekend | Calendar | Numeric | Weekday | NthWeekday | Months | Years | Of | Between


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and where it stands: `text[start:end]`."""

    start: int
    end: int
    says: Expression
