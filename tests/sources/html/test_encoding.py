"""A page's bytes are read as what they are; what it states of them counts only if they fit."""

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


@pytest.mark.parametrize("stated", ["utf-8", "no-such"])
def test_bytes_that_nothing_tells_how_to_read_stay_bytes(stated: str) -> None:
    data = PAGE.format(stated).encode("cp1250")
    assert decode(data) == data
