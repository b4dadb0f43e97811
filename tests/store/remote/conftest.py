"""A store in a folder, and a SPARQL store that it is sent to."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sparql_server import SparqlStore, serving

import samples
from onrecord.store import Address, Writer, sending
from onrecord.store.remote import client


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "PASSWORD", "TOKEN", "PROXY", "UPDATE", "GRAPHS"):
        monkeypatch.delenv(f"ONRECORD_STORE_{name}", raising=False)


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr(client, "sleep", waited.append)
    return waited


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in a folder, to be read only."""
    return samples.store(tmp_path_factory.mktemp("remote") / "state", samples.claims_of_event(), ("a.txt", "b.txt"))


@pytest.fixture
def server() -> Iterator[SparqlStore]:
    """A SPARQL store that is empty."""
    with serving() as store:
        yield store


def sent(state: Path, url: str) -> None:
    """Have the store at an address hold what a folder holds."""
    with closing(Writer(state)) as writer:
        sending(writer, Address(url)).send(lambda done, of: None)


@pytest.fixture(scope="session")
def send() -> Callable[[Path, str], None]:
    return sent


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[SparqlStore]:
    """A SPARQL store that holds what `folder` holds, to be read only."""
    state = tmp_path_factory.mktemp("sent") / "state"
    shutil.copytree(folder, state)
    with serving() as store:
        sent(state, store.url)
        yield store
