"""How well annotated articles are read: F1 of each field and accuracy of each attribute, a row for each set.

usage: python benchmarks/scores.py [--workers N] [--readme]

Reads the sets of this repository (tests/gold, tests/gold_aside) and, where they lie beside it, the shared ones.
With `--readme` it also puts the figures of the real articles into README.md, between the two comments that mark them,
and into `src/onrecord/evaluation/measured.json`, which the page `/reliability` shows.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from onrecord.build.fingerprint import configuration
from onrecord.evaluation.evaluate import Evaluation, evaluate
from onrecord.evaluation.scoring import scores
from onrecord.settings import DEFAULT_READING

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "src" / "onrecord" / "evaluation" / "measured.json"
SHARED = ROOT.parent / "shared" / "gold"
SETS = {  # by the name that the table has for each
    "dev": SHARED / "dev",
    "wikinews": SHARED / "wikinews",
    "world": SHARED / "world",
    "registers": SHARED / "registers",
    "tests/gold": ROOT / "tests" / "gold",
    "tests/gold_aside": ROOT / "tests" / "gold_aside",
}
REAL = ("wikinews", "world")
COLUMNS = {
    "people": "people",
    "orgs": "organizations",
    "courts": "courts",
    "places": "places",
    "dates": "dates",
    "figures": "figures",
    "action": "figures.action",
    "scope": "figures.scope",
    "asOf": "figures.asOf",
    "source": "figures.reportedBy",
    "where": "figures.where",
    "factuality": "figures.factuality",
    "positions": "positions",
    "acts": "acts",
    "against": "acts.against",
    "speakers": "speakers",
}
BEGIN, END = "<!-- scores: made by `make scores README=1` -->", "<!-- end of scores -->"
README_ROWS = {
    "people": "people",
    "organizations": "organizations",
    "courts": "courts",
    "places": "places",
    "dates": "dates",
    "figures: value, hedge, what is counted": "figures",
    "their action": "figures.action",
    "their scope": "figures.scope",
    "their day": "figures.asOf",
    "their source": "figures.reportedBy",
    "whether they are facts": "figures.factuality",
    "positions": "positions",
    "acts: type, body, date": "acts",
    "whom they are against": "acts.against",
    "speakers": "speakers",
}


def evaluated(workers: int) -> Iterator[tuple[str, Evaluation]]:
    """The sets that are there, one after the other, as they are done."""
    how = configuration(DEFAULT_READING)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for name, folder in SETS.items():
            if folder.is_dir():
                yield name, evaluate(folder, how, pool)
            else:
                print(f"{name}: skipped, there is no {folder}", file=sys.stderr)


def row(name: str, articles: str, cells: Sequence[str]) -> str:
    """A line of the table, in columns as wide as their titles."""
    wide = (cell.rjust(max(len(title), 4)) for title, cell in zip(COLUMNS, cells, strict=True))
    return "  ".join((name.ljust(16), articles.rjust(8), *wide)).rstrip()


def cell(found: Mapping[str, float], key: str) -> str:
    """A score to two decimals; '-' where nothing is annotated or nothing was matched."""
    return f"{found[key]:.2f}" if key in found else "-"


def readme_table(found: Mapping[str, Evaluation]) -> str:
    """The scores of the real articles in Markdown."""
    each = {name: scores(found[name].results) for name in REAL}
    head = " | ".join(f"{name}, {len(found[name].articles)} articles" for name in REAL)
    lines = [f"| | {head} |", f"| --- |{' ---: |' * len(REAL)}"]
    for title, key in README_ROWS.items():
        lines.append(f"| {title} | {' | '.join(cell(each[name], key) for name in REAL)} |")
    return "\n".join(lines)


def measured(found: Mapping[str, Evaluation]) -> str:
    """The same scores as JSON."""
    each = {name: scores(found[name].results) for name in REAL}
    told = [
        {
            "name": name,
            "articles": len(found[name].articles),
            "scores": {key: round(each[name][key], 2) for key in README_ROWS.values() if key in each[name]},
        }
        for name in REAL
    ]
    return json.dumps(told, indent=1) + "\n"


def put_into(readme: Path, table: str) -> None:
    """Replace what stands between the two comments."""
    marked = re.compile(f"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", re.DOTALL)
    text, count = marked.subn(lambda _: f"{table}\n", readme.read_text("utf-8"))
    if count != 1:
        raise SystemExit(f"{readme}: must have the lines {BEGIN} and {END} once")
    readme.write_text(text, "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=2, help="processes that read")
    parser.add_argument("--readme", action="store_true", help="put the figures of the real articles into README.md")
    args = parser.parse_args()
    print(row("set", "articles", tuple(COLUMNS)), flush=True)
    found = {}
    for name, evaluation in evaluated(args.workers):
        found[name] = evaluation
        cells = [cell(scores(evaluation.results), key) for key in COLUMNS.values()]
        print(row(name, str(len(evaluation.articles)), cells), flush=True)
    if args.readme:
        if missing := [name for name in REAL if name not in found]:
            raise SystemExit(f"README.md stays as it is: {' and '.join(missing)} are not here")
        put_into(ROOT / "README.md", readme_table(found))
        MEASURED.write_text(measured(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
