"""What each component of the pipeline takes of an article's time; for the benchmarks of groups of components."""

import argparse
import time
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import pipeline

READER = ("onrecord_names", "onrecord_quotes")  # a language model too; the rest of onrecord's components are rules
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"


def corpus(description: str) -> tuple[list[str], int]:
    """The articles and the number of rounds that the command line asks for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5, help="the fastest of this many rounds counts")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    if not texts:
        parser.error(f"no .txt articles in {args.folder}")
    return texts, args.rounds


def timed(nlp: Language, texts: list[str]) -> tuple[list[Doc], dict[str, float]]:
    """The texts as read, and the seconds of each component over all; `tokenizer` stands for what comes before them."""
    began = time.perf_counter()
    docs = [nlp.make_doc(text) for text in texts]
    spent = {"tokenizer": time.perf_counter() - began}
    for name, component in nlp.pipeline:
        began = time.perf_counter()
        in_batches = getattr(component, "pipe", None)
        docs = list(in_batches(docs, batch_size=pipeline.BATCH)) if in_batches else [*map(component, docs)]
        spent[name] = time.perf_counter() - began
    return docs, spent


def of_models(spent: dict[str, float]) -> float:
    """The seconds of the language models: spaCy's and the reader."""
    return sum(taken for name, taken in spent.items() if name in READER or not name.startswith("onrecord_"))


def compare(description: str, measured: tuple[str, ...], limit: float) -> int:
    """Print the time of the language models (spaCy's and the reader), of what is measured, and the ratio of the two.

    Returns:
        1 if the ratio is above the limit.
    """
    texts, count = corpus(description)
    nlp = pipeline.load()
    rounds = [timed(nlp, texts)[1] for _ in range(count + 1)][1:]  # the first reads word lists and fills caches
    best = {name: min(r[name] for r in rounds) for name in rounds[0]}
    models = of_models(best)
    ratio = sum(best[name] for name in measured) / models
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, fastest of {count} rounds")
    print(f"{'language models':28}{models * 1000:9.1f} ms")
    for name in measured:
        print(f"{name:28}{best[name] * 1000:9.1f} ms{best[name] / models:8.1%}")
    print(f"{'together':28}{ratio * models * 1000:9.1f} ms{ratio:8.1%} (at most {limit:.0%})")
    return int(ratio > limit)
