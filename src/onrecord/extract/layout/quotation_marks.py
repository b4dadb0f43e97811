"""Where a text quotes: stretches between quotation marks, over several paragraphs too. Pure functions over text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.values.findings import Evidence

_CLOSING = {
    "“": ("”",),
    "„": ("“", "”"),
    "«": ("»",),
    "‹": ("›",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"',),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = ("‘", "'")  # what closes them is an apostrophe as well
_STRAIGHT = ('"', "''", *_SINGLE)  # after a letter or a digit none of these opens
_MARK = re.compile("|".join(map(re.escape, sorted(_CLOSING, key=len, reverse=True))))
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING = re.compile(r"[“„«‹\"‘`]|'(?!(?:s|re|ll|ve|d|m)?$)|'$")
_ENDING = re.compile(r"[”“»›\"’'.,!?…]$")
_STOPS = '.,!?;:…—-"”])'  # before a single mark, they tell that it closes


def is_quoted(first: str, last: str) -> bool:
    """Whether words are a quotation by their first and last token; a comma may stand for the mark that closes."""
    return _OPENING.match(first) is not None and _ENDING.search(last) is not None


@lru_cache(maxsize=4)  # several components ask of one article
def quotations(text: str) -> tuple[Evidence, ...]:
    """The outermost quoted stretches of `text` with their marks, in order.

    A quotation left open at the end of its paragraph goes on in the next one if that starts with an opening mark, as
    printers have it; otherwise the mark is taken for a stray one.
    """
    found: list[Evidence] = []
    open_since: int | None = None  # where a quotation of earlier paragraphs began
    for paragraph in _PARAGRAPH.finditer(text):
        if open_since is not None and _mark(text, _indent(paragraph)) is None:
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


def _mark(text: str, at: int) -> str | None:
    """The mark that may open a quotation here."""
    found = _MARK.match(text, at)
    return found and found.group()


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int | None]]:
    """Start and end of each quotation in one paragraph; the end is None for one that is left open."""
    at = start
    while (found := _MARK.search(text, at, end)) is not None:
        at, mark = found.start(), found.group()
        if not _opens(text, at, start, mark):
            at += 1
            continue
        close = _close(text, at + len(mark), end, mark)
        if close is None and mark in _SINGLE and text[start:at].strip():
            at += 1  # an apostrophe, unless a paragraph opens with it: ''em', 'the '90s'
            continue
        yield at, close
        at = end if close is None else close


def _opens(text: str, at: int, start: int, mark: str) -> bool:
    """Whether the mark opens: an apostrophe or an inch sign stands after a letter or a digit."""
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in _SINGLE and not (after.isalpha() or after in '[…"“'):
        return False
    return not after.isspace() and (mark not in _STRAIGHT or not before.isalnum())


def _close(text: str, start: int, end: int, opening: str) -> int | None:
    """Where the quotation ends. A single mark between letters is an apostrophe; of others, the first after a stop."""
    marks = _CLOSING[opening]
    places = ((i, m) for i in range(start, end) for m in marks if text.startswith(m, i))
    ends = [(i, i + len(m)) for i, m in places if opening not in _SINGLE or not text[i + 1 : i + 2].isalnum()]
    stopped = (close for i, close in ends if opening not in _SINGLE or text[i - 1] in _STOPS)
    return next(stopped, ends[0][1] if ends else None)
