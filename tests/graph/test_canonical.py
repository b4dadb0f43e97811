"""Canonical N-Quads and their hashes: what a second library finds, and one identity however a store came about."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

import samples
from onrecord.graph import canonical, iri
from onrecord.graph.canonical import (
    GraphHash,
    canonical_lines,
    graph_hash,
    graph_hashes,
    identity,
    listed,
    packed_lines,
    read_list,
)
from onrecord.store import Reader
from onrecord.values.ntriples import Ntriples

GRAPH = "https://w3id.org/onrecord/article/a-1"
WORDS = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]), max_size=8)


def ntriples(*triples: ox.Triple) -> bytes:
    """The triples as a store gives them."""
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(GRAPH)) for t in triples)
    return store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(GRAPH)) or b""


def says(value: str | ox.BlankNode, about: str | ox.BlankNode = GRAPH) -> ox.Triple:
    subject = ox.NamedNode(about) if isinstance(about, str) else about
    return ox.Triple(
        subject, ox.NamedNode("https://schema.org/name"), ox.Literal(value) if isinstance(value, str) else value
    )


def second_library(lines: Sequence[bytes]) -> str:
    """PyLD's canonical form; of lines in another order."""
    told = b"".join(reversed(lines)).decode("utf-8")
    options = {"algorithm": "URDNA2015", "inputFormat": "application/n-quads", "format": "application/n-quads"}
    return str(jsonld.normalize(told, options))


# One graph -----------------------------------------------------------------------------------------------------------


def test_lines_are_in_order_and_name_their_graph() -> None:
    lines = canonical_lines(GRAPH, ntriples(says("b"), says("a")))
    assert lines == [f'<{GRAPH}> <https://schema.org/name> "{x}" <{GRAPH}> .\n'.encode() for x in "ab"]


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("\x00", r"\u0000"),
        ("\x08", r"\b"),
        ("\t", r"\t"),
        ("\n", r"\n"),
        ("\x0b", r"\u000B"),
        ("\x0c", r"\f"),
        ("\r", r"\r"),
        ("\x1f", r"\u001F"),
        ('"', r"\""),
        ("\\", r"\\"),
        ("\x7f", r"\u007F"),
        ("\x85", "\x85"),
        ("\u2028", "\u2028"),
        ("і😀", "і😀"),
    ],
)
def test_characters_are_written_as_the_canonical_form_has_them(character: str, written: str) -> None:
    (line,) = canonical_lines(GRAPH, ntriples(says(character)))
    assert f'"{written}"'.encode() in line


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_a_second_library_finds_the_same_form_of_any_texts(values: list[str]) -> None:
    lines = canonical_lines(GRAPH, ntriples(*map(says, values)))
    assert b"".join(lines).decode("utf-8") == second_library(lines)


def test_blank_nodes_get_the_labels_that_a_second_library_gives_them() -> None:
    one, two = ox.BlankNode("x"), ox.BlankNode("y")
    told = ntriples(says(one), says(two), says("a", one), says(one, two), says("no _:blank node"))
    lines = canonical_lines(GRAPH, told)
    assert b"_:c14n0" in lines[1] and b"".join(lines).decode() == second_library(lines)


def test_the_hash_is_that_of_the_lines() -> None:
    lines = canonical_lines(GRAPH, ntriples(says("a"), says("b")))
    assert graph_hash(GRAPH, lines) == GraphHash(GRAPH, 2, hashlib.sha256(b"".join(lines)).hexdigest())


def test_a_packed_graph_has_the_lines_of_the_whole() -> None:
    told = [
        ntriples(*(says(value, one) for value in ("b", "a", "no _:blank"))) for one in (f"{GRAPH}#1", GRAPH, "urn:x")
    ]
    graph = Ntriples.of(*(one.decode() for one in told))
    assert list(packed_lines(GRAPH, graph)) == canonical_lines(GRAPH, b"".join(told))


def test_a_packed_graph_with_blank_nodes_has_their_canonical_labels() -> None:
    told = ntriples(says(ox.BlankNode("x")), says("a", ox.BlankNode("x")))
    lines = canonical_lines(GRAPH, told)
    assert list(packed_lines(GRAPH, Ntriples.of(told.decode()))) == lines and b"_:c14n0" in b"".join(lines)


# The list, and what it stands for ------------------------------------------------------------------------------------


def test_the_list_comes_back_as_it_was_and_stands_in_order() -> None:
    hashes = [GraphHash("urn:b,1", 1, "0f"), GraphHash("urn:a", 20, "ff")]
    content = listed(hashes)
    assert content == b'graph,quads,sha256\nurn:a,20,ff\n"urn:b,1",1,0f\n'
    assert read_list(content) == hashes[::-1]


@pytest.mark.parametrize("content", [b"", b"graph,sha256\n", b"graph,quads,sha256\nurn:a,20\n"])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a list of graphs"):
        read_list(content)


def test_the_identity_is_the_hash_of_the_list(tmp_path: Path) -> None:
    hashes = list(graph_hashes(Reader(samples.store(tmp_path / "s"))))
    assert identity(hashes) == hashlib.sha256(listed(hashes)).hexdigest()


def test_the_order_of_articles_does_not_count(tmp_path: Path) -> None:
    one, two = (
        list(graph_hashes(Reader(samples.store(tmp_path / str(n), sources=sources))))
        for n, sources in enumerate((("a.txt", "b.txt"), ("b.txt", "a.txt")))
    )
    assert one == two and len(one) >= 3


def test_every_graph_counts_but_those_of_times(tmp_path: Path) -> None:
    reader = Reader(samples.store(tmp_path / "s"))
    held = {graph.value for graph in reader.database.named_graphs() if isinstance(graph, ox.NamedNode)}
    assert iri.RUN_GRAPH in held
    assert [one.graph for one in graph_hashes(reader)] == sorted(held - iri.TIMED_GRAPHS)


def test_what_is_added_to_a_graph_changes_its_hash_alone(tmp_path: Path) -> None:
    reader = Reader(samples.store(tmp_path / "s"))
    before = {one.graph: one for one in graph_hashes(reader)}
    name = reader.article_graphs()[0]
    more = reader.ntriples(name) + f'<{name}> <https://schema.org/name> "more" .\n'.encode()
    found = graph_hash(name, canonical_lines(name, more))
    assert found.quads == before[name].quads + 1 and found.sha256 != before[name].sha256
    changed = {**before, name: found}
    assert canonical.identity(changed.values()) != canonical.identity(before.values())
