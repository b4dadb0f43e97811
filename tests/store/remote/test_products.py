"""Oxigraph's server and Virtuoso, filled and asked: they say what the folder says that they were filled from."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import httpx
import products
import pyoxigraph as ox
import pytest
from servers import served

from onrecord.answers.ask import named_queries
from onrecord.answers.batches import ask_in_batches, serialized
from onrecord.answers.explain import why
from onrecord.answers.export import export
from onrecord.answers.validation import check_store
from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store import Address, Readable, Reader, Writer, opened

pytestmark = [pytest.mark.slow, pytest.mark.model]
PAGES = (
    *("/", "/search?q=children", "/figures", "/figures?counted=child&action=returned", "/timeline", "/events"),
    *(
        "/download",
        "/disagreements",
        "/questions/figures",
        "/questions/people.csv",
        "/chronology?question=acts",
        "/review",
    ),
    *("/compose?of=Figure&show=value", "/changes.atom"),
)
# As a process of its own: what is to be killed
SENDING = """
import sys
from contextlib import closing
from pathlib import Path
from onrecord.store import Address, Writer, sending
with closing(Writer(Path(sys.argv[1]))) as writer:
    sending(writer, Address(sys.argv[2])).send(lambda sent, of: print(sent, flush=True))
"""


@dataclass(frozen=True)
class Product:
    """A store that runs, and the state folder that it is filled from."""

    url: str
    state: Path


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def product(request: pytest.FixtureRequest, house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder = tmp_path_factory.mktemp(request.param)
    with getattr(products, request.param)(folder) as url:
        yield Product(url, Path(shutil.copytree(house, folder / "state")))


@pytest.fixture(autouse=True)
def as_user(no_credentials: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_STORE_USER", "dba")
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", "dba")


def answers(reader: Readable) -> dict[str, list[dict[str, object]]]:
    """The rows of all named questions; what a cell of `origins` lists has no order."""
    told: dict[str, list[dict[str, object]]] = {}
    for question in named_queries().values():
        document = b"".join(serialized(ask_in_batches(reader, question.text), ox.QueryResultsFormat.JSON))
        told[question.name] = json.loads(document)["results"]["bindings"]
    for row in told["origins"]:
        row |= {name: sorted(str(row[name]["value"]).split(" | ")) for name in ("names", "sources")}  # type: ignore[index]
    return told


def assert_same(product: Product, folder: Path) -> None:
    here, there = Reader(product.state), opened(Address(product.url))
    local, remote = answers(here), answers(there)
    assert {name for name in local if local[name] != remote[name]} == set()
    assert {name for name in local if local[name]}  # there is something to be compared
    assert_same_graphs(product, folder)


def assert_same_graphs(product: Product, folder: Path) -> None:
    here, there = folder / "local.nq", folder / "remote.nq"
    assert export(Reader(product.state), here) == export(opened(Address(product.url)), there)
    assert here.read_bytes() == there.read_bytes()


def test_a_sender_that_is_killed_at_any_moment_loses_nothing(product: Product, tmp_path: Path) -> None:
    total = len([*Reader(product.state).database.named_graphs()])
    for lines in (0, 3):
        command = [sys.executable, "-c", SENDING, str(product.state), product.url]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
    done = subprocess.run(
        [sys.executable, "-c", SENDING, str(product.state), product.url], capture_output=True, text=True, check=True
    )
    assert 0 < len(done.stdout.split()) <= total - 3  # those that were sent before are not sent again
    assert_same_graphs(product, tmp_path)


def test_the_explorer_shows_it(product: Product, send: Callable[[Path, str], None]) -> None:
    send(product.state, product.url)
    with (
        served(product.url, "--workers", "2") as server,
        httpx.Client(base_url=server.url, timeout=60, trust_env=False) as client,
    ):
        for page in PAGES:
            answer = client.get(page)
            assert answer.status_code == 200, (page, answer.text[-2000:])
        node = client.get("/sparql", params={"query": "SELECT ?a { ?a a <https://w3id.org/onrecord/ns#Article> }"})
        (article, *_) = [b["a"]["value"] for b in node.json()["results"]["bindings"]]
        assert client.get("/article", params={"iri": article}).status_code == 200
        assert "Kuleba" in client.get("/search?q=kuleba").text
        refused = client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }"})
        assert refused.status_code == 400


def test_what_changes_is_sent_and_all_commands_work_on_it(
    product: Product, tmp_path: Path, send: Callable[[Path, str], None]
) -> None:
    send(product.state, product.url)
    with closing(Writer(product.state)) as writer:
        article, *_ = Reader(product.state).article_graphs()
        writer.drop(article)
        name = next(triple for triple in writer.triples(iri.ENTITY_GRAPH) if triple.predicate.value.endswith("/name"))
        other = f'{name.subject} {name.predicate} "Ґанна \\"\\\\ \\n“x”"@en .\n'
        writer.exchange(iri.ENTITY_GRAPH, f"{name} .\n", other)
        writer.commit()
    send(product.state, product.url)
    assert_same(product, tmp_path)
    remote, local = opened(Address(product.url)), Reader(product.state)
    assert article not in remote.article_graphs()
    assert list(why(remote, "Mykola Kuleba")) == list(why(local, "Mykola Kuleba"))
    assert check_store(remote).conforms
    assert bool(remote.query("ASK { ?a ?b ?c }"))


def test_wrong_credentials_are_told(
    product: Product, monkeypatch: pytest.MonkeyPatch, send: Callable[[Path, str], None]
) -> None:
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", "wrong")
    if "virtuoso" in str(product.state.parent):
        with pytest.raises(StoreError, match="does not accept these credentials"):
            send(product.state, product.url)
    else:
        send(product.state, product.url)  # it asks nobody
