"""The same bytes on every processor: this one, and those that qemu plays.

Haswell has AVX2 and fused multiplication, but neither AVX-512 nor VNNI; Nehalem has SSE 4.2 alone.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from readings import readings

HERE = Path(__file__).parent
TESTS = HERE.parent
QEMU = shutil.which("qemu-x86_64")
OPENING = 200  # characters of an article: qemu needs a minute for a page
PAGES = sorted((TESTS / "gold").glob("*.txt"))[:12]
BUILT = ("first-lady.txt", "ombudsman.txt")

pytestmark = pytest.mark.slow


@pytest.fixture(params=["Nehalem", "Haswell", "SapphireRapids"])
def processor(request: pytest.FixtureRequest) -> list[str]:
    """The beginning of a command that is to run on another processor."""
    if QEMU is None:
        pytest.skip("qemu-x86_64 is not installed (Debian's qemu-user)")
    known = subprocess.run([QEMU, "-cpu", "help"], capture_output=True, text=True, check=False).stdout
    if request.param not in known:
        pytest.skip(f"this qemu-x86_64 does not know {request.param}")
    return [QEMU, "-cpu", request.param]


def python(before: list[str], *arguments: str, stdin: str = "") -> str:
    """What Python writes, run with the paths of this process."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    command = [*before, sys.executable, *arguments]
    done = subprocess.run(command, input=stdin, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_twelve_articles_have_the_same_spans_and_scores(processor: list[str]) -> None:
    texts = [page.read_text(encoding="utf-8")[:OPENING] for page in PAGES]
    here = json.loads(json.dumps(readings(texts)))
    there = python(processor, str(HERE / "readings.py"), stdin=json.dumps(texts))
    assert json.loads(there) == here
    assert len(here["scores"]) == len(texts) and sum(len(found["names"]) for found in here["outputs"]) > len(texts)


@pytest.mark.parametrize("processor", ["Haswell"], indirect=True)
def test_a_store_built_has_the_same_turtle(processor: list[str], tmp_path: Path) -> None:
    articles = [str(TESTS / "articles" / name) for name in BUILT]

    def turtle(before: list[str], name: str) -> bytes:
        python(before, "-m", "onrecord", "build", *articles, "--store", str(tmp_path / name))
        python([], "-m", "onrecord", "export", "--store", str(tmp_path / name), "--out", str(tmp_path / f"{name}.ttl"))
        return (tmp_path / f"{name}.ttl").read_bytes()

    assert turtle(processor, "there") == turtle([], "here")
