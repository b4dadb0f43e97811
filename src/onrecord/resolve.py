"""Mentions -> entities: which words stand for the same person, organization, court or place.

Pure functions over values: no spaCy, no RDF. Each decision keeps its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.findings import Evidence, Findings, Form, Kind, Mention


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, court or place, as one article presents it."""

    kind: Kind
    name: str  # the fullest form in the article, without titles
    labels: tuple[str, ...]  # all its names in the article, sorted, `name` among them
    mentions: tuple[Evidence, ...]  # where the article names or refers to it, in order of the text
    reasons: tuple[str, ...] = ()  # why each mention was taken to stand for it, in the order of `mentions`
    same_as: tuple[str, ...] = ()  # IRIs of the same thing elsewhere (Wikidata), only where certain


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of one article, and which words stand for which of them."""

    entities: tuple[Entity, ...] = ()
    of_mention: Mapping[Evidence, Entity] = field(default_factory=dict)

    def entity(self, words: Evidence | None) -> Entity | None:
        """The entity that `words` stand for, or None: by the mention they are, else by the first mention in them."""
        if words is None:
            return None
        if words in self.of_mention:
            return self.of_mention[words]
        return next((e for m, e in sorted(self.of_mention.items()) if words.covers(m)), None)


def within(findings: Findings) -> Resolution:
    """The entities of one article."""
    groups: dict[tuple[Kind, str], list[Mention]] = {}
    for mention in findings.mentions:
        if mention.form is Form.NAME and mention.kind is not None:
            groups.setdefault((mention.kind, mention.name.casefold()), []).append(mention)
    entities, of_mention = [], {}
    for (kind, _), members in groups.items():
        labels = tuple(sorted({m.name for m in members}))
        entity = Entity(kind, members[0].name, labels, tuple(m.evidence for m in members))
        entities.append(entity)
        of_mention.update({m.evidence: entity for m in members})
    return Resolution(tuple(entities), of_mention)
