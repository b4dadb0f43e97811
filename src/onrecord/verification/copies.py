"""Whether a bundle's files agree: the list of hashes, the list of graphs, and the statements in their other forms."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from onrecord.answers.ask import named_queries
from onrecord.graph.canonical import canonical_lines, graph_hash, read_list
from onrecord.verification.facts import Facts
from onrecord.verification.facts import told as told_of
from onrecord.verification.failure import Failure
from onrecord.verification.hashes import unlisted
from onrecord.verification.holding import Bundle

SUMS = "SHA256SUMS"
LIST = "graphs.csv"
RECEIPTS = "timestamps"  # a folder of what comes after the list of hashes, and so is not in it
_PART = 1 << 20
_SHOWN = 200  # characters of a row


def altered(folder: Path) -> Iterator[Failure]:
    """The files of a bundle that are not those in its list of hashes."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield Failure(SUMS, "is missing, or cannot be read")
        return
    listed = {name.removeprefix("*"): digest for digest, _, name in (line.partition(" ") for line in lines)}
    listed = {name.strip().removeprefix("*"): digest for name, digest in listed.items()}
    here = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(listed.keys() | here.keys()):
        if name == SUMS or name.startswith(f"{RECEIPTS}/"):
            continue
        if name not in listed:
            yield Failure(name, f"is not in {SUMS}: it was put in by hand")
        elif name not in here:
            yield Failure(name, f"is in {SUMS}, and is not here")
        elif _digest(here[name]) != listed[name]:
            yield Failure(name, f"has not the SHA-256 that is in {SUMS}: it was changed")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def misordered(bundle: Bundle) -> Iterator[Failure]:
    """The graphs whose lines are not canonical."""
    for graph, lines in bundle.lines.items():
        if lines != sorted(set(lines)):
            yield Failure("graphs.nq", f"the lines of the graph {graph} are not in canonical order, or come twice")


def mislisted(bundle: Bundle) -> Iterator[Failure]:
    """The graphs of a bundle that are not those on its list."""
    try:
        listed = read_list((bundle.folder / LIST).read_bytes())
    except (OSError, ValueError) as error:
        yield Failure(LIST, f"is missing, or cannot be read: {error}")
        return
    yield from unlisted(
        (graph_hash(name, canonical_lines(name, bundle.ntriples(name))) for name in bundle.lines), listed
    )


def contradicted(bundle: Bundle) -> Iterator[Failure]:
    """The statements that stand in one of the bundle's forms of them, and not in the other: graphs.nq and TriG."""
    for path in sorted(bundle.folder.rglob("*.trig")):
        told: dict[str, set[ox.Triple]] = {}
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG):
                told.setdefault(str(quad.graph_name).strip("<>"), set()).add(quad.triple)
        except (SyntaxError, ValueError) as error:
            yield Failure(path.name, f"cannot be read: {' '.join(str(error).split())[:_SHOWN]}")
            continue
        for graph in sorted(told.keys() & bundle.lines.keys()):
            ntriples = bundle.ntriples(graph)
            ours = {quad.triple for quad in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)}
            facts = Facts(ntriples, graph)
            for triples, where, not_where in (
                (ours - told[graph], "graphs.nq", path.name),
                (told[graph] - ours, path.name, "graphs.nq"),
            ):
                for triple in sorted(triples, key=str):
                    what = f"{told_of(triple)} is said of it in {where}, and not in {not_where}"
                    yield facts.failure(str(triple.subject).strip("<>"), what)


def mistabled(bundle: Bundle) -> Iterator[Failure]:
    """The rows of tables that the statements do not give, and those they give that are not in the tables."""
    database: ox.Store | None = None
    for path in sorted((bundle.folder / "tables").glob("*.csv")):
        query = named_queries().get(path.stem)
        if query is None:
            continue
        if database is None:
            database = ox.Store()
            for lines in bundle.lines.values():
                database.bulk_load(b"".join(lines), format=ox.RdfFormat.N_QUADS)
        solutions = database.query(query.text, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        answered = _rows((solutions.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode("utf-8"))
        try:
            given = _rows(path.read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError):
            yield Failure(path.name, "cannot be read")
            continue
        if given[:1] != answered[:1]:
            continue  # of another version of the question
        table, graph = Counter(map(tuple, given[1:])), Counter(map(tuple, answered[1:]))
        for row in sorted((table - graph).elements()):
            yield _row(path, "has a row that the statements do not give", given[0], row)
        for row in sorted((graph - table).elements()):
            yield _row(path, "lacks a row that the statements give", given[0], row)


def _rows(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content, newline="")))


def _row(path: Path, what: str, columns: Sequence[str], row: Sequence[str]) -> Failure:
    told = {column: cell for column, cell in zip(columns, row, strict=False) if cell}
    sentence = told.pop("quote", "") or told.pop("exact", "")
    return Failure(f"tables/{path.name}", what, ", ".join(f"{k} {v}" for k, v in told.items())[:_SHOWN], sentence)
