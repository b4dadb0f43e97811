"""Names: how alike two are, and who on record may be meant by one."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import samples
from onrecord.answers.name_index import NameIndex
from onrecord.answers.name_similarity import one_letter_apart, similarity
from onrecord.store import Reader
from onrecord.values.findings import Kind

PERSON, BODY, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE


@pytest.mark.parametrize(
    ("asked", "name", "kind", "score"),
    [
        ("Olena Zelenska", "Olena Zelenska", PERSON, 100),
        ("ZELENSKA, Olena", "Olena Zelenska", PERSON, 100),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", PERSON, 98),  # transliterations: (1 + .96) of two words
        ("Nikolai Kuleba", "Mykola Kuleba", PERSON, 96),
        ("M. Kuleba", "Mykola Kuleba", PERSON, 80),
        ("Mykola Kuleva", "Mykola Kuleba", PERSON, 90),
        ("Kuleba", "Kuleba", PERSON, 70),  # a surname alone
        ("Kuleba", "Mykola Kuleba", PERSON, 66.7),
        ("Mykola Kuleba", "Dmytro Lubinets", PERSON, 0),
        ("Ukrainian Ministry of Justice", "the Ministry of Justice of Ukraine", BODY, 100),
        ("Ministry of Justice", "Ministry of Justice of Ukraine", BODY, 80),
        ("HRL", "Humanitarian Research Lab", BODY, 80),
        ("Kiev", "Kyiv", PLACE, 98),
        ("Kuleba Kuleba", "Mykola Kuleba", PERSON, 50),  # a word stands for one of the other name
        ("", "Kyiv", PLACE, 0),
        ("...", "Kyiv", PLACE, 0),
    ],
)
def test_how_alike_two_names_are(asked: str, name: str, kind: Kind, score: float) -> None:
    assert similarity(asked, name, kind) == similarity(name, asked, kind) == score


@pytest.mark.parametrize("other", ["kuleva", "kulba", "kulebaa", "kuelba", "xkuleba"])
def test_a_slip_of_a_letter(other: str) -> None:
    assert one_letter_apart("kuleba", other) and one_letter_apart(other, "kuleba")


@pytest.mark.parametrize("other", ["kuleba", "kulevva", "kul", "abelku", ""])
def test_more_than_a_slip(other: str) -> None:
    assert not one_letter_apart("kuleba", other)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    folder = samples.store(tmp_path_factory.mktemp("names") / "store", sources=("one.txt", "two.txt"))
    return NameIndex(Reader(folder))


def named(found: Iterable[object]) -> list[str]:
    return [getattr(one, "named", one).name for one in found]  # type: ignore[attr-defined]


def test_each_name_knows_its_labels_and_its_articles(index: NameIndex) -> None:
    (kuleba,) = index.candidates("Mykola Kuleba")
    assert (kuleba.named.labels, kuleba.named.articles, kuleba.named.kind) == (("Mykola Kuleba", "Kuleba"), 2, PERSON)
    assert len(index) == 5


@pytest.mark.parametrize("asked", ["kuleba", "KULEBA, MIKOLA", "Kulleba", "Kuelba Mykola"])
def test_who_is_meant(index: NameIndex, asked: str) -> None:
    assert named(index.candidates(asked)) == ["Mykola Kuleba"]


@pytest.mark.parametrize("asked", ["", "  ", "?", "Smith", "https://elsewhere.example/x", "a" * 3000])
def test_nobody_is_meant(index: NameIndex, asked: str) -> None:
    assert index.candidates(asked) == []


def test_other_kinds_are_left_out(index: NameIndex) -> None:
    assert index.candidates("Kyiv", [PERSON]) == [] and named(index.candidates("Kyiv", [PLACE])) == ["Kyiv"]


def test_an_iri_or_the_end_of_one_means_what_it_names(index: NameIndex) -> None:
    (kyiv,) = index.candidates("Kyiv")
    iri = kyiv.named.iri
    for written in (iri, iri.rpartition("/")[2], iri.removeprefix("https://w3id.org/onrecord/")):
        assert index.candidates(written)[0].score == 100 and index.get(written) == kyiv.named
    assert index.candidates(iri, [PERSON]) == []


@pytest.mark.parametrize(
    ("prefix", "names"),
    [("myk", ["Mykola Kuleba"]), ("Mykola Kul", ["Mykola Kuleba"]), ("kuleba my", ["Mykola Kuleba"]), ("kul kyiv", [])],
)
def test_whose_names_begin_so(index: NameIndex, prefix: str, names: list[str]) -> None:
    assert named(index.beginning(prefix)) == names


def test_a_store_without_names(tmp_path: Path) -> None:
    folder = samples.store(
        tmp_path / "store", samples.claims(entities=(), figures=(), statements=(), positions=(), acts=())
    )
    index = NameIndex(Reader(folder))
    assert (len(index), index.candidates("Kyiv"), index.beginning("k")) == (0, [], [])
