"""The view of a store without the names of children: whom it hides, where, and what still holds in it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from children import CHILD, CLAIMS, ILIA, SENTENCES, TEXT, at, built
from onrecord.claims import Claims, PositionClaim
from onrecord.graph import iri
from onrecord.store import Reader, Writer
from onrecord.store.name_masking import BLOCK, Mask, Redaction

EXACT = """SELECT ?source ?start ?end ?exact {
    ?e oa:hasSource/onr:source ?source ; oa:hasSelector [ oa:start ?start ; oa:end ?end ; oa:exact ?exact ] }"""


def everything(reader: Reader) -> str:
    quads = "\n".join(map(str, reader.database))
    texts = "\n".join(reader.text(record.sha256) for record in reader.records().values())
    return "\n".join((quads, texts, str(reader.records())))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("children") / "store", {"ilia-home.txt": CLAIMS})


def test_a_child_s_name_is_nowhere_in_the_view(store: Path) -> None:
    whole, view = (everything(Reader(store, redacted=redacted)).lower() for redacted in (False, True))
    assert "ilia" in whole and "sorin" in whole
    assert "ilia" not in view and "sorin" not in view


def test_who_is_no_child_keeps_the_name(store: Path) -> None:
    view = everything(Reader(store, redacted=True))
    assert '"Ana Duarte"' in view and "person/ana-duarte-" in view
    assert f'"Olena {BLOCK * 5}"' in view  # the surname is the child's as well


@pytest.mark.parametrize(
    "text",
    ["the same name 'ilia sorin'", "ILIA and Sorin", "olena sorin, thérèse", "therese sorin", "ілля", "ІЛЛЯ"],
)
def test_reasons_have_no_name_as_it_is_compared_either(text: str) -> None:
    masked = Mask(["Ilia Sorin", "Thérèse", "Ілля"]).reason(text)
    assert len(masked) == len(text) and BLOCK in masked
    assert not any(part in masked.lower() for part in ("ilia", "sorin", "thérèse", "therese", "ілля"))


def test_reasons_keep_words_that_only_hold_a_name() -> None:
    assert Mask(["Ilia"]).reason("the same familiar name") == "the same familiar name"


def test_reasons_for_which_a_child_is_taken_for_one_do_not_name_it() -> None:
    """They stand beside the articles, and have names as they were compared; what articles say is masked as written."""
    hidden = Redaction({}, everywhere=Mask(["Ilia Sorin"]))
    rule, told = (ox.NamedNode("https://w3id.org/onrecord/ns#rule"), ox.Literal("one name, 'ilia sorin'; a sorin"))
    places = {graph: ox.NamedNode(graph) for graph in (iri.ENTITY_GRAPH, iri.DECISION_GRAPH, iri.ONTOLOGY_GRAPH)}
    shown = {
        graph: str(hidden.quad(ox.Quad(ox.NamedNode("https://d"), rule, told, place)).object.value)  # type: ignore[union-attr]
        for graph, place in places.items()
    }
    assert set(shown.values()) == {f"one name, '{BLOCK * 10}'; a {BLOCK * 5}"}


def test_offsets_hold_in_the_view(store: Path) -> None:
    reader = Reader(store, redacted=True)
    (record,) = reader.records().values()
    text = reader.text(record.sha256)
    rows = list(rows_of(reader.database, EXACT))
    assert len(text) == len(TEXT) and len(rows) > 5
    for row in rows:
        assert text[int(row["start"].value) : int(row["end"].value)] == row["exact"].value


def test_the_view_has_as_many_statements_and_as_many_names_of_things(store: Path) -> None:
    whole, view = (Reader(store, redacted=redacted).database for redacted in (False, True))
    assert len(whole) == len(view)
    for count in ("?s", "?o", "?g"):
        query = f"SELECT (COUNT(DISTINCT {count}) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o FILTER isIRI(?o) }} }}"
        assert [r["n"] for r in rows_of(whole, query)] == [r["n"] for r in rows_of(view, query)]


def test_records_and_texts_are_found_by_the_view_s_own_names(store: Path) -> None:
    reader = Reader(store, redacted=True)
    assert set(reader.records()) == set(reader.article_graphs())
    (record,) = reader.records().values()
    assert (record.source, record.rejections[0].sentence) == ("xxxx-home.txt", f"{BLOCK * 4} said.")


def test_the_store_itself_is_as_before(store: Path) -> None:
    reader = Reader(store)
    (record,) = reader.records().values()
    assert (record.source, reader.text(record.sha256)) == ("ilia-home.txt", TEXT)


def test_a_child_is_hidden_in_articles_that_do_not_say_the_age(tmp_path: Path) -> None:
    silent = replace(CLAIMS, ages=(), statements=())
    reader = Reader(built(tmp_path / "s", {"a.txt": CLAIMS, "b.txt": silent}), redacted=True)
    assert "Ilia" not in everything(reader)


GROWN = {
    "no age is said": replace(CLAIMS, ages=()),
    "of age": replace(CLAIMS, ages=(replace(CHILD, minor=False),)),
    "an office": replace(CLAIMS, positions=(PositionClaim(ILIA, "mayor", None, (at("home"),), (SENTENCES[0],)),)),
}


@pytest.mark.parametrize("other", GROWN.values(), ids=GROWN)
def test_who_is_not_known_only_as_a_child_is_not_hidden(tmp_path: Path, other: Claims) -> None:
    articles = {"a.txt": other} if other.ages == () else {"a.txt": CLAIMS, "b.txt": other}
    store = built(tmp_path / "s", articles)
    assert everything(Reader(store, redacted=True)) == everything(Reader(store))
    assert not list(store.glob("snapshots/*/redacted"))


MASKED = [
    ({"Ilia"}, "Ilia’s aunt and ILIA, not Iliana or Familia", "████’s aunt and ████, not Iliana or Familia"),
    ({"Will Sorin"}, "Will Sorin will wait. Sorin and Will.", "██████████ will wait. █████ and Will."),
    ({"Will", "Will Sorin"}, "Will will wait.", "████ will wait."),  # a name by itself
    ({"Марія"}, "Марія і Маріям", "█████ і Маріям"),
]


@pytest.mark.parametrize(("names", "text", "masked"), MASKED)
def test_masks(names: Iterable[str], text: str, masked: str) -> None:
    assert Mask(names, frozenset(w for w in text.split() if w.islower())).text(text) == masked


def test_a_view_of_an_update_s_own_statements(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "s")
    writer.database.update(
        """PREFIX onr: <https://w3id.org/onrecord/ns#> PREFIX schema: <https://schema.org/> INSERT DATA {
        <http://e/1> onr:minor true .
        GRAPH <http://e/g> { <http://e/1> a onr:Person ; schema:name "Ilia"@uk . [] schema:name "Ilia" } }"""
    )
    writer.commit()
    writer.close()
    assert "Ilia" not in everything(Reader(tmp_path / "s", redacted=True))


def rows_of(database: ox.Store, query: str) -> Iterable[ox.QuerySolution]:
    prefixes = {"oa": "http://www.w3.org/ns/oa#", "onr": "https://w3id.org/onrecord/ns#"}
    rows = database.query(query, prefixes=prefixes, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return rows
