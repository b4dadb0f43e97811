"""The days that readers see around an article: elements marked as times, and datelines near the title."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.sources.article import Dating
from onrecord.sources.html.days import DateInText, Written, dates_in, days_in, read_value
from onrecord.sources.html.elements import BLOCKS, Element, before, shown, texts
from onrecord.sources.html.publication import Statement
from onrecord.sources.html.selection import Selection

_ELSEWHERE = re.compile(  # classes and names of what holds other stories, comments, or today's date
    r"comment|related|sidebar|teaser|promo|recommend|trending|popular|latest|recent|most-?read|ticker|tweet|twitter"
    r"|next-?(?:post|article)|\bprev|breaking|copyright|masthead|site-?header|top-?bar|today|current-?date",
    re.IGNORECASE,
)
_APART = frozenset(("aside", "nav", "blockquote", "figure"))
_UPDATE = re.compile(r"updat|modif|edited|revis|correct|expir|\bas of\b|access|retriev", re.IGNORECASE)
_RELEASE = re.compile(
    r"publi|posted|post[-_]?date|entry[-_]?date|pub[-_]?date|released?\b|issued|filed|\bdate[sd]?\s*:?\s*$",
    re.IGNORECASE,
)
_LINE = 200  # characters at most of a line that gives the day
_REACH = 30  # characters before a date in which its label stands
_PARAGRAPH = 80  # characters of a text that is no line of the head
_BOXES = 2  # from the title outwards, in which the day may stand above it
_WHOLE = frozenset(("html", "body", "form", "table", "tbody", "tr"))  # what may hold the whole page
_ABOVE = 6  # lines above the title that may give the day
_SEPARATED = re.compile(r"(?:^|[|·•–—,;/(\[\-])\s*$")
_BYLINE = re.compile(r"\s*(?:written |posted |story )?by\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_PREPOSITIONS = frozenset("On In Since From Until Before After Of".split())
_GOES_ON = re.compile(r"[^\S\n]*(?:$|[^\w\s]|\d|at\b|by\b|in\b|updat|last\b|publi|posted)", re.IGNORECASE)


def is_elsewhere(element: Element) -> bool:
    """Whether an element holds other stories or comments, by its class or name."""
    return _ELSEWHERE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    element: Element


class Surroundings:
    """What stands around an article's title and first paragraph."""

    def __init__(self, tree: Element, article: Selection, title: Element | None, day_first: bool | None) -> None:
        """Of a page whose article and title are known, and maybe whether it writes the day before the month."""
        self._tree, self._day_first = tree, day_first
        self._places = {element: place for place, element in enumerate(tree.iter())}
        headline = set(texts(title)) if title is not None else set()
        kept = [text for text in texts(tree) if article.keeps_text(*text) and text not in headline]
        long = [element for element, side in kept if len(getattr(element, side)) >= _PARAGRAPH]
        self._first = next(iter([*long, *(element for element, _ in kept)]), None)
        self._around = set(_up(self._first))
        self._last = kept[-1][0] if kept else None
        self._title = title
        self._lines = list(self._read_lines())
        self._line_places = sorted(self._places[line.element] for line in self._lines)

    def marked(self) -> Iterator[tuple[bool, Statement]]:
        """The days of elements that are times, each with whether it is marked as that of publication."""
        for element in self._tree.iter():
            if (element.tag != "time" and not _is_marked(element)) or element.tag == "meta" or self._is_apart(element):
                continue
            label = _last_label(before(element, _REACH))
            is_labelled = _is_marked(element) or (label is _RELEASE and self._is_close(element))
            if _is_of_update(element, label) or not (is_labelled or self._is_near(element)):
                continue
            for written, is_shown in self._written(element):
                yield is_labelled, Statement(Dating.TIME, written, is_shown)

    def datelines(self) -> Iterator[Statement]:
        """The days in lines around the article: labelled ones, then those near the title."""
        labelled, plain = list[Statement](), list[tuple[tuple[bool, int], Statement]]()
        for line in self._lines:
            for date in dates_in(line.text, self._day_first):
                statement = Statement(Dating.DATELINE, Written(date.day), is_shown=True)
                label = _last_label(line.text[max(0, date.start - _REACH) : date.start])
                if label is _RELEASE and self._is_close(line.element):
                    labelled.append(statement)
                elif label is None and self._is_near(line.element) and _stands_apart(line.text, date):
                    plain.append((self._distance(line.element), statement))
        yield from labelled
        yield from (statement for _, statement in sorted(plain, key=lambda pair: pair[0]))

    def _written(self, element: Element) -> Iterator[tuple[Written, bool]]:
        """The day of an element for machines, and the one that readers see."""
        values = (read_value(element.get(key) or "") for key in ("datetime", "content", "title"))
        if (written := next(filter(None, values), None)) is not None:
            yield written, False
        text = shown(element)
        if (day := next(days_in(text, self._day_first), None)) is not None:
            written = read_value(text) if written is None else None
            yield (written, False) if written is not None and written.is_utc else (Written(day), True)

    def _read_lines(self) -> Iterator[_Line]:
        """The short lines of the page outside other stories, in order."""
        held: dict[tuple[Element, int], tuple[Element, list[str]]] = {}
        breaks = [self._places[element] for element in self._tree.iter("br")]
        for element, side in texts(self._tree):
            holder = element if side == "text" else element.getparent()
            block = next((above for above in _up(holder) if above.tag in BLOCKS), holder)
            line_of = block, bisect_right(breaks, self._places[element])
            held.setdefault(line_of, (element, []))[1].append(getattr(element, side))
        for (block, _), (first, pieces) in held.items():
            line = " ".join(" ".join(pieces).split())
            if len(line) <= _LINE and not self._is_apart(block):
                yield _Line(line, first)

    def _is_apart(self, element: Element) -> bool:
        """Whether an element stands in another story, a list of stories, a comment, a picture or the like."""
        for above in _up(element):
            if above in self._around:
                return False
            if above.tag in _APART or is_elsewhere(above):
                return True
        return False

    def _is_near(self, element: Element) -> bool:
        """Whether an element stands between the title and the first paragraph, or right above it in its box."""
        if self._first is None:
            return False
        place, end = self._places[element], self._places[self._first]
        title = end if self._title is None else min(self._places[self._title], end)
        if place > end or title <= place:
            return place <= end
        anchor = self._title if self._title is not None else self._first
        return self._shares_box(element, anchor) and self._lines_between(place, title) < _ABOVE

    def _is_close(self, element: Element) -> bool:
        """Whether an element stands near the title, within the article, or right below it in its box."""
        if self._first is None or self._last is None or self._places[element] <= self._places[self._first]:
            return self._is_near(element)
        place, end = self._places[element], self._places[self._last]
        return place <= end or (self._shares_box(element, self._last) and self._lines_between(end, place) < _ABOVE)

    def _lines_between(self, start: int, end: int) -> int:
        return bisect_left(self._line_places, end) - bisect_right(self._line_places, start)

    def _shares_box(self, element: Element, with_one: Element) -> bool:
        """Whether two elements stand in one box, or one around it, and not only in the whole page."""
        boxes = [*_up(with_one)][1 : 1 + _BOXES]
        shared = next((above for above in element.iterancestors() if above in boxes), None)
        return shared is not None and (shared.tag not in _WHOLE or shared is boxes[0] is element.getparent())

    def _distance(self, element: Element) -> tuple[bool, int]:
        """How far from the title an element stands; what is above it is farther."""
        title = self._places[self._title] if self._title is not None else 0
        return self._places[element] < title, abs(self._places[element] - title)


def _up(element: Element | None) -> Iterator[Element]:
    """An element and what holds it, outwards."""
    if element is not None:
        yield element
        yield from element.iterancestors()


def _is_marked(element: Element) -> bool:
    """Whether markup says that an element gives the day of publication."""
    told = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
    if "datepublished" in told or element.get("pubdate") is not None:
        return True
    named = (element.get("class") or "").lower().split()
    return "dt-published" in named or ("published" in named and element.tag in ("time", "abbr"))


def _is_of_update(element: Element, label: re.Pattern[str] | None) -> bool:
    if _is_marked(element):
        return False
    named = f"{element.get('itemprop') or ''} {element.get('class') or ''}"
    return (_UPDATE.search(named) is not None and _RELEASE.search(named) is None) or label is _UPDATE


def _last_label(words: str) -> re.Pattern[str] | None:
    """What the words before a date call it: the day of publication, that of a change, or neither."""
    ends = [
        (max(m.start() for m in found), label) for label in (_UPDATE, _RELEASE) if (found := [*label.finditer(words)])
    ]
    return max(ends, key=lambda pair: pair[0])[1] if ends else None


def _stands_apart(line: str, date: DateInText) -> bool:
    """Whether a date is not part of a sentence: after names, a byline or a separator, and before one or a time."""
    opening = line[: date.start]
    words = _WORD.findall(opening)
    names = all(word[0].isupper() for word in words) and _PREPOSITIONS.isdisjoint(words[-1:])
    if opening.rstrip().endswith(":"):  # another label than one of publication
        return False
    opens = names or _BYLINE.match(opening) is not None or _SEPARATED.search(opening) is not None
    return opens and _GOES_ON.match(line, date.end) is not None
