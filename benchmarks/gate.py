"""What the gate costs: its first pass beside pySHACL's report over the same articles.

usage: python benchmarks/gate.py [FOLDER ...] [--rounds N]

Builds the `.txt` articles of the folders (the example corpus and tests/gold, where none is named), and takes their
graphs from the store through both, in turns. Prints CPU time for each word of text, and how many times faster the first
pass is; of the articles that it leaves to pySHACL, how many. Exits 1 if the ratio is below the limit.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from build import FOLDERS
from onrecord.build.build import build
from onrecord.build.fingerprint import configuration
from onrecord.gate import gate
from onrecord.gate.report import report
from onrecord.graph import Graph, of_ntriples
from onrecord.settings import DEFAULT_READING
from onrecord.store import Reader
from onrecord.values.ntriples import Ntriples

LIMIT = 10


def stored(paths: list[Path]) -> tuple[dict[str, str], dict[str, str]]:
    """The articles' graphs in N-Triples and their texts, by their IRIs."""
    with TemporaryDirectory() as folder:
        build([str(path) for path in paths], Path(folder) / "store", configuration(DEFAULT_READING))
        reader = Reader(Path(folder) / "store")
        records = reader.records()
        graphs = {name: "".join(f"{t} .\n" for t in reader.triples(name)) for name in reader.article_graphs()}
        return graphs, {name: reader.text(records[name].sha256) for name in graphs}


def reported(graphs: Mapping[str, Graph], texts: Mapping[str, str]) -> None:
    """pySHACL's report over all articles at once, which costs less than one for each."""
    together = Graph()
    for graph in graphs.values():
        together += graph
    report(together, texts)


def timed(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--rounds", type=int, default=5, help="the median of this many rounds counts")
    args = parser.parse_args()
    graphs, texts = stored([path for folder in args.folders for path in sorted(folder.glob("*.txt"))])
    read = {name: of_ntriples(ntriples) for name, ntriples in graphs.items()}
    packed = {name: Ntriples.of(ntriples) for name, ntriples in graphs.items()}
    suspects = gate.suspects(packed, texts)  # parses the shapes
    rounds = [
        (timed(lambda: gate.suspects(packed, texts)), timed(lambda: reported(read, texts))) for _ in range(args.rounds)
    ]
    first, full = (median(each) for each in zip(*rounds, strict=True))
    words = sum(len(text.split()) for text in texts.values())
    triples = sum(ntriples.count("\n") for ntriples in graphs.values())
    print(f"{len(graphs)} articles, {words:,} words, {triples:,} triples, median of {args.rounds} rounds, CPU time")
    print(f"first pass  {first:7.2f} s  {first / words * 1e6:7.0f} µs/word")
    print(f"pySHACL     {full:7.2f} s  {full / words * 1e6:7.0f} µs/word")
    print(f"left to pySHACL: {len(suspects)} of {len(graphs)} articles")
    print(f"the first pass is {full / first:.1f} times faster (at least {LIMIT})")
    return int(full < LIMIT * first)


if __name__ == "__main__":
    sys.exit(main())
