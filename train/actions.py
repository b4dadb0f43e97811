"""Fit the ranker of actions: `python -m train.actions --data ../shared/train --folds runs/frames`.

Reads the articles annotated by the guide through the pipeline, asks it for the candidate actions of each annotated
figure whose own words tell none, and fits gradient-boosted trees to which of them the annotation has. Each article is
read with an encoder whose heads have not learnt from it: `train.frames validate` leaves them in `runs/frames`, and
`train.export` makes them run. Needs LightGBM, and no torch.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from spacy.tokens import Doc

from onrecord.encoder.encoder import MODEL, TOKENIZER, Encoder
from onrecord.encoder.onnx import OnnxNetwork
from onrecord.encoder.word_pieces import load_tokenizer
from onrecord.evaluation.comparison import head_noun
from onrecord.extract.events.triggers import anchor_of
from onrecord.extract.frames import Frames
from onrecord.extract.quantities import action_ranker
from onrecord.extract.quantities.action_candidates import Candidate, Candidates, Told
from onrecord.extract.quantities.action_ranker import Ranker
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.trees import Trees
from onrecord.lexicon import lexicon
from onrecord.values.findings import Figure
from train import settings
from train.annotated import annotation, articles
from train.boosting import FOLDS, Choice, fitted, fold_of, shares

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "extract" / "quantities" / "action_weights.json"
LEAVES = 8
RISING = ("read", "ahead", "told", "mentions", "governing")
DOUBTS = ("-agreed", "-doubted")


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated figure whose own words tell no action, with its candidates."""

    corpus: str
    article: str
    told: Told
    candidates: Sequence[Candidate]
    action: str  # as annotated


def main() -> None:
    """Parse the command line, read the articles, validate over folds, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m train.actions", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument("--folds", type=Path, default=Path("runs/frames"), help="folder with fold-0 and so on")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    chosen = settings.load(HERE / "settings.toml", [])
    folders = [*(options.data / corpus for corpus in chosen.frames.annotated), HERE.parent / "tests" / "gold"]
    fit([*lessons(folders, chosen.hold_out.measured, cross_reader(options.folds))], options.out)


def fit(learnt: Sequence[Lesson], out: Path) -> None:
    """Print how often actions are right, and write the weights."""
    for corpus, (count, (told, ranked)) in shares(validated(learnt)).items():
        print(f"{corpus}: as told {told:.3f}, as ranked {ranked:.3f}, of {count}")
    out.write_text(json.dumps(held(learnt), separators=(",", ":")) + "\n", encoding="utf-8")


def cross_reader(folder: Path) -> Callable[[Doc, Path], None]:
    """Lets a Doc be read by the encoder of the fold that has not learnt from it; else the shipped one reads it."""
    encoders = {
        article: encoder
        for names in sorted(folder.glob("fold-*.txt"))
        for encoder in [_encoder(names.with_suffix(""))]
        for article in names.read_text("utf-8").split()
    }

    def read(doc: Doc, path: Path) -> None:
        encoder = encoders.get(f"{path.parent.name}/{path.stem}")
        if encoder is not None:
            doc._.encoded = encoder.read([doc.text])[0]

    return read


def _encoder(folder: Path) -> Encoder:
    return Encoder(load_tokenizer(folder / TOKENIZER), OnnxNetwork(folder / MODEL))


class _AsTold(Ranker):
    """A ranker that leaves each action as it is told."""

    def __init__(self) -> None:
        super().__init__((), Trees((), [{"feature": [0], "threshold": [0], "low": [0], "high": [0], "score": [0]}]))


def lessons(folders: Iterable[Path], measured: Iterable[str], read: Callable[[Doc, Path], None]) -> Iterator[Lesson]:
    """The annotated figures under the folders, without those of articles that a set to measure on has too."""
    with patch.object(action_ranker, "fitted", _AsTold):
        for doc, path in articles(folders, measured, read):
            yield from of_article(doc, path)


def of_article(doc: Doc, path: Path) -> Iterator[Lesson]:
    """The annotated figures of one article that has been read."""
    free = list(json.loads(path.read_text(encoding="utf-8"))["figures"])
    asked, frames = Candidates(doc, EventLexicon(lexicon.load())), Frames(doc)
    for figure in doc._.figures:
        item = None if figure.withdrawn else annotation(doc.text, figure, free)
        if item is None:
            continue
        free.remove(item)
        frame = frames.over(figure.evidence.start, figure.evidence.end)
        told = _told(figure)
        if frame is not None and not told.by_words and head_noun(item["counted"]) == head_noun(figure.counted):
            found = asked.of(anchor_of(doc, figure.evidence), told, frame)
            yield Lesson(path.parent.name, path.stem, told, found, item["action"])


def _told(figure: Figure) -> Told:
    basis = figure.bases.action
    return Told(figure.action, next((basis.removesuffix(d) for d in DOUBTS if basis.endswith(d)), basis))


def held(learnt: Sequence[Lesson]) -> Mapping[str, object]:
    """The ranker fitted to the lessons, as a JSON object."""
    actions = sorted({c.action for lesson in learnt for c in lesson.candidates} | {x.action for x in learnt})
    names = sorted({"action", *learnt[0].candidates[0].features})
    choices = [
        Choice(
            [{**c.features, "action": actions.index(c.action)} for c in lesson.candidates],
            [c.action == lesson.action for c in lesson.candidates],
        )
        for lesson in learnt
    ]
    return {"actions": actions, "features": names, "trees": fitted(choices, names, LEAVES, RISING)}


def validated(learnt: Sequence[Lesson]) -> Iterator[tuple[str, Sequence[bool]]]:
    """Of each lesson over articles held out, its corpus and whether it is right as told, and as ranked."""
    fold = [fold_of(f"{lesson.corpus}/{lesson.article}") for lesson in learnt]
    for out in range(FOLDS):
        ranker = Ranker.of(held([x for x, at in zip(learnt, fold, strict=True) if at != out]))
        for lesson in (x for x, at in zip(learnt, fold, strict=True) if at == out):
            ranked = ranker.best(lesson.candidates, lesson.told)
            yield lesson.corpus, (lesson.told.action == lesson.action, ranked == lesson.action)


if __name__ == "__main__":
    main()
