"""Names: the same input always gets the same one, other input another one."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.graph import iri
from onrecord.sources.article import Article
from onrecord.values.findings import Evidence

TEXT = st.text(max_size=20)
PARTS = st.lists(TEXT, min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mykola Kuleba", "mykola-kuleba"),
        ("  Lvova-Belova’s  ", "lvova-belovas"),
        ("Zürich, Łódź", "zurich-odz"),
        ("Діти", ""),
        ("", ""),
        ("a" * 59 + " bc", "a" * 59),
    ],
)
def test_a_slug_is_for_people_to_read(text: str, expected: str) -> None:
    assert iri.slug(text) == expected


@given(one=PARTS, other=PARTS)
def test_a_digest_tells_apart_all_parts_their_order_and_their_borders(one: list[str], other: list[str]) -> None:
    assert (iri.digest(*one) == iri.digest(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"), [(["ab", "c"], ["a", "bc"]), (["a", ""], ["a"]), (["a\x1fb"], ["a", "b"]), (["1:a"], ["1", "a"])]
)
def test_the_borders_between_parts_count(one: list[str], other: list[str]) -> None:
    assert iri.digest(*one) != iri.digest(*other)


@given(source=TEXT, text=TEXT, other=TEXT)
def test_an_article_is_named_by_its_source_and_text(source: str, text: str, other: str) -> None:
    name = iri.article(Article(source, text))
    assert name == iri.article(Article(source, text, "2024-01-25", "Headline"))
    assert (name == iri.article(Article(source, other))) == (text == other)
    assert (name == iri.article(Article(other, text))) == (source == other)


@given(kind=st.sampled_from(["figure", "act"]), label=TEXT, parts=PARTS)
def test_every_name_is_an_iri(kind: str, label: str, parts: list[str]) -> None:
    article = iri.article(Article(label, parts[0]))
    where = Evidence(1, 5, label)
    for name in (
        article,
        iri.node(article, kind, label, *parts),
        iri.evidence(article, where),
        iri.selector(article, where),
        iri.identity(kind, label, *parts),
        iri.term("hedge", "more_than"),
    ):
        ox.parse(f"<{name}> a <{name}> .", format=ox.RdfFormat.N_TRIPLES)
        assert name.isascii()
        assert " " not in name


def test_what_an_article_says_is_named_below_it() -> None:
    article = iri.article(Article("release.txt", "Home."))
    assert article.startswith("https://w3id.org/onrecord/article/release-txt-")
    assert iri.node(article, "figure", "20 children").startswith(f"{article}#figure-20-children-")
    assert iri.evidence(article, Evidence(3, 8, "there")) == f"{article}#char=3,8"


@given(label=TEXT, parts=PARTS, other=PARTS)
def test_nodes_of_other_content_have_other_names(label: str, parts: list[str], other: list[str]) -> None:
    same = iri.node("a", "figure", label, *parts) == iri.node("a", "figure", label, *other)
    assert same == (parts == other)
    assert iri.node("a", "figure", label, *parts) != iri.node("a", "act", label, *parts)
