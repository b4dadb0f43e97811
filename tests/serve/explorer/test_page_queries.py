"""The pages' own questions: each is a query as it stands, and what is put into one stays a term."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import resources
from onrecord.answers.sparql_guard import check_query, plain
from onrecord.serve.explorer.queries import Paged, query

FILES = resources.shipped("queries/explorer", ".rq")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_a_query_with_a_title(path) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text("utf-8")
    assert re.match(r"# \S.*\n", text)
    check_query(text)
    ox.Store().query(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_literal_stays_a_literal(text: str) -> None:
    store = ox.Store()
    figure, population = ox.NamedNode("urn:figure"), ox.NamedNode("https://w3id.org/onrecord/ns#source")
    store.add(ox.Quad(figure, population, ox.Literal(text)))
    store.add(ox.Quad(figure, ox.NamedNode(f"{'http://www.w3.org/1999/02/22-rdf-syntax-ns#'}type"), _ARTICLE))
    rows = store.query(plain(query("article-by-source", source=ox.Literal(text))))
    assert len(list(rows)) == 1  # type: ignore[arg-type]


_ARTICLE = ox.NamedNode("https://w3id.org/onrecord/ns#Article")


def test_what_is_put_in_is_not_looked_into() -> None:
    text = query(
        "populations",
        populations=ox.Literal("<urn:given:source>"),
        scope=ox.Literal(""),
        place=ox.Literal(""),
        publisher=ox.Literal(""),
        action=ox.Literal(""),
        source=ox.Literal('" . } #'),
        **{day: ox.Literal("2024-01-01", datatype=ox.NamedNode("urn:d")) for day in ("from", "to")},
    )
    assert 'CONTAINS("<urn:given:source>", CONCAT(' in text
    check_query(text)


def test_what_is_not_given_is_missed() -> None:
    with pytest.raises(KeyError):
        query("article")


def test_pages_and_their_number() -> None:
    paged = Paged("# All\nPREFIX e: <urn:e:>\nSELECT ?x WHERE { VALUES ?x { 1 2 3 4 5 } } ORDER BY ?x", 2)
    store = ox.Store()
    pages = [[row["x"].value for row in store.query(paged.page(number))] for number in (1, 2, 3, 4)]  # type: ignore[union-attr]
    assert pages == [["1", "2"], ["3", "4"], ["5"], []]
    assert [row["n"].value for row in store.query(paged.count())] == ["5"]  # type: ignore[union-attr]
