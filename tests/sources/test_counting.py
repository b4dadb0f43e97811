"""How many articles there are, before they are read: as many as reading then gives."""

from pathlib import Path

import pytest

from onrecord.sources.counting import count
from onrecord.sources.reading import read

RECORD = '{"id": "a", "text": "They met."}'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "They met.", 1),
        ("a.txt", "", 1),
        ("a.md", "They met.", 1),
        ("a.html", "<p>They met.</p>", 1),
        ("a.pdf", "%PDF", 1),
        ("a.jsonl", f"{RECORD}\n\n  \n{RECORD}\r\n{RECORD}", 3),
        ("A.JSONL", f"{RECORD}\nnot JSON\n", 2),
        ("a.jsonl", "", 1),
        ("a.json", RECORD, 1),
        ("a.json", f"[{RECORD}, {RECORD}]", 2),
        ("a.json", "[]", 0),
        ("a.json", "not JSON", 1),
        ("a.json", "\ufeff" + RECORD, 1),
    ],
)
def test_a_file_counts_as_many_as_reading_it_gives(tmp_path: Path, name: str, content: str, expected: int) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert count([str(tmp_path / name)]) == expected == len(list(read([str(tmp_path / name)])))


def test_folders_count_by_what_is_read_in_them_and_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "in" / "a.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "in" / "deep" / "b.jsonl").write_text(f"{RECORD}\n{RECORD}", encoding="utf-8")
    (tmp_path / "in" / "settings.json").write_text('{"name": "no article"}', encoding="utf-8")
    (tmp_path / "in" / "photo.png").write_bytes(b"\x89PNG")
    inputs = [str(tmp_path / name) for name in ("in", "in/a.txt", "empty", "absent")]
    assert count(inputs) == 5 == len(list(read(inputs))), "what is not there is refused, and so counted"


def test_a_file_that_may_not_be_opened_counts_as_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text(f"{RECORD}\n{RECORD}", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert count([str(tmp_path / "a.jsonl")]) == 1


def test_of_standard_input_nobody_knows(tmp_path: Path) -> None:
    assert count(["-"]) is None
    assert count([str(tmp_path), "-"]) is None
