"""Text as XML 1.0 can hold it."""

import re

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with a replacement character for each that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\ufffd", text)
