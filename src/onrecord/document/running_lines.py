"""Hard line breaks within paragraphs, as mail, printed pages and `<pre>` have them: where a reader reads on.

A break runs on for sure where the next line begins in lower case, or the line ends with a word that wants another
('of', 'the'). Those tell how full the lines of a text are; a break that could be either runs on where its line is as
full as theirs: the first word of the next line would not have fitted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.document.edits import Edit
from onrecord.document.lines import Line, lines

_FIRST_WORD = re.compile(r"\S+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_LOWER = re.compile(r"[\"'“‘«(\[]?[a-zà-öø-ÿ]")
_GOES_ON = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|nor|as|than|that|which|who|whose|between|into|about"
    r"|his|her|its|their|our|my|was|were|is|are|had|has|have|been|be|not|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Gov|Sen|Rep)"
    r"\.?|\d (?=(?:million|billion|[A-Z][a-z]+ \d{4}))|[,(\[“‘«$€£&/]|[^\W\d_]-)\Z",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|per ?cent\b"
)
_NUMBER_ENDS = re.compile(r"\b\d{1,2}\Z")
_COLUMNS = re.compile(r"\S(?: {3,}|[ ]*\t[ \t]*)\S|\|")
_HEADED = re.compile(r"#+ ")
_MARKUP = re.compile(r"```|[-=*_]{3,}\Z|> |https?://\S+\Z|page \d{1,4}(?: of \d{1,4})?\Z", re.IGNORECASE)
_MARKER = re.compile(
    r"(?:[•*·▪◦‣●○■□➢✓+]|[-–—]+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)]|\[\d{1,3}\]|[¹²³])[ \t]+(?=\S)"
)
_LABEL = re.compile(r"[A-Z][^\s:]*(?: [^\s:]+){0,4}:(?=\s)")
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,30}(?:,[^()–—]{1,40}?)?(?: ?\([^)]{1,40}\))? ?(?:-|–|—|--) ")
_VALUE = re.compile(r"[^:]{1,60}:\s*[\W\d]*\d[\W\d]*\Z")  # 'Injured: 30'
_GAPS = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_ROWS = 3  # lines at least that blanks can set in columns
_SURE = 3  # breaks that run on for sure, from which the width of a text can be told


@dataclass(slots=True)
class _Break:
    """A break between two lines that no blank line parts."""

    before: Line
    after: Line
    barred: bool = False  # the layout tells that a new line begins here
    runs_on: bool = False
    reach: int = 0  # the column that the first word of the next line would have reached

    @property
    def is_open(self) -> bool:
        """Whether the line ends without a stop."""
        return _TERMINAL.search(self.before.text) is None


@dataclass(slots=True)
class _Passage:
    """Lines that no blank line parts."""

    lines: list[Line]
    breaks: list[_Break]


def running_lines(text: str, borders: Sequence[int], words: frozenset[str]) -> Iterator[Edit]:
    """The edits that put the lines of a paragraph together, with a blank or, within a word, without one.

    Blanks that make no columns, since too few lines stand together, are read as one.

    No lines are put together over `borders`, offsets at which a part of the layout begins or ends. `words` are the
    words known, by which a broken word is told from a compound.
    """
    passages = [
        _Passage(together, [_judged(a, b, together) for a, b in pairwise(together)])
        for together in _passages(text, borders)
    ]
    _decide(passages)
    hyphens = _Hyphens(text, words)
    for passage in passages:
        if len(passage.lines) < _ROWS:
            for line in passage.lines:
                yield from () if _COLUMNS.search(line.text) else _single_blanks(line)
        joined = [gap for gap in passage.breaks if gap.runs_on]
        for line in (gap.before for gap in joined if gap.before.indent):
            yield line.start - line.indent, line.start, ""
        for gap in joined:
            yield from _joined(gap, hyphens)


def _passages(text: str, borders: Sequence[int]) -> Iterator[list[Line]]:
    """The lines that no blank line and no border parts."""
    border = iter(sorted(borders))
    next_border = next(border, len(text) + 1)
    passage: list[Line] = []
    last = 0
    for line in lines(text):
        parted = not line.text
        while next_border <= line.start:
            parted = parted or next_border >= last
            next_border = next(border, len(text) + 1)
        if parted and passage:
            yield passage
            passage = []
        if line.text:
            last = line.end
            passage.append(line)
    if passage:
        yield passage


def _judged(before: Line, after: Line, beside: Sequence[Line]) -> _Break:
    """A break by what stands around it alone."""
    word = _FIRST_WORD.match(after.text)
    assert word is not None
    gap = _Break(before, after, reach=before.column + 1 + len(word.group()))
    indented = after.indent > before.indent + 1 and not gap.is_open  # as a paragraph begins
    gap.barred = indented or _is_barred(before.text, after.text, beside)
    if not gap.barred:
        lower = _LOWER.match(after.text) is not None and not before.text.endswith((":", ";"))
        dated = _NUMBER_ENDS.search(before.text) is not None and _MONTH.match(after.text) is not None
        gap.runs_on = lower or dated or _GOES_ON.search(before.text) is not None
    return gap


def _is_barred(before: str, after: str, beside: Sequence[Line]) -> bool:
    """Whether the layout tells that a new line begins: an item, a label, a row, a dateline, a heading."""
    if any(_COLUMNS.search(line) or _MARKUP.match(line) for line in (before, after)):
        return True
    if (
        _HEADED.match(after)
        or _DATELINE.match(after)
        or (before.isupper() and len(before.split()) > 1 and not after.isupper())
    ):
        return True
    if after.isdecimal() and not re.search("[a-z]", before):
        return True  # a page's number after a document's
    if _VALUE.match(before) and _VALUE.match(after):
        return True
    stopped = _TERMINAL.search(before) is not None
    if _LABEL.match(after) and (stopped or _LABEL.match(before)):
        return True
    return _MARKER.match(after) is not None and (stopped or sum(bool(_MARKER.match(line.text)) for line in beside) > 1)


def _decide(passages: Sequence[_Passage]) -> None:
    """Of the breaks that could be either, decide which run on."""
    sure = [gap for passage in passages for gap in passage.breaks if gap.runs_on]
    text = _Fullness(sure) if len(sure) >= _SURE else None
    for passage in passages:
        own = [gap for gap in passage.breaks if gap.runs_on]
        open_ones = [gap for gap in passage.breaks if not (gap.barred or gap.runs_on)]
        if text is not None and text.even:
            for gap in open_ones:
                gap.runs_on = gap.reach > text.width
        elif own:
            fullness, ragged = _Fullness(own), _is_ragged(passage)
            for gap in open_ones:
                gap.runs_on = gap.is_open and (ragged or fullness.is_reached(gap))


class _Fullness:
    """How full lines are before breaks that run on for sure."""

    def __init__(self, sure: Sequence[_Break]) -> None:
        columns = sorted(gap.before.column for gap in sure)
        reached = sorted(gap.reach for gap in sure)
        self.width = columns[-1 - max(len(columns) // 50, len(columns) > 7)]  # but for a long address
        self.even = sum(reach > self.width for reach in reached) >= 0.9 * len(sure)
        self._least = 0.75 * reached[len(reached) // 20]

    def is_reached(self, gap: _Break) -> bool:
        """Whether the line of a break is as full as theirs."""
        return gap.reach > self.width or (not self.even and gap.reach >= self._least)


def _is_ragged(passage: _Passage) -> bool:
    """Whether lines end anywhere: a sentence of short lines of any length, which ends in a stop."""
    width = max(line.column for line in passage.lines)
    full = sum(gap.reach > width for gap in passage.breaks)
    return (
        len(passage.breaks) > 2
        and 2 * full <= len(passage.breaks)
        and _STOPPED.search(passage.lines[-1].text) is not None
    )


_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]+)-\Z")
_REST = re.compile(r"([^\W\d_]+)(?P<more>-)?")
_COMPOUND = 4  # letters of a word, fewer than which may end another
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})  # 'pre- and post-war'


class _Hyphens:
    """Tells words broken at the end of a line from compounds."""

    def __init__(self, text: str, words: frozenset[str]) -> None:
        self._text, self._words = text, words
        self._own: frozenset[str] | None = None

    def join(self, before: str, after: str) -> tuple[str, int]:
        """What stands between the lines once they are joined, and how many characters of the first one go."""
        first, rest = _BROKEN.search(before), _REST.match(after)
        if re.search(r"\w-\Z", before) is None or re.match(r"\w", after) is None:
            return " ", 0
        if rest is None or rest["more"] or first is None:
            return "", 0
        if rest[1] in _SUSPENDED:
            return " ", 0
        return "", int(rest[1].islower() and self._is_broken(first[1].lower(), rest[1]))

    def _is_broken(self, first: str, rest: str) -> bool:
        """Whether two parts are one word: as the text has it elsewhere, else as words are known."""
        if self._own is None:
            self._own = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![^\W\d_]*-\n)", self._text.lower()))
        if first + rest in self._own or f"{first}-{rest}" in self._own:
            return first + rest in self._own
        if first + rest in self._words:
            return True
        known = self._words | self._own
        return rest not in known or (first not in known and len(rest) < _COMPOUND)


def _joined(gap: _Break, hyphens: _Hyphens) -> Iterator[Edit]:
    """The edits that join two lines, with one blank where a justified line has several."""
    between, dropped = hyphens.join(gap.before.text, gap.after.text)
    yield gap.before.end - dropped, gap.after.start, between
    yield from _single_blanks(gap.before)
    yield from _single_blanks(gap.after)


def _single_blanks(line: Line) -> Iterator[Edit]:
    """The edits that leave one blank where a line has several."""
    for blanks in _GAPS.finditer(line.text):
        yield line.start + blanks.start(), line.start + blanks.end(), " "
