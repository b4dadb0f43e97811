"""How much time finding and resolving names adds to that of the language models alone.

usage: python benchmarks/names.py [FOLDER] [--rounds N]

Reads the `.txt` articles of FOLDER (the example corpus, where none is named), runs the pipeline component by component
and prints the time of the language models (spaCy's, and the reader's names), of the rules for names with the
resolution within each article, and the ratio. Exits 1 if the ratio is above the limit.
"""

import argparse
import sys
import time
from pathlib import Path

from spacy.language import Language

from onrecord import resolve
from onrecord.extract import mentions, pipeline

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"
MODELS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner", "onrecord_layout", "onrecord_names")
LIMIT = 0.20


def seconds(nlp: Language, texts: list[str]) -> tuple[float, float]:
    """The seconds that the language models, and names with resolution, take over all the texts."""
    docs = [nlp.make_doc(text) for text in texts]
    models = names = 0.0
    for name, component in nlp.pipeline:
        began = time.perf_counter()
        in_batches = getattr(component, "pipe", None)
        docs = list(in_batches(docs, batch_size=pipeline.BATCH)) if in_batches else [*map(component, docs)]
        spent = time.perf_counter() - began
        models += spent if name in MODELS else 0.0
        names += spent if name in mentions.COMPONENTS else 0.0
    found = [pipeline.findings(doc) for doc in docs]
    began = time.perf_counter()
    for findings in found:
        resolve.within(findings)
    return models, names + time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5, help="the round with the fastest models counts")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    if not texts:
        print(f"no .txt article in {args.folder}", file=sys.stderr)
        return 2
    nlp = pipeline.load()
    models, names = min(seconds(nlp, texts) for _ in range(args.rounds))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words")
    print(f"language models      {models:7.3f} s   {words / models:7.0f} words/s")
    print(f"names and resolution {names:7.3f} s   {words / names:7.0f} words/s")
    print(f"names add {100 * names / models:.1f} % to the time of the language models")
    return int(names > LIMIT * models)


if __name__ == "__main__":
    sys.exit(main())
