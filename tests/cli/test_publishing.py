"""`onrecord publish` on the command line: what it says, and what it takes."""

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import Said
from onrecord.cli import publishing
from onrecord.publish.release import Creator

Run = Callable[..., Said]
PAGE = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text(encoding="utf-8")
BLOCKS = [block.replace("\\\n", " ") for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)]
LINES = [line for block in BLOCKS for line in block.splitlines()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("publishing") / "s")


def test_a_release_is_written_and_its_identity_said(onrecord: Run, store: Path, tmp_path: Path) -> None:
    given = ("--creator", "Ana Duarte", "--license", "CC0-1.0", "--version", "2", "--date", "2026-11-29")
    said = onrecord("publish", str(tmp_path / "release"), "--store", str(store), *given, "--doi", "10.5281/zenodo.1")
    assert said.code == 0 and "identity sha256:" in said.out and "writing tables" in said.err
    readme = (tmp_path / "release/README.md").read_text("utf-8")
    assert all(told in readme for told in ("Ana Duarte", "Zero", "version 2", "2026-11-29", "https://doi.org/10.5281/"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("--license", "MINE"), "no licence is called 'MINE'"),
        (("--quality", "nowhere.json"), "onrecord evaluate GOLD_DIR --json"),
        (("--redact", "adults"), "minors"),
        (("--withhold", "Ana Duarte"), "--withhold goes with --redact minors"),
        (("--redact", "minors", "--withhold", "Ana"), "nobody in the store is called 'Ana'"),
    ],
)
def test_what_does_not_fit_is_one_line(
    onrecord: Run, store: Path, tmp_path: Path, given: tuple[str, ...], says: str
) -> None:
    said = onrecord("publish", str(tmp_path / "release"), "--store", str(store), *given)
    assert said.code == 2 and says in said.err and "Traceback" not in said.err
    assert not (tmp_path / "release").exists()


def test_whose_names_are_left_out_is_said(onrecord: Run, store: Path, tmp_path: Path) -> None:
    given = ("--redact", "minors", "--store", str(store))
    none = onrecord("publish", str(tmp_path / "a"), *given)
    assert none.code == 0 and "left out are the names none, since no article calls anybody a child" in none.err
    one = onrecord("publish", str(tmp_path / "b"), *given, "--withhold", "Mykola Kuleba")
    assert one.code == 0 and "left out are the names Kuleba, Mykola Kuleba;" in one.err
    assert "Kuleba" not in (tmp_path / "b/graphs.nq").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "creator"),
    [
        ("O. Hrabar", Creator("O. Hrabar")),
        ("O. Hrabar 0000-0002-1825-0097", Creator("O. Hrabar", "https://orcid.org/0000-0002-1825-0097")),
        (
            "O. Hrabar, <https://orcid.org/0000-0002-1694-233X>",
            Creator("O. Hrabar", "https://orcid.org/0000-0002-1694-233X"),
        ),
    ],
)
def test_a_creator_is_a_name_and_perhaps_an_orcid(given: str, creator: Creator) -> None:
    assert publishing._creator(given) == creator


@pytest.mark.parametrize("given", ["10.5281/zenodo.1", "doi:10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1"])
def test_a_doi_is_an_address(given: str) -> None:
    assert publishing._doi(given) == "https://doi.org/10.5281/zenodo.1"


@pytest.mark.parametrize("command", [line for line in LINES if line.startswith("onrecord publish")])
def test_the_commands_that_the_documentation_shows_run(
    onrecord: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graph").symlink_to(store)
    (tmp_path / "quality.json").write_text('{"articles": 12, "fields": {}}', "utf-8")
    assert onrecord(*shlex.split(command)[1:]).code == 0
    checks = "\n".join(line for line in LINES if line.startswith(("cd ", "sha256sum", "grep")))
    said = subprocess.run(["sh", "-euc", checks], capture_output=True, text=True, check=True).stdout
    *_, listed, entities = said.splitlines()
    assert listed.split()[0] in (tmp_path / "release/README.md").read_text("utf-8")
    assert entities.split()[0] in (tmp_path / "release/graphs.csv").read_text("utf-8")
