"""A store with decisions of users and a bundle of it; ways to alter them, and what verification then says."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

import samples
from onrecord.answers.export import export
from onrecord.build import together
from onrecord.curation import files, update
from onrecord.document import Block, BlockKind
from onrecord.graph.canonical import canonical_lines, graph_hash, graph_hashes, listed, read_list
from onrecord.publish.questions import questions
from onrecord.sources.article import Method
from onrecord.store import Reader, Writer
from onrecord.verification.holding import First, held
from onrecord.verification.verify import verify

HEADER = "decision,node,other,value,article,by,on,why\n"
DECISIONS = HEADER + (
    "preferred label,Save Ukraine,,NGO Save Ukraine,,O. Hrabar,2026-11-23,as registered\n"
    "wrong type,Kyiv,,organization,two.txt,O. Hrabar,2026-11-23,the club\n"
    "not a name,Maria Lvova-Belova,,,two.txt,O. Hrabar,2026-11-23,a misprint\n"
)
PAGE = Block(0, len(samples.TEXT), BlockKind.PAGE, label="3")
PRINTED = replace(samples.ARTICLE, blocks=(PAGE,), method=Method.PDF, received="ef" * 32)


def store(folder: Path, decisions: str = DECISIONS) -> Path:
    """A store of two articles that say the same, amended by decisions."""
    said = {source: samples.claims_of_event() for source in ("one.txt", "two.txt")}
    samples.store_of(folder, said, PRINTED)
    path = folder.parent / "decisions.csv"
    path.write_text(decisions, encoding="utf-8")
    writer = Writer(folder)
    found = update.settle_all(writer, files.read([path]).decisions, "configuration")
    assert not (found.faults or found.unmatched or found.rejections), found
    together.tell(writer)
    writer.commit()
    writer.close()
    return folder


def bundle(store: Path, folder: Path) -> Path:
    """A bundle of a store, with what verification looks at."""
    reader = Reader(store)
    hashes = list(graph_hashes(reader))
    for name in ("tables", "ontology", "shapes"):
        (folder / name).mkdir(parents=True)
    (folder / "graphs.nq").write_bytes(
        b"".join(b"".join(canonical_lines(one.graph, reader.ntriples(one.graph))) for one in hashes)
    )
    (folder / "graphs.csv").write_bytes(listed(hashes))
    export(reader, folder / "dataset.trig")
    for query in questions():
        rows = reader.query(query.text)
        assert isinstance(rows, ox.QuerySolutions)
        with (folder / "tables" / f"{query.name}.csv").open("w", encoding="utf-8", newline="") as out:
            table = csv.writer(out, lineterminator="\n")
            table.writerow(query.columns)
            table.writerows([row[c].value if row[c] is not None else "" for c in query.columns] for row in rows)
    (folder / "ontology" / "onrecord.ttl").write_text("# words\n")
    (folder / "shapes" / "figure.ttl").write_text("# shapes\n")
    sums(folder)
    return folder


def sums(folder: Path) -> None:
    """Write the list of a bundle's hashes anew."""
    paths = sorted(
        p for p in folder.rglob("*") if p.is_file() and p.name != "SHA256SUMS" and "timestamps" not in p.parts
    )
    lines = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}\n" for p in paths)
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")


def cover(folder: Path) -> None:
    """Cover the tracks of a change of graphs.nq: both lists are written anew."""
    graphs: dict[str, list[bytes]] = {}
    for line in (folder / "graphs.nq").read_bytes().splitlines(keepends=True):
        graphs.setdefault(line.rpartition(b" <")[2][:-4].decode(), []).append(line)
    listing = [graph_hash(name, sorted(lines)) for name, lines in graphs.items()]
    (folder / "graphs.csv").write_bytes(listed(listing))
    assert read_list((folder / "graphs.csv").read_bytes())
    sums(folder)


def update_store(text: str) -> Callable[[Path], None]:
    """A change of a store's newest snapshot by a SPARQL update, past every writer."""

    def alter(folder: Path) -> None:
        database = ox.Store(str(folder / "snapshots" / (folder / "current").read_text().strip() / "graph"))
        before = set(database)
        database.update(_PREFIXES + text)
        assert set(database) != before, "nothing was altered"
        database.flush()

    return alter


def replaced(name: str, old: str, new: str, covered: bool = False) -> Callable[[Path], None]:
    """A change of one of a bundle's files; `covered` writes its lists of hashes anew."""

    def alter(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text, "nothing was altered"
        (folder / name).write_text(text.replace(old, new), "utf-8")
        if covered:
            cover(folder)

    return alter


def failures(folder: Path, texts: Path | None = None) -> list[str]:
    """What verification says, line by line."""
    place = held(folder)
    return [str(failure) for failure in verify(place, First([place])).failures]


_PREFIXES = """
PREFIX action: <https://w3id.org/onrecord/action/>
PREFIX hedge: <https://w3id.org/onrecord/hedge/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
