"""`--verbose`: every command has it, and it shows where an error comes from."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc
from typer.main import get_command

from commands import Said
from onrecord import cli
from onrecord.extract import pipeline

Run = Callable[..., Said]
COMMANDS = sorted(get_command(cli.app).commands)  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger("onrecord")
    handlers, level = [*root.handlers], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_it_and_says_so(onrecord: Run, command: str) -> None:
    assert "--verbose" in onrecord(command, "--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "figures"),
        ("why", "x"),
        ("validate",),
        ("export", "--out", "x.ttl"),
        ("plot", "child", "returned", "--out", "x.svg"),
        ("serve",),
        ("build", "--decisions", "none.csv"),
    ],
)
def test_an_error_in_one_line_shows_its_origin_if_asked_for(
    onrecord: Run, tmp_path: Path, arguments: tuple[str]
) -> None:
    command = (*arguments, "--store", tmp_path / "none")
    short, long = onrecord(*command), onrecord(*command, "--verbose")
    assert short.code == long.code == 2
    assert "Traceback" not in short.err and short.err.count("\n") == 1
    assert "Traceback (most recent call last)" in long.err and long.err.endswith(short.err)


@pytest.mark.model
def test_a_fault_in_a_component_is_in_the_log_and_shown_if_asked_for(
    onrecord: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(doc: Doc) -> Doc:
        if "Vera Quince" in doc.text:
            raise ZeroDivisionError("planted")
        return doc

    nlp = pipeline.load()
    monkeypatch.setattr(nlp, "_components", [*nlp._components, ("planted", planted)])
    for name, text in (("bad.txt", "Vera Quince met eleven children."), ("good.txt", "It rained.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    inputs, log = (tmp_path / "bad.txt", tmp_path / "good.txt"), tmp_path / "s" / "build.log"
    quiet = onrecord("build", *inputs, "--store", tmp_path / "s")
    assert quiet.code == 1 and "1 read" in quiet.out
    assert quiet.err == (f"refused: bad.txt: could not be read: ZeroDivisionError: planted (traceback in {log})\n")
    assert "in planted\n" in log.read_text(encoding="utf-8")
    loud = onrecord("build", *inputs, "--store", tmp_path / "s", "--verbose")
    assert "in planted\n" in loud.err and loud.err.endswith(quiet.err)


@pytest.mark.slow
def test_processes_that_read_show_as_much(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"It rained {number} times.", encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "build", str(tmp_path), "--store", str(tmp_path / "s")]
    ended = subprocess.run(
        [*command, "--workers", "2", "--verbose"], capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"}
    )
    assert ended.returncode == 0, ended.stderr
    assert "DEBUG onrecord.build.build: 32 articles are read\n" in ended.stderr
