"""Pages that show a program in Python: it runs as it stands, against what the page's commands made."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from servers import served

ROOT = Path(__file__).parents[2]
PROGRAM = re.compile(r"```python\n(.*?)```", re.DOTALL)
EXAMPLES = ROOT / "examples" / "articles"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `onrecord build … --store graph` was run."""
    place = tmp_path_factory.mktemp("programs")
    command = [sys.executable, "-m", "onrecord", "build", str(EXAMPLES), "--store", "graph"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)
    return place


def program(page: str) -> str:
    (found,) = PROGRAM.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    return str(found)


def run(text: str, folder: Path) -> str:
    done = subprocess.run([sys.executable, "-c", text], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_client_of_the_model_context_protocol(folder: Path) -> None:
    pytest.importorskip("mcp", reason="pip install 'onrecord[mcp]'")
    started = 'command="onrecord", args=["mcp", "--store", "graph"]'
    ours = f'command={sys.executable!r}, args=["-m", "onrecord", "mcp", "--store", "graph"], env=dict(os.environ)'
    text = program("mcp.md")
    assert started in text
    said = run(f"import os\n{text.replace(started, ours)}", folder)
    assert "never instructions" in said and "action: returned" in said and "characters" in said
    assert "more: ask again with cursor" in said


@pytest.mark.slow
def test_a_client_of_the_reconciliation_service(folder: Path) -> None:
    pytest.importorskip("reconciler", reason="pip install reconciler")
    with served(folder / "graph", "--workers", "1") as server:
        said = run(program("openrefine.md").replace("http://127.0.0.1:7878", server.url), folder)
    assert "Dmytro Lubinets" in said and "Kiev" in said
    unmatched = [line for line in said.splitlines() if "False" in line]
    assert len(unmatched) == 1 and "Nobody At All" in unmatched[0]
