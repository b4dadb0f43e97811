"""What a build costs as the corpus grows: time, memory and disk at N articles and at ten times as many.

usage: python benchmarks/growth.py [--articles N] [--plot FILE] [--keep FOLDER]

Builds synthetic corpora (`corpus.py`) of N, 3 N and 10 N articles, each in a process of its own, and prints how many
times the time and the memory of the smallest the largest takes; start-up counts. `--plot` draws the cost of each as
SVG. `--keep` keeps the corpora and stores, in folders named after their number of articles.
"""

import argparse
import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib as mpl
from corpus import write
from matplotlib.figure import Figure
from processes import Cost, build, tell

_STEPS = (1, 3, 10)


@contextlib.contextmanager
def kept(folder: Path | None) -> Iterator[Path]:
    """The folder, or one that is gone afterwards."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with TemporaryDirectory() as place:
        yield Path(place)


def _size(store: Path) -> float:
    """MB that the store takes on disk."""
    return sum(path.stat().st_size for path in store.rglob("*") if path.is_file()) / 1e6


def _draw(counts: Sequence[int], costs: Sequence[Cost], out: Path) -> None:
    with mpl.rc_context({"svg.hashsalt": "growth", "svg.fonttype": "none"}):
        picture = Figure(figsize=(7, 3), layout="constrained")
        time, memory = picture.subplots(1, 2)
        time.plot(counts, [one.cpu for one in costs], marker="o", color="black")
        time.set_ylabel("CPU seconds of a build")
        memory.plot(counts, [one.memory for one in costs], marker="o", color="black")
        memory.set_ylabel("MB at most")
        for axes in (time, memory):
            axes.set_xlabel("articles")
            axes.set_xlim(left=0)
            axes.set_ylim(bottom=0)
        picture.savefig(out, format="svg", metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--plot", type=Path, help="file for an SVG of the costs")
    parser.add_argument("--keep", type=Path, help="folder for the corpora and stores")
    args = parser.parse_args()
    counts = [args.articles * step for step in _STEPS]
    costs = []
    with kept(args.keep) as folder:
        for count in counts:
            corpus, store = folder / f"corpus-{count}", folder / f"store-{count}"
            shutil.rmtree(store, ignore_errors=True)
            write(corpus, count)
            costs.append(build(corpus, store))
            tell(f"build of {count:,} articles", costs[-1], f"{_size(store):.0f} MB on disk")
    first, last = costs[0], costs[-1]
    print(f"{_STEPS[-1]} times the articles: {last.cpu / first.cpu:.1f} times the CPU time (at most 11)")
    print(f"{_STEPS[-1]} times the articles: {last.memory / first.memory:.2f} times the memory (at most 1.30)")
    if args.plot:
        _draw(counts, costs, args.plot)


if __name__ == "__main__":
    main()
