"""Articles of a few sentences with figures, in several versions, and builds of them on known days."""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from onrecord.build import together
from onrecord.claims import Claims, FigureClaim
from onrecord.curation import update
from onrecord.graph import article_graph, basis_graph, iri, run_graph, to_ntriples
from onrecord.sources.article import Article
from onrecord.store import Record, Writer
from onrecord.values.configuration import Configuration, Model
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence, Kind

CONFIGURATION = Configuration((Model("reads_en", "1.0", "ab" * 32),), "cd" * 32, "0.0")
PLACE = "Kyiv"
Sentences = Sequence[str]  # a figure is a sentence that begins with a number: '19 children were counted in Kyiv.'


def article(source: str, sentences: Sentences) -> Article:
    return Article(source, " ".join(sentences), "2026-01-05", publisher="Example Wire")


def claims(sentences: Sentences) -> Claims:
    """What the sentences state: each number with the word after it, and the place."""
    figures, places, found, start = [], [], [], 0
    for text in sentences:
        found.append(Evidence(start, start + len(text), text))
        number, counted, *_ = text.split()
        if number.isdecimal():
            words = Evidence(start, start + len(f"{number} {counted}"), f"{number} {counted}")
            fields = (Decimal(number), None, "exact", counted, "counted", "total", "2026-01-05")
            figures.append(FigureClaim(*fields, sources=(), evidence=(words,), sentences=(found[-1],)))
        if (at := text.find(PLACE)) >= 0:
            places.append(Evidence(start + at, start + at + len(PLACE), PLACE))
        start += len(text) + 1
    kyiv = [Entity(Kind.PLACE, PLACE, (PLACE,), tuple(places))] if places else []
    return Claims(tuple(kyiv), (), tuple(figures), (), (), (), sentences=tuple(found))


def build(folder: Path, at: dt.datetime, said: Mapping[str, Sentences], like: str = "f") -> None:
    """Bring a store in line with articles, given by their sources, at a time; `like` stands for how they are read."""
    with closing(Writer(folder, lambda: at)) as writer:
        read = {source: article(source, sentences) for source, sentences in said.items()}
        for gone in set(writer.catalogue.articles()) - {iri.article(one) for one in read.values()}:
            writer.drop(gone)
        for source, one in read.items():
            name = iri.article(one)
            known = writer.catalogue.get(name)
            if known is None or known.fingerprint != like:
                graph = to_ntriples(article_graph(one, claims(said[source]), CONFIGURATION))
                writer.put(name, one.text, graph, Record(source, f"/in/{source}", one.sha256, like))
        update.settle_all(writer, (), "configuration")
        together.tell(writer)
        writer.replace_graph(iri.ONTOLOGY_GRAPH, to_ntriples(basis_graph()))
        run = run_graph(CONFIGURATION, at, at, sorted(map(iri.article, read.values())))
        writer.add_to_graph(iri.RUN_GRAPH, to_ntriples(run))
        writer.commit()
