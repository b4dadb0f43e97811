"""Text for XML 1.0."""

import pytest

from onrecord.values.xml_text import writable


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\tb\nc", "a\tb\nc"), ("a\x00b\x0b", "a\ufffdb\ufffd"), ("\ud800💥\uffff", "\ufffd💥\ufffd"), ("", "")],
)
def test_what_xml_cannot_write_is_replaced(text: str, written: str) -> None:
    assert writable(text) == written
