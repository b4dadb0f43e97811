"""Figures of a reader on sets that it has not seen: `python -m train.report --data ../shared`.

Reads the weights in the package (or `--weights`), so that what is measured is what is shipped. Needs no torch.
"""

import argparse
import json
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from onrecord.encoder import Encoder, EncoderOutput, NameSpan
from onrecord.sources.article import Article, read_file
from train import corpora, data, evaluate, settings

HERE = Path(__file__).parent
FIELDS = {"PERSON": ("people", "person"), "ORG": ("organizations", "organization"), "PLACE": ("places", "place")}


def main() -> None:
    """Print names on CoNLL++ dev and GUM set aside; write rows for the scorers of gold and of PolNeAR if asked."""
    parser = argparse.ArgumentParser(prog="python -m train.report", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with train/, gold/ and bench/")
    parser.add_argument("--weights", type=Path, help="folder with the model; default: the package's")
    parser.add_argument("--rows", type=Path, help="folder for rows that gold/score.py and bench/quotes.py read")
    options = parser.parse_args()
    reader = Encoder.load(options.weights)
    aside = settings.load(HERE / "settings.toml", []).hold_out
    sets = {
        "CoNLL++ dev": corpora.conll(options.data / "train/conllpp/dev.txt"),
        "GUM aside": data.load(options.data / "train", aside, polnear=False).test_names,
    }
    for name, documents in sets.items():
        began, found = time.process_time(), evaluate.names(reader, documents)
        words = sum(len(s.text.split()) for d in documents for s in d.sentences)
        print(f"{name}: {words / (time.process_time() - began):.0f} words per CPU second")
        for label, t in found.items():
            print(f"  {label:8} P {100 * t.precision:5.1f}  R {100 * t.recall:5.1f}  F1 {100 * t.f1:5.1f}")
    if options.rows:
        gold_rows(reader, options.data / "gold/dev", options.rows)
        quote_rows(reader, options.data / "bench/data/polnear-dev/text", options.rows)


def gold_rows(reader: Encoder, folder: Path, out: Path) -> None:
    """Rows of people, organizations and places, with no rule beyond putting names of one thing together."""
    found = defaultdict(list)
    articles = [g.item for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".html") for g in read_file(p)]
    for article in (a for a in articles if isinstance(a, Article)):
        for label, names in _entities(article.text, reader.read([article.text])[0]):
            table, key = FIELDS[label]
            found[table].append(
                {
                    "source": article.source,
                    key: f"{article.source}#{table}{len(found[table])}",
                    "name": names[0],
                    "labels": " | ".join(names),
                }
            )
    for table, _ in FIELDS.values():
        _write(out / f"{table}.json", found[table])


def _entities(text: str, reading: EncoderOutput) -> list[tuple[str, list[str]]]:
    """Names of one label that are the same, or the last word of a person's name, or the initials of a body."""
    groups: list[tuple[str, list[str]]] = []
    plain = [(n.label, _plain(text, n)) for n in reading.names]
    for label, name in sorted(plain, key=lambda n: -len(n[1])):
        home = next((names for other, names in groups if other == label and _same(label, name, names[0])), None)
        if home is None:
            groups.append((label, [name]))
        elif name not in home:
            home.append(name)
    return groups


def _plain(text: str, name: NameSpan) -> str:
    return re.sub(r"^the |['’]s?$", "", " ".join(text[name.start : name.end].split()), flags=re.I)


def _same(label: str, short: str, full: str) -> bool:
    if short.lower() == full.lower():
        return True
    if label == "PERSON":
        return set(short.lower().split()) <= set(full.lower().split())
    initials = "".join(word[0] for word in re.findall(r"\w+", full) if word[0].isupper())
    return label == "ORG" and len(short) > 1 and short == initials


def quote_rows(reader: Encoder, folder: Path, out: Path) -> None:
    """Rows of statements: one for each attribution."""
    rows: list[dict[str, Any]] = []
    words, began = 0, time.process_time()
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        words += len(text.split())
        for number, found in enumerate(reader.read([text])[0].attributions):
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
