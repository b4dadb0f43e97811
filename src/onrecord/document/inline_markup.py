"""Markup within lines of plain text: emphasis, code and links of Markdown, character references of HTML.

    The trial of **Petro Hlek** began on _12 June_.      Holm &amp; Daughters paid &euro;5&nbsp;million.

A reader sees the words and not the marks; what an editor puts in brackets within a name is read as part of it.
"""

import html
import re
from collections.abc import Iterator

from onrecord.document.edits import Edit

_REFERENCE = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
_EMPHASIS = re.compile(
    r"(?<![\w*_`])(?P<mark>\*{1,3}|_{1,3}|`)(?=[^\s*_`])(?P<said>[^*_`\n]{1,200}?)(?<=\S)(?P=mark)(?![\w*_`])"
)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,200}?(?<=\S)~~[ \t]?")
_LINK = re.compile(r"(?<!!)\[(?P<said>[^\[\]\n]{1,200})\]\((?:https?://|mailto:|/|#)[^()\s]*\)")
_PUT_IN = re.compile(r"(?<=[\w.] )\[(?P<said>[^\W\d_a-z][^\W\d_]+)\](?= [^\W\d_a-z])")


def inline_markup(text: str) -> Iterator[Edit]:
    """The edits that leave of marked words only the words."""
    for reference in _REFERENCE.finditer(text):
        read = html.unescape(reference.group())
        if read != reference.group():
            yield reference.start(), reference.end(), read
    for pattern in (_EMPHASIS, _LINK, _PUT_IN):
        for marked in pattern.finditer(text):
            yield marked.start(), marked.start("said"), ""
            yield marked.end("said"), marked.end(), ""
    for struck in _STRUCK.finditer(text):
        yield struck.start(), struck.end(), ""
