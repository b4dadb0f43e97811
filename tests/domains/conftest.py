"""What a test brings into force is no longer so after it."""

from collections.abc import Iterator

import pytest

from onrecord import resources
from onrecord.lexicon import lexicon


@pytest.fixture(autouse=True)
def shipped_afterwards() -> Iterator[None]:
    yield
    resources.use(None)
    lexicon.use(())
