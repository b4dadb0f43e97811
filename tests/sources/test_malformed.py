"""Files made to break readers: one line for each, in bounded memory and time, and what lies beside them is read."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from archive import page, response, warc
from test_warc import wacz
from word import docx, paragraph

from printing import bomb, column, forms, pdf

pytestmark = pytest.mark.slow

MEBIBYTES = 700
SECONDS = 60
READ = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEBIBYTES} << 20, {MEBIBYTES} << 20))
from onrecord.sources.article import Article
from onrecord.sources.pdf import reader
from onrecord.sources.reading import read
reader._SECONDS = 10
for given in read(sys.argv[1:]):
    item = given.item
    print(type(item).__name__, item.source if isinstance(item, Article) else item.where.rsplit("/", 1)[-1])
"""
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def malformed() -> dict[str, bytes]:
    """The files, by name; some take a second to make."""
    return {
        "circles.pdf": forms(60),
        "bomb.pdf": bomb(b"0 0 m 9 9 l S q " * 100_000, 400),
        "cut.pdf": pdf([column("They met.")])[:-200],
        "entities.docx": docx(paragraph("&a11;"), before=f"{ENTITIES}]>"),
        "nested.docx": docx("<w:tbl><w:tr><w:tc>" * 50_000 + "</w:tc></w:tr></w:tbl>" * 50_000),
        "bomb.docx": docx(paragraph("a" * 60_000_000)),
        "bomb.wacz": wacz({"archive/a.warc": bytes(200_000_000)}),
        "cut.warc.gz": warc([response("https://e.org/2", page("Twelve"))])[:-30],
        "zeros.warc.gz": gzip.compress(b"WARC/1.0\r\n" + bytes(100_000_000)),
        "nested.eml": b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(1500)),
    }


def test_each_is_refused_in_one_line_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "sound.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "sound.warc").write_bytes(warc([response("https://e.org/1", page("Eleven"))], gzip=False))
    files = malformed()
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-c", READ, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, text=True)
    told = set(done.stdout.splitlines())
    assert {"Article sound.txt", "Article https://e.org/1"} <= told
    assert {line.removeprefix("Refusal ") for line in told if line.startswith("Refusal")} == set(files)


def test_a_page_that_unpacks_to_far_more_than_a_page_takes_no_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + b"a" * 1_000_000_000)
    records = [response("https://e.org/1", bomb, Content_Encoding="gzip"), response("https://e.org/2", page("Eleven"))]
    (tmp_path / "a.warc").write_bytes(warc(records, gzip=False))
    command = [sys.executable, "-c", READ, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, text=True)
    assert "Article https://e.org/2" in done.stdout
