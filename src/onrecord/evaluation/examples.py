"""Annotated articles as examples for spaCy: `nlp.evaluate(examples(nlp, folder))` scores each component by itself."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.document import Document
from onrecord.evaluation.annotation_files import read_folder
from onrecord.evaluation.evidence import place_of
from onrecord.evaluation.gold import Annotation, GoldEntity
from onrecord.extract import pipeline
from onrecord.extract.scoring import example
from onrecord.sources.article import Article
from onrecord.sources.reading import read_file
from onrecord.values.findings import (
    Act,
    DateExpression,
    Evidence,
    Figure,
    Findings,
    Form,
    Kind,
    Mention,
    Position,
    Statement,
)


def examples(nlp: Any, folder: Path) -> Iterator[Any]:
    """An example for each annotated article of a folder that can be read; `nlp` is what `pipeline.load` gives.

    Raises:
        InputError: the folder holds no annotated articles, or an annotation cannot be read.
    """
    for annotated in read_folder(folder):
        for given in read_file(annotated.path):
            article = given.item
            if isinstance(article, Article):
                day = dt.date.fromisoformat(article.published) if article.published else None
                doc = pipeline.doc_of(nlp, Document(article.text, day, article.blocks))
                yield example(nlp, doc, wanted(annotated.annotation, doc.text))


def wanted(annotation: Annotation, text: str) -> Findings:
    """What the components should find in a text; without what it does not say in the words of the annotation."""
    whole = Evidence(0, len(text), text)
    return Findings(
        mentions=tuple(_mentions(annotation, text)),
        dates=tuple(
            DateExpression(where, date.value, "", "", "")
            for date in annotation.dates
            if (where := _at(text, date.text))
        ),
        figures=tuple(
            Figure(where, figure.value, None, figure.hedge, figure.counted, "", "", "", whole)
            for figure in annotation.figures
            if (where := _at(text, figure.text))
        ),
        statements=tuple(
            Statement(whole, "", where, None, "", whole)
            for speaker in annotation.speakers
            if (where := _at(text, speaker.name))
        ),
        positions=tuple(
            Position(person, title, None, whole)
            for position in annotation.positions
            if (person := _at(text, position.person.name)) and (title := _at(text, position.title))
        ),
        acts=tuple(Act(whole, act.type, None, (), act.date or "", "", whole) for act in annotation.acts),
    )


def _mentions(annotation: Annotation, text: str) -> Iterator[Mention]:
    for kind, entities in (
        (Kind.PERSON, annotation.people),
        (Kind.ORGANIZATION, annotation.organizations),
        (Kind.PLACE, annotation.places),
    ):
        for entity in entities:
            yield from _names(entity, Kind.COURT if entity.court else kind, text)


def _names(entity: GoldEntity, kind: Kind, text: str) -> Iterator[Mention]:
    """A mention for each name, where it first stands; the others stand for the fullest."""
    fullest = _at(text, entity.name)
    for name in entity.names:
        if where := _at(text, name):
            yield Mention(where, Form.NAME, kind, name, stands_for=fullest if where != fullest else None)


def _at(text: str, words: str) -> Evidence | None:
    """Where a text first has these words."""
    place = place_of(text, words)
    return Evidence(*place, text[slice(*place)]) if place else None
