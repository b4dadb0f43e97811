"""Speech with the encoder's attributions given by hand: what becomes of them does not change with its weights."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import Attribution, Span


@pytest.fixture(scope="module")
def attributed(nlp: Language) -> Iterator[Callable[..., Doc]]:
    """Text and attributions, each as 'source | cue | content | content …' with parts left empty -> Doc."""

    def run(text: str, *attributions: str, score: float = 0.9) -> Doc:
        doc = nlp.make_doc(text)
        doc._.published = dt.date(2024, 3, 15)
        doc._.attributions = tuple(_attribution(text, parts, score) for parts in attributions)
        return nlp(doc)

    with nlp.select_pipes(disable="onrecord_quotes"):
        yield run


@pytest.fixture(scope="module")
def said(attributed: Callable[..., Doc]) -> Callable[..., list[tuple[str | None, str]]]:
    """As `attributed` -> who said what."""

    def run(text: str, *attributions: str) -> list[tuple[str | None, str]]:
        statements = attributed(text, *attributions)._.statements
        return [(s.speaker.exact if s.speaker else None, s.quote.exact) for s in statements]

    return run


def _attribution(text: str, parts: str, score: float) -> Attribution:
    source, cue, *contents = (_span(text, part.strip()) for part in parts.split("|"))
    return Attribution(source, cue, tuple(content for content in contents if content), score)


def _span(text: str, words: str) -> Span | None:
    return Span(text.index(words), text.index(words) + len(words)) if words else None
