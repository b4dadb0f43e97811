"""What the triples of one article refer to, whatever claim they are of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims import Claims
from onrecord.document import Block, BlockKind
from onrecord.graph import iri
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence


@dataclass(frozen=True, slots=True)
class Context:
    """An article's IRI, the IRIs of its entities and of their mentions, and its sentences in order."""

    article: str
    entities: Mapping[Entity, str]
    mentions: Mapping[Evidence, str]
    sentences: Sequence[Evidence]
    pages: Sequence[Block] = ()  # in order; none where the document has no pages

    def entity(self, entity: Entity | None) -> str | None:
        """The IRI of an entity; None of None."""
        return None if entity is None else self.entities[entity]

    def node(self, kind: str, label: str, *parts: str) -> str:
        """The IRI of something that the article says: see `iri.node`."""
        return iri.node(self.article, kind, label, *parts)

    def evidence(self, where: Evidence) -> str:
        """The IRI of a stretch of the article's text: that of the mention which it is, if it is one."""
        return self.mentions.get(where) or iri.evidence(self.article, where)

    def sentences_of(self, where: Evidence) -> Sequence[Evidence]:
        """The sentences that a stretch lies in; no two of them overlap."""
        first = bisect_right(self.sentences, where.start, key=lambda sentence: sentence.end)
        return self.sentences[first : bisect_left(self.sentences, where.end, key=lambda sentence: sentence.start)]

    def page_of(self, where: Evidence) -> str:
        """The number of the page that a stretch starts on; '' where there are no pages."""
        at = bisect_right(self.pages, where.start, key=lambda page: page.start)
        return self.pages[at - 1].label if at else ""


def context(article_iri: str, claims: Claims, blocks: Iterable[Block] = ()) -> Context:
    """The context of an article that makes these claims in a text of these blocks."""
    entities = entity_iris(article_iri, claims.entities)
    words = {where for entity in claims.entities for where in entity.mentions}
    mentions = {where: mention_iri(article_iri, "mention", where) for where in words}
    pages = sorted(block for block in blocks if block.kind is BlockKind.PAGE)
    return Context(article_iri, entities, mentions, sorted(claims.sentences), pages)


def entity_iris(article_iri: str, entities: Iterable[Entity]) -> dict[Entity, str]:
    """The IRIs of an article's entities, which are told apart by kind, name and first mention."""
    return {
        entity: iri.node(article_iri, entity.kind, entity.name, *(str(m.start) for m in entity.mentions[:1]))
        for entity in entities
    }


def mention_iri(article_iri: str, kind: str, where: Evidence) -> str:
    """The IRI of a mention, known by its words and where they stand."""
    return iri.node(article_iri, kind, where.exact, str(where.start), str(where.end))
