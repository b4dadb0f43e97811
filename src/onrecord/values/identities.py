"""Who an article's entities are across articles: values."""

from dataclasses import dataclass

from onrecord.values.findings import Kind


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Why two entities of different articles were taken for one, or for possibly one."""

    left: str  # IRIs of the entities, left < right
    right: str
    score: float  # 0 to 1
    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organization, court or place across articles."""

    iri: str
    kind: Kind
    name: str
    members: tuple[str, ...]  # IRIs of the articles' entities, sorted
    same_as: tuple[str, ...] = ()
    decisions: tuple[Link, ...] = ()  # why each member joined
    possibly: tuple[Link, ...] = ()  # links to entities that may be the same, but stay apart
