"""Figures of an encoder on sets that it has not seen: `python -m train.report --data ../shared`.

Reads the weights in the package (or `--weights`), so that what is measured is what is shipped. Needs no torch.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from onrecord.encoder import Encoder
from train import corpora, data, evaluate, guide, settings

HERE = Path(__file__).parent
REGIONS = {  # of worldwide newswire: how the files of its newspapers begin
    "Africa": "af alg ghana mauritius nm panaf",
    "East and South-East Asia": "cn kr mong my th tw",
    "South Asia": "bangladesh in",
    "Middle East": "asia eg iran israel jr kw uae",
    "Latin America": "arg chile col cuba ecuador elsalv hond mex nic pan paraguay peru ven",
    "Australia and Canada": "aus canada",
}
GUIDED = ("wikinews", "world", "registers")  # annotated by the guide; their names stand where the text has them


def main() -> None:
    """Print names, set by set and region by region; write rows for the scorer of PolNeAR if asked."""
    parser = argparse.ArgumentParser(prog="python -m train.report", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with train/, gold/ and bench/")
    parser.add_argument("--weights", type=Path, help="folder with the model; default: the package's")
    parser.add_argument("--rows", type=Path, help="folder for rows that bench/quotes.py reads")
    options = parser.parse_args()
    encoder = Encoder.load(options.weights)
    aside = settings.load(HERE / "settings.toml", []).hold_out
    worldwide = [
        d for path in sorted((options.data / "train/worldwide/dev").glob("*.tsv")) for d in corpora.worldwide(path)
    ]
    sets = {
        "CoNLL++ dev": corpora.conll(options.data / "train/conllpp/dev.txt"),
        "GUM aside": data.load(options.data / "train", aside, polnear=False).test_names,
        "worldwide dev": worldwide,
        **{f"gold/{name}": guide.names(options.data / "gold" / name) for name in GUIDED},
        **{name: [d for d in worldwide if _paper(d) in papers.split()] for name, papers in REGIONS.items()},
    }
    for name, documents in sets.items():
        began, found = time.process_time(), evaluate.names(encoder, documents)
        words = sum(len(s.text.split()) for d in documents for s in d.sentences)
        print(f"{name}: {words / (time.process_time() - began):.0f} words per CPU second")
        for label, t in found.items():
            print(f"  {label:8} P {100 * t.precision:5.1f}  R {100 * t.recall:5.1f}  F1 {100 * t.f1:5.1f}")
    if options.rows:
        quote_rows(encoder, options.data / "bench/data/polnear-dev/text", options.rows)


def _paper(document: corpora.NamesDocument) -> str:
    return document.id.split("-", 1)[1].split("_")[0]


def quote_rows(encoder: Encoder, folder: Path, out: Path) -> None:
    """Rows of statements: one for each attribution."""
    rows: list[dict[str, Any]] = []
    words, began = 0, time.process_time()
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        words += len(text.split())
        for number, found in enumerate(encoder.read([text])[0].attributions):
            row = {
                "source": path.stem,
                "statement": f"{path.stem}#{number}",
                "start": found.contents[0].start,
                "end": found.contents[-1].end,
            }
            speaker = {"speakerStart": found.source.start, "speakerEnd": found.source.end} if found.source else {}
            rows.append(row | speaker)
    print(f"PolNeAR dev: {words / (time.process_time() - began):.0f} words per CPU second")
    _write(out / "quotes.json", rows)


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    bindings = [{k: {"type": "literal", "value": str(v)} for k, v in row.items()} for row in rows]
    path.write_text(json.dumps({"results": {"bindings": bindings}}))


if __name__ == "__main__":
    main()
