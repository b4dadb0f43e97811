"""Archives of web pages: each page that was captured is an article, once; nothing else is one."""

import builtins
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from archive import page, response, revisit, warc

from onrecord.sources.article import Article, Method
from onrecord.sources.omission import Omission
from onrecord.sources.reading import read
from onrecord.sources.refusal import Refusal

ONE, TWO = response("https://e.org/1", page("Eleven")), response("https://e.org/2", page("Twelve"))


def items(path: Path, content: bytes) -> list[Any]:
    path.write_bytes(content)
    found = [given.item for given in read([str(path)])]
    assert not any("\n" in str(item) for item in found if not isinstance(item, Article))
    return found


def articles(found: list[Any]) -> list[str]:
    return [item.source for item in found if isinstance(item, Article)]


def refusals(found: list[Any]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Refusal)]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True), ("A.WARC.GZ", True)])
def test_each_page_is_an_article_with_its_address_and_the_time_of_its_capture(
    tmp_path: Path, name: str, packed: bool
) -> None:
    found = items(tmp_path / name, warc([ONE, TWO], packed))
    assert articles(found) == ["https://e.org/1", "https://e.org/2"]
    first = found[0]
    assert (first.url, first.retrieved) == ("https://e.org/1", "2022-03-04T10:15:00+00:00")
    assert "Eleven children came home on 3 March 2022" in first.text
    assert (first.method, first.received) == (Method.WARC, hashlib.sha256(page("Eleven")).hexdigest())


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    records = [
        ONE,
        response("https://e.org/gone", b"Gone", "404 Not Found"),
        response("https://e.org/photo", b"\x89PNG", kind="image/png"),
        response("https://e.org/photo", b"\x89PNG", kind="image/png"),
        response("https://e.org/nothing", b"<html><body></body></html>"),
        response("https://e.org/large", b"<p>" + b"a" * 5_000_001),
        revisit("https://e.org/1"),
    ]
    found = items(tmp_path / "a.warc.gz", warc(records))
    assert articles(found) == ["https://e.org/1"]
    (omission,) = (item for item in found if isinstance(item, Omission))
    assert set(omission.what.split(", ")) == {
        "records that are no responses (1)",
        "responses that are not 200 (1)",
        "responses that are no pages (2)",
        "pages without an article (1)",
        "pages of more than 5,000,000 bytes (1)",
        "revisits (1)",
    }


def test_what_was_captured_twice_is_read_once(tmp_path: Path) -> None:
    other = page("Eleven").replace(b"<body>", b"<body class='other'>")  # the same article on another page
    records = [ONE, response("https://e.org/again", page("Eleven")), response("https://e.org/other", other)]
    assert articles(items(tmp_path / "a.warc", warc(records, gzip=False))) == ["https://e.org/1"]


def chunked(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(content), content)


@pytest.mark.parametrize(
    "record",
    [
        response("https://e.org/1", gzip.compress(page("Eleven")), Content_Encoding="gzip"),
        response("https://e.org/1", chunked(page("Eleven")), Transfer_Encoding="chunked"),
        response(
            "https://e.org/1",
            chunked(gzip.compress(page("Eleven"))),
            Transfer_Encoding="chunked",
            Content_Encoding="gzip",
        ),
        response("https://e.org/1", page("Eleven"), Content_Length="7"),
        response("https://e.org/1", page("Eleven"), Transfer_Encoding="chunked"),  # which it is not
    ],
    ids=["packed", "chunked", "both", "a length that is wrong", "not chunked"],
)
def test_however_it_was_sent_a_page_is_read(tmp_path: Path, record: Any) -> None:
    assert articles(items(tmp_path / "a.warc", warc([record], gzip=False))) == ["https://e.org/1"]


@pytest.mark.parametrize("kept", [0.97, 0.8, 0.6])
@pytest.mark.parametrize("packed", [True, False])
def test_of_an_archive_that_is_cut_off_what_stands_before_is_read(tmp_path: Path, packed: bool, kept: float) -> None:
    whole = warc([ONE, TWO], packed)
    found = items(tmp_path / f"a.warc{'.gz' * packed}", whole[: int(len(whole) * kept)])
    assert articles(found) == ["https://e.org/1"]
    assert [reason.split(":")[0] for reason in refusals(found)] == ["is cut off"]


def test_a_record_that_is_longer_than_it_says_ends_the_reading(tmp_path: Path) -> None:
    whole = warc([ONE, TWO], gzip=False)
    head, tail = whole.split(b"WARC-Target-URI: https://e.org/2", 1)
    length = next(line for line in tail.split(b"\r\n") if line.startswith(b"Content-Length"))
    lying = head + b"WARC-Target-URI: https://e.org/2" + tail.replace(length, b"Content-Length: 300", 1)
    found = items(tmp_path / "a.warc", lying)
    assert articles(found)[0] == "https://e.org/1"
    assert len(refusals(found)) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is cut off"),
        (b"They met.", "no archive, or a broken one"),
        (gzip.compress(b"They met.", mtime=0), "no archive, or a broken one"),
        (gzip.compress(warc([ONE, TWO], gzip=False), mtime=0), "breaks off"),  # packed as a whole, not by records
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (told,) = refusals(items(tmp_path / "a.warc.gz", content))
    assert told.startswith(reason)


def test_without_its_library_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, whole = warc([ONE]), builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("warcio"):
            raise ImportError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    told = refusals(items(tmp_path / "a.warc.gz", content))
    assert told == ["needs warcio, which is not installed: pip install 'onrecord[warc]'"]


# Collections ---------------------------------------------------------------------------------------------------------


def wacz(files: Mapping[str, bytes], digests: Mapping[str, str] | None = None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        if digests is not None:
            resources = [{"path": path, "hash": digest} for path, digest in digests.items()]
            archive.writestr("datapackage.json", json.dumps({"resources": resources}))
    return packed.getvalue()


def test_a_collection_gives_what_its_archives_hold_each_page_once(tmp_path: Path) -> None:
    files = {"archive/b.warc.gz": warc([ONE, TWO]), "archive/a.warc": warc([ONE], gzip=False), "pages/pages.jsonl": b""}
    assert articles(items(tmp_path / "a.wacz", wacz(files))) == ["https://e.org/1", "https://e.org/2"]


def test_an_archive_that_is_not_what_the_collection_says_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    files = {"archive/a.warc.gz": warc([ONE]), "archive/b.warc.gz": warc([TWO])}
    digests = {name: f"sha256:{hashlib.sha256(content).hexdigest()}" for name, content in files.items()}
    found = items(tmp_path / "a.wacz", wacz(files, digests))
    assert [(one.method, one.received == "") for one in found if isinstance(one, Article)] == [(Method.WACZ, False)] * 2
    digests["archive/a.warc.gz"] = f"sha256:{'0' * 64}"
    found = items(tmp_path / "b.wacz", wacz(files, digests))
    assert articles(found) == ["https://e.org/2"]
    assert refusals(found) == ["is not the archive that datapackage.json has the digest of: it was changed"]


@pytest.mark.parametrize("checked", [True, False])
def test_an_archive_whose_packing_is_damaged_is_refused_and_the_others_are_read(tmp_path: Path, checked: bool) -> None:
    damaged, whole = warc([ONE], gzip=False), warc([TWO])
    digests = {"archive/a.warc": f"sha256:{hashlib.sha256(damaged).hexdigest()}"} if checked else None
    packed = bytearray(wacz({"archive/a.warc": damaged, "archive/b.warc.gz": whole}, digests))
    begin = packed.index(b"archive/a.warc") + len("archive/a.warc")
    packed[begin : begin + 20] = b"\xff" * 20
    found = items(tmp_path / "a.wacz", bytes(packed))
    assert articles(found) == ["https://e.org/2"]
    assert len(refusals(found)) == 1


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"They met.", "not a collection of web archives, or a broken one"),
        (lambda: wacz({"a.txt": b""}), "not a collection of web archives: it holds none"),
        (lambda: wacz({"archive/a.warc": bytes(110_000_000)}), "unpacks to 110,000,000 bytes in 1 files"),
        (lambda: wacz({"archive/a.warc": b"", "datapackage.json": b"[" * 99_999}), "its datapackage.json is broken"),
        (lambda: wacz({"archive/a.warc": b"They met."}), "no archive, or a broken one"),
    ],
    ids=["text", "nothing", "bomb", "nested", "no archive"],
)
def test_what_is_no_collection_is_refused(tmp_path: Path, make: Callable[[], bytes], reason: str) -> None:
    (told,) = refusals(items(tmp_path / "a.wacz", make()))
    assert told.startswith(reason)


@pytest.mark.parametrize(
    "bomb",
    [
        b"WARC/1.0\r\n" + b"X-A: b\r\n" * 500_000,
        b"WARC/1.0" + b"a" * 5_000_000,
        b"filedesc://x 1.1.1.1 20200101000000 text/plain 50\n" + b"a" * 5_000_000,
        warc([ONE], gzip=False) + b"\n" * 5_000_000,
    ],
    ids=["headers", "a line", "a line of ARC", "blank lines"],
)
def test_heads_without_end_are_not_read_on(tmp_path: Path, bomb: bytes) -> None:
    found = items(tmp_path / "a.warc", bomb)
    (refusal,) = (item for item in found if isinstance(item, Refusal))
    assert refusal.reason.startswith(("no archive, or a broken one", "breaks off"))
