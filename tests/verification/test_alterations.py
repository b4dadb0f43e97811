"""Each planted alteration is found, and the statement that it is of is named; what is not altered passes."""

import os
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from held import bundle, cover, failures, replaced, store, sums, update_store

import samples

Alter = Callable[[Path], None]
FIGURE = 'in: "“Between 20 and 30 children were returned,” Kuleba said."'
ONE, TWO = '?article onr:source "one.txt" . ', '?article onr:source "two.txt" . '
THIRD = 'in: "The International Criminal Court issued arrest warrants'


def changed(predicate: str, new: str, of: str, where: str = ONE) -> Alter:
    """Each value of a property of the nodes of a class, in one article, is another."""
    told = f"GRAPH ?article {{ ?node {predicate} ?old ; {of} }}"
    gone, come = (f"GRAPH ?article {{ ?node {predicate} {value} }}" for value in ("?old", new))
    return update_store(f"DELETE {{ {gone} }} INSERT {{ {come} }} WHERE {{ GRAPH ?article {{ {where} }} {told} }}")


def added(triples: str, where: str) -> Alter:
    """Something more is said in one article."""
    return update_store(f"INSERT {{ GRAPH ?article {{ {triples} }} }} WHERE {{ GRAPH ?article {{ {ONE} {where} }} }}")


def text_changed(folder: Path) -> None:
    (path,) = (folder / "texts").iterdir()
    path.write_text(samples.TEXT.replace("30 children", "90 children"), "utf-8")


def text_gone(folder: Path) -> None:
    (path,) = (folder / "texts").iterdir()
    path.unlink()


OF_STORES: dict[str, tuple[Alter, str, str]] = {  # what is altered, and what is said of which statement
    "a moved offset": (
        changed("oa:start", "21", "oa:exact '“Between 20 and 30 children\\nwere returned,”'"),
        "offsets",
        FIGURE,
    ),
    "a changed quote": (
        changed("oa:exact", '"Between 20 and 90"', 'oa:exact "Between 20 and 30"'),
        "the quote does not stand at its offsets",
        FIGURE,
    ),
    "an altered text": (text_changed, "its text is not the one with its SHA-256", "one.txt"),
    "a missing text": (text_gone, "its text is not in the store", "one.txt"),
    "another hash of the text": (
        changed("onr:sha256", f'"{"ab" * 32}"', "a onr:Article"),
        "not called what its",
        "one.txt",
    ),
    "another hash as received": (
        changed("onr:receivedSha256", f'"{"ab" * 32}"', "a onr:Article"),
        "says something else than when it was built",
        "one.txt",
    ),
    "a second value": (added("?node onr:counted 'adults'", "?node a onr:Figure"), "2 values of counted", FIGURE),
    "a property of another class": (added("?node schema:name 'x'", "?node a onr:Figure"), "no name of it", FIGURE),
    "an invented property": (
        added("?node onr:proven true", "?node a onr:Figure"),
        "a build says no proven of it",
        FIGURE,
    ),
    "a node put in": (
        added("<https://w3id.org/onrecord/person/x> a onr:Person ; schema:name 'Ivan Petrenko'", ""),
        "is nothing that a build makes of this article",
        "Ivan Petrenko",
    ),
    "another value": (changed("onr:value", "2000.0", "a onr:Figure"), "not called what its content mints", FIGURE),
    "another hedge": (changed("onr:hedge", "hedge:about", "a onr:Figure"), "not called what its content mints", FIGURE),
    "another action": (changed("onr:action", "action:deported", "a onr:Figure"), "not called what its", FIGURE),
    "another bound": (changed("onr:lowerBound", "10.0", "a onr:Figure"), "bounds do not follow", FIGURE),
    "another day of a figure": (
        changed("onr:asOf", '"2023-01-24"^^xsd:date', "a onr:Figure"),
        "earliest and latest day do not follow",
        FIGURE,
    ),
    "a swapped source": (
        changed("prov:agent", "?other", "onr:rank 1 . ?other a onr:Court"),
        "not called what its content mints",
        FIGURE,
    ),
    "a figure put in another's mouth": (
        changed("onr:reportedBy", "?other", "a onr:Figure . ?other a onr:Court"),
        "says something else than when it was built",
        FIGURE,
    ),
    "another speaker": (
        changed("onr:speaker", "?other", "a onr:Statement . ?other a onr:Court"),
        "says something else than when it was built",
        FIGURE,
    ),
    "a renamed person": (
        changed("schema:name", '"Maria Petrova"', 'a onr:Person ; schema:name "Maria Lvova-Belova"'),
        "Maria Petrova",
        THIRD,
    ),
    "a person made an organization": (
        changed("a", "onr:Organization", "a onr:Person ; schema:name 'Maria Lvova-Belova'"),
        "not called what its content mints",
        THIRD,
    ),
    "another day of an act": (
        changed("onr:date", '"2022-03"^^xsd:gYearMonth', "a onr:Act"),
        "not called what its",
        THIRD,
    ),
    "another kind of act": (
        changed("onr:actType", "<https://w3id.org/onrecord/act/Judgment>", "a onr:Act"),
        "not called what its content mints",
        THIRD,
    ),
    "a re-dated article": (
        changed("schema:datePublished", '"2023-01-25"^^xsd:date', "a onr:Article"),
        "says something else than when it was built",
        "datePublished 2023-01-25",
    ),
    "a wrong page": (
        changed("rdf:value", '"page=9"', "a oa:FragmentSelector"),
        "not called what its content mints",
        "page=9",
    ),
    "a removed statement": (
        update_store(
            f"DELETE {{ GRAPH ?article {{ ?node ?p ?o }} }} WHERE {{ GRAPH ?article "
            f"{{ {ONE} ?node a onr:Statement ; ?p ?o }} }}"
        ),
        "1 node that it had when it was built",
        "one.txt",
    ),
    "a removed article": (
        update_store(f"DELETE {{ GRAPH ?article {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?article {{ {ONE} ?s ?p ?o }} }}"),
        "its graph is gone",
        "one.txt",
    ),
    "a graph put in": (
        update_store("INSERT DATA { GRAPH <https://example.org/mine> { onr:a onr:b onr:c } }"),
        "is a graph that no build makes",
        "https://example.org/mine",
    ),
    "an article put in": (
        update_store(
            "INSERT DATA { GRAPH <https://w3id.org/onrecord/article/x-1> "
            "{ <https://w3id.org/onrecord/article/x-1> a onr:Article ; onr:source 'x.txt' } }"
        ),
        "no build made it",
        "x.txt",
    ),
    "two people made one": (
        update_store(
            "DELETE { GRAPH ?g { ?node onr:identity ?own } } INSERT { GRAPH ?g { ?node onr:identity ?other } } WHERE "
            "{ GRAPH ?g { ?node onr:identity ?own . ?other schema:name 'International Criminal Court' } "
            "GRAPH ?article { ?node schema:name 'Mykola Kuleba' } }"
        ),
        "has members that no decision on record joins",
        "International Criminal Court",
    ),
    "a renamed identity": (
        update_store(
            "DELETE { GRAPH ?g { ?node schema:name ?name } } INSERT { GRAPH ?g { ?node schema:name 'Ivan' } } WHERE "
            "{ GRAPH ?g { ?node a onr:Identity ; schema:name ?name FILTER (?name = 'Mykola Kuleba') } }"
        ),
        "has a name that none of its members has",
        "Ivan",
    ),
    "a removed decision": (
        update_store(
            "DELETE { GRAPH ?g { ?node ?p ?o } } WHERE { GRAPH ?g { ?node onr:decidedValue 'organization' ; ?p ?o } }"
        ),
        "was changed by a decision that is not on record",
        "place-kyiv",
    ),
    "another decision": (
        update_store(
            "DELETE { GRAPH ?g { ?node onr:decidedValue ?v } } INSERT { GRAPH ?g { ?node onr:decidedValue 'Aid' } } "
            "WHERE { GRAPH ?g { ?node onr:decidedValue ?v FILTER (?v = 'NGO Save Ukraine') } }"
        ),
        "is not called what was decided",
        "preferred-label-save-ukraine",
    ),
}


def covered(name: str, old: str, new: str) -> Alter:
    return replaced(name, old, new, covered=True)


def lines_gone(pattern: str) -> Alter:
    """Lines are taken out of graphs.nq, and both lists of hashes written anew."""

    def alter(folder: Path) -> None:
        lines = (folder / "graphs.nq").read_text("utf-8").splitlines(keepends=True)
        left = [line for line in lines if not re.search(pattern, line)]
        assert len(left) < len(lines), "nothing was altered"
        (folder / "graphs.nq").write_text("".join(left), "utf-8")
        cover(folder)

    return alter


def reordered(folder: Path) -> None:
    lines = (folder / "graphs.nq").read_text("utf-8").splitlines(keepends=True)
    (folder / "graphs.nq").write_text("".join([lines[1], lines[0], *lines[2:]]), "utf-8")
    sums(folder)


def put_in(folder: Path) -> None:
    (folder / "tables" / "mine.csv").write_text("a\n1\n")


def taken_out(folder: Path) -> None:
    (folder / "shapes" / "figure.ttl").unlink()


OF_BUNDLES: dict[str, tuple[Alter, str, str]] = {
    "a changed table": (
        replaced("tables/figures.csv", ",20,", ",2000,"),
        "a row that the statements do not give",
        "2000",
    ),
    "a table without a row": (covered("tables/acts.csv", "\none.txt,", "\nnone.txt,"), "lacks a row", "source one.txt"),
    "an edited ontology": (
        replaced("ontology/onrecord.ttl", "words", "wards"),
        "not the SHA-256",
        "ontology/onrecord.ttl",
    ),
    "an edited shape": (replaced("shapes/figure.ttl", "shapes", "shape"), "not the SHA-256", "shapes/figure.ttl"),
    "a changed hash": (replaced("SHA256SUMS", "  graphs.nq", "0  graphs.nq"), "not the SHA-256", "graphs.nq"),
    "an edited list of graphs": (replaced("graphs.csv", "decisions,", "decisions,1"), "and 1", "graphs.nq: the graph"),
    "a file put in": (put_in, "is not in SHA256SUMS", "tables/mine.csv"),
    "a file taken out": (taken_out, "and is not here", "shapes/figure.ttl"),
    "lines in another order": (reordered, "not in canonical order", "graphs.nq"),
    "a changed value, its tracks covered": (
        covered("graphs.nq", '"20"^^', '"2000"^^'),
        "value 2000 is said of it in graphs.nq, and not in dataset.trig",
        FIGURE,
    ),
    "another speaker, its tracks covered": (lines_gone("ns#speaker>"), "is said of it in dataset.trig", FIGURE),
    "a re-dated article, its tracks covered": (
        covered("graphs.nq", '"2024-01-25"', '"2023-01-25"'),
        "datePublished 2023-01-25 is said of it in graphs.nq",
        "one.txt",
    ),
    "a removed article, its tracks covered": (
        lines_gone(r"article/one-txt-\w+> \.$"),
        "has an identity, and is no entity that is on record",
        "mykola-kuleba",
    ),
    "a changed quote, its tracks covered": (
        covered("graphs.nq", '"Between 20 and 30"', '"Between 20 and 90"'),
        "the quote is not in its sentence, at its offsets",
        FIGURE,
    ),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store and a bundle of it, as they were made."""
    place = tmp_path_factory.mktemp("whole")
    store(place / "store")
    bundle(place / "store", place / "bundle")
    return place


FAST = {"a moved offset", "another hedge", "a re-dated article", "a removed decision", "a changed table"}


def marked(names: Iterable[str]) -> list[Any]:
    """The names, all but a few of them of slow tests: each copies and opens a database."""
    return [pytest.param(name, marks=[] if name in FAST else [pytest.mark.slow]) for name in names]


def copied(whole: Path, to: Path) -> Path:
    return Path(shutil.copytree(whole, to, copy_function=shutil.copyfile))


@pytest.mark.parametrize("kind", ["store", "bundle"])
def test_what_is_not_altered_passes(whole: Path, kind: str) -> None:
    assert failures(whole / kind) == []


@pytest.mark.parametrize("name", marked(OF_STORES))
def test_an_alteration_of_a_store_is_found_with_the_statement(whole: Path, tmp_path: Path, name: str) -> None:
    alter, what, which = OF_STORES[name]
    folder = copied(whole / "store", tmp_path / "store")
    alter(folder)
    found = failures(folder)
    assert [line for line in found if what in line and which in line], "\n".join(found)


@pytest.mark.parametrize("name", marked(OF_BUNDLES))
def test_an_alteration_of_a_bundle_is_found_with_the_statement(whole: Path, tmp_path: Path, name: str) -> None:
    alter, what, which = OF_BUNDLES[name]
    folder = copied(whole / "bundle", tmp_path / "bundle")
    alter(folder)
    found = failures(folder)
    assert [line for line in found if what in line and which in line], "\n".join(found)


def test_each_failure_is_one_line(whole: Path, tmp_path: Path) -> None:
    folder = copied(whole / "store", tmp_path / "store")
    changed("onr:value", "2000.0", "a onr:Figure")(folder)
    assert failures(folder)
    assert not [line for line in failures(folder) if os.linesep in line]
