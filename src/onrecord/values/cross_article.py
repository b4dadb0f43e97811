"""What articles tell together: values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """Acts or events of several articles that are one, and why."""

    members: tuple[str, ...]  # IRIs, sorted
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office that an article names without its holder, and why it is taken to be so."""

    office: str
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """Figures that tell one count, and why; of each that is somebody's word, whose it is in the end."""

    members: tuple[str, ...]  # IRIs, sorted
    reason: str
    origins: tuple[tuple[str, str], ...]  # the figure, and the identity of the person or body


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """A figure that one of a later day takes the place of: a running total that went on, a toll that rose."""

    later: str  # IRIs
    earlier: str


@dataclass(frozen=True, slots=True, order=True)
class Disagreement:
    """Two figures that cannot both hold, or hardly, and why."""

    lesser: str  # IRIs
    greater: str
    reason: str
