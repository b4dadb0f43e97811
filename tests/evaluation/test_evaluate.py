"""The evaluation of a folder: what a build answers, scored; on the real sets, as the shared scorer scores it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said
from onrecord.build.build import build
from onrecord.build.progress import Progress
from onrecord.evaluation.annotation_files import read_folder
from onrecord.evaluation.evaluate import evaluate, tables
from onrecord.evaluation.fields import FIELDS
from onrecord.evaluation.scoring import score
from onrecord.store import Reader
from onrecord.values.configuration import Configuration

TEXT = "date 2024-01-24\nDmytro Lubinets said on Monday that 517 children had been returned to Kyiv."
FACTS = {
    "people": [{"name": "Dmytro Lubinets"}],
    "organizations": [],
    "places": [{"name": "Kyiv"}, {"name": "Geneva"}],
    "dates": [{"text": "Monday", "value": "2024-01-22"}],
    "figures": [],
    "acts": [],
    "speakers": ["Dmytro Lubinets"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps(FACTS), encoding="utf-8")
    (tmp_path / "gold" / "other.txt").write_text("Olena Zelenska was in Geneva.", encoding="utf-8")
    return tmp_path / "gold"


@pytest.mark.model
def test_annotated_articles_are_built_and_scored(folder: Path, configured: Configuration) -> None:
    told = list[Progress]()
    found = evaluate(folder, configured, progress=told.append)
    assert [article.source for article in found.articles] == ["a.txt"], "what is not annotated is not read"
    assert (told[-1].done, told[-1].total) == (1, 1)
    results = {name: (result.precision, result.recall) for name, result in found.results.items()}
    assert list(results) == [field.name for field in FIELDS]
    assert results["people"] == results["dates"] == results["speakers"] == (1.0, 1.0)
    assert results["places"] == (1.0, 0.5)
    assert [answer["value"] for _, answer in found.results["figures"].extra] == ["517"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "a.txt", "other.txt"]


@pytest.mark.model
def test_an_article_that_cannot_be_read_is_all_missed(folder: Path, configured: Configuration) -> None:
    (folder / "b.txt").write_bytes(b"\xff\xfe")
    (folder / "b.json").write_text(json.dumps(FACTS), encoding="utf-8")
    found = evaluate(folder, configured)
    assert [refusal.where for refusal in found.summary.refused] == [str(folder / "b.txt")]
    assert [source for source, _ in found.results["people"].missed] == ["b.txt"]


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("name", ["wikinews", "world"])
def test_the_shared_scorer_gives_the_same_figures(
    shared: Path, name: str, configured: Configuration, onrecord: Callable[..., Said], tmp_path: Path
) -> None:
    """To the last digit, on rows that `onrecord ask` wrote."""
    gold, store = shared / "gold" / name, tmp_path / "store"
    articles = read_folder(gold)
    build([str(article.path) for article in articles], store, configured)
    (tmp_path / "rows").mkdir()
    for query in {field.query for field in FIELDS}:
        told = onrecord("ask", query, "--store", store, "--format", "json").out
        (tmp_path / "rows" / f"{query}.json").write_text(told, encoding="utf-8")
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(tmp_path / "rows"), "--json"]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    ours = {field: result.figures for field, result in score(articles, tables(Reader(store))).items()}
    judged_here_alone = ours["figures"]["accuracy"].pop("factuality")
    assert [result.pop("intervals") for result in ours.values()]
    assert ours == theirs and judged_here_alone
    assert sum(result["tp"] for result in ours.values()) > 100
