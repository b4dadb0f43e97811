"""`onrecord review`: keys in, a file of decisions out, which the next build applies."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import Said

Run = Callable[..., Said]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("review") / "s")


def reviewed(store: Path, file: Path, keys: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "review", str(file), "--by", "L. Orr", "--store", str(store), *more]
    return subprocess.run(command, input=keys, capture_output=True, text=True, timeout=60)


def test_the_queue_is_listed_with_its_sentences(onrecord: Run, store: Path) -> None:
    said = onrecord("review", "--list", "--store", store)
    assert said.code == 0
    assert "figure: " in said.out and "release.txt: “" in said.out


def test_who_decides_and_where_it_goes_has_to_be_said(onrecord: Run, store: Path, tmp_path: Path) -> None:
    said = onrecord("review", "--store", store)
    assert said.code == 2 and "name one CSV file for your decisions, and yourself with --by NAME" in said.err
    assert onrecord("review", tmp_path / "d.csv", "--store", store).code == 2


@pytest.mark.slow
def test_keys_become_decisions_and_undo_takes_one_back(store: Path, tmp_path: Path) -> None:
    done = reviewed(store, tmp_path / "d.csv", "y\nn\nu\ns\nq\n")
    assert done.returncode == 0
    assert "1 decided" in done.stdout and "onrecord build --decisions" in done.stderr
    rows = (tmp_path / "d.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 2 and rows[1].startswith("confirmed,") and ",L. Orr," in rows[1]


@pytest.mark.slow
def test_a_review_goes_on_where_it_was_and_the_build_applies_it(onrecord: Run, store: Path, tmp_path: Path) -> None:
    first = reviewed(store, tmp_path / "d.csv", "n", "--limit", "1")
    second = reviewed(store, tmp_path / "d.csv", "q")
    asked = first.stdout.splitlines()[1].partition("  ")[2]
    assert asked and asked not in second.stdout
    built = onrecord("build", "--decisions", tmp_path / "d.csv", "--store", store)
    assert built.code == 0 and "1 decision applied" in built.out


def test_agreement_is_told_with_what_is_disputed(onrecord: Run, tmp_path: Path) -> None:
    head = "decision,node,by,on\n"
    rows = {"a": ("confirmed", "misread", "confirmed"), "b": ("confirmed", "confirmed", "misread")}
    for name, verdicts in rows.items():
        lines = [f"{verdict},x#figure-{n},{name},2026-11-22\n" for n, verdict in enumerate(verdicts)]
        (tmp_path / f"{name}.csv").write_text(head + "".join(lines), encoding="utf-8")
    said = onrecord("review", "--agreement", tmp_path / "a.csv", tmp_path / "b.csv")
    assert "3 nodes decided by both, 33% alike; Cohen's kappa -0.50" in said.out
    assert "x#figure-1: a says misread, b says confirmed" in said.out


def test_a_kind_can_be_asked_for_alone(onrecord: Run, store: Path) -> None:
    said = onrecord("review", "--list", "--kind", "act", "--store", store)
    assert "act: " in said.out and "figure: " not in said.out
    refused = onrecord("review", "--list", "--kind", "rumour", "--store", store)
    assert refused.code == 2 and "nothing is of the kind 'rumour': there are figure" in refused.err


def test_a_correction_is_asked_for_with_its_reason(
    onrecord: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, told = iter("ccq"), iter(["asOf 2024", "", "asOf = 2024-01-14", "the caption says so"])
    monkeypatch.setattr("onrecord.cli.reviewing._keys", lambda: keys)
    monkeypatch.setattr("onrecord.cli.reviewing._asked", lambda what: next(told))
    monkeypatch.setattr("onrecord.cli.reviewing._can_ask", lambda: True)
    said = onrecord("review", tmp_path / "d.csv", "--by", "L. Orr", "--kind", "figure", "--store", store)
    assert "'asOf 2024' corrects nothing" in said.err and "1 decided" in said.out
    assert "asOf = 2024-01-14,,L. Orr," in (tmp_path / "d.csv").read_text(encoding="utf-8")
