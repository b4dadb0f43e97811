"""Stores of hand-made articles, for servers to serve."""

from dataclasses import replace
from pathlib import Path

from onrecord.graph import article_graph, identity_graph, iri, to_ntriples
from onrecord.store import Writer
from samples import ARTICLE, CONFIGURATION, claims, identities


def write_store(folder: Path, articles: int) -> Path:
    """A store in which the sample article stands several times, from other sources."""
    writer = Writer(folder)
    for number in range(articles):
        article = replace(ARTICLE, source=f"release-{number}.txt")
        graph = article_graph(article, claims(), CONFIGURATION)
        writer.replace_graph(iri.article(article), to_ntriples(graph))
    writer.replace_graph(iri.ENTITY_GRAPH, to_ntriples(identity_graph(identities(writer.database))))
    writer.commit()
    writer.close()
    return folder
