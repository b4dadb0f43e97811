"""How fast a whole build is, beside the language models alone.

usage: python benchmarks/build.py [FOLDER ...] [--rounds N]

Builds the `.txt` articles of the folders (the example corpus and tests/gold, where none is named) in this process, from
bytes to a finished store, and runs over the same texts, in turns, the language models alone (spaCy's and the encoder)
and the stock spaCy pipeline with all its components. Prints words per second of CPU time for each, and how many times
their time a build takes: the ratios do not depend on the machine. Exits 1 if the first is above the limit.
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from components import EXAMPLES, READER
from spacy.language import Language

from onrecord.build.build import build
from onrecord.build.fingerprint import configuration
from onrecord.extract import pipeline
from onrecord.settings import DEFAULT_READING
from onrecord.values.configuration import Configuration

FOLDERS = (EXAMPLES, Path(__file__).resolve().parents[1] / "tests" / "gold")
LIMIT = 2.4  # 2.0 when this was written: reading by rules, building graphs and the store cost as much as the models do


def of_build(paths: list[Path], how: Configuration) -> float:
    """The seconds of CPU time that a build of the articles into a new store takes."""
    with TemporaryDirectory() as folder:
        began = time.process_time()
        summary = build([str(path) for path in paths], Path(folder) / "store", how)
        spent = time.process_time() - began
    if summary.new != len(paths):
        raise SystemExit(f"read {summary.new} of {len(paths)} articles: {summary.refused}")
    return spent


def of_models(nlp: Language, texts: list[str]) -> float:
    """The seconds of CPU time that the language models alone take over the texts."""
    models = [name for name in nlp.pipe_names if name in READER or not name.startswith("onrecord_")]
    with nlp.select_pipes(enable=models):
        began = time.process_time()
        for _ in nlp.pipe(texts, batch_size=pipeline.BATCH):
            pass
        return time.process_time() - began


def of_stock(nlp: Language, texts: list[str]) -> float:
    """The seconds of CPU time that the stock pipeline takes over the texts."""
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=pipeline.BATCH):
        pass
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--rounds", type=int, default=3, help="the fastest of this many rounds counts")
    args = parser.parse_args()
    paths = [path for folder in args.folders for path in sorted(folder.glob("*.txt"))]
    if not paths:
        parser.error("no .txt articles in these folders")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    how, nlp, stock = configuration(DEFAULT_READING), pipeline.load(), spacy.load(DEFAULT_READING.model)
    rounds = [(of_models(nlp, texts), of_stock(stock, texts), of_build(paths, how)) for _ in range(args.rounds + 1)]
    models, plain, whole = (
        min(each) for each in zip(*rounds[1:], strict=True)
    )  # the first reads word lists, fills caches
    words = sum(len(text.split()) for text in texts)
    print(f"{len(paths)} articles, {words:,} words, fastest of {args.rounds} rounds, CPU time")
    print(f"language models  {models:7.2f} s  {words / models:7.0f} words/s")
    print(f"stock spaCy      {plain:7.2f} s  {words / plain:7.0f} words/s")
    print(f"whole build      {whole:7.2f} s  {words / whole:7.0f} words/s")
    print(f"a build takes {whole / models:.2f} times the models' time (at most {LIMIT:.2f})")
    print(f"language models / build {models / whole:.2f}, stock spaCy / build {plain / whole:.2f}")
    return int(whole > LIMIT * models)


if __name__ == "__main__":
    sys.exit(main())
