"""The paragraphs of a column: which lines run on, and which begin something new."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.sources.pdf.lines import Line

_OTHER_SIZE = 1.12  # times the size: type of another kind
_APART = 1.3  # times the usual distance between lines: a space between paragraphs
_SEVERAL = 5  # lines that show how a column is set
_WIDER = 1.6  # times the usual leading: that of a column set otherwise
_COMMON = 0.1  # of the distances: what is common
_FARTHEST = 2.5  # sizes of type between lines of one paragraph
_INDENT = 0.8  # of the size of type: the least indent
_DEEP = 5.0  # of the size of type: what begins farther in is no first line
_ROOM = 0.5  # of the size of type: room for the next word that nobody would leave
_SHORT = 0.3  # of the width: a line that leaves as much ends a paragraph, however it ends
_LAST_WORD = 6.0  # of the size of type: a line that leaves more is not full
_CENTRED = 1.0  # of the size of type: how far the middle of a centred line may be off
_RUNS_ON = re.compile(r"[\w,\-–—]$")
_BROKEN = re.compile(r"\w[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BULLETS = "•‣▪■◦●○◆–—-*·o"
_AGAINST = ("v.", "c.")  # between the parties of a case
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\[\d{1,3}\]", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.")  # of a name, 'R. Marsh said', unless it is set off
_TAB = 0.8  # of the size of type: more than a space, also in type whose letters are all of one width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on, on one page."""

    page: int
    lines: tuple[Line, ...]
    is_cut: bool = False  # its last line is full and ends no sentence

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.size for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.is_bold for line in self.lines)

    @property
    def marker(self) -> str:
        """The bullet or number that it begins with; '' where it has none."""
        return marker_of(self.lines[0])


def marker_of(line: Line) -> str:
    """The bullet or number at the start of a line; '' where there is none, or nothing after it."""
    first = line.words[0].text
    if len(line.words) < 2 or line.words[0].is_raised or (_INITIAL.fullmatch(first) and not _is_set_off(line)):
        return ""
    return first if first in _BULLETS or (_NUMBER.fullmatch(first) and first not in _AGAINST) else ""


def _is_set_off(line: Line) -> bool:
    """Whether more than a space follows the first word of a line, as behind the marker of an item."""
    first, second = line.words[:2]
    return second.left - first.right > _TAB * line.size


def leading(columns: Iterable[Sequence[Line]]) -> float:
    """The distance between lines of a paragraph, in sizes of their type: the least that is common in these columns."""
    steps = Counter(
        round((after.baseline - before.baseline) / before.size, 1)
        for lines in columns
        for before, after in pairwise(lines)
        if _alike(before, after) and 0 < after.baseline - before.baseline < _FARTHEST * before.size
    )
    common = [step for step, times in steps.items() if times >= max(1, _COMMON * steps.total())]
    return min(common, default=1.2)


def paragraphs(lines: Sequence[Line], page: int, usual: float) -> Iterator[Paragraph]:
    """The paragraphs of the lines of one column of a document whose leading usually is so many sizes of type."""
    column = _Column(lines, usual)
    begun: list[Line] = []
    for line in lines:
        if begun and column.begins(line, begun):
            yield Paragraph(page, tuple(begun), column.is_cut(begun[-1]))
            begun = []
        begun.append(line)
    if begun:
        yield Paragraph(page, tuple(begun), column.is_cut(begun[-1]))


class _Column:
    """What is usual in a column: its edges and the distance between its lines."""

    def __init__(self, lines: Sequence[Line], usual: float) -> None:
        self._left = min(line.left for line in lines)
        self._right = max(line.right for line in lines)
        here = leading([lines])
        self._leading = here if len(lines) >= _SEVERAL and here > _WIDER * usual else usual

    def begins(self, line: Line, before: Sequence[Line]) -> bool:
        """Whether a line begins another paragraph than the lines before it."""
        last = before[-1]
        if not _alike(line, last) or line.baseline - last.baseline > _APART * self._leading * last.size:
            return True
        if self._is_marked(line, before) or _turns_bold(last, line):
            return True
        if self._is_centred(line) and self._is_centred(last):
            return False
        if line.left - last.left > _INDENT * line.size and not marker_of(last):
            return line.left - self._left < _DEEP * line.size or self._leaves_room(last, line)
        if last.left - line.left > _INDENT * line.size and (len(before) > 1 or marker_of(last)):
            return True
        return self._leaves_room(last, line)

    def is_cut(self, line: Line) -> bool:
        """Whether a line is full and ends no sentence."""
        return not _ENDS.search(line.text) and self._right - line.right < _LAST_WORD * line.size

    def _is_marked(self, line: Line, before: Sequence[Line]) -> bool:
        """Whether a line begins with a bullet, or with a number where one would stand."""
        marker = marker_of(line)
        if not marker or not (_ENDS.search(before[-1].text) or self._leaves_room(before[-1], line)):
            return bool(marker) and marker_of(before[0]) != "" and abs(line.left - before[0].left) < 1
        return True

    def _leaves_room(self, line: Line, following: Line) -> bool:
        """Whether a line ends though the first word of the next one would have gone into it."""
        word = following.words[0]
        if _BROKEN.search(line.text) and word.text[0].islower():
            return False
        room = self._right - line.right - (word.right - word.left) - _ROOM * line.size
        if room < 0:
            return False
        return bool(_ENDS.search(line.text)) or room > _SHORT * (self._right - self._left)

    def _is_centred(self, line: Line) -> bool:
        indent = line.left - self._left
        return indent > _INDENT * line.size and abs(indent - (self._right - line.right)) < _CENTRED * line.size


def _alike(line: Line, other: Line) -> bool:
    """Whether lines are set in type of one size."""
    return max(line.size, other.size) / min(line.size, other.size) < _OTHER_SIZE


def _turns_bold(line: Line, following: Line) -> bool:
    """Whether bold type begins or ends between lines, and not within a sentence."""
    return line.is_bold != following.is_bold and not (_RUNS_ON.search(line.text) and following.text[0].islower())
