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
    key_of: dict[Evidence, tuple[Kind, str]] = {}
    names = [m for m in findings.mentions if m.form is Form.NAME and m.kind is not None]
    for mention in sorted(names, key=lambda m: -len(m.name.split())):
        assert mention.kind is not None
        own = (mention.kind, mention.name.casefold())
        key = key_of.get(mention.stands_for, own) if mention.stands_for else own
        if key not in groups:
            key = next((k for k, members in groups.items() if _short_form(mention, members)), own)
        groups.setdefault(key, []).append(mention)
        key_of[mention.evidence] = key
    latest: dict[str, tuple[Kind, str]] = {}
    for mention in findings.mentions:
        if mention.form is Form.NAME and mention.evidence in key_of:
            latest[mention.kind or ""] = key_of[mention.evidence]
        elif not mention.plural and mention.kind in latest:
            groups[latest[mention.kind or ""]].append(mention)
    entities, of_mention = [], {}
    for (kind, _), members in groups.items():
        labels = {m.name for m in members if m.form is Form.NAME}
        name = max(labels, key=lambda n: (len(n.split()), len(n), n))
        entity = Entity(kind, name, tuple(sorted(labels)), tuple(sorted(m.evidence for m in members)))
        entities.append(entity)
        of_mention.update({m.evidence: entity for m in members})
    return Resolution(tuple(entities), of_mention)


def _short_form(mention: Mention, members: list[Mention]) -> bool:
    """Whether the mention's name is a surname, or an acronym given before, of those already grouped."""
    if any(m.name == mention.name and m.kind == mention.kind for m in members):
        return True
    return mention.kind is Kind.PERSON and any(
        m.kind is Kind.PERSON and m.name.split()[-1] == mention.name.split()[-1] for m in members
    )
