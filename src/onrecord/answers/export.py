"""The graph as a file: the same store gives the same bytes, in every format.

Formats of one graph (Turtle, N-Triples, JSON-LD, CSV, GraphML) hold what the articles say and who is who. Formats of
several graphs (N-Quads, TriG) keep the named graphs apart and hold the record of the runs as well, whose times are the
one thing that differs between two equal builds.
"""

import csv
import gzip
import io
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import networkx as nx
import pyoxigraph as ox

from onrecord.errors import UsageError
from onrecord.graph import iri
from onrecord.graph.vocabulary import PREFIXES
from onrecord.store import Reader

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NAME = "https://schema.org/name"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no way to write them
_CSV_COLUMNS = ("graph", "subject", "predicate", "object", "type", "language")


def export(reader: Reader, path: Path) -> int:
    """Write the store to `path` in the format its name ends in, and say how many triples (quads) went in.

    Raises:
        UsageError: the format is not one of those onrecord writes, or the file cannot be written.
    """
    inner = Path(path.stem) if path.suffix == ".gz" else path
    if inner.suffix not in _WRITERS:
        raise UsageError(f"{path.name}: onrecord writes {', '.join(_WRITERS)}, each also with .gz")
    quads = _quads(reader, with_runs=inner.suffix in (".nq", ".trig"))
    content = _WRITERS[inner.suffix](quads)
    if path.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    fresh = path.with_name(path.name + ".part")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
    return len(quads)


def _quads(reader: Reader, with_runs: bool) -> list[ox.Quad]:
    """All quads, sorted; the record of the runs only if it is asked for."""
    runs = ox.NamedNode(iri.RUN_GRAPH)
    kept = (q for q in reader.database if with_runs or q.graph_name != runs)
    return sorted(kept, key=lambda q: (str(q.graph_name) if with_runs else "", _reading_order(q.triple)))


def _reading_order(triple: ox.Triple) -> tuple[str, bool, str, str, str]:
    """Article by article, what it says before the stretches of text that are the evidence."""
    article, _, below = _value(triple.subject).partition("#")
    return article, below.startswith(("char=", "select=")), below, str(triple.predicate), str(triple.object)


def _triples(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    """The triples of the union of all graphs, each once, in order."""
    return list(dict.fromkeys(quad.triple for quad in quads))


def _rdf(of_format: ox.RdfFormat, one_graph: bool) -> Callable[[list[ox.Quad]], bytes]:
    def write(quads: list[ox.Quad]) -> bytes:
        content = _triples(quads) if one_graph else quads
        if of_format not in _WITH_PREFIXES:
            return ox.serialize(content, format=of_format) or b""
        lines = (ox.serialize(content, format=of_format, prefixes=PREFIXES) or b"").splitlines(keepends=True)
        # Oxigraph writes the prefixes in an order that varies from run to run.
        return b"".join(sorted(lines[: len(PREFIXES)]) + lines[len(PREFIXES) :])

    return write


_WITH_PREFIXES = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG)


def _csv(quads: list[ox.Quad]) -> bytes:
    """One row for each statement of the graph: for spreadsheets and data frames."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_CSV_COLUMNS)
    for quad in quads:
        thing = quad.object
        kind, language = "iri", ""
        if isinstance(thing, ox.Literal):
            kind, language = thing.datatype.value, thing.language or ""
        cells = (_value(term) for term in (quad.graph_name, quad.subject, quad.predicate, thing))
        rows.writerow((*cells, kind, language))
    return out.getvalue().encode("utf-8")


def _graphml(quads: list[ox.Quad]) -> bytes:
    """Who is linked to what: nodes with their literals as attributes, links as edges; evidence is left out."""
    triples = _triples(quads)
    types: dict[str, list[str]] = {}
    for triple in triples:
        if triple.predicate == _TYPE:
            types.setdefault(_value(triple.subject), []).append(_local(_value(triple.object)))
    kept = {node for node, of in types.items() if not {"Evidence", "TextQuoteSelector"} & set(of)}
    graph = nx.MultiDiGraph()
    for node in sorted(kept):
        graph.add_node(node, type=" ".join(sorted(types[node])))
    for triple in triples:
        subject, predicate, value = (_NOT_XML.sub("\ufffd", _value(term)) for term in triple)
        if subject not in kept or triple.predicate == _TYPE:
            continue
        attributes, key = graph.nodes[subject], "label" if predicate == _NAME else _local(predicate)
        if isinstance(triple.object, ox.Literal):
            attributes[key] = f"{attributes[key]} | {value}" if key in attributes else value
        elif value in kept:
            graph.add_edge(subject, value, label=key)
        elif value in types:
            continue  # a link to evidence
        else:
            attributes[key] = _local(value)  # a term of a word list, or a thing elsewhere
    out = io.BytesIO()
    nx.write_graphml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def _value(term: object) -> str:
    """The IRI or the text of a term; the data holds no other kinds."""
    if not isinstance(term, ox.NamedNode | ox.Literal):
        raise TypeError(f"neither an IRI nor a literal: {term}")
    return str(term.value)


def _local(name: str) -> str:
    return name.replace("#", "/").rsplit("/", 1)[-1]


_WRITERS: Mapping[str, Callable[[list[ox.Quad]], bytes]] = {
    ".ttl": _rdf(ox.RdfFormat.TURTLE, one_graph=True),
    ".nt": _rdf(ox.RdfFormat.N_TRIPLES, one_graph=True),
    ".jsonld": _rdf(ox.RdfFormat.JSON_LD, one_graph=True),
    ".nq": _rdf(ox.RdfFormat.N_QUADS, one_graph=False),
    ".trig": _rdf(ox.RdfFormat.TRIG, one_graph=False),
    ".csv": _csv,
    ".graphml": _graphml,
}
