"""Gold annotations as values: the facts that a careful reader takes from one article.

Each item can say itself as a row of the named query that should find it (`row`), and the stretches of the article that
hold it, the most telling first (`passages`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, organization or place with all the names that the article gives it."""

    name: str
    aliases: tuple[str, ...] = ()
    court: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The fullest name, then the others."""
        return (self.name, *self.aliases)

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        return {"name": self.name, "labels": " | ".join(self.names)}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return self.names


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A temporal expression and the ISO value that it is normalised to."""

    text: str
    value: str

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        return {"text": self.text, "value": self.value}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A quantity that the article reports, with those of its attributes that are annotated."""

    value: Decimal
    hedge: str
    counted: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    text: str = ""
    at: str = ""

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        told = {"text": self.text, "value": str(self.value), "hedge": self.hedge, "counted": self.counted}
        return told | {name: value or "" for name, value in self.attributes.items()}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return (self.at, self.text)


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """A title that a person holds, in an organization where one is named."""

    person: GoldEntity
    title: str
    organization: str | None = None

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        return {"name": self.person.name, "title": self.title, "organization": self.organization or ""}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return (self.title, *self.person.names)


@dataclass(frozen=True, slots=True)
class GoldAct:
    """An official act: its type, the body that acted, those it is against, its date."""

    type: str
    by: str | None = None
    against: tuple[str, ...] = ()
    date: str | None = None
    at: str = ""
    trigger: str = ""

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        against = " | ".join(self.against)
        return {"type": self.type, "by": self.by or "", "against": against, "date": self.date or ""}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return (self.at, self.trigger, self.by or "", *self.against)


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """A source to whom the article attributes a quote or reported speech."""

    name: str

    @property
    def row(self) -> Row:
        """As the named queries would say it."""
        return {"speaker": self.name}

    @property
    def passages(self) -> tuple[str, ...]:
        """Stretches of the article that hold it, the most telling first."""
        return (self.name,)


GoldItem = GoldEntity | GoldDate | GoldFigure | GoldPosition | GoldAct | GoldSpeaker


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that is annotated in one article."""

    people: tuple[GoldEntity, ...] = ()
    organizations: tuple[GoldEntity, ...] = ()
    places: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    acts: tuple[GoldAct, ...] = ()
    speakers: tuple[GoldSpeaker, ...] = ()

    @property
    def courts(self) -> tuple[GoldEntity, ...]:
        """The organizations that are courts."""
        return tuple(body for body in self.organizations if body.court)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article's file, and what is annotated in it."""

    path: Path
    annotation: Annotation

    @property
    def source(self) -> str:
        """The article's file name, as the named queries give it."""
        return self.path.name
