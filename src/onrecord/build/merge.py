"""Stores of parts of a corpus -> one store, as one build of the whole would make it. No article is read again."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from onrecord import logs
from onrecord.build.build import LOG, reckon
from onrecord.build.results import Summary
from onrecord.graph import iri
from onrecord.lexicon import lexicon
from onrecord.store import Reader, Writer, told
from onrecord.values.configuration import Configuration


def merge(parts: Iterable[Path], store: Path, configuration: Configuration) -> Summary:
    """Put the articles of the stores into one store, and decide across all of them.

    What the store has already stays, and what it has in another reading is replaced.

    Raises:
        StoreError: one of them cannot be opened.
    """
    lexicon.use(configuration.reading.ontology)
    readers = [Reader(part) for part in parts]
    summary = Summary()
    with closing(Writer(store)) as writer, logs.kept(store / LOG), told(store):
        for reader in readers:
            _take(reader, writer, summary)
        if reckon(writer, None, configuration, summary) or writer.catalogue.changed():
            writer.commit()
    return summary


def _take(part: Reader, writer: Writer, summary: Summary) -> None:
    for name, record in part.records().items():
        known = writer.catalogue.get(name)
        summary.rejected += record.rejections
        if known is not None and known.fingerprint == record.fingerprint:
            summary.unchanged += 1
            continue
        writer.put(name, part.text(record.sha256), _ntriples(part, name), record)
        summary.new += 1
    for graph in (iri.RUN_GRAPH, iri.ONTOLOGY_GRAPH):
        writer.add_to_graph(graph, _ntriples(part, graph))


def _ntriples(part: Reader, graph: str) -> str:
    dumped = part.database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return dumped.decode("utf-8")
