"""The DOCX file of a chronology in a word processor: LibreOffice reads it, and writes it as PDF."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from made import store

import samples
from onrecord.chronology import document, heading, word
from onrecord.chronology.making import of_identity
from onrecord.chronology.values import Foot, Selection
from onrecord.store import Reader

pytestmark = pytest.mark.slow
_POINTS = {"a4": (595, 842), "letter": (612, 792)}  # of a sheet


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_word_processor_prints_it_on_its_paper_with_all_that_it_has(tmp_path: Path, paper: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice: apt-get install libreoffice-writer-nogui")
    made = of_identity(Reader(store(tmp_path / "store")), "Maria Lvova-Belova", Selection())
    long = Foot("onrecord chronology", "made on 2026-11-29", "sha256:ab")
    word.write(made, long, document.Paper(paper), tmp_path / "a.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "a.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert {tuple(map(round, page.get_size())) for page in printed} == {_POINTS[paper]}
    sheets = [" ".join(page.get_textpage().get_text_bounded().split()) for page in printed]
    whole = " ".join(sheets)
    assert heading.counted(made) in whole and f"“{samples.THIRD.exact}”" in whole and "SHA-256 of its text" in whole
    for number, sheet in enumerate(sheets, 1):
        assert f"made on 2026-11-29 · sha256:ab · {number}" in sheet
    table = [sheet for sheet in sheets if "happened" in sheet]
    assert len(table) > 1 and all("What is on record, and in which words" in sheet for sheet in table), "on each sheet"
