"""A chronology as values: entries by day, what articles tell of each, and the numbered sources."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.verification.failure import Failure


class Kind(StrEnum):
    """What an entry is."""

    ACT = "act"
    ACCUSATION = "accusation"
    EVENT = "event"
    FIGURE = "figure"
    STATEMENT = "statement"
    POSITION = "position"


class DayIs(StrEnum):
    """What the day of an entry is the day of."""

    HAPPENED = "happened"  # the act or event
    HOLDS = "as of"  # of which the figure or the position holds
    SAID = "said"  # on which it was said
    PUBLISHED = "reported"  # on which the first article that tells it was published; no other day is told
    UNKNOWN = "no day told"


@dataclass(frozen=True, slots=True)
class Source:
    """An article, under the number by which entries cite it."""

    number: int  # from 1, in the order of the entries
    article: str  # IRI
    name: str  # of its file, or its id
    headline: str
    publisher: str
    published: str  # ISO day; '' where it is not known
    url: str
    retrieved: str
    sha256: str  # of its text in UTF-8

    @property
    def title(self) -> str:
        """What it is called by: its headline, or else the name of its file."""
        return self.headline or self.name


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of an article's text; offsets in Unicode code points, the end exclusive."""

    start: int
    end: int
    exact: str
    page: str  # of a printed document, from 1; '' of others
    fault: str = ""  # why it does not stand in the text; '' where it does

    @property
    def place(self) -> str:
        """Where it stands, for people: 'page 3' or 'characters 120–180'."""
        return f"page {self.page}" if self.page else f"characters {self.start}–{self.end}"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of an entry."""

    node: str  # IRI
    source: Source
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on record, however many articles tell it."""

    kind: Kind
    node: str  # IRI; of an act or event of several articles the one that stands for it
    day: str  # ISO day, month, year or span, as it is told; '' where none is
    day_is: DayIs
    what: str  # in one line
    standing: str  # how it stands, in words: 'issued', 'charged'; '' where nothing is told
    establishes: str  # what is made of a deed: 'alleged' or 'found'; '' where nothing is
    tellings: tuple[Telling, ...]  # by day of publication

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({telling.source.article for telling in self.tellings})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries a chronology has; by default all."""

    kinds: frozenset[Kind] = frozenset()  # empty for all
    standings: frozenset[str] = frozenset()  # terms, or what is made of a deed; empty for all, those without one too
    first: dt.date = dt.date.min  # entries that may lie between these days, both inclusive
    last: dt.date = dt.date.max

    @property
    def in_words(self) -> str:
        """What it leaves of all there is: 'only acts; from 2024-01-01'; '' where it leaves all."""
        from onrecord.lexicon.establishing import in_words  # here, since the command line needs the kinds at once

        said = []
        if self.kinds:
            said.append(f"only {', '.join(f'{kind}s' for kind in Kind if kind in self.kinds)}")
        if self.standings:
            said.append(f"only what is {', '.join(in_words(one) for one in sorted(self.standings))}")
        if self.first != dt.date.min:
            said.append(f"from {self.first}")
        if self.last != dt.date.max:
            said.append(f"to {self.last}")
        return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Chronology:
    """What is on record about somebody or something, or in the answer to a question, by day."""

    title: str
    of: str  # the IRI, or the name of the question
    selection: Selection
    entries: Sequence[Entry]  # those without a day at the end
    sources: Sequence[Source]  # by number
    total: int  # entries of the selection; more than are there where only some were wanted
    failures: Sequence[Failure] = ()  # quotes that do not stand in their texts
    is_checked: bool = False  # whether quotes were compared with texts: a store elsewhere has none


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below each page of a printed chronology."""

    address: str  # of the page, or the command that made it
    day: str  # on which it was made, ISO; and of the record, where it is an earlier one
    identity: str  # of the dataset, 'sha256:…'; '' where it is not known

    @property
    def line(self) -> str:
        """In one line."""
        return " · ".join(filter(None, (self.address, self.day, self.identity)))
