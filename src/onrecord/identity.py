"""Who an article's entities are across articles."""

from dataclasses import dataclass

from onrecord.findings import Kind


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organization, court or place across articles."""

    iri: str
    kind: Kind
    name: str
    members: tuple[str, ...]  # IRIs of the articles' entities, sorted
    same_as: tuple[str, ...] = ()
