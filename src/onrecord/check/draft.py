"""A draft as the pipeline reads it: in memory, as the graph of an article that is written nowhere."""

import datetime as dt
import io
from dataclasses import dataclass, replace

import pyoxigraph as ox

from onrecord.check.parties import Names
from onrecord.claims import Claims, assemble, restored
from onrecord.coref import resolve
from onrecord.document import Document
from onrecord.extract import pipeline
from onrecord.graph import article_graph, iri, to_ntriples
from onrecord.graph.context import entity_iris
from onrecord.graph.vocabulary import ONR, RDF
from onrecord.settings import DEFAULT_READING, Reading
from onrecord.sources.article import Article
from onrecord.store import Answer
from onrecord.values.configuration import Configuration
from onrecord.values.entities import Entity

_NOT_KEPT = "draft"  # the fingerprint of what is never put into a store


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what it claims."""

    article: Article  # with its day of publication, where the draft gives one
    claims: Claims
    database: ox.Store  # its graph, in memory

    @property
    def day(self) -> str:
        """The ISO day on which it speaks; '' where it gives none."""
        return self.article.published

    def query(self, text: str) -> Answer:
        """The answer to a query over its graph."""
        return self.database.query(text, use_default_graph_as_union=True)

    def nodes(self, name: str) -> list[str]:
        """The IRIs of all that is of a class of the ontology, in order."""
        found = self.database.quads_for_pattern(
            None, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(getattr(ONR, name)))
        )
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)})

    @property
    def entities(self) -> dict[Entity, str]:
        """The entities that it names, with their IRIs."""
        return entity_iris(iri.article(self.article), self.claims.entities)

    def identify(self, names: Names) -> None:
        """Tell in its graph whom its entities may be on record; where that is open, nobody."""
        graph = ox.NamedNode(iri.ENTITY_GRAPH)
        for entity, identities in names.all().items():
            chosen = identities if len(identities) == 1 else ()
            for identity in chosen:
                node = ox.NamedNode(self.entities[entity])
                self.database.add(ox.Quad(node, ox.NamedNode(str(ONR.identity)), ox.NamedNode(identity), graph))


def read(article: Article, how: Reading = DEFAULT_READING) -> Draft:
    """Read a draft as an article is read.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    nlp = pipeline.load(how)
    day = dt.date.fromisoformat(article.published) if article.published else None
    ((view, findings),) = pipeline.find(nlp, [Document(article.text, day, article.blocks)])
    whole = replace(article, published=article.published or findings.published)
    claims = restored(assemble(findings, resolve.within(findings), whole.published), view)
    return Draft(whole, claims, _database(whole, claims))


def _database(article: Article, claims: Claims) -> ox.Store:
    database, name = ox.Store(), iri.article(article)
    lines = to_ntriples(article_graph(article, claims, Configuration((), _NOT_KEPT)))
    database.load(io.BytesIO(lines.encode()), ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
    return database
