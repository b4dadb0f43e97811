"""The graph as a file: the same store gives the same bytes, in every format.

Formats of one graph (Turtle, N-Triples, JSON-LD, GraphML) hold what the articles say and who is who. Formats of several
graphs (N-Quads, TriG, and CSV, which leaves the record of the runs out) keep the named graphs apart and hold the record
of the runs and the history as well, whose times are the one thing that differs between two equal builds.

Statements are written as they are read, article by article; GraphML alone, with nodes before links, is made whole.
"""

import csv
import gzip
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from onrecord.answers.statements import by_document, by_graph
from onrecord.errors import UsageError
from onrecord.graph.vocabulary import PREFIXES
from onrecord.store import Readable

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NAME = "https://schema.org/name"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no way to write them
_CSV_COLUMNS = ("graph", "subject", "predicate", "object", "type", "language")
_PIECE = 20_000  # lines that are turned into Turtle together


def export(reader: Readable, path: Path) -> int:
    """Write the store to `path` in the format its name ends in, and say how many triples (quads) went in.

    Raises:
        UsageError: the format is not one of those onrecord writes, or the file cannot be written.
    """
    inner = Path(path.stem) if path.suffix == ".gz" else path
    if inner.suffix not in _WRITERS:
        raise UsageError(f"{path.name}: onrecord writes {', '.join(_WRITERS)}, each also with .gz")
    fresh = path.with_name(path.name + ".part")
    try:
        with fresh.open("wb") as out:
            if path.suffix == ".gz":
                with gzip.GzipFile("", "wb", fileobj=out, mtime=0) as packed:
                    count = _WRITERS[inner.suffix](reader, cast(IO[bytes], packed))
            else:
                count = _WRITERS[inner.suffix](reader, out)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
    return count


def _ntriples(reader: Readable, out: IO[bytes]) -> int:
    count = 0
    for lines in by_document(reader):
        out.write(b"".join(lines))
        count += len(lines)
    return count


def _nquads(reader: Readable, out: IO[bytes]) -> int:
    count = 0
    for graph, lines in by_graph(reader, with_runs=True):
        end = f" {graph} .\n".encode()
        out.write(b"".join([line[:-3] + end for line in lines]))  # in place of ` .`
        count += len(lines)
    return count


def _turtle(reader: Readable, out: IO[bytes]) -> int:
    out.write(_PROLOGUE)
    count, piece = 0, list[bytes]()
    for lines in by_document(reader):
        count += len(lines)
        piece += lines
        if len(piece) >= _PIECE:
            out.write(_pretty(_parsed(piece), ox.RdfFormat.TURTLE))
            piece.clear()
    out.write(_pretty(_parsed(piece), ox.RdfFormat.TURTLE))
    return count


def _trig(reader: Readable, out: IO[bytes]) -> int:
    out.write(_PROLOGUE)
    count = 0
    for graph, lines in by_graph(reader, with_runs=True):
        out.write(_pretty(_quads(graph, lines), ox.RdfFormat.TRIG))
        count += len(lines)
    return count


def _pretty(quads: Iterable[ox.Quad], of_format: ox.RdfFormat) -> bytes:
    """The statements in a format with prefixes, without these: Oxigraph's order of them varies from run to run."""
    return (ox.serialize(quads, format=of_format, prefixes=PREFIXES) or b"")[len(_PROLOGUE) :]


def _jsonld(reader: Readable, out: IO[bytes]) -> int:
    count = 0

    def counted() -> Iterator[ox.Quad]:
        nonlocal count
        for lines in by_document(reader):
            count += len(lines)
            yield from _parsed(lines)

    ox.serialize(counted(), out, format=ox.RdfFormat.JSON_LD)
    return count


def _csv(reader: Readable, out: IO[bytes]) -> int:
    """One row for each statement of the graph: for spreadsheets and data frames."""
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(_CSV_COLUMNS)
    count = 0
    for graph, lines in by_graph(reader, with_runs=False):
        rows.writerows(map(_row, _quads(graph, lines)))
        count += len(lines)
    text.detach()
    return count


def _row(quad: ox.Quad) -> tuple[str, ...]:
    thing = quad.object
    kind, language = "iri", ""
    if isinstance(thing, ox.Literal):
        kind, language = thing.datatype.value, thing.language or ""
    return (*map(_value, (quad.graph_name, quad.subject, quad.predicate, thing)), kind, language)


def _graphml(reader: Readable, out: IO[bytes]) -> int:
    """Who is linked to what: nodes with their literals as attributes, links as edges; evidence is left out."""
    import networkx as nx  # here, since it takes long to import, and no other format needs it

    triples = [quad.triple for lines in by_document(reader) for quad in _parsed(lines)]
    types: dict[str, list[str]] = {}
    for triple in triples:
        if triple.predicate == _TYPE:
            types.setdefault(_value(triple.subject), []).append(_local(_value(triple.object)))
    evidence = {_value(triple.subject) for triple in triples if _value(triple.predicate).startswith(PREFIXES["oa"])}
    graph = nx.MultiDiGraph()
    for node in sorted(types):
        graph.add_node(node, type=" ".join(sorted(types[node])))
    for triple in triples:
        subject, predicate, value = (_NOT_XML.sub("\ufffd", _value(term)) for term in triple)
        if subject not in types or triple.predicate == _TYPE:
            continue
        attributes, key = graph.nodes[subject], "label" if predicate == _NAME else _local(predicate)
        literal = isinstance(triple.object, ox.Literal)
        if value in types and not literal:
            graph.add_edge(subject, value, label=key)
        elif literal or value not in evidence:  # a literal, a term of a word list, or a thing elsewhere
            told = value if literal else _local(value)
            attributes[key] = f"{attributes[key]} | {told}" if key in attributes else told
    nx.write_graphml(graph, out, encoding="utf-8", prettyprint=True)
    return len(triples)


def _parsed(lines: Iterable[bytes]) -> Iterable[ox.Quad]:
    return ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES)


def _quads(graph: ox.NamedNode, lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    return (ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in _parsed(lines))


def _value(term: object) -> str:
    """The IRI or the text of a term; the data holds no other kinds."""
    if not isinstance(term, ox.NamedNode | ox.Literal):
        raise TypeError(f"neither an IRI nor a literal: {term}")
    return str(term.value)


def _local(name: str) -> str:
    return name.replace("#", "/").rsplit("/", 1)[-1]


_PROLOGUE = "".join(f"@prefix {name}: <{space}> .\n" for name, space in sorted(PREFIXES.items())).encode()
_WRITERS: Mapping[str, Callable[[Readable, IO[bytes]], int]] = {
    ".ttl": _turtle,
    ".nt": _ntriples,
    ".jsonld": _jsonld,
    ".nq": _nquads,
    ".trig": _trig,
    ".csv": _csv,
    ".graphml": _graphml,
}
