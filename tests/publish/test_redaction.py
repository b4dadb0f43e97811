"""A release without names of children: no name, alias, IRI, hash of a name or quote gives one away, in any file."""

import hashlib
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
import rdflib

import children
from onrecord.claims import AgeClaim, BirthClaim, Claims
from onrecord.errors import UsageError
from onrecord.graph import article_graph, decision_graph, identity_graph, iri, to_ntriples
from onrecord.publish.bundle import publish
from onrecord.publish.redaction import redacted
from onrecord.publish.release import Release
from onrecord.sources.article import Article
from onrecord.store import Before, Reader, Record, Writer
from onrecord.values.decisions import UserDecision, Verdict
from samples import CONFIGURATION, identities

HEX = re.compile(r"[0-9a-f]{12,64}")
GIVEN_AWAY = re.compile(r"(?<![a-z])(?:ilia|sorin|illya)(?![a-z])", re.IGNORECASE)
NAMED = ("Ilia", "Ilia Sorin", "Sorin", "Illya", "Olena Sorin", "ILIA", "ilia", "ilia-sorin", "ilia sorin")
ILIA = replace(children.ILIA, labels=("Ilia", "Ilia Sorin", "Illya"), same_as=("http://www.wikidata.org/entity/Q7",))
TELLS = Claims(
    (ILIA, children.OLENA, children.ANA),
    statements=(replace(children.SAID, speaker=ILIA),),
    ages=(AgeClaim(ILIA, True, (children.at("14"),)),),
    births=(BirthClaim(ILIA, "2010-03-05", (children.at("14"),)),),
    sentences=children.SENTENCES,
)
SAYS_NOT = replace(children.CLAIMS, ages=(), statements=())  # the same name, and nothing about an age
DECISION = UserDecision(Verdict.PREFERRED_LABEL, "ilia-sorin-1b524058743f", "O. Hrabar", "2026-11-22", value="Ilia S.")


def built(folder: Path) -> Path:
    writer = Writer(folder)
    for number, (source, claims) in enumerate({"Ilia-Sorin.txt": TELLS, "other.txt": SAYS_NOT}.items()):
        text = children.TEXT + " " * number
        article = Article(source, text, "2024-05-01", "Ilia Sorin is home", f"https://example.org/{number}/ilia-sorin")
        record = Record(source, f"/in/{source}", article.sha256, "f", ())
        writer.put(iri.article(article), text, to_ntriples(article_graph(article, claims, CONFIGURATION)), record)
    writer.replace_graph(iri.ENTITY_GRAPH, to_ntriples(identity_graph(identities(writer.database))))
    writer.replace_graph(iri.DECISION_GRAPH, to_ntriples(decision_graph([DECISION])))
    writer.commit()
    writer.close()
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(built(tmp_path_factory.mktemp("children") / "s"))


@pytest.fixture(scope="module")
def bundle(store: Reader, release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("redacted") / "release"
    publish(store, folder, replace(release, redacted=True))
    return folder


@pytest.fixture(scope="module")
def contents(bundle: Path) -> dict[str, str]:
    """What each file says; words and lists of names that are shipped with every release say nothing of these."""
    shipped = ("ontology", "shapes", "queries")
    files = [path for path in bundle.rglob("*") if path.is_file() and path.parent.name not in shipped]
    return {
        path.relative_to(bundle).as_posix(): str(pq.read_table(path).to_pylist())
        if path.suffix == ".parquet"
        else path.read_text("utf-8")
        for path in files
    }


def test_the_store_names_a_child_and_the_release_has_all_its_articles(store: Reader, bundle: Path) -> None:
    assert GIVEN_AWAY.search(str(list(store.database)))
    names = {quad.graph_name for quad in ox.parse(path=bundle / "graphs.nq")}
    assert len([one for one in names if "/article/" in str(one)]) == len(store.article_graphs()) == 2


def test_no_name_alias_or_slug_stands_in_any_file(contents: dict[str, str]) -> None:
    found = {path: GIVEN_AWAY.findall(content) for path, content in contents.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_no_hash_of_a_name_stands_in_any_file(store: Reader, contents: dict[str, str]) -> None:
    minted = re.compile(r"#(?!char=|select=|page=)\S*-([0-9a-f]{12})$|/(?:person|decision)/\S*?([0-9a-f]{12})$")
    nodes = {str(term.value) for quad in store.database for term in quad if isinstance(term, ox.NamedNode)}
    files = {name[-12:] for name, record in store.records().items() if GIVEN_AWAY.search(record.source)}
    assert len(files) == 1, "an article is called by its file, and that by the child"
    hashes = {found[1] or found[2] for node in nodes if (found := minted.search(node))}
    hashes |= {hashlib.sha256(name.encode()).hexdigest() for name in NAMED}
    hashes |= {iri.digest(*told) for name in NAMED for told in ((name,), ("person", name), ("mention", name))}
    hashes -= {node[-12:] for node in nodes if "/person/ana-duarte" in node}  # who is of no concern
    hashes |= files
    assert len(hashes) > 20
    left = {path: hashes.intersection(HEX.findall(content)) for path, content in contents.items()}
    assert {path: found for path, found in left.items() if found} == {}


def test_quotes_have_blocks_as_long_as_the_names(contents: dict[str, str]) -> None:
    assert "██████████, 14, is home." in contents["tables/mentions.csv"] + contents["tables/evidence.csv"]
    assert "“I will draw,” ████ said." in contents["dataset.ttl"]


def test_what_does_not_concern_a_child_stays(contents: dict[str, str]) -> None:
    assert "Ana Duarte" in contents["tables/people.csv"] and "ana-duarte" in contents["graphs.nq"]


@pytest.mark.parametrize("told", ["2010-03-05", "Q7", "example.org", "Ilia S."])
def test_what_would_identify_a_child_is_left_out(contents: dict[str, str], told: str) -> None:
    assert told not in contents["graphs.nq"] and told not in contents["tables/articles.csv"]


def test_it_conforms_and_every_node_of_the_child_is_numbered(bundle: Path) -> None:
    report = rdflib.Graph().parse(bundle / "reports/shacl.ttl")
    assert [str(value) for value in report.objects(None, rdflib.SH.conforms)] == ["true"]
    told = (bundle / "graphs.nq").read_text("utf-8")
    assert re.search(r"#person-1>", told) and re.search(r"/person/withheld-1>", told)


def test_numbers_go_by_the_text(store: Reader) -> None:
    shown = redacted(store)
    names = {
        quad.triple.subject.value.partition("#")[2]: quad.object.value
        for graph in shown.article_graphs()
        for quad in ox.parse(shown.ntriples(graph), format=ox.RdfFormat.N_TRIPLES)
        if quad.predicate.value == "https://schema.org/name"
    }
    assert names == {"person-1": "██████████", "person-2": "Olena █████", "person-3": "Ana Duarte"}


def test_a_name_can_be_withheld_though_no_article_calls_whoever_bears_it_a_child(store: Reader) -> None:
    shown = redacted(store, ["Ana Duarte"])
    told = b"".join(map(shown.ntriples, shown.article_graphs())).decode()
    assert "Duarte" not in told and "ana-duarte" not in told
    assert shown.withheld == ["Ana Duarte", "Ilia", "Ilia Sorin", "Illya"]  # type: ignore[union-attr]


def test_of_an_earlier_record_a_name_is_left_out_though_nobody_was_called_a_child_yet(tmp_path: Path) -> None:
    folder = children.built(tmp_path / "s", {"a.txt": SAYS_NOT})
    children.built(folder, {"a.txt": TELLS})
    with sqlite3.connect(folder / "catalogue.sqlite") as database:
        ((moment,),) = database.execute("SELECT at FROM build ORDER BY number DESC LIMIT 1").fetchall()
    then = Reader(folder, as_of=Before(moment))
    shown = redacted(then)
    for record, says in ((then, True), (shown, False)):
        told = b"".join(map(record.ntriples, record.article_graphs())).decode()
        assert bool(GIVEN_AWAY.search(told)) is says


def test_a_name_that_nobody_bears_is_said(store: Reader) -> None:
    with pytest.raises(UsageError, match="nobody in the store is called 'Ana Duart'"):
        redacted(store, ["Ana Duart"])


def test_a_store_that_names_no_child_is_as_it_is(tmp_path: Path) -> None:
    reader = Reader(children.built(tmp_path / "s", {"a.txt": SAYS_NOT}))
    assert redacted(reader) is reader


def test_a_store_elsewhere_is_refused() -> None:
    with pytest.raises(UsageError, match="in a folder only"):
        redacted(object())  # type: ignore[arg-type]
