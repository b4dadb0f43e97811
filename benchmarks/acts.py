"""How much time statements, acts and positions add to that of the language models alone.

usage: python benchmarks/acts.py [FOLDER] [--rounds N]

Reads the articles of FOLDER (`.txt`; the example corpus, where none is named), runs the pipeline component by component
and prints the time of each group and the ratio of the two. Exits 1 if the ratio is above the limit.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

from spacy.language import Language

from onrecord.extract import pipeline

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"
MEASURED = frozenset({"onrecord_positions", "onrecord_statements", "onrecord_acts"})
LIMIT = 0.15


def seconds_by_component(nlp: Language, texts: list[str]) -> dict[str, float]:
    """The seconds that each component takes over all the texts; `tokenizer` stands for what comes before them."""
    spent: dict[str, float] = defaultdict(float)
    began = time.perf_counter()
    docs = [nlp.make_doc(text) for text in texts]
    spent["tokenizer"] = time.perf_counter() - began
    for name, component in nlp.pipeline:
        began = time.perf_counter()
        docs = (
            list(component.pipe(docs, batch_size=pipeline.BATCH))
            if hasattr(component, "pipe")
            else [*map(component, docs)]
        )
        spent[name] = time.perf_counter() - began
    return spent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5, help="the fastest of this many rounds counts")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    if not texts:
        parser.error(f"no .txt articles in {args.folder}")
    nlp = pipeline.load()
    seconds_by_component(nlp, texts)  # the first round loads word lists and warms caches
    rounds = [seconds_by_component(nlp, texts) for _ in range(args.rounds)]
    best = {name: min(r[name] for r in rounds) for name in rounds[0]}
    models = sum(s for name, s in best.items() if not name.startswith("onrecord_"))
    measured = {name: s for name, s in best.items() if name in MEASURED}
    ratio = sum(measured.values()) / models
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, fastest of {args.rounds} rounds")
    print(f"{'language models':28}{models * 1000:9.1f} ms")
    for name, spent in measured.items():
        print(f"{name:28}{spent * 1000:9.1f} ms{spent / models:8.1%}")
    print(f"{'together':28}{sum(measured.values()) * 1000:9.1f} ms{ratio:8.1%} (at most {LIMIT:.0%})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
