"""`docs/domains.md`: the domain that it makes from nothing reads, asks and checks as it says."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said

PAGE = (Path(__file__).parents[2] / "docs" / "domains.md").read_text(encoding="utf-8")
FILES = re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)[0].splitlines()
pytestmark = pytest.mark.model


def test_the_tutorial_does_what_it_says(
    onrecord: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    built, impounded, acts, checked = [onrecord(*shlex.split(command)[1:]) for command in COMMANDS]
    assert (built.code, built.err) == (0, "")
    assert impounded.out.splitlines()[1].split() == ["40", "boats", "Suva", "suva.txt"]
    assert "WritOfAttachment" in acts.out and "Nordhaven Lines" in acts.out
    assert "1 graph checked: conforms" in checked.out
