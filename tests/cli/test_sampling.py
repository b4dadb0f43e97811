"""`onrecord sample`: articles out of a store or of files, ready to be annotated."""

from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import Said

Run = Callable[..., Said]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("sample") / "s", sources=("one.txt", "two.txt"))


def test_a_sample_says_how_it_was_drawn_and_what_comes_next(onrecord: Run, store: Path, tmp_path: Path) -> None:
    said = onrecord("sample", 1, "--store", store, "--out", tmp_path / "s", "--seed", 5)
    assert said.code == 0
    assert (
        said.out.strip()
        == f"{tmp_path / 's'}: 1 of 2 articles, drawn by chance (seed 5): the rates are estimates for all 2"
    )
    assert f"onrecord evaluate {tmp_path / 's'}" in said.err


def test_more_than_there_are_are_all(onrecord: Run, store: Path, tmp_path: Path) -> None:
    said = onrecord("sample", 9, "--by", "doubt", "--store", store, "--out", tmp_path / "s")
    assert said.code == 0 and "2 of 2 articles, those most in doubt" in said.out
    assert "no more than 2 articles" in said.err


def test_files_need_no_store(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Velm spoke on Friday.", encoding="utf-8")
    said = onrecord("sample", 1, tmp_path / "a.txt", "--out", tmp_path / "s")
    assert said.code == 0 and (tmp_path / "s" / "1-a.txt").exists()


@pytest.mark.parametrize("option", ["--prefilled", "--by=doubt"])
def test_what_only_a_store_knows_is_refused_of_files(onrecord: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Velm spoke on Friday.", encoding="utf-8")
    said = onrecord("sample", 1, tmp_path / "a.txt", option, "--out", tmp_path / "s")
    assert (said.code, said.err.count("\n")) == (2, 1) and "only a store knows" in said.err


def test_a_store_elsewhere_has_no_texts(onrecord: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.opened", lambda where: object())
    said = onrecord("sample", 1, "--store", "https://sparql.example.org", "--out", tmp_path / "s")
    assert said.code == 2 and "texts stay in the folder that it was built in" in said.err
