"""Floors for people, organizations, courts and places: on our own gold articles, and on the shared ones where they are.

Scored by exact names as the shared scorer does: an entity is right if one of its labels is one of the gold names; a
second entity for the same thing is wrong.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from onrecord.coref.resolve import within
from onrecord.extract import pipeline
from onrecord.lexicon.name_forms import fold
from onrecord.sources.article import Article, read_file
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

OWN = Path(__file__).parent / "gold"
FIELDS = {
    "people": (Kind.PERSON,),
    "organizations": (Kind.ORGANIZATION, Kind.COURT),
    "courts": (Kind.COURT,),
    "places": (Kind.PLACE,),
}
# A little below what is measured, so that a rule's harm shows; the bars on the shared set are .95 .90 .95 .93.
FLOORS = {"people": 0.95, "organizations": 0.93, "courts": 0.95, "places": 0.95}


def _articles(folder: Path) -> Iterator[tuple[Article, dict[str, list[dict[str, Any]]]]]:
    for told in sorted(folder.glob("*.json")):
        source = next(p for p in sorted(folder.glob(f"{told.stem}.*")) if p.suffix in (".txt", ".html", ".md"))
        facts = json.loads(told.read_text(encoding="utf-8"))
        facts["courts"] = [body for body in facts["organizations"] if body["court"]]
        for given in read_file(source):
            assert isinstance(given.item, Article)
            yield given.item, facts


def _right(entities: Sequence[Entity], wanted: Sequence[dict[str, Any]]) -> int:
    """How many of the wanted names are found, each entity counting for one."""
    free = [{fold(label) for label in entity.labels} for entity in entities]
    right = 0
    for item in wanted:
        names = {fold(name) for name in (item["name"], *item["aliases"])}
        hit = next((labels for labels in free if labels & names), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return right


def _scores(nlp: Language, folder: Path) -> dict[str, float]:
    """F1 of each field over all the articles of a folder."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    articles = list(_articles(folder))
    read = pipeline.find(
        nlp, ((a.text, dt.date.fromisoformat(a.published) if a.published else None) for a, _ in articles)
    )
    for (_, facts), findings in zip(articles, read, strict=True):
        entities = within(findings).entities
        for field, kinds in FIELDS.items():
            mine = [entity for entity in entities if entity.kind in kinds]
            right[field] += _right(mine, facts[field])
            found[field] += len(mine)
            wanted[field] += len(facts[field])
    return {field: 2 * right[field] / (found[field] + wanted[field]) for field in FIELDS}


def _above(scores: dict[str, float], floors: dict[str, float]) -> bool:
    return all(scores[field] >= floor for field, floor in floors.items())


@pytest.mark.model
def test_our_own_articles(nlp: Language) -> None:
    scores = _scores(nlp, OWN)
    assert _above(scores, FLOORS), scores


@pytest.mark.model
def test_the_shared_articles(nlp: Language, shared: Path) -> None:
    scores = _scores(nlp, shared / "gold" / "dev")
    assert _above(scores, FLOORS), scores
