"""Search: any words may be asked for, and what holds them is found."""

from dataclasses import replace
from decimal import Decimal
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
        ("warrant", {"article", "act"}),  # in any number
        ("lvova belova", {"person", "article", "act"}),  # without the hyphen
        ("LvovaBelova", {"person"}),
        ("Byelova", {"person"}),  # as it sounds
        ('"Save Ukraine"', {"organization", "article"}),
        ('"Ukraine Save"', set()),  # but not as it stands
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


def test_an_act_is_called_by_its_type_and_those_in_it(index: Index) -> None:
    (act,) = index.find("warrant", "act")
    assert "".join(words.text for words in act.title) == (
        "Arrest warrant by International Criminal Court, against Maria Lvova-Belova"
    )


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Of figures written each in its own way, the second taken back; and an event."""
    text = samples.TEXT.replace("Between 20 and 30", "Some 19,546")
    article = replace(samples.ARTICLE, text=text)
    written = replace(samples.FIGURE, value=Decimal(19546), upper=None, evidence=(samples.at("19,546", text),))
    said = samples.claims_of_event()
    said = replace(said, figures=(replace(written, event=None), replace(samples.FIGURE, withdrawn=True)))
    folder = tmp_path_factory.mktemp("counts") / "store"
    return Index(Reader(samples.store_of(folder, {article.source: said}, article)))


@pytest.mark.parametrize("written", ["19546", "19,546", "19 546", "19\u202f546"])
def test_a_number_is_found_however_it_is_written(counts: Index, written: str) -> None:
    assert [result.kind for result in counts.find(written, "figure")] == ["figure"]
    assert not counts.find("195", "figure"), "a number is whole"


def test_a_figure_that_was_taken_back_says_so(counts: Index) -> None:
    assert sorted(result.withdrawn for result in counts.find("children", "figure")) == [False, True]


def test_an_event_is_found_by_its_words(counts: Index) -> None:
    (event,) = counts.find("return", "event")
    assert "".join(words.text for words in event.title) == "the return"


def test_what_finds_nothing_has_what_would(index: Index) -> None:
    assert index.fewer("Kuleba nobody") == [("Kuleba", sum(index.count("Kuleba").values()))]
    assert index.fewer("nobody") == index.fewer("") == []
    assert index.spelt("Mikola Kulebba")[0][0] == "Mykola Kuleba"
    assert index.spelt("zzzzzz") == []
