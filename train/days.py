"""Fit the ranker of as-of days: `python -m train.days --data ../shared/train`.

Reads the articles annotated by the guide through the pipeline, asks it for the candidate days of each annotated figure
whose own clause and saying give none, and fits gradient-boosted trees to which of them the annotation has. Needs
LightGBM, and no torch.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from onrecord.claims import figures as figure_claims
from onrecord.claims import statements as speech
from onrecord.coref import resolve
from onrecord.extract import pipeline
from onrecord.extract.as_of.candidates import Candidate, Candidates
from onrecord.extract.as_of.ranker import Ranker
from train import settings
from train.annotated import annotation, articles
from train.boosting import FOLDS, Choice, fitted, fold_of, shares

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "extract" / "as_of" / "weights.json"
LEAVES = 16


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated figure with its candidate days."""

    corpus: str
    article: str
    candidates: Sequence[Candidate]
    day: str  # as annotated; '' where it has none

    @property
    def right(self) -> list[bool]:
        """Which candidates are right."""
        return [candidate.day == self.day for candidate in self.candidates]


def main() -> None:
    """Parse the command line, read the articles, validate over folds, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m train.days", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    chosen = settings.load(HERE / "settings.toml", [])
    folders = [options.data / corpus for corpus in chosen.frames.annotated]
    learnt = list(lessons([*folders, HERE.parent / "tests" / "gold"], chosen.hold_out.measured))
    for corpus, (count, (published, ranked)) in shares(validated(learnt)).items():
        print(f"{corpus}: as of publication {published:.3f}, as ranked {ranked:.3f}, of {count}")
    options.out.write_text(written(learnt), encoding="utf-8")


def lessons(folders: Iterable[Path], measured: Iterable[str]) -> Iterator[Lesson]:
    """The annotated figures under the folders, without those of articles that a set to measure on has too."""
    for doc, path in articles(folders, measured):
        yield from of_article(doc, path.parent.name, path)


def of_article(doc: Doc, corpus: str, path: Path) -> Iterator[Lesson]:
    """The annotated figures of one article that has been read, as far as they have candidates."""
    annotated = json.loads(path.read_text(encoding="utf-8"))["figures"]
    asked, free = Candidates(doc), list(annotated)
    silent = unsaid(doc)
    for figure in doc._.figures:
        item = annotation(doc.text, figure, free)
        if item is not None:
            free.remove(item)
            if figure.evidence.start in silent:
                yield Lesson(corpus, path.stem, asked.of(figure), item["asOf"] or "")


def unsaid(doc: Doc) -> frozenset[int]:
    """Where the figures begin that neither their own clause nor their saying gives a day."""
    findings = pipeline.findings(doc)
    resolution = resolve.within(findings)
    told = speech.statements(findings.statements, findings.source_notes, resolution)
    told += speech.general_notes(findings.source_notes, resolution)
    return frozenset(
        f.evidence.start
        for f in findings.figures
        if not (f.date or f.withdrawn or figure_claims.said_on(figure_claims.covering(f, told)))
    )


def choice(lesson: Lesson) -> Choice:
    """The lesson as the trees are fitted to it."""
    return Choice([candidate.features for candidate in lesson.candidates], lesson.right)


def written(learnt: Sequence[Lesson]) -> str:
    """The weights fitted to all lessons, as JSON."""
    names = sorted(learnt[0].candidates[0].features)
    trees = fitted([*map(choice, learnt)], names, LEAVES)
    return json.dumps({"features": names, "trees": trees}, separators=(",", ":")) + "\n"


def validated(learnt: Sequence[Lesson]) -> Iterator[tuple[str, Sequence[bool]]]:
    """Of each lesson over articles held out, its corpus and whether the figure holds of publication, or as ranked."""
    names = sorted(learnt[0].candidates[0].features)
    fold = [fold_of(f"{lesson.corpus}/{lesson.article}") for lesson in learnt]
    for held in range(FOLDS):
        kept = [choice(x) for x, at in zip(learnt, fold, strict=True) if at != held]
        ranker = Ranker(names, fitted(kept, names, LEAVES))
        for lesson in (x for x, at in zip(learnt, fold, strict=True) if at == held):
            ranked = ranker.best([lesson.candidates], [lesson]) == [lesson.day]
            yield lesson.corpus, (lesson.candidates[0].day == lesson.day, ranked)


if __name__ == "__main__":
    main()
