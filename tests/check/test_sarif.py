"""SARIF as others read it: the schema of version 2.1.0, and the rules of the program that comes with it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reports import REPORT

from onrecord.check.findings import Report
from onrecord.check.sarif import sarif

MULTITOOL = Path(__file__).parents[1] / "serve/clients/node_modules/@microsoft/sarif-multitool-linux"
EMPTY = Report("nothing.txt", "Nothing to check.", (), "7")


@pytest.fixture
def multitool() -> Path:
    if not MULTITOOL.is_dir():
        pytest.skip("needs the SARIF Multitool: make clients")
    return MULTITOOL


def faults(schema: Any, log: Any) -> list[str]:
    of_draft = jsonschema.validators.validator_for(schema)
    checker = of_draft(schema, format_checker=of_draft.FORMAT_CHECKER)
    return [f"{fault.json_path}: {fault.message}" for fault in checker.iter_errors(log)]


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["claims", "none"])
def test_a_log_conforms_to_the_schema(multitool: Path, report: Report) -> None:
    schema, log = json.loads((multitool / "sarif-2.1.0.json").read_text("utf-8-sig")), sarif(report)
    assert faults(schema, log) == []
    log["runs"][0]["results"] = [{"level": "grave"}]
    assert len(faults(schema, log)) == 2, "no message, and no level of SARIF"


@pytest.mark.slow
def test_the_multitool_has_nothing_to_say_against_a_log(multitool: Path, tmp_path: Path) -> None:
    program = multitool / "Sarif.Multitool"
    program.chmod(0o755)  # which npm leaves to a script that is not run
    (tmp_path / "log.sarif").write_text(json.dumps(sarif(REPORT)), encoding="utf-8")
    command = [program, "validate", "log.sarif"]
    surroundings = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(tmp_path)}
    said = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, timeout=120)
    assert "Analysis completed successfully" in said.stdout, said.stdout + said.stderr
    assert "warning" not in said.stdout and "error" not in said.stdout, said.stdout
