"""A page's bytes are read as what they are; what it states of them counts only if they fit."""

import codecs

import pytest

from onrecord.sources.html.encoding import decode

PAGE = '<html><head><meta charset="{}"></head><body>Café in Žilina, said Łukasz.</body></html>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
def test_what_is_stated_is_read_so(encoding: str) -> None:
    assert decode(PAGE.format(encoding).encode(encoding)) == PAGE.format(encoding)


@pytest.mark.parametrize("stated", ["windows-1252", "iso-8859-1", "us-ascii", "no-such"])
def test_utf_8_is_read_as_such_whatever_is_stated(stated: str) -> None:
    assert decode(PAGE.format(stated).encode()) == PAGE.format(stated)


def test_latin_1_is_read_as_browsers_do() -> None:
    assert decode('<meta charset="iso-8859-1">It’s “so”'.encode("cp1252")) == '<meta charset="iso-8859-1">It’s “so”'


def test_a_broken_byte_spoils_one_character_only() -> None:
    data = PAGE.format("utf-8").encode().replace("é".encode(), "é".encode() + b"\xff")
    assert decode(data) == PAGE.format("utf-8").replace("é", "é\ufffd")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_of_utf_16_before_other_bytes_is_not_believed(mark: bytes) -> None:
    assert decode(mark + PAGE.format("utf-16").encode()) == PAGE.format("utf-16")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_first_tag(encoding: str) -> None:
    assert decode(PAGE.format("utf-16").encode(encoding)) == PAGE.format("utf-16")


@pytest.mark.parametrize("stated", ["utf-8", "no-such", "utf-16", "utf-32"])
def test_bytes_that_nothing_tells_how_to_read_stay_bytes(stated: str) -> None:
    data = PAGE.format(stated).encode("cp1250")
    assert decode(data) == data
