"""The outbox: what a store elsewhere has not got yet, whatever breaks off."""

from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord.graph import iri
from onrecord.store import Record, Writer, changes
from onrecord.store.outbox import Parcel

ONE, TWO = f"{iri.BASE}article/one", f"{iri.BASE}article/two"


def line(subject: str, text: str = "x") -> str:
    return f'<{subject}> <https://schema.org/name> "{text}" .\n'


def put(writer: Writer, article: str, text: str = "x") -> None:
    writer.put(article, text, line(article, text), Record("one.txt", "/in/one.txt", f"{text}-hash", "f"))


def begun(writer: Writer) -> None:
    """From now on what changes is to be sent; all that there is was."""
    writer.outbox.begin("state", [])
    writer.catalogue.keep()


def parcel(graph: str, *subjects: str) -> Parcel:
    return Parcel(ox.NamedNode(graph), tuple(map(ox.NamedNode, subjects)))


def waiting(writer: Writer, most: int = 10) -> list[Parcel]:
    """What is to be sent, but for the graphs that hold times of builds."""
    return [one for one in writer.outbox.parcels(most) if one.graph.value not in iri.TIMED_GRAPHS]


def test_a_store_that_is_kept_nowhere_else_has_none(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        writer.commit()
        assert writer.outbox.state == "" and waiting(writer) == []


def test_at_the_beginning_all_graphs_are_to_be_sent(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        put(writer, TWO)
        writer.commit()
        writer.outbox.begin("state", writer.graphs())
        assert writer.outbox.state == "state" and waiting(writer) == [parcel(ONE), parcel(TWO)]


def test_then_what_each_commit_changes(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        writer.add_to_graph(iri.SHARED_GRAPH, line("urn:a") + line("urn:b") + line("urn:c"))
        writer.commit()
        begun(writer)
        writer.exchange(iri.SHARED_GRAPH, line("urn:a"), line("urn:b", "y"))
        put(writer, TWO)
        writer.drop(ONE)
        assert waiting(writer) == []  # it is not in the newest snapshot yet
        writer.commit()
        assert waiting(writer) == [parcel(ONE), parcel(TWO), parcel(iri.SHARED_GRAPH, "urn:a", "urn:b")]
        assert waiting(writer, most=1)[2:] == [parcel(iri.SHARED_GRAPH, "urn:a"), parcel(iri.SHARED_GRAPH, "urn:b")]


def test_what_was_not_committed_is_not_sent(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        writer.commit()
        begun(writer)
        put(writer, TWO)
    with closing(Writer(tmp_path)) as writer:
        assert writer.outbox.state == "state" and waiting(writer) == []


def test_what_was_sent_is_crossed_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        writer.commit()
        begun(writer)
        writer.add_to_graph(iri.SHARED_GRAPH, line("urn:a") + line("urn:b"))
        put(writer, TWO)
        writer.commit()
        writer.outbox.sent(parcel(TWO))
        writer.outbox.sent(parcel(iri.SHARED_GRAPH, "urn:a"))
        writer.catalogue.keep()
    with closing(Writer(tmp_path)) as writer:
        assert waiting(writer) == [parcel(iri.SHARED_GRAPH, "urn:b")]
        assert writer.outbox.count() == 2  # since when things are on record is to be sent, too


def test_a_graph_as_a_whole_stands_for_its_parts(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        writer.commit()
        begun(writer)
        writer.add_to_graph(iri.SHARED_GRAPH, line("urn:a"))
        writer.replace_graph(iri.SHARED_GRAPH, line("urn:b"))
        writer.commit()
        assert waiting(writer) == [parcel(iri.SHARED_GRAPH)]


def test_where_it_is_not_known_what_changed_it_is_known_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "_MOST", 2)
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        put(writer, TWO)
        writer.commit()
        begun(writer)
        writer.add_to_graph(iri.SHARED_GRAPH, "".join(line(f"urn:{number}") for number in range(3)))
        writer.drop(TWO)
        writer.commit()
        assert waiting(writer) == [parcel(TWO), parcel(iri.SHARED_GRAPH)]


def test_where_anything_may_have_changed_all_is_sent(tmp_path: Path) -> None:
    with closing(Writer(tmp_path)) as writer:
        put(writer, ONE)
        put(writer, TWO)
        writer.commit()
        begun(writer)
        writer.drop(TWO)
        writer.anything_changed()
        writer.commit()
        assert waiting(writer) == [parcel(ONE), parcel(TWO)]
