"""Two processes beside one: how much faster a build of the same articles is, by the clock.

usage: python benchmarks/workers.py [--articles N] [--rounds N]

Builds a synthetic corpus (`corpus.py`) with `--workers 1` and `--workers 2` in turns. Needs two cores with nothing else
to do: the load of the machine is printed, and a ratio measured on a busy one says nothing.
"""

import argparse
import os
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import write
from processes import build, tell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    print(f"load before: {os.getloadavg()[0]:.2f}, on {os.cpu_count()} cores")
    ratios = []
    with TemporaryDirectory() as place:
        corpus = Path(place) / "corpus"
        write(corpus, args.articles)
        for number in range(args.rounds):
            one, two = (build(corpus, Path(place) / f"store-{number}-{workers}", workers) for workers in (1, 2))
            tell("one process", one)
            tell("two processes", two)
            ratios.append(one.wall / two.wall)
    print(f"two processes are {statistics.median(ratios):.2f} times as fast as one (at least 1.70)")


if __name__ == "__main__":
    main()
