"""The order in which people read the lines of a page: down one column, then down the next.

A gutter is a stretch of white that runs through several lines with words on both of its sides. What stands above the
lines that a gutter runs through is read first, then what is left of it, then what is right of it, then what is below.
Rows of a table, whose cells do not fill their columns, are read along.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.sources.pdf.lines import Line

Span = tuple[float, float]

_WHITE = 0.9  # of the size of type: the narrowest white of a line that may be of a gutter
_GUTTER = 9.0  # points: the narrowest gutter; white that was drawn between words is narrower, or ends soon
_LINES = 4  # that a column has at least
_WIDTH = 8  # sizes of type: as wide as a column is at least
_FILLED = 0.7  # of a column: what the lines of running text take up of it
_ROWS = 0.6  # of the lines: as many have words on both sides in a table at least
_OTHER_SIZE = 1.12  # times the size: type of another kind
_CLOSE = 1.8  # of the size of type: lines of one paragraph are not farther apart


@dataclass(frozen=True, slots=True)
class _Gutter:
    """White that runs through the lines from `first` to before `last`."""

    first: int
    last: int
    white: Span

    @property
    def middle(self) -> float:
        return sum(self.white) / 2

    def __len__(self) -> int:
        return self.last - self.first


def in_columns(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines column by column, in order of reading; a line across the page stands with what is above and below."""
    gutter = _longest_gutter(lines)
    if gutter is None:
        if lines:
            yield lines
        return
    through = lines[gutter.first : gutter.last]
    yield from in_columns(lines[: gutter.first])
    yield from in_columns(_side(through, gutter, is_left=True))
    yield from in_columns(_side(through, gutter, is_left=False))
    yield from in_columns(lines[gutter.last :])


def _side(lines: Iterable[Line], gutter: _Gutter, is_left: bool) -> Sequence[Line]:
    """What of the lines is on one side of a gutter."""
    parts = (tuple(word for word in line.words if (word.left < gutter.middle) is is_left) for line in lines)
    return [Line(words) for words in parts if words]


def _longest_gutter(lines: Sequence[Line]) -> _Gutter | None:
    """The gutter between columns of text that runs through most lines."""
    if len(lines) < _LINES:
        return None
    edges = min(line.left for line in lines), max(line.right for line in lines)
    whites = [_whites(line, edges) for line in lines]
    longest: _Gutter | None = None
    seen = set[_Gutter]()
    for at, here in enumerate(whites):
        for white in here:
            gutter = _run(whites, at, white)
            if gutter in seen or len(gutter) <= len(longest or ()) or not edges[0] < gutter.middle < edges[1]:
                continue
            seen.add(gutter)
            gutter = _trimmed(lines, gutter)
            if len(gutter) > len(longest or ()) and _parts_columns(lines, gutter):
                longest = gutter
    return longest


def _whites(line: Line, edges: Span) -> list[Span]:
    """The stretches of a line without words that are wide enough for a gutter, the margins included."""
    least = _WHITE * line.size
    found, at = list[Span](), edges[0] - 2 * least
    for word in line.words:
        if word.left - at >= least:
            found.append((at, word.left))
        at = max(at, word.right)
    return [*found, (at, edges[1] + 2 * least)]


def _run(whites: Sequence[Sequence[Span]], at: int, white: Span) -> _Gutter:
    """How far down and up a line's stretch of white runs, and how wide it is all the way."""
    first, last = at, at + 1
    while last < len(whites) and (narrower := _common(whites[last], white)):
        white, last = narrower, last + 1
    while first > 0 and (narrower := _common(whites[first - 1], white)):
        white, first = narrower, first - 1
    return _Gutter(first, last, white)


def _common(whites: Iterable[Span], white: Span) -> Span | None:
    """The widest stretch that is white in both."""
    shared = [(max(start, white[0]), min(end, white[1])) for start, end in whites]
    widest = max(shared, key=lambda span: span[1] - span[0], default=white)
    return widest if shared and widest[1] - widest[0] >= _GUTTER else None


def _trimmed(lines: Sequence[Line], gutter: _Gutter) -> _Gutter:
    """The gutter without the lines at its ends that have words on one side and stand nearer to what is outside."""
    first, last = gutter.first, gutter.last
    while first < last and not _belongs(lines, gutter, first, range(first + 1, last), first - 1):
        first += 1
    while first < last and not _belongs(lines, gutter, last - 1, range(last - 2, first - 1, -1), last):
        last -= 1
    return _Gutter(first, last, gutter.white)


def _belongs(lines: Sequence[Line], gutter: _Gutter, at: int, inside: Iterable[int], outside: int) -> bool:
    """Whether a line at an end of a gutter is of one of its columns."""
    line = lines[at]
    if line.left < gutter.middle < line.right:
        return True
    is_left = line.left < gutter.middle
    same = next((lines[n] for n in inside if _has_side(lines[n], gutter, is_left)), None)
    if same is None or max(same.size, line.size) > _OTHER_SIZE * min(same.size, line.size):
        return False
    within = abs(same.baseline - line.baseline)
    beyond = abs(lines[outside].baseline - line.baseline) if 0 <= outside < len(lines) else float("inf")
    return within <= min(beyond, _CLOSE * line.size)


def _has_side(line: Line, gutter: _Gutter, is_left: bool) -> bool:
    return line.left < gutter.middle if is_left else line.right > gutter.middle


def _parts_columns(lines: Sequence[Line], gutter: _Gutter) -> bool:
    """Whether what is on both sides of a gutter is text that runs down, and no table."""
    through = lines[gutter.first : gutter.last]
    sides = [_side(through, gutter, is_left) for is_left in (True, False)]
    if min(map(len, sides)) < _LINES:
        return False
    extents = [(min(line.left for line in side), max(line.right for line in side)) for side in sides]
    if min(end - start for start, end in extents) < _WIDTH * median(line.size for line in through):
        return False
    rows = sum(line.left < gutter.middle < line.right for line in through)
    filled = [
        median((line.right - line.left) / (end - start) for line in side)
        for side, (start, end) in zip(sides, extents, strict=True)
    ]
    return min(filled) >= _FILLED or rows < _ROWS * len(through)
