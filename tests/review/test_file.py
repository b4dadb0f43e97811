"""The file that a review writes: what is added, what is taken back, what is left of before."""

from pathlib import Path

import pytest

from onrecord.curation import files
from onrecord.errors import InputError, UsageError
from onrecord.review.file import DecisionFile
from onrecord.values.decisions import UserDecision, Verdict

FIRST = UserDecision(Verdict.MISREAD, "a#figure-1", "L. Orr", "2026-11-22", why="14, their “age”, is meant")
SECOND = UserDecision(Verdict.SAME, "person/a-0123456789ab", "L. Orr", "2026-11-22", other="person/b-0123456789ab")


def held(path: Path) -> list[UserDecision]:
    read = files.read([path])
    assert read.faults == ()
    return [*read.decisions]


def test_decisions_are_read_back_as_they_were_made(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "d.csv")
    file.add(FIRST)
    file.add(SECOND)
    assert {d.key for d in held(tmp_path / "d.csv")} == {FIRST.key, SECOND.key}


def test_what_was_there_before_stays_and_cannot_be_taken_back(tmp_path: Path) -> None:
    DecisionFile(tmp_path / "d.csv").add(FIRST)
    file = DecisionFile(tmp_path / "d.csv")
    assert [d.key for d in file.before] == [FIRST.key]
    file.add(SECOND)
    assert (file.take_back(), file.take_back()) == (True, False)
    assert [d.key for d in held(tmp_path / "d.csv")] == [FIRST.key]


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"d\.ttl: a review is written as CSV"):
        DecisionFile(tmp_path / "d.ttl")


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("name,age\nLena,14\n", encoding="utf-8")
    with pytest.raises(InputError, match="the first line has to name the columns"):
        DecisionFile(tmp_path / "d.csv")
    assert (tmp_path / "d.csv").read_text(encoding="utf-8") == "name,age\nLena,14\n"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        DecisionFile(tmp_path / "gone" / "d.csv")
