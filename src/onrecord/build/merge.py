"""Stores of parts of a corpus -> one store, as one build of the whole would make it. No article is read again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path

from onrecord import logs
from onrecord.build.build import LOG, reckon
from onrecord.build.distribution import SHARD
from onrecord.build.in_force import bring_into_force
from onrecord.build.progress import Phase, Progress
from onrecord.build.results import Summary
from onrecord.graph import iri
from onrecord.store import Address, Reader, Record, Writer, sending, told
from onrecord.values.configuration import Configuration
from onrecord.values.ntriples import Ntriples


def merge(
    parts: Iterable[Path],
    store: Path,
    configuration: Configuration,
    progress: Callable[[Progress], None] = lambda reached: None,
    elsewhere: Address | None = None,
) -> Summary:
    """Put the articles of the stores into one store, and decide across all of them; `progress` is told as in a build.

    What changed is sent to the SPARQL store `elsewhere` too, where one is named.

    What the store has already stays, and what it has in another reading is replaced.

    Raises:
        StoreError: one of them cannot be opened.
    """
    bring_into_force(configuration.reading)
    readers = {reader: reader.records() for reader in map(Reader, parts)}
    summary = Summary()
    total = sum(map(len, readers.values()))

    def tell(phase: Phase) -> None:
        progress(Progress(phase, summary.articles, total))

    with closing(Writer(store)) as writer, logs.kept(store / LOG), told(store):
        sender = sending(writer, elsewhere) if elsewhere else None
        for reader, records in readers.items():
            for _ in _taken(reader, records, writer, summary):
                tell(Phase.JOINING)
        if reckon(writer, None, configuration, summary, tell) or writer.catalogue.changed():
            tell(Phase.WRITING)
            writer.commit()
        if sender:
            sender.send(lambda sent, graphs: progress(Progress(Phase.SENDING, sent, graphs)))
    return summary


def _taken(part: Reader, records: Mapping[str, Record], writer: Writer, summary: Summary) -> Iterator[str]:
    """The IRIs of the articles of a part, each once the store has it."""
    rest = iter(records.items())
    while some := list(islice(rest, SHARD)):
        fresh = {name: record for name, record in some if not _is_known(writer, name, record)}
        graphs = {name: Ntriples.of(part.ntriples(name).decode()) for name in fresh}
        writer.put_all([(name, part.text(one.sha256), graphs[name], one) for name, one in fresh.items()])
        for name, record in some:
            summary.new += name in fresh
            summary.unchanged += name not in fresh
            summary.rejected += record.rejections
            yield name
    for graph in (iri.RUN_GRAPH, iri.ONTOLOGY_GRAPH):
        writer.add_to_graph(graph, part.ntriples(graph).decode())


def _is_known(writer: Writer, name: str, record: Record) -> bool:
    known = writer.catalogue.get(name)
    return known is not None and known.fingerprint == record.fingerprint
