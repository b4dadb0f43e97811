"""The one edge where bytes become articles: what is read, what is refused, and that nothing raises."""

import codecs
import hashlib
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.article import Article, Dating, Method
from onrecord.sources.checks import MAX_CHARACTERS
from onrecord.sources.reading import read
from onrecord.sources.refusal import Refusal


def items(*inputs: Path | str) -> list[Article | Refusal]:
    return [one.item for one in read(map(str, inputs))]


def only(path: Path) -> Article | Refusal:
    (item,) = items(path)
    return item


def bare(items: list[Article | Refusal]) -> list[Article | Refusal]:
    """The items without how their bytes were received."""
    return [replace(item, method=None, received="") if isinstance(item, Article) else item for item in items]


def article(path: Path) -> Article:
    item = only(path)
    assert isinstance(item, Article), item
    return item


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


# Plain text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "headline", "publisher"),
    [
        ("date 2024-01-25\nEleven children come home\n\nThey met.", "2024-01-25", "Eleven children come home", ""),
        (
            "date 2024-01-25 Example Wire\nEleven children come home\n",
            "2024-01-25",
            "Eleven children come home",
            "Example Wire",
        ),
        ("date 2024-01-25 Eleven children come home\nThey met.", "2024-01-25", "Eleven children come home", ""),
        (
            "\n\ndate 2024-01-25\nHome\n\nEleven children came home today.",
            "2024-01-25",
            "Eleven children came home today.",
            "",
        ),
        ("# Eleven children come home\n\nThey met.", "", "Eleven children come home", ""),
        ("Eleven children come home\ndate 2024-01-25\n", "", "Eleven children come home", ""),
        ("the date 2024-01-25 was set", "", "the date 2024-01-25 was set", ""),
        ("Home.", "", "", ""),
    ],
)
def test_of_a_plain_text_the_first_lines_give_day_and_headline(
    tmp_path: Path, text: str, published: str, headline: str, publisher: str
) -> None:
    read_back = article(write(tmp_path / "release.txt", text))
    assert (read_back.published, read_back.headline, read_back.publisher) == (published, headline, publisher)
    assert read_back.source == "release.txt"


@pytest.mark.parametrize(
    "text", ["date 2024-01-25\n\n  Two\r\nlines \t\n", "\n\u00a0“Ґ” 👩‍👧 e\u0301\u2028x\x0c", "a\rb"]
)
def test_the_text_is_stored_unchanged(tmp_path: Path, text: str) -> None:
    assert article(write(tmp_path / "a.txt", text)).text == text


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert article(write(tmp_path / "a.txt", b"\xef\xbb\xbfHome at last")).text == "Home at last"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text: it holds NUL bytes"),
        ("Діти\nвдома".encode("utf-16"), "is UTF-16: save it as UTF-8"),
        ("Діти\nвдома".encode("utf-16-be"), "not a text: it holds NUL bytes"),
        (codecs.BOM_UTF16_LE + b"They met.", "its first bytes say UTF-16, and the others are not: save it as UTF-8"),
        ("Діти вдома".encode("cp1251"), "not UTF-8 (byte 2): save it as UTF-8"),
        (b"date 2024-02-31\nEleven children come home", "its date '2024-02-31' is not a day of the calendar"),
        (b"a" * (MAX_CHARACTERS + 1), "1,000,001 characters are more than one article's 1,000,000: split it"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, content: bytes, reason: str, suffix: str) -> None:
    path = write(tmp_path / f"a.{suffix}", content)
    assert only(path) == Refusal(str(path), reason)


# JSON ----------------------------------------------------------------------------------------------------------------


def test_a_json_line_is_one_article(tmp_path: Path) -> None:
    full = {
        "id": "wire/1",
        "text": "date 2020-01-01 is in the text.",
        "title": "Home",
        "date": "2024-01-25T22:30:00+02:00",
        "url": "https://example.org/1",
        "publisher": "Example Wire",
        "language": "en",
        "retrieved": "2024-01-26T08:00:00.5+02:00",
    }
    lines = [json.dumps(full), "", json.dumps({"id": "2", "text": "Home.", "date": None, "extra": [1]})]
    assert bare(items(write(tmp_path / "a.jsonl", "\n".join(lines) + "\n"))) == [
        Article(
            *("wire/1", full["text"], "2024-01-25", "Home", "https://example.org/1", "Example Wire", "en"),
            published_from=Dating.GIVEN,
            retrieved="2024-01-26T06:00:00+00:00",
        ),
        Article("2", "Home."),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "1", "text": "cut', "not JSON"),
        (b'["id", "text"]', "not a JSON object with `id` and `text`"),
        (b'{"text": "Home."}', "has no `id`"),
        (b'{"id": " ", "text": "Home."}', "has no `id`"),
        (b'{"id": "1"}', "is empty"),
        (b'{"id": "1", "text": " "}', "is empty"),
        (b'{"id": 1, "text": "Home."}', "`id` is not a text"),
        (b'{"id": "1", "text": ["Home."]}', "`text` is not a text"),
        (b'{"id": "1", "text": "Home.", "date": "25 January"}', "is not an ISO day"),
        (b'{"id": "1", "text": "Home.", "date": "2024-02-31"}', "is not an ISO day"),
        (b'{"id": "1", "text": "Home.", "retrieved": "yesterday"}', "is not an ISO time"),
        (b'{"id": "1", "text": "\\ud83d"}', "half a surrogate pair"),
        (b'{"id": "1", "text": "Home.", "title": "\\ud83d"}', "half a surrogate pair"),
        (b'{"id": "\\ude00", "text": "Home."}', "half a surrogate pair"),
        (b'{"id": "1", "text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_a_broken_line_is_refused_and_the_others_are_read(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "%d", "text": "Home."}'
    path = write(tmp_path / "a.jsonl", b"\n".join([good % 1, line, good % 3]))
    first, broken, last = items(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, Refusal)
    assert broken.where == f"{path}, line 2"
    assert reason in broken.reason
    assert "\n" not in str(broken)


def test_a_json_file_is_one_article_or_a_list_of_them(tmp_path: Path) -> None:
    one, other = {"id": "1", "text": "Home."}, {"id": "2", "text": "Home again."}
    assert bare(items(write(tmp_path / "one.json", json.dumps(one)))) == [Article("1", "Home.")]
    both = items(write(tmp_path / "both.json", json.dumps([one, 3, other])))
    assert [type(item).__name__ for item in both] == ["Article", "Refusal", "Article"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"\0", "not a text"),
    ],
)
def test_a_json_file_that_is_none_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    refusal = only(write(tmp_path / "a.json", content))
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith(reason)


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "html"])
def test_a_line_of_20_megabytes_is_refused_at_once(tmp_path: Path, suffix: str) -> None:
    words = "children " * (20_000_000 // 9)
    content = {"txt": words, "jsonl": json.dumps({"id": "1", "text": words}), "html": f"<p>{words}</p>"}[suffix]
    path = write(tmp_path / f"a.{suffix}", content)
    started = time.monotonic()
    refusal = only(path)
    assert time.monotonic() - started < 5
    assert isinstance(refusal, Refusal)
    assert "more than one" in refusal.reason


# Inputs --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "received", "method"),
    [
        ("a.txt", b"\xef\xbb\xbfEleven came home.", b"\xef\xbb\xbfEleven came home.", Method.TEXT),
        ("a.json", b'[{"id": "1", "text": "Home."}]', b'[{"id": "1", "text": "Home."}]', Method.JSON),
        ("a.jsonl", b'{"id": "1", "text": "Home."}\r\n\n', b'{"id": "1", "text": "Home."}\r', Method.JSON_LINE),
        ("-", b'{"id": "1", "text": "Home."}\n', b'{"id": "1", "text": "Home."}', Method.JSON_LINE),
        ("-", b"Eleven came home.\n", b"Eleven came home.\n", Method.TEXT),
    ],
)
def test_an_article_has_the_hash_of_the_bytes_it_was_taken_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, received: bytes, method: Method
) -> None:
    (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (found,) = (one.item for one in read(["-" if name == "-" else str(tmp_path / name)]))
    assert isinstance(found, Article)
    assert (found.method, found.received) == (method, hashlib.sha256(received).hexdigest())


def test_a_folder_is_searched_through_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/z.md", "c.TXT", "a.txt", "b/notes.odt", "readme"):
        write(tmp_path / name, f"This is {name}.")
    write(tmp_path / "settings.json", '{"indent": 2}')
    write(tmp_path / "d.json", '{"id": "d", "text": "Home."}')
    given_items = list(read([str(tmp_path)]))
    assert [one.item.source for one in given_items if isinstance(one.item, Article)] == ["a.txt", "z.md", "c.TXT", "d"]
    assert given_items[1].origin == str(tmp_path / "b/z.md")
    assert bare([given_items[1].item]) == [Article("z.md", "This is b/z.md.")]  # type: ignore[list-item]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Home at last.")
    assert len(items(tmp_path, path, f"{tmp_path}/./a.txt")) == 1


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    write(tmp_path / "a.odt", "PK")
    refusal = only(tmp_path)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("no article in this folder: .docx, .eml, .htm, .html, ")


@pytest.mark.parametrize("name", ["gone.txt", "gone", "x" * 5000, "gone\n.txt"])
def test_a_path_that_does_not_exist_says_so(tmp_path: Path, name: str) -> None:
    refusal = only(tmp_path / name)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "no such file or folder"


def test_another_kind_of_file_says_which_are_read(tmp_path: Path) -> None:
    refusal = only(write(tmp_path / "a.odt", "PK"))
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("not a kind of file onrecord reads: .docx, .eml, .htm, .html, .json")


@pytest.mark.parametrize(
    ("content", "sources"),
    [
        (b"Home at last.", ["stdin.txt"]),
        (b'{"id": "1", "text": "Home."}\n{"id": "2", "text": "Home again."}', ["1", "2"]),
    ],
)
def test_standard_input_is_a_text_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, content: bytes, sources: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    given_items = list(read(["-"]))
    assert [one.item.source for one in given_items if isinstance(one.item, Article)] == sources
    assert {one.origin for one in given_items} == {"-"}


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [write(tmp_path / name, "Home at last.") for name in ("a.txt", "b.txt")]
    whole = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    refusal, other = items(tmp_path)
    assert refusal == Refusal(str(paths[0]), "cannot be read: Permission denied")
    assert isinstance(other, Article)


@given(content=st.binary(max_size=200), suffix=st.sampled_from(["txt", "md", "html", "jsonl", "json"]))
def test_no_bytes_make_a_reader_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = write(tmp_path_factory.getbasetemp() / f"any.{suffix}", content)
    for item in items(path):
        assert isinstance(item, Article | Refusal)
        assert not isinstance(item, Refusal) or "\n" not in str(item)


# What is no file -----------------------------------------------------------------------------------------------------


def refused(folder: Path) -> dict[str, str]:
    """Why each is refused, by its name, in a folder that holds an article beside it."""
    write(folder / "sound.txt", "They met.")
    found = items(folder)
    assert [one.source for one in found if isinstance(one, Article)] == ["sound.txt"]
    return {Path(one.where).name: one.reason for one in found if isinstance(one, Refusal)}


def test_pipes_and_devices_are_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zeros.html").symlink_to("/dev/zero")
    assert refused(tmp_path) == dict.fromkeys(
        ("pipe.txt", "zeros.html"), "a pipe, a device or the like: save it as a file"
    )
    assert isinstance(only(tmp_path / "pipe.txt"), Refusal)


def test_links_that_lead_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("elsewhere.txt")
    (tmp_path / "circle.json").symlink_to("circle.json")
    (tmp_path / "here").symlink_to(".")
    assert refused(tmp_path) == dict.fromkeys(("gone.txt", "circle.json"), "a link that leads nowhere")


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    write(tmp_path / os.fsdecode(b"bad\xff.txt"), "They met.")
    (why,) = refused(tmp_path).values()
    assert why == "its name, or that of a folder it is in, is not UTF-8: rename it"


@contextmanager
def somebody() -> Iterator[None]:
    """Who may not read everything, as root may."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_is_refused_and_those_beside_it_are_read() -> None:
    with TemporaryDirectory() as place:  # not within a folder that only its owner may enter
        folder = Path(place)
        folder.chmod(0o755)
        write(folder / "open.txt", "They met.").chmod(0o644)
        write(folder / "secret.txt", "They met.").chmod(0)
        with somebody():
            found = [given.item for given in read([place])]
    assert [type(item) for item in found] == [Article, Refusal]
    assert isinstance(found[1], Refusal)
    assert found[1].reason == "cannot be read: Permission denied"
