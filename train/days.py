"""Fit the ranker of as-of days: `python -m train.days --data ../shared/train`.

Reads the articles annotated by the guide through the pipeline, asks it for the candidate days of each annotated figure
whose own clause and saying give none, and fits gradient-boosted trees to which of them the annotation has: the loss is
the cross-entropy of a softmax over the candidates of a figure. Needs LightGBM, and no torch.
"""

import argparse
import datetime as dt
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from spacy.tokens import Doc

from onrecord.claims import figures as figure_claims
from onrecord.claims import statements as speech
from onrecord.coref import resolve
from onrecord.evaluation.evidence import place_of
from onrecord.extract import pipeline
from onrecord.extract.as_of.candidates import Candidate, Candidates
from onrecord.extract.as_of.ranker import Ranker
from onrecord.sources.article import Article
from onrecord.sources.reading import read as read_articles
from onrecord.values.findings import Figure
from train import settings

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "extract" / "as_of" / "weights.json"
FOLDS = 5
UNIT = 1000  # scores are whole numbers of this part
TREES, LEAVES, RATE = 150, 16, 0.06


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
    for corpus, shares in validated(learnt).items():
        print(f"{corpus}: as of publication {shares[0]:.3f}, as ranked {shares[1]:.3f}, of {int(shares[2])}")
    options.out.write_text(written(learnt), encoding="utf-8")


def lessons(folders: Iterable[Path], measured: Iterable[str]) -> Iterator[Lesson]:
    """The annotated figures under the folders, without those of articles that a set to measure on has too."""
    nlp = pipeline.load()
    for folder in folders:
        paths = [p for p in sorted(folder.glob("*.json")) if f"{folder.name}-{p.stem}" not in set(measured)]
        for path in paths:
            for given in read_articles([str(path.with_suffix(".txt"))]):
                if isinstance(article := given.item, Article):
                    doc = nlp.make_doc(article.text)
                    doc._.published = dt.date.fromisoformat(article.published) if article.published else None
                    yield from of_article(nlp(doc), folder.name, path)


def of_article(doc: Doc, corpus: str, path: Path) -> Iterator[Lesson]:
    """The annotated figures of one article that has been read, as far as they have candidates."""
    annotated = json.loads(path.read_text(encoding="utf-8"))["figures"]
    asked, free = Candidates(doc), list(annotated)
    silent = unsaid(doc)
    for figure in doc._.figures:
        item = _annotation(doc.text, figure, free)
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


def _annotation(text: str, figure: Figure, free: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The annotation of a figure: of those alike, the one whose words are its own."""
    alike = [
        i
        for i in free
        if i["hedge"] == figure.hedge and abs(Decimal(str(i["value"])) - figure.value) <= Decimal("0.05")
    ]

    def apart(item: Mapping[str, Any]) -> int:
        place = place_of(text, item.get("at") or item["text"])
        if place is not None and place[0] <= figure.evidence.start <= place[1]:
            return 0
        return 1 if item["text"] == figure.evidence.exact else 2

    return min(alike, key=apart, default=None)


def matrix(learnt: Sequence[Lesson], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features of all candidates, which figure each is of, and whether it is right."""
    rows = [[c.features[name] for name in names] for lesson in learnt for c in lesson.candidates]
    groups = [i for i, lesson in enumerate(learnt) for _ in lesson.candidates]
    return np.array(rows, float), np.array(groups), np.array([right for lesson in learnt for right in lesson.right])


def fitted(learnt: Sequence[Lesson], names: Sequence[str]) -> list[dict[str, list[int]]]:
    """Fitted trees, as arrays of nodes."""
    features, groups, right = matrix(learnt, names)
    count = groups.max() + 1
    known = np.bincount(groups, right, count)[groups] > 0  # no candidate is right: nothing to learn

    def gradients(scores: np.ndarray, _: Any) -> tuple[np.ndarray, np.ndarray]:
        powers = np.exp(scores - scores.max())
        chance = powers / np.bincount(groups, powers, count)[groups]
        among = np.bincount(groups, powers * right, count)[groups]
        wanted = np.where(right, powers / np.maximum(among, 1e-30), 0)
        return (chance - wanted) * known, np.maximum(chance * (1 - chance), 1e-3) * known

    chosen = {
        "objective": gradients, "num_leaves": LEAVES, "learning_rate": RATE, "lambda_l2": 2.0,
        "min_sum_hessian_in_leaf": 2.0, "min_data_in_leaf": 20, "bagging_fraction": 0.7, "bagging_freq": 1,
        "feature_fraction": 0.7, "max_bin": 127, "verbose": -1, "num_threads": 1, "deterministic": True, "seed": 0,
    }  # fmt: skip
    model = lightgbm.train(chosen, lightgbm.Dataset(features, label=right.astype(float)), num_boost_round=TREES)
    return [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _nodes(root: Mapping[str, Any]) -> dict[str, list[int]]:
    """A tree as arrays, in the order in which its nodes are met."""
    held: dict[str, list[int]] = {key: [] for key in ("feature", "threshold", "low", "high", "score")}

    def add(node: Mapping[str, Any]) -> int:
        at = len(held["score"])
        leaf = "leaf_value" in node
        held["feature"].append(0 if leaf else node["split_feature"])
        held["threshold"].append(0 if leaf else int(np.floor(node["threshold"])))
        held["score"].append(round(UNIT * node["leaf_value"]) if leaf else 0)
        held["low"].append(at)
        held["high"].append(at)
        if leaf:
            return at
        held["low"][at] = add(node["left_child"])
        held["high"][at] = add(node["right_child"])
        return at

    add(root)
    return held


def written(learnt: Sequence[Lesson]) -> str:
    """The weights fitted to all lessons, as JSON."""
    names = sorted(learnt[0].candidates[0].features)
    trees = fitted(learnt, names)
    return json.dumps({"features": names, "trees": trees}, separators=(",", ":")) + "\n"


def validated(learnt: Sequence[Lesson]) -> Mapping[str, tuple[float, float, float]]:
    """By corpus, how many figures hold of publication and how many days are ranked right, over articles held out."""
    names = sorted(learnt[0].candidates[0].features)
    fold = [zlib.crc32(f"{lesson.corpus}/{lesson.article}".encode()) % FOLDS for lesson in learnt]
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for held in range(FOLDS):
        ranker = Ranker(names, fitted([x for x, at in zip(learnt, fold, strict=True) if at != held], names))
        for lesson in (x for x, at in zip(learnt, fold, strict=True) if at == held):
            ranked = ranker.best([lesson.candidates], [lesson]) == [lesson.day]
            found[lesson.corpus].append((lesson.candidates[0].day == lesson.day, ranked))
    return {
        corpus: (sum(p for p, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs), len(pairs))
        for corpus, pairs in found.items()
    }


if __name__ == "__main__":
    main()
