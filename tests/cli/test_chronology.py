"""`onrecord chronology`: to a terminal and into files, what it refuses, and how it ends where quotes do not stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import Said
from onrecord.store import Reader, dataset_identity
from onrecord.store.snapshots import text_path

Run = Callable[..., Said]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("chronology") / "s", sources=("one.txt", "two.txt"))


def test_a_table_with_the_list_of_sources(onrecord: Run, store: Path) -> None:
    said = onrecord("chronology", "maria lvova-belova", "--store", store)
    place = f"characters {samples.THIRD.start}–{samples.THIRD.end}"
    assert (said.code, said.err) == (0, "1 row\n")
    assert "2023-03  happened  act   Arrest warrant by International Criminal Court against" in said.out
    assert f"[1] {place}, [2] {place}" in said.out
    assert "[2]     two.txt  Children “home”  Example Wire  2024-01-25  https://example.org/1" in said.out


@pytest.mark.parametrize("suffix", ["html", "docx", "csv"])
def test_a_file_by_its_suffix(onrecord: Run, store: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"all.{suffix}"
    said = onrecord("chronology", "--question", "statements", "--store", store, "--paper", "Letter", "--out", path)
    assert (said.code, said.out, said.err) == (0, f"{path}: 2 entries from 2 articles\n", "")
    if suffix == "html":
        html = path.read_text(encoding="utf-8")
        assert f"dataset sha256:{dataset_identity(Reader(store))}" in html and "size: letter" in html


def test_a_query_of_ones_own(onrecord: Run, store: Path, tmp_path: Path) -> None:
    query = tmp_path / "mine.rq"
    query.write_text("PREFIX onr: <https://w3id.org/onrecord/ns#> SELECT ?a { ?a a onr:Act }", encoding="utf-8")
    said = onrecord("chronology", "--question", query, "--store", store)
    assert said.code == 0 and "Arrest warrant" in said.out


def test_a_quote_that_does_not_stand_is_told_and_ends_with_1(onrecord: Run, tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s")
    text_path(store, samples.ARTICLE.sha256).write_text("altered", encoding="utf-8")
    said = onrecord("chronology", "Maria Lvova-Belova", "--store", store, "--out", tmp_path / "a.html")
    assert said.code == 1
    assert said.err.startswith("release.txt: its text is not the one with its SHA-256 (Arrest warrant by")
    assert "1 of the quotes below does not stand" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ((), "name a person, body or place, or a question by --question"),
        (("Kyiv", "--question", "acts"), "one of the two"),
        (("Kyiv", "--out", "a.pdf"), "a chronology is written as .html, .docx, .csv"),
        (("Kyiv", "--from", "yesterday"), "are to be dates like 2024-01-25"),
        (("Kyiv", "--standing", "guilty"), "no standing is called 'guilty': there are alleged, found, "),
        (("Kyiv", "--paper", "a5"), "--paper is to be one of a4, letter"),
        (("--question", "no-such"), "no question is called 'no-such'"),
        (("Atlantis",), "no person, body or place on record is called 'Atlantis'"),
    ],
)
def test_what_cannot_be_told_is_refused_in_one_line(
    onrecord: Run, store: Path, given: tuple[str, ...], why: str
) -> None:
    said = onrecord("chronology", *given, "--store", store)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert why in said.err


def test_before_the_first_build_nobody_is_on_record(onrecord: Run, store: Path) -> None:
    said = onrecord("chronology", "Kyiv", "--as-of", "2020-01-01", "--store", store)
    assert said.code == 2 and "nothing was on record on 2020-01-01" in said.err
