"""What the triples of one article refer to, whatever claim they are of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.graph import iri
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence


@dataclass(frozen=True, slots=True)
class Context:
    """An article's IRI, the IRIs of its entities, and its sentences."""

    article: str
    entities: Mapping[Entity, str]
    sentences: Sequence[Evidence]

    def entity(self, entity: Entity | None) -> str | None:
        """The IRI of an entity; None of None."""
        return None if entity is None else self.entities[entity]

    def node(self, kind: str, label: str, *parts: str) -> str:
        """The IRI of something that the article says: see `iri.node`."""
        return iri.node(self.article, kind, label, *parts)


def entity_iris(article_iri: str, entities: Iterable[Entity]) -> dict[Entity, str]:
    """The IRIs of an article's entities, which are told apart by kind, name and first mention."""
    return {
        entity: iri.node(article_iri, entity.kind, entity.name, *(str(m.start) for m in entity.mentions[:1]))
        for entity in entities
    }
