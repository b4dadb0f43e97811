"""`onrecord check`: a draft beside the record, in four formats and three exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said
from onrecord.check.findings import Matter, Remark, Report, finding
from onrecord.check.verdicts import Verdict
from onrecord.values.findings import Evidence

Run = Callable[..., Said]
TEXT = "Nearly all came home.\nOf 33 children,\nnone stayed."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has a check find these verdicts on the number of the draft."""

    def has(*verdicts: Verdict) -> None:
        words = Evidence(25, 27, "33")
        remarks = [Remark(verdict, "as told") for verdict in verdicts]
        report = Report("draft.txt", TEXT, (finding(Matter.FIGURE, words, words, remarks),), "1")
        monkeypatch.setattr("onrecord.check.check.check", lambda *_: report)

    return has


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (Verdict.CONTRADICTED, 1),
        (Verdict.QUOTE_ALTERED, 1),
        (Verdict.HEDGE_DROPPED, 0),
        (Verdict.ONLY_ACCUSED, 0),
        (Verdict.NOT_ON_RECORD, 0),
        (Verdict.AGREES, 0),
    ],
)
def test_it_ends_with_1_where_the_draft_is_contradicted_or_a_quote_altered(
    onrecord: Run, house: Path, draft: Path, found: Callable[..., None], verdict: Verdict, code: int
) -> None:
    found(verdict)
    assert onrecord("check", draft, "--store", house).code == code


def test_the_table_has_the_line_and_every_remark(
    onrecord: Run, house: Path, draft: Path, found: Callable[..., None]
) -> None:
    found(Verdict.ANOTHER_DAY, Verdict.HEDGE_DROPPED)
    said = onrecord("check", draft, "--store", house)
    first, second = said.out.splitlines()[1:]
    assert first.split()[:3] == ["2", "figure", "33"] and "another day" in first
    assert "hedge dropped" in second and "33" not in second
    assert "1 claims: 1 another day" in said.err


@pytest.mark.parametrize("form", ["json", "sarif", "html"])
def test_other_formats_are_whole_documents(
    onrecord: Run, house: Path, draft: Path, found: Callable[..., None], form: str
) -> None:
    found(Verdict.HEDGE_DROPPED)
    out = onrecord("check", draft, "--store", house, "--format", form).out
    if form == "html":
        assert out.startswith("<!DOCTYPE html>") and out.endswith("</html>\n")
    else:
        assert json.loads(out)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("none.txt", None, "no such file"),
        ("two.jsonl", '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', "holds 2 articles: give one draft"),
        ("draft.xyz", "text", "not a kind of file onrecord reads"),
        (
            "french.txt",
            "Le ministère a déclaré que les enfants étaient rentrés chez eux après une longue attente, et que "
            "d'autres familles attendaient encore des nouvelles de leurs proches depuis plusieurs mois déjà.",
            "in French, and English is read",
        ),
    ],
)
def test_what_is_no_draft_is_one_clear_line(
    onrecord: Run, house: Path, tmp_path: Path, name: str, content: str | None, why: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    said = onrecord("check", tmp_path / name, "--store", house)
    assert said.code == 2
    assert why in said.err and len(said.err.splitlines()) == 1


def test_a_folder_is_no_draft(onrecord: Run, house: Path, tmp_path: Path) -> None:
    said = onrecord("check", tmp_path, "--store", house)
    assert said.code == 2 and "give one draft" in said.err


def test_without_a_store_it_ends_with_2(onrecord: Run, draft: Path, tmp_path: Path) -> None:
    assert onrecord("check", draft, "--store", tmp_path / "none").code == 2


@pytest.mark.slow
def test_a_draft_is_read_and_nothing_is_written(onrecord: Run, house: Path, draft: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in house.rglob("*"))
    said = onrecord("check", draft, "--store", house, "--format", "json")
    assert [one["words"]["text"] for one in json.loads(said.out)["findings"]] == ["33"]
    assert sorted((path, path.stat().st_mtime_ns) for path in house.rglob("*")) == before
