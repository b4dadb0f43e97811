"""The validators of other projects, in a Python of their own (`make validators`): they ask for other versions of
libraries than the program does."""

import os
import subprocess
from pathlib import Path

import pytest

_PYTHON = Path(os.environ.get("ONRECORD_VALIDATORS", Path(__file__).parents[2] / ".venv-validators")) / "bin/python"


def run(code: str, *arguments: str) -> str:
    """What a program prints that may import `rocrate_validator` and `followthemoney`."""
    if not _PYTHON.exists():
        pytest.skip("the validators are not installed: make validators")
    done = subprocess.run([_PYTHON, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
