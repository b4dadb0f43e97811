"""How well entities of different articles are joined: precision and recall over pairs of mentions.

usage: python benchmarks/pairs.py

Two batches of invented pairs (`tests/pairs.py`, with which the rules were made, and `tests/pairs_second.py`, which came
later), each pair decided by itself. Prints for each its size, precision, recall and what was decided wrongly.
Exits 1 where precision is below 0.98 or recall below 0.85.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
PRECISION, RECALL = 0.98, 0.85


def main() -> int:
    sys.path.insert(0, str(TESTS))
    from pairs import PAIRS, measured
    from pairs_second import SECOND

    well = True
    for title, pairs in (("first batch", PAIRS), ("second batch", SECOND)):
        figures = measured(pairs)
        print(f"{title:12} {len(pairs):4} pairs   precision {figures.precision:.3f}   recall {figures.recall:.3f}")
        for pair in figures.wrong:
            verdict = "kept apart" if pair.same else "joined"
            print(f"    {verdict}: {pair.left.names[0]} / {pair.right.names[0]} ({pair.trap or 'no trap'})")
        well = well and figures.precision >= PRECISION and figures.recall >= RECALL
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
