"""What is installed, what is missing, and the command that mends it."""

from importlib import metadata
from pathlib import Path

import pytest

import samples
from onrecord import resources
from onrecord.cli import diagnosis
from onrecord.cli.diagnosis import Finding, examine
from onrecord.lexicon import lexicon
from onrecord.settings import Reading


def found(store: Path, how: Reading) -> dict[str, Finding]:
    return {finding.what: finding for finding in examine(store, how)}


@pytest.fixture
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_models", lambda how: "none, for this test")


@pytest.mark.model
def test_where_all_is_well_nothing_has_a_remedy(tmp_path: Path) -> None:
    looked_at = found(samples.store(tmp_path / "s"), Reading())
    assert [finding for finding in looked_at.values() if not finding.well] == []
    assert {"onrecord", "Python", "spacy", "rdflib", "pyshacl", "pyoxigraph", "ontology", "shapes", "store"} <= set(
        looked_at
    )
    assert "en_core_web_sm" in looked_at["language models"].found
    assert looked_at["store"].found.startswith(f"{tmp_path / 's'}: 1 articles, ")


def test_a_model_that_is_missing(tmp_path: Path) -> None:
    finding = found(samples.store(tmp_path / "s"), Reading(model="no_such_model"))["language models"]
    assert not finding.well
    assert finding.remedy == "pip install no_such_model"


@pytest.mark.usefixtures("without_models")
def test_a_package_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = metadata.version

    def version(name: str) -> str:
        if name == "trafilatura":
            raise metadata.PackageNotFoundError(name)
        return whole(name)

    monkeypatch.setattr(metadata, "version", version)
    finding = found(samples.store(tmp_path / "s"), Reading())["trafilatura"]
    assert (finding.found, finding.remedy) == ("missing", "pip install trafilatura")


@pytest.mark.usefixtures("without_models")
def test_a_package_that_only_some_formats_need_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = metadata.version

    def version(name: str) -> str:
        if name == "warcio":
            raise metadata.PackageNotFoundError(name)
        return whole(name)

    monkeypatch.setattr(metadata, "version", version)
    finding = found(samples.store(tmp_path / "s"), Reading())["warcio"]
    assert finding.found == "not installed, so .warc and .wacz are not read: pip install 'onrecord[warc]'"
    assert finding.well


@pytest.mark.usefixtures("without_models")
def test_a_store_that_is_missing_or_none(tmp_path: Path) -> None:
    gone = found(tmp_path / "gone", Reading())["store"]
    assert gone.remedy == f"onrecord build INPUT --store {tmp_path / 'gone'}"
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert "is a file: name a folder" in found(tmp_path / "a.txt", Reading())["store"].found


@pytest.mark.usefixtures("without_models")
@pytest.mark.parametrize(("content", "well"), [("<http://e/a> a <http://e/b> .", True), ("no Turtle at all", False)])
def test_a_word_list_that_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, well: bool) -> None:
    store = samples.store(tmp_path / "s", samples.Claims())
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "broken.ttl").write_text(content, encoding="utf-8")
    whole = resources.folder
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name if name == "ontology" else whole(name))
    monkeypatch.setattr(lexicon, "load", lexicon.load.__wrapped__)
    finding = found(store, Reading())["ontology"]
    assert finding.well is well
    assert "\n" not in finding.found


@pytest.mark.usefixtures("without_models")
def test_a_data_folder_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = samples.store(tmp_path / "s")

    def missing(name: str) -> Path:
        raise FileNotFoundError(f"onrecord is installed without its folder {name}/: install it again")

    monkeypatch.setattr(resources, "folder", missing)
    finding = found(store, Reading())["ontology"]
    assert finding.found == "onrecord is installed without its folder ontology/: install it again"
    assert finding.remedy == "pip install --force-reinstall onrecord"
