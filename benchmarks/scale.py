"""What a store of many articles costs: building it, adding to it, asking it, writing it out.

usage: python benchmarks/scale.py [--articles N] [--keep FOLDER]

Writes a synthetic corpus (`corpus.py`), builds it with the command line as users do, and prints the CPU time and memory
of each step, and ratios that do not depend on the machine. The named questions are timed from the start of the process
to their 1,000th row. `--keep` keeps the corpus and the store, for larger ones to be looked at afterwards.
"""

import argparse
import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import rdflib
from corpus import articles, write
from processes import build, run, tell

from onrecord.answers.ask import named_queries

_ROWS = 1000
_SAMPLE = 100_000  # triples of which rdflib writes Turtle beside us
_LATER = "date 2025-06-01 Two more children return\n\nTwo children returned to Lviv on Sunday, Olena Stets said.\n"


def _rows(store: Path, question: str) -> tuple[float, int]:
    """The wall-clock seconds to the 1,000th row of a question, or to its last, and how many rows there were."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "onrecord", "ask", question, "--store", str(store), "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        count = -1  # the columns
        for _ in process.stdout:
            count += 1
            if count == _ROWS:
                break
        taken = time.perf_counter() - began
        process.stdout.close()
    return taken, count


def _against_rdflib(store: Path) -> float:
    """How many times as long as we rdflib takes to write Turtle, for each triple."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.nt"
        run("export", "--store", store, "--out", out)
        with out.open("rb") as lines:
            some = list(islice(lines, _SAMPLE))
            total = len(some) + sum(1 for _ in lines)
        graph = rdflib.Graph().parse(data=b"".join(some), format="nt11")
        began = time.process_time()
        graph.serialize(format="turtle")
        theirs = (time.process_time() - began) / len(some)
        ours = run("export", "--store", store, "--out", Path(folder) / "out.ttl").cpu / total
    return theirs / ours


@contextlib.contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with TemporaryDirectory() as folder:
        yield Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="folder for the corpus and the store")
    args = parser.parse_args()
    with _place(args.keep) as folder:
        corpus, store = folder / "corpus", folder / "store"
        shutil.rmtree(store, ignore_errors=True)
        write(corpus, args.articles)
        words = sum(len(text.split()) for text in articles(args.articles))
        print(f"{args.articles} articles, {words:,} words")

        full = build(corpus, store)
        tell("build", full, f"{words / full.cpu:.0f} words a second")
        same = build(corpus, store)
        tell("build, nothing changed", same, f"{same.cpu / full.cpu:.3f} of the build")

        empty, one = folder / "empty", folder / "later.txt"
        one.write_text(_LATER, encoding="utf-8")
        shutil.rmtree(empty, ignore_errors=True)
        alone = build(one, empty)
        tell("one article, into an empty store", alone)
        added = build(one, store)
        tell("one article, into this store", added, f"{added.cpu - alone.cpu:.2f} s beside start-up and reading")

        exported = run("export", "--store", store, "--out", folder / "out.ttl")
        tell("export as Turtle", exported, f"{_against_rdflib(store):.1f} times as fast as rdflib")
        print(f"\nquestions, to row {_ROWS:,} or the last:")
        for name in named_queries():
            taken, count = _rows(store, name)
            print(f"{name:34}{taken:9.2f} s{count:8} rows", flush=True)


if __name__ == "__main__":
    main()
