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
