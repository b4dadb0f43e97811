"""How much time finding and resolving names adds to that of the language models alone.

usage: python benchmarks/names.py [FOLDER] [--rounds N]

Reads the `.txt` articles of FOLDER (the example corpus, where none is named), runs the pipeline component by component
and prints the time of the language models (spaCy's and the reader), of the rules for names with the
resolution within each article, and the ratio. Exits 1 if the ratio is above the limit.
"""

import sys
import time

from components import corpus, of_models, timed
from spacy.language import Language

from onrecord.coref import resolve
from onrecord.extract import pipeline
from onrecord.extract.ner import component as mentions

LIMIT = 0.20


def seconds(nlp: Language, texts: list[str]) -> tuple[float, float]:
    """The seconds that the language models, and names with resolution, take over all the texts."""
    docs, spent = timed(nlp, texts)
    found = [pipeline.findings(doc) for doc in docs]
    began = time.perf_counter()
    for findings in found:
        resolve.within(findings)
    resolving = time.perf_counter() - began
    return of_models(spent), sum(spent[name] for name in mentions.COMPONENTS) + resolving


def main() -> int:
    texts, rounds = corpus(__doc__ or "")
    nlp = pipeline.load()
    models, names = min(seconds(nlp, texts) for _ in range(rounds))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words")
    print(f"language models      {models:7.3f} s   {words / models:7.0f} words/s")
    print(f"names and resolution {names:7.3f} s   {words / names:7.0f} words/s")
    print(f"names add {100 * names / models:.1f} % to the time of the language models")
    return int(names > LIMIT * models)


if __name__ == "__main__":
    sys.exit(main())
