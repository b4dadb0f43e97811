"""`onrecord verify` as people and scripts meet it, and what reading again finds."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from held import bundle, store, update_store

import samples
from commands import Said
from conftest import ARTICLES
from onrecord.graph.canonical import graph_hashes, identity
from onrecord.store import Reader

Run = Callable[..., Said]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made")
    bundle(store(place / "store"), place / "bundle")
    return place


def test_a_store_that_stands_is_said_to_with_its_identity(onrecord: Run, made: Path) -> None:
    said = onrecord("verify", made / "store")
    known = identity(graph_hashes(Reader(made / "store")))
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(f"statements of 2 articles, identity {known}: all stands\n")


def test_a_store_and_its_bundle_have_one_identity(onrecord: Run, made: Path) -> None:
    told = [onrecord("verify", made / kind).out.partition("identity ")[2] for kind in ("store", "bundle")]
    assert told[0] == told[1] != ""


def test_of_a_bundle_without_texts_it_is_said_what_was_not_checked(onrecord: Run, made: Path, tmp_path: Path) -> None:
    said = onrecord("verify", made / "bundle")
    assert (said.code, said.err.split(":")[0]) == (0, "2 of 2 articles have no text here")
    texts = Path(shutil.copytree(made / "store" / "texts", tmp_path / "texts"))
    said = onrecord("verify", made / "bundle", "--texts", texts)
    assert (said.code, said.err) == (0, "")
    (text,) = texts.iterdir()
    text.write_text(samples.TEXT.replace("Kuleba said", "Lvova said"), "utf-8")
    said = onrecord("verify", made / "bundle", "--texts", texts)
    assert said.code == 1
    assert "its text is not the one with its SHA-256" in said.out


def test_texts_may_be_given_as_the_files_they_were_taken_from(onrecord: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(samples.TEXT, "utf-8")
    said = onrecord("verify", made / "bundle", "--texts", tmp_path)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing"], "no store here"),
        (["broken"], "no bundle that can be read"),
        (["store", "--texts", "no"], "no such"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(onrecord: Run, made: Path, arguments: list[str], message: str) -> None:
    (made / "broken").mkdir(exist_ok=True)
    (made / "broken" / "graphs.nq").write_text("no quads\n")
    said = onrecord("verify", made / arguments[0], *arguments[1:])
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert message in said.err


@pytest.mark.slow
@pytest.mark.model
def test_reading_again_gives_the_same_and_names_what_differs(onrecord: Run, house: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(house, tmp_path / "store", copy_function=shutil.copyfile))
    said = onrecord("verify", folder, "--read-again")
    assert (said.code, said.err) == (0, ""), said.out
    update_store(
        "DELETE { GRAPH ?g { ?node onr:population ?old } } INSERT { GRAPH ?g { ?node onr:population 'x' } } "
        "WHERE { GRAPH ?g { ?node onr:population ?old } }"
    )(folder)
    said = onrecord("verify", folder, "--read-again")
    assert said.code == 1
    assert "population x is on record, and not what reading again gives" in said.out


@pytest.mark.slow
@pytest.mark.model
def test_articles_are_read_again_from_texts_where_their_files_are_gone(onrecord: Run, tmp_path: Path) -> None:
    given = Path(shutil.copytree(ARTICLES, tmp_path / "in"))
    onrecord("build", given, "--store", tmp_path / "store", "--workers", 1)
    shutil.rmtree(given)
    said = onrecord("verify", tmp_path / "store", "--read-again")
    assert said.code == 0, said.out
    assert said.err.splitlines() == [
        "assembly.html: is not read again: its file is not here (give it with --texts DIR)"
    ]
    assert onrecord("verify", tmp_path / "store", "--read-again", "--texts", ARTICLES).err == ""
