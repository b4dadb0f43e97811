"""Loading a graph into a store, beside `oxigraph load` (PyPI `oxigraph`) of the same N-Quads.

usage: python benchmarks/loading.py STORE [--rounds N]

Puts the articles of STORE into a new store, a shard at a time as a build does, and lets readers see it: first the
graphs alone, then with the view that withholds the names of children. Prints CPU times and their ratio.
"""

import argparse
import shutil
import statistics
import sys
import sysconfig
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from processes import cost

from onrecord.build.distribution import SHARD
from onrecord.store import Reader, Writer
from onrecord.values.ntriples import Ntriples


def _loaded(reader: Reader, folder: Path) -> tuple[float, float]:
    """CPU seconds until all graphs are in a new store, and until readers see them."""
    named = reader.database.named_graphs()
    graphs = {
        str(graph.value): ox.serialize(
            (quad.triple for quad in reader.database.quads_for_pattern(None, None, None, graph)),
            format=ox.RdfFormat.N_TRIPLES,
        ).decode()
        for graph in named
    }
    records = reader.records()
    texts = {name: reader.text(record.sha256) for name, record in records.items()}
    began = time.process_time()
    with closing(Writer(folder)) as writer:
        articles = [(name, texts[name], Ntriples.of(graphs[name]), record) for name, record in records.items()]
        for start in range(0, len(articles), SHARD):
            writer.put_all(articles[start : start + SHARD])
        for name in graphs.keys() - records:
            writer.add_to_graph(name, graphs[name])
        writer.database.flush()
        put = time.process_time() - began
        writer.commit()
    return put, time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    oxigraph = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or sys.exit("oxigraph is not installed")
    reader = Reader(args.store)
    with TemporaryDirectory() as place:
        quads = Path(place) / "all.nq"
        with quads.open("wb") as out:
            reader.database.dump(out, format=ox.RdfFormat.N_QUADS)
        print(f"{len(reader.database):,} quads, {args.rounds} rounds")
        theirs, graphs, whole = [], [], []
        for number in range(args.rounds):
            command = [oxigraph, "load", "--location", f"{place}/theirs-{number}", "--file", quads]
            theirs.append(cost(command).cpu)
            put, seen = _loaded(reader, Path(place) / f"ours-{number}")
            graphs.append(put)
            whole.append(seen)
    there = statistics.median(theirs)
    print(f"{'oxigraph load':34}{there:9.2f} s CPU")
    for what, taken in (("graphs put into a store", graphs), ("with a snapshot and the view", whole)):
        here = statistics.median(taken)
        print(f"{what:34}{here:9.2f} s CPU   {here / there:.2f} times that (at most 1.50)")


if __name__ == "__main__":
    main()
