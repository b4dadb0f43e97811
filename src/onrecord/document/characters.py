"""Characters as a reader reads them: kinds of blanks and line ends, invisible characters, ligatures, marks of notes.

Each edit replaces a stretch of the text by what it looks like; a text of plain characters has none.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from onrecord.document.edits import Edit

_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RAISED = "⁰¹²³⁴-⁹"
_PAGE_END = re.compile(r"\f\s*")
_FOOT = re.compile(
    r"(?:\n[ \t]*(?:(?:page )?\d{1,4}(?: of \d{1,4})?|[-–—] ?\d{1,4} ?[-–—])[ \t]*)?\s*\Z", re.IGNORECASE
)
_LONGEST_FOOT = 80  # characters before the end of a page in which its number stands


def _nothing(found: re.Match[str]) -> str:
    return ""


def _compatible(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found.group())


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found.group()))


def _always(text: str) -> Callable[[re.Match[str]], str]:
    return lambda found: text


_READ: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        # A soft hyphen is seen only where a line ends with it, and there the word goes on.
        (r"\xad(?:[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_]))?", _nothing),
        (r"\r\n?|[\v\x85\u2028\u2029]", _always("\n")),
        (rf"[{_BLANKS}]", _always(" ")),
        (r"[\x00-\x08\x0e-\x1f\x7f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]", _nothing),
        # Joiners spell words of Arabic and of Indic scripts; elsewhere they cannot be seen.
        (r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])", _nothing),
        (r"[\ufb00-\ufb06\uff01-\uff5e\u203c\u2047-\u2049\u2160-\u217f\U0001d400-\U0001d7ff]", _compatible),
        (r"[^\W\d_][\u0300-\u036f]+", _composed),
        (r"[^\D0-9]", _digit),
        (r"(?<=\d)[٬’'](?=\d{3}(?!\d))", _always(",")),
        (r"(?<=\d)٫(?=\d)", _always(".")),
        (r"[\u2010\u2011]", _always("-")),
        (r"(?<=[^\W\d_])[ʼ′´`‛](?=[^\W\d_])", _always("’")),
        (r"[‟❝〝]", _always("“")),
        (r"[❞〞]", _always("”")),
        (r"(?<!\S)[①-⑳❶-❿]\s*", _nothing),  # numbers of a list, not of anything counted
        # Marks of notes: after a stop or a word, where a raised digit is no power ('km²').
        (rf"(?<=[.,;:!?”\"’)\]»])[{_RAISED}†‡]+|(?<=[^\W\d_]{{4}})[{_RAISED}†‡]+", _nothing),
        (r"(?<=[\w.,;:!?”\"’)])(?:\[(?:note )?\d{1,3}\])+(?![\w(])", _nothing),
    )
)
_GUILLEMETS = re.compile(r"(?<=«)[ \xa0\u202f\u2009]{1,3}|[ \xa0\u202f\u2009]{1,3}(?=»)")
_QUOTED_MAIL = re.compile(r"(?:^ {0,3}>.*(?:\n|\Z)){2,}", re.MULTILINE)
_PREFIX = re.compile(r"^ {0,3}>[> ]*", re.MULTILINE)


def plain_characters(text: str) -> Iterator[Edit]:
    """The edits after which a text has the characters that a reader sees in it, in plain forms."""
    for pattern, read in _READ:
        for found in pattern.finditer(text):
            if (seen := read(found)) != found.group():
                yield found.start(), found.end(), seen
    if 0 <= text.find("«") < text.find("»"):  # not as in '»Ja«'
        for blank in _GUILLEMETS.finditer(text):
            yield blank.start(), blank.end(), ""
    for end in _PAGE_END.finditer(text):
        before = max(end.start() - _LONGEST_FOOT, 0)
        foot = _FOOT.search(text[before : end.start()])
        assert foot is not None  # it may be empty
        yield before + foot.start(), end.end(), "\n"
    for quoted in _QUOTED_MAIL.finditer(text):
        for prefix in _PREFIX.finditer(text, quoted.start(), quoted.end()):
            yield prefix.start(), prefix.end(), ""
