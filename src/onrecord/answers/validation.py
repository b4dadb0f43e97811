"""Does it conform? The SHACL report of files or of a store, as RDF or for people."""

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import BNode, Dataset, Graph, Literal
from rdflib.namespace import RDF, SH
from rdflib.util import guess_format

from onrecord.errors import InputError
from onrecord.gate.gate import describe, report, violations
from onrecord.graph import iri
from onrecord.store.store import Reader
from onrecord.values.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Conformance:
    """What a check found."""

    checked: int  # graphs
    rejections: tuple[Rejection, ...]
    results: Graph  # the standard report

    @property
    def conforms(self) -> bool:
        """Whether nothing violates a shape."""
        return not self.rejections


def check_files(paths: Iterable[Path]) -> Conformance:
    """Check RDF files, each for itself.

    Raises:
        InputError: a file is not there or is not RDF.
    """
    return _joined([_checked(_parsed(path), {}) for path in paths])


def check_store(reader: Reader) -> Conformance:
    """Check every article's graph of a store, its quotes against its text; and the graph of readers' decisions."""
    results = []
    records = reader.records()
    decisions = _graph(reader, iri.DECISION_GRAPH)
    if decisions:
        results.append(_checked(decisions, {}))
    for article in reader.article_graphs():
        graph = _graph(reader, article)
        record = records.get(article)  # none where the graph did not come from a build
        results.append(_checked(graph, {article: reader.text(record.sha256)} if record else {}))
    return _joined(results)


def _graph(reader: Reader, name: str) -> Graph:
    return Graph().parse(data="".join(f"{triple} .\n" for triple in reader.triples(name)), format="nt")


def _parsed(path: Path) -> Graph:
    """The triples of all graphs that a file holds."""
    dataset = Dataset()
    inner = path.with_suffix("") if path.suffix == ".gz" else path
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        dataset.parse(data=data, format=guess_format(inner.name))
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except Exception as error:  # each of rdflib's parsers raises its own kinds
        raise InputError(f"{path}: not RDF that can be read: {' '.join(str(error).split())[:200]}") from error
    graph = Graph()
    for subject, predicate, thing, _ in dataset.quads():
        graph.add((subject, predicate, thing))
    return graph


def _checked(graph: Graph, texts: Mapping[str, str]) -> Conformance:
    results = report(graph, texts)
    found = tuple(describe(graph, node, message) for node, message in violations(results, graph))
    return Conformance(1, found, results)


def _joined(parts: list[Conformance]) -> Conformance:
    """One report over all parts."""
    whole = BNode("report")
    results = Graph()
    for part in parts:
        for subject, predicate, thing in part.results:
            if (subject, RDF.type, SH.ValidationReport) not in part.results:
                results.add((subject, predicate, thing))
            elif predicate == SH.result:
                results.add((whole, predicate, thing))
    rejections = tuple(rejection for part in parts for rejection in part.rejections)
    results.add((whole, RDF.type, SH.ValidationReport))
    results.add((whole, SH.conforms, Literal(not rejections)))
    return Conformance(len(parts), rejections, results)
