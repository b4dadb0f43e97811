"""The statements of a store in order, as lines of N-Triples, without ever holding them all.

An article's graph is small and sorted in memory; what no single article says may be large, and is sorted in runs on
disk that are merged (external merge sort; Knuth, The Art of Computer Programming 3, 5.4).
"""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.store import Readable

_RUN = 32_000_000  # bytes that are sorted in memory
_PIECE = 50_000  # lines of a large graph that are given at a time
_Document = tuple[bytes, list[bytes]]  # what stands before the `#` in the subjects of some lines, and the lines


def by_document(reader: Readable) -> Iterator[list[bytes]]:
    """The lines of the union of all graphs but those of times of builds, each once: all about one thing at a time.

    A thing is an article or an entity. In order of IRI; what an article says before the stretches of text behind it.
    """
    names = [graph for graph in reader.shared_graphs() if graph.value not in iri.TIMED_GRAPHS]
    with TemporaryDirectory() as folder:
        shared = ((document, list(lines)) for document, lines in groupby(_sorted(reader, names, folder), _document))
        articles = ((f"<{name}".encode(), _lines(reader, name)) for name in reader.article_graphs())
        for document, parts in groupby(heapq.merge(shared, articles, key=_place), itemgetter(0)):
            yield _reading_order(document, {line for _, lines in parts for line in lines})


def by_graph(reader: Readable, with_runs: bool) -> Iterator[tuple[ox.NamedNode, list[bytes]]]:
    """Each named graph with its lines, in order of name; a large graph comes in several pieces, one after the other."""
    shared = {graph.value for graph in reader.shared_graphs() if with_runs or graph.value not in iri.TIMED_GRAPHS}
    for name in sorted([*shared, *reader.article_graphs()]):
        graph = ox.NamedNode(name)
        if name not in shared:
            yield graph, _reading_order(f"<{name}".encode(), _lines(reader, name))
            continue
        with TemporaryDirectory() as folder:
            lines = _sorted(reader, [graph], folder)
            while piece := list(islice(lines, _PIECE)):
                yield graph, piece


def _lines(reader: Readable, graph: str) -> list[bytes]:
    return reader.ntriples(graph).splitlines(keepends=True)


def _sorted(reader: Readable, graphs: Iterable[ox.NamedNode], folder: str) -> Iterator[bytes]:
    """The lines of some graphs together, in order; `folder` is for the runs."""
    runs: list[Path] = []
    for number, graph in enumerate(graphs):
        dumped = Path(folder) / f"graph-{number}"
        reader.save(graph.value, dumped)
        with dumped.open("rb") as lines:
            while run := lines.readlines(_RUN):
                run.sort(key=_order)
                runs.append(Path(folder) / f"run-{len(runs)}")
                runs[-1].write_bytes(b"".join(run))
        dumped.unlink()
    with ExitStack() as opened:
        yield from heapq.merge(*(opened.enter_context(run.open("rb")) for run in runs), key=_order)


def _order(line: bytes) -> bytes:
    """Sorts by subject, an IRI before those of its fragments, and these before an IRI that goes on otherwise."""
    return line.replace(b">", b"\0", 1)


def _document(line: bytes) -> bytes:
    return line[: line.index(b">")].partition(b"#")[0]


def _place(document: _Document) -> bytes:
    """Sorts documents as `_order` sorts their lines."""
    return document[0] + b"#"


def _reading_order(document: bytes, lines: Iterable[bytes]) -> list[bytes]:
    evidence = tuple(document + kind for kind in (b"#char=", b"#event-mention-", b"#mention-", b"#select="))
    return sorted(lines, key=lambda line: (line.startswith(evidence), _order(line)))
