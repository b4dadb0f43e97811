"""Does it conform? Of files and of stores, for people and as the standard report."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import BNode, Graph, Literal
from rdflib.namespace import RDF, SH

import samples
from onrecord.answers.export import export
from onrecord.answers.validation import check_files, check_store
from onrecord.errors import InputError, StoreError
from onrecord.gate import report
from onrecord.store import Reader, Writer

PREFIX = (
    "@prefix onr: <https://w3id.org/onrecord/ns#> . @prefix schema: <https://schema.org/> . @prefix : <http://e/> .\n"
)
NAMELESS = PREFIX + ':p a onr:Person ; onr:evidence :e . :a a onr:Article ; onr:source "a.txt" .'


def file(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return samples.store(tmp_path / "s", sources=("a.txt", "b.txt"))


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "nq", "trig", "ttl.gz", "nq.gz"])
def test_what_export_writes_conforms(store: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    export(Reader(store), path)
    found = check_files([path])
    assert found.conforms
    assert found.checked == 1


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        ("ttl", NAMELESS),
        (
            "nt",
            "<http://e/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/onrecord/ns#Person> .\n",
        ),
        (
            "nq",
            "<http://e/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/onrecord/ns#Person> "
            "<http://e/g> .\n",
        ),
    ],
)
def test_a_file_that_does_not_conform_is_told(tmp_path: Path, suffix: str, content: str) -> None:
    found = check_files([file(tmp_path / f"out.{suffix}", content)])
    assert not found.conforms
    assert "A person has one preferred name, and it is not empty." in {r.message for r in found.rejections}
    assert {r.node for r in found.rejections} >= {"http://e/p"}


def test_several_files_make_one_report(tmp_path: Path) -> None:
    good = file(tmp_path / "good.ttl", PREFIX)
    bad = file(tmp_path / "bad.ttl", NAMELESS)
    found = check_files([good, bad])
    assert found.checked == 2
    (whole,) = found.results.subjects(RDF.type, SH.ValidationReport)
    assert found.results.value(whole, SH.conforms) == Literal(False)
    assert len(set(found.results.objects(whole, SH.result))) == len(found.rejections) == 2
    again = Graph().parse(data=found.results.serialize(format="turtle"), format="turtle")
    assert len(set(again.subjects(RDF.type, SH.ValidationResult))) == 2


def test_the_report_of_what_conforms_says_so(tmp_path: Path) -> None:
    results = check_files([file(tmp_path / "good.ttl", PREFIX)]).results
    (whole,) = results.subjects(RDF.type, SH.ValidationReport)
    assert isinstance(whole, BNode)
    assert results.value(whole, SH.conforms) == Literal(True)


def test_a_store_is_checked_article_by_article(store: Path) -> None:
    found = check_store(Reader(store))
    assert found.checked == 2
    assert found.conforms


def test_a_stores_quotes_are_checked_against_its_texts(store: Path) -> None:
    (text,) = (store / "texts").iterdir()
    text.write_text(samples.TEXT.replace("Kyiv", "Lviv"), encoding="utf-8")
    found = check_store(Reader(store))
    quoted = [r for r in found.rejections if r.message == "The text between the offsets is not the quote."]
    assert {r.source for r in quoted} == {"a.txt", "b.txt"}
    assert "Kyiv" in quoted[0].sentence


def test_a_text_that_is_gone_is_told(store: Path) -> None:
    (text,) = (store / "texts").iterdir()
    text.unlink()
    with pytest.raises(StoreError, match="is missing: build again"):
        check_store(Reader(store))


def test_an_article_that_no_build_brought_is_checked_without_a_text(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s")
    writer = Writer(store)
    for article in writer.catalogue.articles():
        writer.catalogue.drop(article)
    writer.commit()
    writer.close()
    assert check_store(Reader(store)).conforms


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.ttl", None),
        ("a.ttl", "no Turtle"),
        ("a.nt", "<a> <b>"),
        ("a.xlsx", "PK"),
        ("a.jsonld", "{"),
        ("a.nq", "<a>"),
    ],
)
def test_a_file_that_is_no_rdf_is_told_in_one_line(tmp_path: Path, name: str, content: str | None) -> None:
    path = tmp_path / name
    if content is not None:
        file(path, content)
    with pytest.raises(InputError) as told:
        check_files([path])
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)


def test_what_the_report_calls_conforming_pyshacl_does_as_well(store: Path, tmp_path: Path) -> None:
    export(Reader(store), tmp_path / "out.ttl")
    conforms, _, text = validate(Graph().parse(tmp_path / "out.ttl"), shacl_graph=report.shapes())
    assert conforms, text
