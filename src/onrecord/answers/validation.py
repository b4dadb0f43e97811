"""Does it conform? The SHACL report of files or of a store, as RDF or for people."""

import gzip
import zlib
from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import InputError
from onrecord.gate.report import Conformance, check, joined
from onrecord.graph import Graph, iri, of_triples, parsed
from onrecord.store import Readable


def check_files(paths: Iterable[Path]) -> Conformance:
    """Check RDF files, each for itself.

    Raises:
        InputError: a file is not there or is not RDF.
    """
    return joined(check(_read(path)) for path in paths)


def check_store(reader: Readable) -> Conformance:
    """Check every article's graph of a store, its quotes against its text; and the graph of users' decisions."""
    results = []
    records = reader.records()
    decisions = of_triples(reader.triples(iri.DECISION_GRAPH))
    if decisions:
        results.append(check(decisions))
    for article in reader.article_graphs():
        record = records.get(article)  # none where the graph did not come from a build
        texts = {article: reader.text(record.sha256)} if record else {}
        results.append(check(of_triples(reader.triples(article)), texts))
    return joined(results)


def _read(path: Path) -> Graph:
    """The triples of all graphs that a file holds."""
    packed = path.suffix == ".gz"
    name = path.with_suffix("").name if packed else path.name
    try:
        content = path.read_bytes()
        return parsed(gzip.decompress(content) if packed else content, name)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(f"{path}: not RDF that can be read: {' '.join(str(error).split())[:200]}") from error
