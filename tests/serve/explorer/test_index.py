"""Search: any words may be asked for, and what holds them is found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from onrecord.serve.explorer.index import Index
from onrecord.store import Reader, Writer


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index(Reader(samples.store(tmp_path_factory.mktemp("index") / "store")))


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("Mykola Kuleba", {"person", "article", "figure", "statement"}),
        ("KULEBA", {"person", "article", "figure", "statement"}),
        ("kul", {"person", "article", "figure", "statement"}),  # the beginning of a word
        ("kul mykola", set()),  # but of the last one only
        ("mykola kul", {"person", "article", "figure", "statement"}),
        ("Kyïv", {"place", "article"}),  # without accents
        ("warrant", {"article"}),  # in any number
        ("release.txt", {"article"}),
        ("nobody", set()),
        ("", set()),
        ('"', set()),
        ("* - ^ :", set()),
        ('Kuleba" OR "nobody', set()),
        ("title:Kuleba", set()),
        ("Kuleba OR nobody", set()),
        ("NEAR(Kuleba)", set()),
    ],
)
def test_what_is_found(index: Index, asked: str, kinds: set[str]) -> None:
    found = index.find(asked)
    assert {result.kind for result in found} >= kinds if kinds else not found
    assert sum(index.count(asked).values()) == len(found)


def test_who_is_called_so_comes_first_and_hits_are_told_apart(index: Index) -> None:
    first, *_ = index.find("Kuleba")
    assert first.kind == "person"
    assert [(words.text, words.hit) for words in first.title] == [("Mykola ", False), ("Kuleba", True)]
    assert all(result.kind == "figure" for result in index.find("children", "figure"))


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(index: Index, asked: str) -> None:
    assert len(index.find(asked)) == min(20, sum(index.count(asked).values()))


def test_an_empty_store_has_nothing_to_find(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "store")
    writer.commit()
    assert Index(Reader(tmp_path / "store")).find("Kuleba") == []
