"""What the tests share: the language model, loaded once, and the folder of shared gold articles where there is one."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import pipeline

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Doc]:
    """Text -> Doc with everything the components found; published on 2024-03-15, a Friday, unless said otherwise."""

    def run(text: str, published: str | None = "2024-03-15") -> Doc:
        doc = nlp.make_doc(text)
        doc._.published = dt.date.fromisoformat(published) if published else None
        return nlp(doc)

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the shared gold articles are not here ({SHARED.name}/ beside the checkout)")
    return SHARED
