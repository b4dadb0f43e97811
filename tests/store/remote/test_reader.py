"""A SPARQL store says what the folder says that it was filled from."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from sparql_server import SparqlStore, serving

import samples
from children import CLAIMS
from onrecord.answers.ask import ask, named_queries
from onrecord.answers.batches import ask_in_batches, serialized
from onrecord.answers.explain import why
from onrecord.answers.export import export
from onrecord.answers.validation import check_store
from onrecord.errors import QueryError, StoreError
from onrecord.graph import iri
from onrecord.store import Address, Readable, Reader, opened
from onrecord.store.remote.reader import RemoteReader

FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "csv", "graphml")
ARTICLE = "SELECT ?a { ?a a <https://w3id.org/onrecord/ns#Article> }"


@pytest.fixture(scope="session")
def remote(filled: SparqlStore) -> Readable:
    return opened(Address(filled.url))


@pytest.fixture(scope="session")
def local(folder: Path) -> Reader:
    return Reader(folder)


def told(reader: Readable) -> dict[str, bytes]:
    """The answers to all named questions."""
    form = ox.QueryResultsFormat.JSON
    return {q.name: b"".join(serialized(ask_in_batches(reader, q.text), form)) for q in named_queries().values()}


def test_named_questions_have_the_same_rows(remote: Readable, local: Reader) -> None:
    assert told(remote) == told(local)


def test_batches_are_some_articles_each(remote: Readable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteReader, "keys_at_once", (1,))
    assert len([*ask_in_batches(remote, named_queries()["people"].text)]) == 2


def test_exports_have_the_same_bytes(remote: Readable, local: Reader, tmp_path: Path) -> None:
    for form in FORMATS:
        here, there = tmp_path / f"local.{form}", tmp_path / f"remote.{form}"
        assert export(local, here) == export(remote, there)
        assert here.read_bytes() == there.read_bytes(), form


def test_decisions_are_explained_alike(remote: Readable, local: Reader) -> None:
    assert list(why(remote, "Mykola Kuleba")) == list(why(local, "Mykola Kuleba"))


def test_it_conforms_and_what_does_not_is_found(remote: Readable) -> None:
    found = check_store(remote)
    assert found.conforms and found.checked == 2
    with serving(union="always") as server:
        graph = ox.NamedNode(f"{iri.BASE}article/x")
        server.database.load(
            f"<{graph.value}> a <https://w3id.org/onrecord/ns#Article> .", format=ox.RdfFormat.TURTLE, to_graph=graph
        )
        assert not check_store(opened(Address(server.url))).conforms


def test_any_form_of_query(remote: Readable) -> None:
    assert len(list(ask(remote, ARTICLE))) == 2  # type: ignore[arg-type]
    assert bool(ask(remote, "# SELECT\nPREFIX select: <urn:construct>\nASK { ?a ?b ?c }"))
    assert len(set(ask(remote, "CONSTRUCT { ?a a ?b } WHERE { ?a a ?b } LIMIT 3"))) == 3  # type: ignore[arg-type]


def test_what_is_beside_the_graph_stays_where_it_was_built(remote: Readable) -> None:
    assert remote.records() == {}
    with pytest.raises(StoreError, match="stays where the store was built"):
        remote.text("ab" * 32)


def test_the_mark_of_the_build_is_no_part_of_what_is_told(remote: Readable, local: Reader) -> None:
    assert remote.shared_graphs() == sorted(local.shared_graphs(), key=str)
    assert remote.size() == local.size() + 2
    assert set(remote.everything()) == set(local.everything())


def test_a_query_that_is_none(remote: Readable) -> None:
    with pytest.raises(QueryError, match="the query cannot be answered"):
        ask(remote, "SELECT")


@pytest.mark.parametrize("union", ["asked", "always"])
def test_a_default_graph_that_is_the_union_or_can_be(filled: SparqlStore, union: str) -> None:
    with serving(union=union, database=filled.database) as server:
        assert len(list(ask(opened(Address(server.url)), ARTICLE))) == 2  # type: ignore[arg-type]


def test_a_default_graph_that_is_not_the_union(filled: SparqlStore) -> None:
    with (
        serving(union="never", database=filled.database) as server,
        pytest.raises(StoreError, match=r"its default graph is not the union .*--union-default-graph"),
    ):
        opened(Address(server.url))


def test_a_store_without_articles(server: SparqlStore) -> None:
    with pytest.raises(StoreError, match=f"holds no article yet: run `onrecord build INPUT --store {server.url}`"):
        opened(Address(server.url))


def test_a_graph_of_which_a_part_is_missing(filled: SparqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = RemoteReader(Address(filled.url))
    monkeypatch.setattr("onrecord.store.remote.reader._LARGE", 1)
    assert reader.ntriples(iri.ENTITY_GRAPH)
    monkeypatch.setattr(reader, "_fetched", lambda graph: b"<urn:a> <urn:b> <urn:c> .\n")
    with pytest.raises(StoreError, match="gives only a part of the graph"):
        reader.ntriples(iri.ENTITY_GRAPH)


def test_a_newer_build_is_seen_after_a_while(filled: SparqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = ox.NamedNode(iri.STORE_GRAPH)
    database = ox.Store()
    database.extend(filled.database)
    with serving(database=database) as server:
        reader = opened(Address(server.url))
        database.remove_graph(mark)
        assert reader.is_newest()
        monkeypatch.setattr("onrecord.store.remote.reader._LOOK", -1)
        assert not reader.is_newest()


def test_names_of_children_cannot_be_withheld(tmp_path: Path, send: Callable[[Path, str], None]) -> None:
    with serving() as server:
        send(samples.store_of(tmp_path / "s", {"a.txt": CLAIMS}), server.url)
        assert opened(Address(server.url)).article_graphs()
        with pytest.raises(StoreError, match=r"names children, .* --names-of-children shown"):
            opened(Address(server.url), redacted=True)


def test_without_children_nothing_is_to_be_withheld_until_one_is_named(filled: SparqlStore) -> None:
    database = ox.Store()
    database.extend(filled.database)
    with serving(database=database) as server:
        reader = opened(Address(server.url), redacted=True)
        assert reader.article_graphs() and reader.ntriples(iri.ENTITY_GRAPH)
        child = ox.NamedNode(f"{iri.BASE}article/new#child")
        minor = ox.NamedNode("https://w3id.org/onrecord/ns#minor")
        database.add(ox.Quad(child, minor, ox.Literal(True), ox.NamedNode(f"{iri.BASE}article/new")))
        for ask_it in (lambda: reader.query(ARTICLE), lambda: reader.ntriples(iri.ENTITY_GRAPH)):
            with pytest.raises(StoreError, match="names children"):
                ask_it()


def test_the_library_for_it_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(StoreError, match=r"pip install 'onrecord\[remote\]'"):
        opened(Address("http://127.0.0.1:9"))
