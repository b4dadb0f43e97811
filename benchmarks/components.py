"""What each component of the pipeline takes of an article's time; for the benchmarks of groups of components."""

import argparse
import time
from pathlib import Path

from spacy.language import Language

from onrecord.extract import pipeline

READER = ("onrecord_names", "onrecord_quotes")  # a language model too; the rest of onrecord's components are rules
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"


def seconds(nlp: Language, texts: list[str]) -> dict[str, float]:
    """The seconds that each component takes over all the texts; `tokenizer` stands for what comes before them."""
    began = time.perf_counter()
    docs = [nlp.make_doc(text) for text in texts]
    spent = {"tokenizer": time.perf_counter() - began}
    for name, component in nlp.pipeline:
        began = time.perf_counter()
        in_batches = getattr(component, "pipe", None)
        docs = list(in_batches(docs, batch_size=pipeline.BATCH)) if in_batches else [*map(component, docs)]
        spent[name] = time.perf_counter() - began
    return spent


def compare(description: str, measured: tuple[str, ...], limit: float) -> int:
    """Print the time of the language models (spaCy's and the reader), of what is measured, and the ratio of the two.

    Returns:
        1 if the ratio is above the limit.
    """
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5, help="the fastest of this many rounds counts")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    if not texts:
        parser.error(f"no .txt articles in {args.folder}")
    nlp = pipeline.load()
    rounds = [seconds(nlp, texts) for _ in range(args.rounds + 1)][1:]  # the first reads word lists and fills caches
    best = {name: min(r[name] for r in rounds) for name in rounds[0]}
    models = sum(spent for name, spent in best.items() if name in READER or not name.startswith("onrecord_"))
    ratio = sum(best[name] for name in measured) / models
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, fastest of {args.rounds} rounds")
    print(f"{'language models':28}{models * 1000:9.1f} ms")
    for name in measured:
        print(f"{name:28}{best[name] * 1000:9.1f} ms{best[name] / models:8.1%}")
    print(f"{'together':28}{ratio * models * 1000:9.1f} ms{ratio:8.1%} (at most {limit:.0%})")
    return int(ratio > limit)
