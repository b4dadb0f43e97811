"""Speech without the encoder's attributions: what the grammar finds does not change with the encoder's weights."""

from collections.abc import Iterator

import pytest
from spacy.language import Language


@pytest.fixture(scope="module")
def grammar(nlp: Language) -> Iterator[Language]:
    """The pipeline, with nobody's attributions but those that a test sets or that grammar finds."""
    with nlp.select_pipes(disable="onrecord_quotes"):
        yield nlp
