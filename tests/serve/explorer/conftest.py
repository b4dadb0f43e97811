"""The application itself, asked without a network."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import samples
from onrecord.claims import PositionClaim, Source, StatementClaim
from onrecord.graph import article_graph, identity_graph, iri, to_ntriples
from onrecord.serve.app import application
from onrecord.serve.settings import Settings
from onrecord.store import Record, Writer
from onrecord.values.rejection import Rejection
from samples import identities

EVIL = "<script>alert(1)</script>\"'&"
Asked = Callable[[Path], TestClient]


@pytest.fixture(scope="session")
def client_of() -> Iterator[Asked]:
    """Makes a client of a store; its workers are ended when the tests are over."""
    with ExitStack() as clients:
        yield lambda store: clients.enter_context(TestClient(application(store, Settings(workers=1, seconds=20))))


@pytest.fixture(scope="session")
def client(client_of: Asked, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Of a store that holds the sample article twice."""
    folder = tmp_path_factory.mktemp("explorer") / "store"
    said = samples.claims(figures=[replace(samples.FIGURE, population="child")])
    return client_of(samples.store(folder, said, sources=("one.txt", "two.txt")))


@pytest.fixture(scope="session")
def evil(client_of: Asked, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Of a store where every text that comes from outside tries to be a script."""
    return client_of(_evil_store(tmp_path_factory.mktemp("evil") / "store"))


def _evil_store(folder: Path) -> Path:
    text = f"{EVIL} said {EVIL} 20 children of {EVIL} were returned."
    whole, name, number = (samples.at(words, text) for words in (text, EVIL, "20"))
    article = replace(
        samples.ARTICLE, source=EVIL, text=text, headline=EVIL, publisher=EVIL, url="javascript:alert(1)//"
    )
    person = replace(samples.KULEBA, name=EVIL, labels=(EVIL,), mentions=(name,), reasons=(EVIL,))
    figure = replace(
        samples.FIGURE,
        counted=EVIL,
        population=EVIL,
        sources=(Source(person, name),),
        evidence=(number,),
        sentences=(whole,),
    )
    statement = StatementClaim(
        quote=whole, form="direct", speaker=person, speaker_evidence=name, cue=None, date="2024-01-24", sentence=whole
    )
    position = PositionClaim(person, EVIL, None, (name,), (whole,))
    act = replace(
        samples.ACT, by=person, against=(person,), subject=EVIL, number=EVIL, evidence=(number,), sentences=(whole,)
    )
    said = samples.claims([person], [], [figure], [statement], [position], [act], [whole])
    writer = Writer(folder)
    graph = article_graph(article, said, samples.CONFIGURATION)
    refused = Rejection(EVIL, f"{iri.article(article)}#x", EVIL, EVIL, EVIL)
    writer.put(iri.article(article), text, to_ntriples(graph), Record(EVIL, EVIL, article.sha256, "f", (refused,)))
    writer.replace_graph(iri.ENTITY_GRAPH, to_ntriples(identity_graph(identities(writer.database))))
    writer.commit()
    writer.close()
    return folder
