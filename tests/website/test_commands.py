"""The tutorial and the how-tos: every command of a page runs, in order, on a fresh checkout's examples."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "docs" / "tutorial.md",
    ROOT / "docs" / "checking.md",
    ROOT / "docs" / "verifying.md",
    ROOT / "docs" / "chronology.md",
    ROOT / "docs" / "sampling.md",
    ROOT / "docs" / "mcp.md",
    ROOT / "docs" / "openrefine.md",
    *sorted((ROOT / "docs" / "guides").glob("*.md")),
]
FILES = re.compile(r"```\w+ (\S+)\n(.*?)```", re.DOTALL)
COMMANDS = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_run(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for folder in ("examples", "queries", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for name, content in FILES.findall(text):
        (tmp_path / name).write_text(content, encoding="utf-8")
    commands = [line for block in COMMANDS.findall(text) for line in block.splitlines()]
    assert commands
    for command in commands:
        assert command.startswith("onrecord "), "what else is shown is indented"
        run = f"{shlex.quote(sys.executable)} -m {command}"
        done = subprocess.run(run, shell=True, cwd=tmp_path, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert done.stdout.strip(), command
