"""Articles annotated by the guide, read through the pipeline, and their figures beside those annotated."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from onrecord.document import Document
from onrecord.evaluation.evidence import place_of
from onrecord.extract import pipeline
from onrecord.sources.article import Article
from onrecord.sources.reading import read
from onrecord.values.findings import Figure


def articles(
    folders: Iterable[Path], measured: Iterable[str], before: Callable[[Doc, Path], None] = lambda doc, path: None
) -> Iterator[tuple[Doc, Path]]:
    """Each article read, with its annotations' file; without those that a set to measure on has too.

    `before` is done to each Doc before the pipeline reads it.
    """
    nlp, left_out = pipeline.load(), set(measured)
    for folder in folders:
        paths = [p for p in sorted(folder.glob("*.json")) if f"{folder.name}-{p.stem}" not in left_out]
        for path in paths:
            for given in read([str(path.with_suffix(".txt"))]):
                if isinstance(article := given.item, Article):
                    day = dt.date.fromisoformat(article.published) if article.published else None
                    doc = pipeline.doc_of(nlp, Document(article.text, day, article.blocks))
                    before(doc, path)
                    yield nlp(doc), path


def annotation(text: str, figure: Figure, free: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
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
