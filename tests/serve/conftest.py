"""A store of a few hand-made articles, and a server over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import Server, served
from stores import write_store


@pytest.fixture(scope="session")
def served_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("served") / "store", articles=8)


@pytest.fixture(scope="session")
def server(served_store: Path) -> Iterator[Server]:
    """One for all tests that leave it as it was."""
    with served(served_store, "--workers", "2", "--timeout", "20") as running:
        yield running
