"""The wheel, built and installed apart from this checkout, is whole: its data folders, its models, its commands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
CHECKOUT = Path(__file__).resolve().parents[1]
DATA = {"ontology": ".ttl", "shapes": ".ttl", "queries": ".rq"}
WHERE = """
import onrecord
from onrecord import resources
for name, suffix in {"ontology": ".ttl", "shapes": ".ttl", "queries": ".rq"}.items():
    print(name, resources.folder(name), *(path.name for path in resources.files(name, suffix)))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel; its dependencies come from where the tests run."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(CHECKOUT)]
    alone = {**os.environ, "PATH": str(Path(sys.executable).parent)}  # no npm: nothing is fetched for a test
    subprocess.run([sys.executable, *build], check=True, capture_output=True, env=alone)
    (wheel,) = (folder / "dist").glob("onrecord-*.whl")
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(folder / "site"),
        str(wheel),
    ]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    return folder / "site"


def run(installed: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Python with the installed wheel before everything else, started outside of the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=installed.parent, env=environment)


def test_the_data_folders_are_the_wheels_and_the_same_as_the_checkouts(installed: Path) -> None:
    said = run(installed, "-c", WHERE)
    assert said.returncode == 0, said.stderr
    found = {name: (Path(folder), files) for name, folder, *files in map(str.split, said.stdout.splitlines())}
    for name, suffix in DATA.items():
        folder, files = found[name]
        assert folder == installed / "onrecord" / "_data" / name
        assert files == sorted(path.name for path in (CHECKOUT / name).glob(f"*{suffix}"))
        for file in files:
            assert (folder / file).read_bytes() == (CHECKOUT / name / file).read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path) -> None:
    names = {path.name for path in installed.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} - {"bin", "__pycache__"} == {"onrecord"}
    assert (installed / "onrecord" / "py.typed").exists()
    assert (installed / "bin" / "onrecord").exists()
    held = {path.relative_to(installed).parts[0:2] for path in installed.rglob("*") if path.is_file()}
    assert not held & {("onrecord", "tests"), ("onrecord", "train")}


@pytest.mark.model
def test_build_ask_validate_and_export_work_from_it(installed: Path) -> None:
    folder = installed.parent
    (folder / "a.txt").write_text("date 2024-01-25\nMykola Kuleba met eleven children in Kyiv.", encoding="utf-8")
    steps = [
        ("build", "a.txt", "--store", "s"),
        ("ask", "people", "--store", "s", "--format", "csv"),
        ("validate", "--store", "s"),
        ("export", "--store", "s", "--out", "out.ttl"),
    ]
    said = [run(installed, "-m", "onrecord", *step) for step in steps]
    assert [one.returncode for one in said] == [0, 0, 0, 0], [one.stderr for one in said]
    assert said[0].stdout == "s: 1 read, 0 unchanged\n"
    assert "Mykola Kuleba" in said[1].stdout
    assert said[2].stdout == "1 graph checked: conforms\n"
    assert (folder / "out.ttl").stat().st_size > 0


def test_the_explorer_s_pages_and_scripts_come_with_it(installed: Path) -> None:
    explorer = Path("serve/explorer")
    for folder in ("templates", "static", "built"):
        ours = CHECKOUT / "src/onrecord" / explorer / folder
        theirs = installed / "onrecord" / explorer / folder
        assert sorted(path.name for path in theirs.glob("*")) == sorted(path.name for path in ours.glob("*"))
