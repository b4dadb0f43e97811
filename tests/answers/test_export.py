"""The graph as a file: what the store holds, in every format, and the same bytes each time."""

import csv
import gzip
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

import samples
from onrecord import resources
from onrecord.answers.export import export
from onrecord.errors import UsageError
from onrecord.graph import iri
from onrecord.graph.vocabulary import PREFIXES
from onrecord.store import Reader
from onrecord.values.findings import Bases

FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "csv", "graphml")
OX_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
# Builds `articles` (any order) into a store and exports it, in a process of its own.
BUILD = """
import sys
from pathlib import Path
from onrecord.build.build import build
from onrecord.build.fingerprint import configuration
from onrecord.answers.export import export
from onrecord.settings import Reading
from onrecord.store import Reader
from onrecord.values.findings import Bases
store, out, *articles = sys.argv[1:]
build(articles, Path(store), configuration(Reading()))
for name in ("all.ttl", "all.jsonld", "all.csv", "all.graphml"):
    export(Reader(Path(store)), Path(out) / name)
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(samples.store(tmp_path_factory.mktemp("export") / "s", sources=("a.txt", "b.txt")))


@pytest.fixture
def written(reader: Reader, tmp_path: Path) -> Callable[[str], bytes]:
    def write(suffix: str) -> bytes:
        export(reader, tmp_path / f"out.{suffix}")
        return (tmp_path / f"out.{suffix}").read_bytes()

    return write


def held(reader: Reader) -> set[ox.Triple]:
    """Every triple of the store but the record of the runs."""
    return {quad.triple for quad in reader.database if quad.graph_name.value not in iri.TIMED_GRAPHS}


def as_text(term: rdflib.term.Node) -> str:
    return term.n3() if not isinstance(term, rdflib.Literal) else f"{str(term)!r}^^{term.datatype or rdflib.XSD.string}"


def ox_text(term: ox.NamedNode | ox.Literal) -> str:
    return f"<{term.value}>" if isinstance(term, ox.NamedNode) else f"{term.value!r}^^{term.datatype.value}"


# What is in it -------------------------------------------------------------------------------------------------------


def test_turtle_reads_as_the_same_triples_in_oxigraph_and_rdflib(
    reader: Reader, written: Callable[[str], bytes]
) -> None:
    data, expected = written("ttl"), held(reader)
    assert {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)} == expected
    graph = rdflib.Graph().parse(data=data, format="turtle")
    assert {tuple(map(as_text, triple)) for triple in graph} == {tuple(map(ox_text, triple)) for triple in expected}


@pytest.mark.model
def test_so_does_that_of_articles_that_were_read(house: Path, tmp_path: Path) -> None:
    reader = Reader(house)
    export(reader, tmp_path / "out.ttl")
    expected = held(reader)
    assert {quad.triple for quad in ox.parse(path=tmp_path / "out.ttl")} == expected
    graph = rdflib.Graph().parse(tmp_path / "out.ttl")
    assert {tuple(map(as_text, triple)) for triple in graph} == {tuple(map(ox_text, triple)) for triple in expected}


@pytest.mark.parametrize("suffix", ["nt", "jsonld"])
def test_formats_of_one_graph_hold_the_same_triples(
    reader: Reader, written: Callable[[str], bytes], suffix: str
) -> None:
    assert {quad.triple for quad in ox.parse(written(suffix), format=OX_FORMATS[suffix])} == held(reader)


@pytest.mark.parametrize("suffix", ["nq", "trig"])
def test_formats_of_several_graphs_keep_them_apart(
    reader: Reader, written: Callable[[str], bytes], suffix: str
) -> None:
    assert set(ox.parse(written(suffix), format=OX_FORMATS[suffix])) == set(reader.database)


def test_csv_has_a_row_for_each_statement(reader: Reader, written: Callable[[str], bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8"), newline="")))
    quads = {
        ox.Quad(
            ox.NamedNode(row["subject"]),
            ox.NamedNode(row["predicate"]),
            ox.NamedNode(row["object"])
            if row["type"] == "iri"
            else ox.Literal(row["object"], datatype=ox.NamedNode(row["type"])),
            ox.NamedNode(row["graph"]),
        )
        for row in rows
    }
    assert len(rows) == len(quads)
    assert quads == {quad for quad in reader.database if quad.graph_name.value not in iri.TIMED_GRAPHS}


def test_graphml_links_what_is_linked_and_leaves_evidence_out(reader: Reader, written: Callable[[str], bytes]) -> None:
    graph = nx.parse_graphml(written("graphml").decode("utf-8"))
    labels = {label: node for node, label in graph.nodes(data="label") if label and "#" in node}
    figure = next(node for node, type_ in graph.nodes(data="type") if type_ == "Figure")
    assert graph.nodes[figure]["value"] == "20"
    assert graph.nodes[figure]["hedge"] == "between"
    assert {"Mykola Kuleba", "Kyiv", "Save Ukraine"} <= set(labels)
    assert "reportedBy" in {label for _, _, label in graph.out_edges(figure, data="label")}
    types = {type_ for _, type_ in graph.nodes(data="type")}
    assert not {type_ for type_ in types if "Evidence" in type_ or "Selector" in type_}


def test_graphml_has_every_basis_of_a_figure(tmp_path: Path) -> None:
    decided = Bases(action="action-words", as_of="as-of-clause")
    said = samples.claims(figures=[replace(samples.FIGURE, bases=decided)])
    export(Reader(samples.store(tmp_path / "s", said)), tmp_path / "all.graphml")
    graph = nx.read_graphml(tmp_path / "all.graphml")
    (figure,) = (bases for _, bases in graph.nodes(data="basis") if bases)
    assert sorted(figure.split(" | ")) == ["action-words", "as-of-clause"]


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_no_blank_nodes(written: Callable[[str], bytes], suffix: str) -> None:
    for quad in ox.parse(written(suffix), format=OX_FORMATS[suffix]):
        assert not {type(term) for term in quad} & {ox.BlankNode}


def test_turtle_is_written_for_people_to_read(written: Callable[[str], bytes]) -> None:
    lines = written("ttl").decode("utf-8").splitlines()
    prefixes = lines[: len(PREFIXES)]
    assert prefixes == [f"@prefix {name}: <{space}> ." for name, space in sorted(PREFIXES.items())]
    body = "\n".join(lines[len(PREFIXES) :])
    assert "onr:hedge hedge:between ;" in body
    order = [body.index(words) for words in ("a onr:Article", "a onr:Figure", "oa:hasSource", "oa:exact")]
    assert order == sorted(order)


# The same bytes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [*FORMATS, "ttl.gz"])
def test_the_same_claims_in_another_order_give_the_same_bytes(
    written: Callable[[str], bytes], tmp_path: Path, suffix: str
) -> None:
    again = samples.store(tmp_path / "again", sources=("b.txt", "a.txt"))
    export(Reader(again), tmp_path / f"again.{suffix}")
    assert (tmp_path / f"again.{suffix}").read_bytes() == written(suffix)


@pytest.mark.parametrize("suffix", FORMATS)
def test_gzip_holds_the_same_bytes(written: Callable[[str], bytes], suffix: str) -> None:
    packed = written(f"{suffix}.gz")
    assert gzip.decompress(packed) == written(suffix)
    assert packed[4:8] == bytes(4), "no time in the header"


@pytest.mark.slow
@pytest.mark.model
def test_two_builds_from_nothing_give_the_same_bytes(tmp_path: Path) -> None:
    articles = sorted(map(str, (Path(__file__).parents[1] / "articles").iterdir()))
    builds = []
    for number, (seed, given) in enumerate([("0", articles), ("1", articles[::-1])]):
        out = tmp_path / str(number)
        out.mkdir()
        command = [sys.executable, "-c", BUILD, str(out / "store"), str(out), *given]
        builds.append(subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": seed}))
    assert [process.wait() for process in builds] == [0, 0]
    for name in ("all.ttl", "all.jsonld", "all.csv", "all.graphml"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes()


# Does it conform? ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.model
def test_turtle_conforms_under_the_pyshacl_command_line(house: Path, tmp_path: Path) -> None:
    data, shapes, ontology = (tmp_path / f"{name}.ttl" for name in ("data", "shapes", "ontology"))
    export(Reader(house), data)
    for path, folder in ((shapes, "shapes"), (ontology, "ontology")):
        path.write_bytes(b"\n".join(file.read_bytes() for file in resources.files(folder, ".ttl")))
    command = [sys.executable, "-m", "pyshacl", "-s", str(shapes), "-e", str(ontology), "-f", "human", str(data)]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert "Conforms: True" in checked.stdout, checked.stdout + checked.stderr
    assert checked.returncode == 0
    data.write_bytes(data.read_bytes().replace(b"onr:hedge ", b"onr:contains "))
    if b"onr:contains hedge:" in data.read_bytes():
        assert subprocess.run(command, capture_output=True).returncode == 1, "and what does not conform is found"


# Texts that formats trip over ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", ["a\x01\x0b\x0cb", "\ufffe", 'a\r\n"\\\t,;', "𝔘 <&>]]>", "\u2028"])
def test_no_text_breaks_a_format(tmp_path: Path, text: str, suffix: str) -> None:
    said = samples.claims(figures=[replace(samples.FIGURE, counted=text)])
    store = samples.store(tmp_path / "s", said)
    reader = Reader(store)
    export(reader, tmp_path / f"out.{suffix}")
    content = (tmp_path / f"out.{suffix}").read_bytes()
    if suffix in OX_FORMATS:
        found = {quad.object.value for quad in ox.parse(content, format=OX_FORMATS[suffix])}
        assert text in found
    elif suffix == "csv":
        rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
        assert text in {row["object"] for row in rows}
    else:
        assert nx.parse_graphml(content.decode("utf-8")).number_of_nodes() > 5


# What cannot be written ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.gz", "out.ttl.zip", ".ttl"])
def test_a_format_that_is_none_says_which_there_are(reader: Reader, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"onrecord writes \.ttl, \.nt, \.jsonld, \.nq, .*each also with \.gz"):
        export(reader, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_says_why_and_nothing_is_left(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone/out\.ttl: cannot be written: No such file or directory"):
        export(reader, tmp_path / "gone" / "out.ttl")
    (tmp_path / "out.ttl").mkdir()
    with pytest.raises(UsageError, match=r"out\.ttl: cannot be written: Is a directory"):
        export(reader, tmp_path / "out.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["out.ttl"]


def test_a_file_that_is_there_is_replaced(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "out.nt").write_text("old", encoding="utf-8")
    count = export(reader, tmp_path / "out.nt")
    assert (tmp_path / "out.nt").read_bytes().count(b"\n") == count == len(held(reader))
