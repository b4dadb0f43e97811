"""Stores of hand-made articles, for servers to serve."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import article_graph, identity_graph, iri, to_ntriples
from onrecord.store import Reader, Writer
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


def rows(reader: Reader, text: str) -> Iterator[dict[str, str]]:
    """The rows of the answer to a query, as texts; an empty one where there is none."""
    answer = reader.query(text)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield {name: "" if row[name] is None else row[name].value for name in names}
