"""What builds change is sent: all of it, nothing else, and what breaks off goes on."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sparql_server import SparqlStore, serving

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store import Address, Record, Writer, opened, sending

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
Send = Callable[[Path, str], None]
ONE, TWO = f"{iri.BASE}article/one", f"{iri.BASE}article/two"


@pytest.fixture
def state(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "state"))


def line(subject: str, text: str = "x") -> str:
    return f'<{subject}> <https://schema.org/name> "{text}" .\n'


def put(writer: Writer, article: str, text: str = "x") -> None:
    said = f"<{article}> <{TYPE}> <https://w3id.org/onrecord/ns#Article> .\n" + line(article, text)
    writer.put(article, text, said, Record("one.txt", "/in/one.txt", f"{text}-hash", "f"))


def graphs(folder: Path) -> dict[str, set[str]]:
    with closing(Writer(folder)) as writer:
        told = {graph: {str(triple) for triple in writer.triples(graph)} for graph in writer.graphs()}
    return {graph: triples for graph, triples in told.items() if triples}


def change(folder: Path, make: Callable[[Writer], None]) -> None:
    with closing(Writer(folder)) as writer:
        make(writer)
        writer.commit()


def test_all_graphs_are_sent_and_the_store_says_which_build_it_holds(
    state: Path, server: SparqlStore, send: Send
) -> None:
    send(state, server.url)
    assert server.graphs() == graphs(state)
    assert opened(Address(server.url)).snapshot.endswith(" 1")


def test_what_did_not_change_is_not_sent_again(state: Path, server: SparqlStore, send: Send) -> None:
    send(state, server.url)
    server.asked.clear()
    send(state, server.url)
    assert server.changes() == [("PUT", "store")]  # only whether it takes changes was tried


def test_only_what_changed_is_sent(state: Path, server: SparqlStore, send: Send) -> None:
    change(state, lambda writer: put(writer, ONE))
    change(state, lambda writer: put(writer, TWO))
    send(state, server.url)

    def make(writer: Writer) -> None:
        put(writer, ONE, "y")
        writer.drop(TWO)
        (triple, *_) = writer.triples(iri.ENTITY_GRAPH)
        writer.exchange(iri.ENTITY_GRAPH, f"{triple} .\n", line("urn:new"))

    change(state, make)
    server.asked.clear()
    send(state, server.url)
    shared = [("UPDATE", "")] * 3  # who is who, what is former, and since when the rest is on record
    assert server.changes() == [("PUT", "store"), ("PUT", "one"), ("DELETE", "two"), *shared, ("PUT", "store")]
    assert server.graphs() == graphs(state)


def test_large_graphs_are_sent_in_pieces(
    state: Path, server: SparqlStore, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.store.remote.target._PIECE", 10)
    monkeypatch.setattr("onrecord.store.remote.target._LINES", 2)
    send(state, server.url)
    assert ("POST", "entities") in server.changes()
    change(state, lambda w: w.add_to_graph(iri.SHARED_GRAPH, "".join(line("urn:a", f"{n}") for n in range(5))))
    send(state, server.url)
    assert ("UPDATE", "") in server.changes()
    assert server.graphs() == graphs(state)


def test_what_breaks_off_goes_on_with_what_is_missing(state: Path, server: SparqlStore, send: Send) -> None:
    server.spare = 4  # the mark and three graphs
    with pytest.raises(StoreError, match=f"what was read is kept in {state}, and the same command sends what is miss"):
        send(state, server.url)
    assert len(server.graphs()) == 3
    server.spare, done = None, {name.rsplit("/", 1)[-1] for name in server.graphs()}
    server.asked.clear()
    send(state, server.url)
    assert server.graphs() == graphs(state)
    assert done.isdisjoint(name for _, name in server.changes())


def test_a_store_that_was_emptied_is_filled_again(state: Path, server: SparqlStore, send: Send) -> None:
    send(state, server.url)
    server.database.update("CLEAR ALL")
    send(state, server.url)
    assert server.graphs() == graphs(state)


def test_a_store_that_was_filled_from_another_folder_is_left_alone(
    state: Path, server: SparqlStore, send: Send, tmp_path: Path
) -> None:
    send(state, server.url)
    before = server.graphs()
    change(tmp_path / "other", lambda writer: put(writer, ONE))
    with pytest.raises(
        StoreError, match=r"was filled from another folder than .*other, .*: name the folder with --state"
    ):
        send(tmp_path / "other", server.url)
    assert server.graphs() == before
    with serving() as second:
        send(tmp_path / "other", second.url)
    with pytest.raises(StoreError, match="was filled from another folder"):
        send(tmp_path / "other", server.url)


def test_an_older_copy_that_was_brought_back_is_filled_anew(state: Path, server: SparqlStore, send: Send) -> None:
    change(state, lambda writer: put(writer, ONE))
    send(state, server.url)
    copy = [*server.database]
    change(state, lambda writer: writer.drop(ONE))
    change(state, lambda writer: put(writer, TWO))
    send(state, server.url)
    server.database.clear()
    server.database.extend(copy)
    send(state, server.url)
    assert server.graphs() == graphs(state)


def test_what_is_sent_elsewhere_from_now_on_is_not_sent_to_the_old_place(
    state: Path, server: SparqlStore, send: Send
) -> None:
    send(state, server.url)
    with serving() as second:
        send(state, second.url)
        assert second.graphs() == graphs(state)
    with pytest.raises(StoreError, match="or before that was sent elsewhere"):
        send(state, server.url)


def test_graphs_of_others_are_left_alone(state: Path, server: SparqlStore, send: Send) -> None:
    theirs = ox.Quad(*(ox.NamedNode(f"https://example.org/{name}") for name in "spog"))
    server.database.add(theirs)
    send(state, server.url)
    assert theirs in server.database


def test_that_a_store_takes_no_changes_is_said_before_anything_is_read(state: Path) -> None:
    with serving(read_only=True) as server, closing(Writer(state)) as writer:
        with pytest.raises(StoreError, match="may not be changed or read so: read-only"):
            sending(writer, Address(server.url))
        assert server.graphs() == {}


MOVES = st.lists(
    st.tuples(st.sampled_from(("put", "drop", "exchange", "replace")), st.integers(0, 3), st.integers(0, 3)), max_size=4
)


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(builds=st.lists(st.tuples(MOVES, st.none() | st.integers(0, 6)), min_size=1, max_size=4))
def test_whatever_is_built_and_breaks_off_in_the_end_both_hold_the_same(
    builds: list[tuple[list[tuple[str, int, int]], int | None]], tmp_path_factory: pytest.TempPathFactory, send: Send
) -> None:
    state = tmp_path_factory.mktemp("any") / "state"
    with serving() as server:
        for moves, spare in builds:
            with closing(Writer(state)) as writer:
                for move, which, what in moves:
                    _make(writer, move, which, what)
                writer.commit()
            server.spare = spare
            try:
                send(state, server.url)
            except StoreError:
                assert spare is not None
        server.spare = None
        send(state, server.url)
        assert server.graphs() == graphs(state)


def _make(writer: Writer, move: str, which: int, what: int) -> None:
    article = f"{iri.BASE}article/{which}"
    match move:
        case "put":
            put(writer, article, str(what))
        case "drop":
            writer.drop(article)
        case "exchange":
            writer.exchange(iri.SHARED_GRAPH, line(f"urn:{which}", str(what)), line(f"urn:{which}", str(what + 1)))
        case _:
            writer.replace_graph(iri.DECISION_GRAPH, line(f"urn:{which}", str(what)))
