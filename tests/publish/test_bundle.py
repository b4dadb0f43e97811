"""A release: what is in it is what the store holds, its parts agree with each other, and anybody can check it."""

import csv
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

import samples
from onrecord.answers.ask import named_queries
from onrecord.errors import InputError, UsageError
from onrecord.graph import iri
from onrecord.graph.canonical import identity, read_list
from onrecord.publish.bundle import Published, publish
from onrecord.publish.columns import column
from onrecord.publish.questions import questions
from onrecord.publish.release import Release
from onrecord.publish.reports import read_quality
from onrecord.store import Reader

TABLES = [query.name for query in questions()]


def quads(bundle: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=bundle / "graphs.nq", format=ox.RdfFormat.N_QUADS)
    return store


# Its graphs ----------------------------------------------------------------------------------------------------------


def test_it_holds_the_graphs_of_the_store_but_those_of_times(bundle: Path, store: Reader) -> None:
    held = {quad for quad in store.database if quad.graph_name.value not in iri.TIMED_GRAPHS}
    assert set(quads(bundle)) == held


def test_the_identity_is_that_of_the_list_and_of_the_store(published: tuple[Path, Published]) -> None:
    bundle, told = published
    assert told.identity == hashlib.sha256((bundle / "graphs.csv").read_bytes()).hexdigest()
    assert told.identity == identity(read_list((bundle / "graphs.csv").read_bytes()))
    assert all(told.identity in (bundle / name).read_text("utf-8") for name in ("README.md", "ro-crate-metadata.json"))


def test_each_hash_is_that_of_its_lines_and_that_of_a_second_library(bundle: Path) -> None:
    lines = (bundle / "graphs.nq").read_bytes().splitlines(keepends=True)
    options = {"algorithm": "URDNA2015", "inputFormat": "application/n-quads", "format": "application/n-quads"}
    for graph in read_list((bundle / "graphs.csv").read_bytes()):
        own = [line for line in lines if line.endswith(f" <{graph.graph}> .\n".encode())]
        found = jsonld.normalize(b"".join(own[::-1]).decode("utf-8"), options)
        assert hashlib.sha256(b"".join(own)).hexdigest() == graph.sha256 and len(own) == graph.quads
        assert hashlib.sha256(found.encode("utf-8")).hexdigest() == graph.sha256


def test_turtle_and_trig_hold_the_same(bundle: Path) -> None:
    told = quads(bundle)
    assert set(ox.parse(path=bundle / "dataset.trig")) == set(told)
    assert {quad.triple for quad in ox.parse(path=bundle / "dataset.ttl")} == {quad.triple for quad in told}


def test_graphml_loads_in_networkx(bundle: Path) -> None:
    graph = nx.read_graphml(bundle / "dataset.graphml")
    assert graph.number_of_nodes() > 10 and graph.number_of_edges() > 10


def test_blank_nodes_are_refused(tmp_path: Path, release: Release) -> None:
    reader = Reader(samples.store(tmp_path / "s"))
    named = ox.NamedNode(reader.article_graphs()[0])
    held = ox.Store()
    held.extend([*reader.database, ox.Quad(ox.BlankNode("x"), ox.NamedNode("https://schema.org/name"), named, named)])
    reader.database = held
    with pytest.raises(UsageError, match="blank nodes"):
        publish(reader, tmp_path / "release", release)
    assert not (tmp_path / "release").exists() and not (tmp_path / "release.part").exists()


# Its tables ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_parquet_says_what_csv_says(bundle: Path, table: str) -> None:
    with (bundle / f"tables/{table}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    packed = pq.read_table(bundle / f"tables/{table}.parquet")
    assert header == packed.column_names == list(named_queries()[table].columns)
    assert [[as_written(cell) for cell in row.values()] for row in packed.to_pylist()] == [
        [as_number(cell, column(table, name).type) for name, cell in zip(header, row, strict=True)] for row in rows
    ]


def as_written(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def as_number(cell: str, kind: str) -> str:
    return str(float(cell)) if kind == "number" and cell else cell


def test_tables_are_the_answers_to_the_named_queries(bundle: Path, store: Reader) -> None:
    asked = store.query(named_queries()["figures"].text)
    assert isinstance(asked, ox.QuerySolutions)
    expected = [[row[name].value if row[name] else "" for name in named_queries()["figures"].columns] for row in asked]
    with (bundle / "tables/figures.csv").open(encoding="utf-8", newline="") as lines:
        assert list(csv.reader(lines))[1:] == expected != []


@pytest.mark.parametrize("table", TABLES)
def test_each_column_is_in_the_data_dictionary(bundle: Path, table: str) -> None:
    package = json.loads((bundle / "datapackage.json").read_text("utf-8"))
    (resource,) = (one for one in package["resources"] if one["path"] == f"tables/{table}.csv")
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert tuple(fields) == named_queries()[table].columns
    assert all(field["description"] for field in fields.values())


# Its descriptions ----------------------------------------------------------------------------------------------------


def test_void_counts_what_sparql_counts(bundle: Path) -> None:
    void = rdflib.Graph().parse(bundle / "metadata/void.ttl")
    told = quads(bundle)

    def count(pattern: str, what: str = "*") -> int:
        rows = told.query(f"SELECT (COUNT({what}) AS ?n) WHERE {{ {pattern} }}", use_default_graph_as_union=True)
        return int(next(iter(rows))["n"].value)  # type: ignore[arg-type,call-overload]

    parts = void.query(
        "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?class ?property ?n WHERE {"
        "{ ?p void:class ?class ; void:entities ?n } UNION { ?p void:property ?property ; void:triples ?n } }"
    )
    seen = 0
    for of_class, of_property, number in parts:  # type: ignore[misc]
        if of_class is not None:
            assert int(number) == count(f"?s a <{of_class}>", "DISTINCT ?s")
        else:
            assert int(number) == count(f"?s <{of_property}> ?o")
        seen += 1
    assert seen > 20
    (triples,) = void.query("PREFIX void: <http://rdfs.org/ns/void#> SELECT ?n { ?d a void:Dataset ; void:triples ?n }")
    assert int(triples[0]) == count("?s ?p ?o")  # type: ignore[index]


@pytest.mark.parametrize("path", ["void", "dcat", "provenance"])
def test_descriptions_are_turtle_about_the_one_dataset(
    bundle: Path, published: tuple[Path, Published], path: str
) -> None:
    told = rdflib.Graph().parse(bundle / f"metadata/{path}.ttl")
    dataset = rdflib.URIRef(f"https://w3id.org/onrecord/dataset/{published[1].identity}#dataset")
    assert any(told.predicate_objects(dataset))


def test_examples_are_the_queries(bundle: Path) -> None:
    told = rdflib.Graph().parse(bundle / "queries/examples.ttl")
    texts = {str(text) for text in told.objects(None, rdflib.SH.select)}
    assert texts == {query.text for query in questions()}


def test_the_report_says_that_it_conforms(bundle: Path) -> None:
    report = rdflib.Graph().parse(bundle / "reports/shacl.ttl")
    assert [str(value) for value in report.objects(None, rdflib.SH.conforms)] == ["true"]


# Its files -----------------------------------------------------------------------------------------------------------


def test_the_crate_names_every_file_and_the_list_has_its_hash(bundle: Path) -> None:
    files = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    crate = json.loads((bundle / "ro-crate-metadata.json").read_text("utf-8"))
    named = {one["@id"]: one for one in crate["@graph"] if one["@type"] == "File"}
    assert set(named) == files - {"ro-crate-metadata.json"}
    sums = dict(line.split("  ")[::-1] for line in (bundle / "SHA256SUMS").read_text("utf-8").splitlines())
    assert set(sums) == files - {"SHA256SUMS"}
    for path, told in sums.items():
        assert hashlib.sha256((bundle / path).read_bytes()).hexdigest() == told
        assert path == "ro-crate-metadata.json" or named[path]["sha256"] == told


def test_sha256sum_checks_it(bundle: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=bundle, check=True)


def test_no_text_of_an_article_is_in_it(bundle: Path) -> None:
    escaped = samples.TEXT.replace("\n", "\\n")  # as Turtle and JSON write it
    for path in (path for path in bundle.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert samples.TEXT.encode() not in content and escaped.encode() not in content


def test_a_release_is_replaced_and_the_same_store_gives_the_same_bytes(
    bundle: Path, store: Reader, release: Release, tmp_path: Path
) -> None:
    again = tmp_path / "release"
    again.mkdir()
    (again / "ro-crate-metadata.json").write_text("{}", "utf-8")
    (again / "old.txt").touch()
    publish(store, again, release)
    assert not (again / "old.txt").exists() and list(tmp_path.iterdir()) == [again]
    assert (again / "SHA256SUMS").read_bytes() == (bundle / "SHA256SUMS").read_bytes()


# What its publisher says ---------------------------------------------------------------------------------------------


def test_the_publisher_is_named_everywhere(bundle: Path) -> None:
    for name in ("README.md", "CITATION.cff", "LICENSE", "ro-crate-metadata.json", "datapackage.json"):
        assert "O. Hrabar" in (bundle / name).read_text("utf-8")
    assert "0000-0002-1825-0097" in (bundle / "CITATION.cff").read_text("utf-8")


def test_error_rates_go_with_it(store: Reader, release: Release, tmp_path: Path) -> None:
    figures = {"precision": 0.91, "recall": 0.85, "f1": 0.879, "tp": 9, "fp": 1, "fn": 2, "accuracy": {"action": 0.9}}
    bounds = {"precision": [0.62, 0.98], "recall": [0.5, 0.97]}
    told = {"articles": 12, "sample": "12 of 90 articles, drawn by chance (seed 3)", "confidence": 0.95}
    misses = [{"field": "figures", "sentence": "Ilia Sorin, 14, is home."}]
    fields = {"figures": {**figures, "intervals": bounds, "sentence": "Ilia"}}
    given = tmp_path / "quality.json"
    given.write_text(json.dumps({"folder": "/gold", **told, "fields": fields, "misses": misses}), "utf-8")
    publish(store, tmp_path / "release", release, read_quality(given))
    readme = (tmp_path / "release/README.md").read_text("utf-8")
    assert "| figures | 0.910 (0.62-0.98) | 0.850 (0.50-0.97) | 0.879 |" in readme
    assert "with 95% confidence intervals" in readme and "drawn by chance (seed 3)" in readme
    shipped = json.loads((tmp_path / "release/reports/quality.json").read_text("utf-8"))
    assert shipped == {**told, "fields": {"figures": {**figures, "intervals": bounds}}}, "and no word of an article"


def test_of_rates_without_intervals_it_is_said_that_the_draw_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "q.json").write_text('{"articles": 12, "fields": {}}', "utf-8")
    assert read_quality(tmp_path / "q.json").sample == "how they were chosen is not told"


@pytest.mark.parametrize("content", ["", "[]", '{"articles": 1}', '{"articles": 1, "fields": {"figures": {}}}'])
def test_what_are_no_error_rates_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "quality.json").write_text(content, "utf-8")
    with pytest.raises(InputError, match="evaluate"):
        read_quality(tmp_path / "quality.json")


def test_a_licence_that_nobody_knows_is_refused(release: Release) -> None:
    with pytest.raises(UsageError, match="CC-BY-SA"):
        replace(release, license="WTF")


# Where it goes -------------------------------------------------------------------------------------------------------


def test_a_folder_with_something_else_is_left_alone(store: Reader, release: Release, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(UsageError, match="no release"):
        publish(store, tmp_path, release)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_is_missing_is_said_with_the_remedy(
    store: Reader, release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'onrecord\[publish\]'"):
        publish(store, tmp_path / "release", release)
