"""Evaluates this installation on annotated articles: builds them, asks the named queries, scores the rows."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from onrecord.answers.ask import ask, named
from onrecord.build.build import build
from onrecord.build.progress import Progress
from onrecord.build.results import Summary
from onrecord.evaluation.annotation_files import read_folder, unfinished
from onrecord.evaluation.evidence import Evidence, evidence
from onrecord.evaluation.fields import FIELDS
from onrecord.evaluation.gold import AnnotatedArticle, Row
from onrecord.evaluation.sample import read_sample, told
from onrecord.evaluation.scoring import Result, Tables, score
from onrecord.store import Reader
from onrecord.values.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of each field over annotated articles, with the sentences behind it."""

    folder: Path
    articles: tuple[AnnotatedArticle, ...]
    results: dict[str, Result]  # by field
    evidence: Evidence
    summary: Summary  # of the build: what could not be read counts as missed
    unfinished: tuple[str, ...] = ()  # articles that were left out: their annotation says that it is not done
    sample: str = ""  # how the articles were drawn, and so what the rates say of others


def evaluate(
    folder: Path,
    configuration: Configuration,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] = lambda reached: None,
) -> Evaluation:
    """Build the annotated articles of a folder into a store that is thrown away, and score what it answers.

    Raises:
        InputError: the folder holds no annotated articles, or an annotation cannot be read.
        ModelError: the language model cannot be loaded.
    """
    articles, left = read_folder(folder), unfinished(folder)
    drawn = told(read_sample(folder), [article.source for article in articles], left)
    with TemporaryDirectory(prefix="onrecord-") as place:
        store = Path(place) / "store"
        summary = build([str(article.path) for article in articles], store, configuration, executor, progress)
        reader = Reader(store)
        results = score(articles, tables(reader))
        return Evaluation(folder, articles, results, evidence(reader), summary, left, drawn)


def tables(reader: Reader) -> Tables:
    """The rows of all named queries that are scored."""
    return {query: tuple(_rows(reader, query)) for query in dict.fromkeys(field.query for field in FIELDS)}


def _rows(reader: Reader, query: str) -> Iterator[Row]:
    found = ask(reader, named(query).text)
    assert isinstance(found, ox.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    for row in found:
        yield {column: row[column].value for column in columns if row[column] is not None}
