"""Where a text quotes: stretches between quotation marks, over several paragraphs too. Pure functions over text."""

import re
from collections.abc import Iterator

from onrecord.values.findings import Evidence

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}
_PARAGRAPH = re.compile(r"[^\n]+")


def quotations(text: str) -> tuple[Evidence, ...]:
    """The outermost quoted stretches of `text` with their marks, in order.

    A quotation left open at the end of its paragraph goes on in the next one if that starts with an opening mark, as
    printers have it; otherwise the mark is taken for a stray one.
    """
    found: list[Evidence] = []
    open_since: int | None = None  # where a quotation of earlier paragraphs began
    for paragraph in _PARAGRAPH.finditer(text):
        if open_since is not None and text[_indent(paragraph)] not in _CLOSING:
            open_since = None
        for start, end in _within(text, paragraph.start(), paragraph.end()):
            since = start if open_since is None else open_since
            if end is None:
                open_since = since
            else:
                found.append(Evidence(since, end, text[since:end]))
                open_since = None
    return tuple(found)


def _indent(paragraph: re.Match[str]) -> int:
    """Where the paragraph's first character that is no white space stands (its first one, if there is none)."""
    blank = len(paragraph.group()) - len(paragraph.group().lstrip())
    return paragraph.start() + (blank if blank < len(paragraph.group()) else 0)


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int | None]]:
    """Start and end of each quotation in one paragraph; the end is None for one that is left open."""
    at = start
    while at < end:
        closing = _CLOSING.get(text[at])
        if closing is None or not _opens(text, at, start):
            at += 1
            continue
        close = next((i for i in range(at + 1, end) if text[i] in closing and _closes(text, i, text[at])), None)
        yield at, None if close is None else close + 1
        at = end if close is None else close + 1


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the mark opens: an apostrophe or an inch sign stands after a letter or a digit."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return not after.isspace() and (text[at] not in '"‘' or not before.isalnum())


def _closes(text: str, at: int, opening: str) -> bool:
    """Whether the mark closes; a single one between letters is an apostrophe."""
    return opening != "‘" or not text[at + 1 : at + 2].isalnum()
