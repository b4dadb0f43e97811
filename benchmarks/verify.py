"""Verifying a store or a bundle: seconds for 1,000 statements.

usage: python benchmarks/verify.py STORE|BUNDLE... [--rounds N]

Prints for each how many statements it holds, the median wall clock and CPU time of verifying all of it, texts included
where they are there, and what that is for 1,000 statements.
"""

import argparse
import statistics
import time
from pathlib import Path

from onrecord.verification.holding import First, held
from onrecord.verification.verify import verify


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    print(
        f"{'folder':30} {'articles':>8} {'statements':>10} {'failures':>8} {'wall s':>7} {'CPU s':>7} {'s / 1,000':>9}"
    )
    for folder in args.folders:
        walls, cpus = [], []
        for _ in range(args.rounds):
            wall, cpu = time.perf_counter(), time.process_time()
            place = held(folder)
            found = verify(place, First([place]))
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
        wall, cpu = statistics.median(walls), statistics.median(cpus)
        each = 1000 * wall / found.statements
        counts = f"{found.articles:>8} {found.statements:>10} {len(found.failures):>8}"
        print(f"{folder.name:30} {counts} {wall:7.2f} {cpu:7.2f} {each:9.3f}")


if __name__ == "__main__":
    main()
