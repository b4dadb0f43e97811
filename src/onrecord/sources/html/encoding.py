"""The characters that the bytes of a page stand for: what it states counts only if the bytes fit it."""

import codecs
import re

_STATED = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which the encoding is stated
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")  # in which no page states anything that could be read before it is decoded
_ALSO = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as browsers read them
_DAMAGED = 1 / 3  # of the characters beyond ASCII: more that are broken, and the encoding is another


def decode(data: bytes) -> str | bytes:
    """The text of a page; the bytes themselves where nothing tells how they are encoded."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding != "utf-16" or b"\0" in data:
                return data.decode(encoding, "replace").removeprefix("\ufeff")
            data = data.removeprefix(mark)  # tags have NUL bytes in UTF-16: the mark is wrong
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    beyond = len(text) - sum(map(str.isascii, text))
    if text.count("\ufffd") <= _DAMAGED * beyond:
        return text
    return _as_stated(data)


def _as_stated(data: bytes) -> str | bytes:
    stated = _STATED.search(data[:_HEAD])
    try:
        encoding = codecs.lookup(stated[1].decode("ascii")).name if stated else ""
        if encoding in ("", "utf-8") or encoding.startswith(_WIDE):
            return data
        return data.decode(_ALSO.get(encoding, encoding))
    except (LookupError, ValueError):
        return data
