"""Two builds of the same articles, in another order and of another number of processes, are one dataset."""

import datetime as dt
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from onrecord.build.build import build
from onrecord.publish.bundle import Published, publish
from onrecord.publish.release import Release
from onrecord.store import Reader
from onrecord.values.configuration import Configuration

ARTICLES = sorted((Path(__file__).parents[1] / "articles").iterdir())
WITH_TIMES = {"metadata/provenance.ttl", "ro-crate-metadata.json", "SHA256SUMS"}  # the two last hold the first's hash


def released(store: Path, folder: Path) -> Published:
    return publish(Reader(store), folder, Release(dt.date(2026, 11, 29)))


@pytest.mark.slow
@pytest.mark.model
def test_releases_of_two_builds_differ_in_nothing_but_times(tmp_path: Path, configured: Configuration) -> None:
    build(map(str, ARTICLES), tmp_path / "one", configured)
    with ProcessPoolExecutor(2) as executor:
        for path in reversed(ARTICLES):  # one by one: each build decides anew who is who
            build([str(path)], tmp_path / "two", configured, executor)
    one, two = (released(tmp_path / name, tmp_path / f"release-{name}") for name in ("one", "two"))
    assert one.identity == two.identity
    contents = [
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "release-one", tmp_path / "release-two")
    ]
    assert contents[0].keys() == contents[1].keys()
    assert {path for path in contents[0] if contents[0][path] != contents[1][path]} <= WITH_TIMES
