"""A release of a small store, made once."""

import datetime as dt
from pathlib import Path

import pytest

import samples
from onrecord.publish.bundle import Published, publish
from onrecord.publish.release import Creator, Release
from onrecord.store import Reader

RELEASE = Release(
    dt.date(2026, 11, 29), "Figures & words", (Creator("O. Hrabar", "https://orcid.org/0000-0002-1825-0097"),)
)


@pytest.fixture(scope="package")
def release() -> Release:
    return RELEASE


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(samples.store(tmp_path_factory.mktemp("store") / "s", sources=("a.txt", "b.txt")))


@pytest.fixture(scope="package")
def published(store: Reader, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("release") / "release"
    return folder, publish(store, folder, RELEASE)


@pytest.fixture(scope="package")
def bundle(published: tuple[Path, Published]) -> Path:
    return published[0]
