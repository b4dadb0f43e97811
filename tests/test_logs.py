"""What is logged: errors in a file of bounded size, everything on stderr if asked for."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import logs

LOGGER = logging.getLogger("onrecord.some.module")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger("onrecord")
    handlers, level = [*root.handlers], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_errors_are_appended_and_nothing_else(tmp_path: Path) -> None:
    for word in ("first", "second"):
        with logs.kept(tmp_path / "a.log"):
            LOGGER.error(word)
            LOGGER.warning("no error")
    LOGGER.error("afterwards")
    lines = (tmp_path / "a.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ERROR ")[1] for line in lines] == [
        "onrecord.some.module: first",
        "onrecord.some.module: second",
    ]


def test_where_there_is_no_error_there_is_no_file(tmp_path: Path) -> None:
    with logs.kept(tmp_path / "a.log"):
        LOGGER.warning("no error")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_bounded_and_so_is_each_entry(tmp_path: Path) -> None:
    with logs.kept(tmp_path / "a.log"):
        for number in range(200):
            LOGGER.error("%d %s end-%d", number, "x" * 100_000, number)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"a.log", "a.log.1"} and max(sizes.values()) <= 1_000_000
    last = (tmp_path / "a.log").read_text(encoding="utf-8")
    assert "[...]" in last and last.endswith("end-199\n")


def test_all_is_shown_once_if_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    LOGGER.debug("before")
    assert not logs.is_verbose()
    logs.verbose()
    logs.verbose()
    LOGGER.debug("what is done")
    assert logs.is_verbose()
    said = capsys.readouterr().err
    assert said.count("DEBUG onrecord.some.module: what is done\n") == 1 and "before" not in said
