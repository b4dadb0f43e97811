"""`docs/notebooks.md`: every block of code runs as it stands."""

import re
from pathlib import Path

import pytest

import samples

PAGE = (Path(__file__).parents[2] / "docs" / "notebooks.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
OF_A_RELEASE = [block for block in BLOCKS if "release/" in block]  # see tests/publish/test_duckdb.py
*ASKING, PIPELINE = [block for block in BLOCKS if block not in OF_A_RELEASE]


def test_rows_are_asked_for_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    samples.store(tmp_path / "graph", samples.claims(figures=[replace(samples.FIGURE, population="child")]))
    monkeypatch.chdir(tmp_path)
    told: dict[str, object] = {}
    for block in ASKING:
        exec(compile(block, "notebooks.md", "exec"), told)
    assert told["row"]["value"] == 20  # type: ignore[index]


@pytest.mark.model
def test_components_run_in_another_pipeline_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PIPELINE, "notebooks.md", "exec"), {})
    assert capsys.readouterr().out == "more_than 400 children returned 0 13\n"
