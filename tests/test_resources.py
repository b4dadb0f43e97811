"""Where the data folders lie: in the checkout here; `test_wheel` shows the wheel's copy."""

from pathlib import Path

import pytest

from onrecord import resources


@pytest.mark.parametrize(
    ("name", "suffix", "one"),
    [("ontology", ".ttl", "onrecord.ttl"), ("shapes", ".ttl", "figure.ttl"), ("queries", ".rq", "figures.rq")],
)
def test_the_data_folders_are_found(name: str, suffix: str, one: str) -> None:
    paths = resources.files(name, suffix)
    assert one in {path.name for path in paths}
    assert list(paths) == sorted(paths)
    assert {path.suffix for path in paths} == {suffix}


def test_a_folder_that_is_missing_says_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match=r"without its folder songs/: install it again"):
        resources.folder("songs")


def test_the_wheels_copy_goes_before_the_checkouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shapes").mkdir()
    monkeypatch.setattr(resources, "_WHEEL", tmp_path)
    resources.folder.cache_clear()
    try:
        assert resources.folder("shapes") == tmp_path / "shapes"
        assert resources.folder("queries").parent != tmp_path
    finally:
        resources.folder.cache_clear()
