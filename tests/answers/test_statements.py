"""The statements of a store in order: all of them, however small the pieces that are sorted in memory."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord.answers import statements
from onrecord.answers.statements import by_document, by_graph
from onrecord.graph import iri
from onrecord.store import Reader


@pytest.fixture(scope="module")
def reader(house: Path) -> Reader:
    return Reader(house)


@pytest.fixture(params=[100, 32_000_000], ids=["many runs on disk", "one run"])
def run_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "_RUN", request.param)


def parsed(lines: list[bytes]) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES)]


def subject(line: bytes) -> str:
    return line.split(b">")[0][1:].decode()


@pytest.mark.usefixtures("run_size")
def test_each_statement_of_the_union_is_there_once(reader: Reader) -> None:
    lines = [line for document in by_document(reader) for line in document]
    beside = iri.TIMED_GRAPHS
    assert set(parsed(lines)) == {quad.triple for quad in reader.database if quad.graph_name.value not in beside}
    assert len(set(lines)) == len(lines)


@pytest.mark.usefixtures("run_size")
def test_all_about_one_article_or_entity_stands_together_in_order(reader: Reader) -> None:
    documents = [{subject(line).partition("#")[0] for line in lines} for lines in by_document(reader)]
    assert all(len(names) == 1 for names in documents)
    names = [name for (name,) in documents]
    assert names == sorted(names)
    assert len(set(names)) == len(names)


@pytest.mark.usefixtures("run_size")
def test_what_is_said_across_articles_stands_with_the_article(reader: Reader) -> None:
    across = iri.BASE.encode() + b"graph/entities"
    identity = next(
        quad
        for quad in reader.database.quads_for_pattern(None, None, None, ox.NamedNode(across.decode()))
        if "/article/" in str(quad.subject)
    )
    document = next(lines for lines in by_document(reader) if f"{identity.triple} .\n".encode() in lines)
    assert any(b"#Article>" in line for line in document)


@pytest.mark.usefixtures("run_size")
def test_evidence_comes_after_what_rests_on_it(reader: Reader) -> None:
    for lines in by_document(reader):
        kinds = [any(kind in subject(line) for kind in ("#char=", "mention-", "#select=")) for line in lines]
        assert kinds == sorted(kinds)


@pytest.mark.usefixtures("run_size")
@pytest.mark.parametrize("with_runs", [True, False])
def test_graphs_come_one_after_the_other(reader: Reader, with_runs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "_PIECE", 7)
    pieces = list(by_graph(reader, with_runs))
    quads = {ox.Quad(*triple, graph) for graph, lines in pieces for triple in parsed(lines)}
    assert quads == {quad for quad in reader.database if with_runs or quad.graph_name.value not in iri.TIMED_GRAPHS}
    names = [graph.value for graph, _ in pieces]
    assert names == sorted(names)
